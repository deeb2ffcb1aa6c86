"""Double entry: whatever leaves one account arrives in another, in the same posting."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.db import Model
from bot.kit.money import Currency, Money
from bot.payments.models import AccountKind, LedgerAccount, LedgerEntry, LedgerPosting


class Unbalanced(RuntimeError):
    """Money appeared or vanished: a bug."""


@dataclass(frozen=True, slots=True)
class Account:
    kind: AccountKind
    owner_id: int


@dataclass(frozen=True, slots=True)
class Line:
    account: Account
    money: Money  # debits positive, credits negative


def moved(money: Money, *, source: Account, target: Account) -> tuple[Line, Line]:
    """Say that ``money`` went from one account to another: credit the one, debit the other."""
    return Line(target, money), Line(source, -money)


Named: TypeAlias = tuple[Account, Currency]
_POSTED: tuple[Any, ...] = (LedgerPosting.key, LedgerPosting.id)
_NUMBERED: tuple[Any, ...] = (
    LedgerAccount.kind,
    LedgerAccount.owner_id,
    LedgerAccount.currency,
    LedgerAccount.id,
)


class Ledger:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def post(self, key: str, lines: Sequence[Line]) -> bool:
        """Write one movement down, once per ``key``. False when it stood there already."""
        return bool(await self.post_all({key: lines}))

    async def post_all(self, movements: Mapping[str, Sequence[Line]]) -> Collection[str]:
        """Write many movements down, each once per key; gives the keys that were new."""
        if not movements:
            return ()
        for key, lines in movements.items():
            _refuse_unbalanced(key, lines)
        now = self._clock.now()
        # Keys and accounts in a fixed order, so that two transactions never wait for each other.
        rows = [{"key": key, "posted_at": now} for key in sorted(movements)]
        posted = dict(await self._insert(LedgerPosting, rows, _POSTED))
        new = [(posted[key], line) for key in posted for line in movements[key]]
        if new:
            numbers = await self._numbers(line for _, line in new)
            entries = [_entry(number, line, numbers) for number, line in new]
            await self._session.execute(sa.insert(LedgerEntry), entries)
        return posted.keys()

    async def balances(self) -> Mapping[tuple[Account, Currency], Money]:
        found = await self._session.execute(
            sa.select(
                LedgerAccount.kind,
                LedgerAccount.owner_id,
                LedgerAccount.currency,
                sa.func.sum(LedgerEntry.minor),
            )
            .join(LedgerEntry, LedgerEntry.account_id == LedgerAccount.id)
            .group_by(LedgerAccount.kind, LedgerAccount.owner_id, LedgerAccount.currency)
        )
        return {
            (Account(kind, owner_id), currency): Money(int(minor), currency)
            for kind, owner_id, currency, minor in found
        }

    async def check(self) -> None:
        """Raise ``Unbalanced`` unless every posting comes to nothing, and so does the whole."""
        total = sa.func.sum(LedgerEntry.minor)
        wrong = await self._session.execute(
            sa.select(LedgerEntry.posting_id, LedgerEntry.currency, total)
            .group_by(LedgerEntry.posting_id, LedgerEntry.currency)
            .having(total != 0)
        )
        if rows := wrong.all():
            raise Unbalanced(f"{len(rows)} postings do not come to zero: {rows[:3]}")

    async def _numbers(self, lines: Iterable[Line]) -> dict[Named, int]:
        wanted = {(line.account, line.money.currency) for line in lines}
        numbers = await self._known(wanted)
        if missing := wanted - numbers.keys():
            numbers |= await self._open(sorted(missing, key=_order))
        if taken := wanted - numbers.keys():  # somebody else has opened them this moment
            numbers |= await self._known(taken)
        return numbers

    async def _known(self, wanted: Collection[Named]) -> dict[Named, int]:
        # Any kind with any owner: few more than are wanted, by the index over all three.
        found = await self._session.execute(
            sa.select(*_NUMBERED).where(
                LedgerAccount.kind.in_({account.kind for account, _ in wanted}),
                LedgerAccount.owner_id.in_({account.owner_id for account, _ in wanted}),
                LedgerAccount.currency.in_({currency for _, currency in wanted}),
            )
        )
        return {(Account(kind, owner), currency): number for kind, owner, currency, number in found}

    async def _open(self, missing: Iterable[Named]) -> dict[Named, int]:
        rows = [
            {"kind": account.kind, "owner_id": account.owner_id, "currency": currency}
            for account, currency in missing
        ]
        opened = await self._insert(LedgerAccount, rows, _NUMBERED)
        return {
            (Account(kind, owner), currency): number for kind, owner, currency, number in opened
        }

    async def _insert(
        self,
        model: type[Model],
        rows: Sequence[Mapping[str, object]],
        returned: Sequence[sa.ColumnElement[Any]],
    ) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        """Insert those whose keys are new, and give what is wanted of them."""
        postgres = self._session.get_bind().dialect.name == "postgresql"
        insert = postgresql.insert(model) if postgres else sqlite.insert(model)
        connection = await self._session.connection()
        found = await connection.execute(insert.on_conflict_do_nothing().returning(*returned), rows)
        return found.all()


def _refuse_unbalanced(key: str, lines: Sequence[Line]) -> None:
    sums: dict[Currency, int] = {}
    for line in lines:
        sums[line.money.currency] = sums.get(line.money.currency, 0) + line.money.minor
    if not lines or any(sums.values()):
        raise Unbalanced(f"{key}: {sums}")


def _entry(posting_id: int, line: Line, numbers: Mapping[Named, int]) -> dict[str, object]:
    return {
        "posting_id": posting_id,
        "account_id": numbers[line.account, line.money.currency],
        "minor": line.money.minor,
        "currency": line.money.currency,
    }


def _order(named: Named) -> tuple[str, int, str]:
    account, currency = named
    return account.kind.value, account.owner_id, currency.value
