"""Double entry: whatever leaves one account arrives in another, in the same posting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
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


class Ledger:
    def __init__(self, session: AsyncSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def post(self, key: str, lines: Sequence[Line]) -> bool:
        """Write one movement down, once per ``key``. False when it stood there already."""
        _refuse_unbalanced(key, lines)

        posting_id = await self._session.scalar(
            self._insert(LedgerPosting)
            .values(key=key, posted_at=self._clock.now())
            .on_conflict_do_nothing(index_elements=["key"])
            .returning(LedgerPosting.id)
        )
        if posting_id is None:
            return False
        numbers = await self._numbers(lines)
        await self._session.execute(
            sa.insert(LedgerEntry),
            [
                {
                    "posting_id": posting_id,
                    "account_id": numbers[line.account, line.money.currency],
                    "minor": line.money.minor,
                    "currency": line.money.currency,
                }
                for line in lines
            ],
        )
        return True

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
        # In a fixed order, so that two postings never wait for each other.
        wanted = sorted({(line.account, line.money.currency) for line in lines}, key=_order)
        numbers = await self._known(wanted)
        for named in wanted:
            if named not in numbers:
                numbers |= await self._opened(named)
        return numbers

    async def _known(self, wanted: Iterable[Named]) -> dict[Named, int]:
        found = await self._session.execute(
            sa.select(
                LedgerAccount.kind,
                LedgerAccount.owner_id,
                LedgerAccount.currency,
                LedgerAccount.id,
            ).where(sa.or_(*[_is(named) for named in wanted]))
        )
        return {(Account(kind, owner), currency): number for kind, owner, currency, number in found}

    async def _opened(self, named: Named) -> dict[Named, int]:
        """Open an account when it is first used; somebody else may be doing it this moment."""
        account, currency = named
        number = await self._session.scalar(
            self._insert(LedgerAccount)
            .values(kind=account.kind, owner_id=account.owner_id, currency=currency)
            .on_conflict_do_nothing(index_elements=["kind", "owner_id", "currency"])
            .returning(LedgerAccount.id)
        )
        return await self._known([named]) if number is None else {named: number}

    def _insert(self, model: type[Any]) -> Any:  # noqa: ANN401 -- two dialects, two types
        postgres = self._session.get_bind().dialect.name == "postgresql"
        return postgresql.insert(model) if postgres else sqlite.insert(model)


def _refuse_unbalanced(key: str, lines: Sequence[Line]) -> None:
    sums: dict[Currency, int] = {}
    for line in lines:
        sums[line.money.currency] = sums.get(line.money.currency, 0) + line.money.minor
    if not lines or any(sums.values()):
        raise Unbalanced(f"{key}: {sums}")


def _is(named: Named) -> sa.ColumnElement[bool]:
    account, currency = named
    return sa.and_(
        LedgerAccount.kind == account.kind,
        LedgerAccount.owner_id == account.owner_id,
        LedgerAccount.currency == currency,
    )


def _order(named: Named) -> tuple[str, int, str]:
    account, currency = named
    return account.kind.value, account.owner_id, currency.value
