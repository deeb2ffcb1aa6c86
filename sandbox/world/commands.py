"""Which commands a bot offers to whom."""

import json

from sandbox.world.people import Account
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json, Store, pack


class Commands:
    def __init__(self, store: Store) -> None:
        self._store = store

    def set(self, bot: int, scope: str, language: str, commands: list[Json]) -> None:
        self._store.write(
            "DELETE FROM commands WHERE bot = ? AND scope = ? AND language = ?",
            bot,
            scope,
            language,
        )
        if commands:
            self._store.write(
                "INSERT INTO commands VALUES (?, ?, ?, ?)", bot, scope, language, pack(commands)
            )

    def get(self, bot: int, scope: str, language: str) -> list[Json]:
        row = self._store.one(
            "SELECT doc FROM commands WHERE bot = ? AND scope = ? AND language = ?",
            bot, scope, language,
        )  # fmt: skip
        return [] if row is None else list(json.loads(row[0]))

    def shown_to(self, bot: int, person: Account, room: Room, member: Member) -> list[Json]:
        """The narrowest scope that has any, first in her language: Telegram's documented order."""
        language = str(person.doc.get("language_code", ""))[:2]
        for scope in _scopes(room, member):
            for spoken in (language, ""):
                if found := self.get(bot, scope, spoken):
                    return found
        return []


def _scopes(room: Room, member: Member) -> list[str]:
    if room.is_private:
        return [f"chat:{room.id}", "all_private_chats", "default"]
    scopes = [f"chat_member:{room.id}:{member.person}"]
    if member.is_admin:
        scopes.append(f"chat_administrators:{room.id}")
    scopes.append(f"chat:{room.id}")
    if member.is_admin:
        scopes.append("all_chat_administrators")
    return [*scopes, "all_group_chats", "default"]
