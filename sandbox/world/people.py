"""People and bots: who there is and what they are called."""

import zlib
from dataclasses import dataclass
from typing import Any

from sandbox.world.store import Json, Store, pack, unpack

FIRST_PERSON_ID = 1001
PUBLIC_PERSON_FIELDS = ("first_name", "last_name", "username", "language_code", "is_premium")
DEFAULT_STARS = 1000


@dataclass(slots=True)
class Account:
    """A person or a bot. ``doc`` holds what may change: names, balance, a bot's switches."""

    id: int
    is_bot: bool
    token: str | None
    doc: Json

    @property
    def username(self) -> str | None:
        name = self.doc.get("username")
        return None if name is None else str(name)

    @property
    def name(self) -> str:
        return " ".join(
            str(self.doc[key]) for key in ("first_name", "last_name") if self.doc.get(key)
        )

    def as_user(self) -> Json:
        """The Bot API's ``User``, as everybody may see it."""
        user: Json = {"id": self.id, "is_bot": self.is_bot}
        user.update({key: self.doc[key] for key in PUBLIC_PERSON_FIELDS if self.doc.get(key)})
        return user

    def hears_everything(self) -> bool:
        return not self.doc.get("privacy_mode", True)


class People:
    """Every account; few enough to be kept at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[int, Account] = {}
        self._read_all()

    def _read_all(self) -> None:
        rows = self._store.all("SELECT id, is_bot, token, doc FROM people")
        self._known = {
            row[0]: Account(row[0], bool(row[1]), row[2], unpack(row[3])) for row in rows
        }
        self._by_token = {a.token: a for a in self._known.values() if a.token}
        self._by_name = {a.username.lower(): a for a in self._known.values() if a.username}

    def add_person(
        self,
        first_name: str,
        *,
        number: int | None = None,
        **doc: Any,  # noqa: ANN401 - a JSON document
    ) -> Account:
        person_id = self._store.next("people", FIRST_PERSON_ID) if number is None else number
        self._store.never_below("people", person_id)
        given = {key: value for key, value in doc.items() if value is not None}
        return self._add(
            Account(
                person_id,
                is_bot=False,
                token=None,
                doc={"first_name": first_name, "stars": DEFAULT_STARS, **given},
            )
        )

    def add_bot(self, token: str, username: str, first_name: str, **doc: Any) -> Account:  # noqa: ANN401
        """Make a bot, or bring the one with this token up to date."""
        known = self._by_token.get(token)
        given: Json = {"first_name": first_name, "username": username, **doc}
        if known is not None:
            known.doc.update(given)
            self.save(known)
            return known
        return self._add(Account(_bot_id(token), is_bot=True, token=token, doc=given))

    def find(self, account_id: int) -> Account | None:
        return self._known.get(account_id)

    def by_token(self, token: str) -> Account | None:
        return self._by_token.get(token)

    def by_username(self, username: str) -> Account | None:
        return self._by_name.get(username.removeprefix("@").lower())

    def people(self) -> list[Account]:
        return [account for account in self._known.values() if not account.is_bot]

    def bots(self) -> list[Account]:
        return list(self._by_token.values())

    def save(self, account: Account) -> None:
        self._store.write(
            "INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?, ?)",
            account.id, account.is_bot, account.username, account.token, pack(account.doc),
        )  # fmt: skip
        if account.username:
            self._by_name[account.username.lower()] = account

    def forget_people(self) -> None:
        """After a reset: read back what is left."""
        self._read_all()

    def _add(self, account: Account) -> Account:
        self._known[account.id] = account
        if account.token:
            self._by_token[account.token] = account
        self.save(account)
        return account


def _bot_id(token: str) -> int:
    """A real token begins with the bot's id; any other word gets a stable number."""
    number = token.partition(":")[0]
    return int(number) if number.isdigit() else 10**9 + zlib.crc32(token.encode())
