"""Every charge and every refund, in order: what a shop's ledger is held against."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final, Literal, TypeAlias

from sandbox.world.clock import MovableClock
from sandbox.world.store import Store

TABLE: Final = """
CREATE TABLE IF NOT EXISTS audit (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at REAL NOT NULL,
    kind TEXT NOT NULL, rail TEXT NOT NULL, charge TEXT NOT NULL, provider_charge TEXT,
    amount INTEGER NOT NULL, currency TEXT NOT NULL, payer INTEGER, payload TEXT,
    bot INTEGER);
CREATE INDEX IF NOT EXISTS audit_by_charge ON audit (charge);
CREATE INDEX IF NOT EXISTS audit_by_provider_charge ON audit (provider_charge);
"""
COLUMNS: Final = (
    "id, at, kind, rail, charge, provider_charge, amount, currency, payer, payload, bot"
)

Kind: TypeAlias = Literal["charge", "refund"]
Rail: TypeAlias = Literal["card", "stars", "stripe"]


@dataclass(frozen=True, slots=True)
class Entry:
    """``charge`` is what a refund names: Telegram's id, or Stripe's where Telegram had no part."""

    id: str
    at: float
    kind: Kind
    rail: Rail
    charge: str
    provider_charge: str | None
    amount: int
    currency: str
    payer: int | None
    payload: str | None
    bot: int | None = None

    def shown(self) -> dict[str, object]:
        return {name: value for name, value in asdict(self).items() if name != "bot"}


class Audit:
    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock
        store.connection.executescript(TABLE)

    def write(
        self,
        number: str,
        kind: Kind,
        rail: Rail,
        *,
        charge: str,
        amount: int,
        currency: str,
        provider_charge: str | None = None,
        payer: int | None = None,
        payload: str | None = None,
        bot: int | None = None,
    ) -> Entry:
        at = self._clock.now()
        entry = Entry(
            number, at, kind, rail, charge, provider_charge, amount, currency, payer, payload, bot
        )
        self._store.write(
            f"INSERT INTO audit ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own column names
            *asdict(entry).values(),
        )
        return entry

    def entries(self) -> list[Entry]:
        return list(self._read(""))

    def charge(self, charge: str) -> Entry | None:
        return next(self._read("WHERE kind = 'charge' AND charge = ?", charge), None)

    def by_provider(self, provider_charge: str) -> Entry | None:
        return next(
            self._read("WHERE kind = 'charge' AND provider_charge = ?", provider_charge), None
        )

    def refunded(self, charge: str) -> int:
        return sum(
            entry.amount for entry in self._read("WHERE kind = 'refund' AND charge = ?", charge)
        )

    def stars_of(self, bot: int) -> list[Entry]:
        return list(self._read("WHERE rail = 'stars' AND bot = ?", bot))

    def _read(self, where: str, *values: object) -> Iterator[Entry]:
        rows = self._store.all(f"SELECT {COLUMNS} FROM audit {where} ORDER BY n", *values)  # noqa: S608
        return (Entry(*row) for row in rows)
