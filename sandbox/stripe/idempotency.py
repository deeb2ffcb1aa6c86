"""One key, one deed: a repeated request gets the first one's answer."""

import hashlib
from dataclasses import dataclass
from typing import Final

from sandbox.stripe.errors import StripeError
from sandbox.world.clock import MovableClock
from sandbox.world.store import Json, Store, pack, unpack

TABLE: Final = """
CREATE TABLE IF NOT EXISTS stripe_keys (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, at REAL NOT NULL, status INTEGER NOT NULL,
    answer TEXT NOT NULL) WITHOUT ROWID;
"""
LONGEST_KEY: Final = 255
KEPT_SECONDS: Final = 24 * 3600


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Json
    replayed: bool = False


class Idempotency:
    """Keys belong to an account, so the account is part of each."""

    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock
        self._under_way: set[str] = set()
        store.connection.executescript(TABLE)

    def begin(self, account: str, key: str, request: str) -> Answer | None:
        """The answer given before, or ``None`` when the request is new; then call ``end``."""
        if len(key) > LONGEST_KEY:
            raise StripeError(
                400,
                "Idempotency keys must be at most 255 characters long.",
                type="idempotency_error",
            )
        full = f"{account}:{key}"
        if full in self._under_way:
            raise StripeError(
                409,
                "There is currently another in-progress request using this Stripe Idempotency Key "
                "(that probably means you submitted twice, and the other request is still going "
                f"through): {key}. Please try again later.",
                code="idempotency_key_in_use",
            )
        row = self._store.one(
            "SELECT request, status, answer FROM stripe_keys WHERE key = ? AND at > ?",
            full, self._clock.now() - KEPT_SECONDS,
        )  # fmt: skip
        if row is None:
            self._under_way.add(full)
            return None
        if row[0] != _digest(request):
            raise StripeError(
                400,
                "Keys for idempotent requests can only be used with the same parameters they were "
                f"first used with. Try using a key other than '{key}' if you meant to execute a "
                "different request.",
                type="idempotency_error",
            )
        return Answer(row[1], unpack(row[2]), replayed=True)

    def keep(self, account: str, key: str, request: str, answer: Answer) -> None:
        self._store.write(
            "INSERT OR REPLACE INTO stripe_keys VALUES (?, ?, ?, ?, ?)",
            f"{account}:{key}", _digest(request), self._clock.now(), answer.status,
            pack(answer.body),
        )  # fmt: skip

    def end(self, account: str, key: str) -> None:
        self._under_way.discard(f"{account}:{key}")


def _digest(request: str) -> str:
    return hashlib.sha256(request.encode()).hexdigest()
