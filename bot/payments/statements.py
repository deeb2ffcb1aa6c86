"""What somebody was owed and why, line by line, as the ledger tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.money import Currency, Money
from bot.payments.models import (
    AccountKind,
    Charge,
    LedgerAccount,
    LedgerEntry,
    LedgerPosting,
    PayeeId,
    Payment,
    Purpose,
    Refund,
)

MOST_LINES = 50_000


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement: what a payee earned (positive) or gave back."""

    at: datetime
    key: str  # the posting's own, such as ``charge-12``
    money: Money
    purpose: Purpose | None  # what the money was for, where that is known

    @property
    def kind(self) -> str:
        return self.key.rpartition("-")[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """A payee's movements in a span of time, and what they leave, by currency."""

    since: datetime
    until: datetime
    lines: Sequence[StatementLine]
    before: Mapping[Currency, Money]

    @property
    def currencies(self) -> Sequence[Currency]:
        return sorted({line.money.currency for line in self.lines} | set(self.before))

    def earned(self, currency: Currency) -> Money:
        return self._sum(currency, sign=1)

    def given_back(self, currency: Currency) -> Money:
        return -self._sum(currency, sign=-1)

    def balance(self, currency: Currency) -> Money:
        before = self.before.get(currency, Money.zero(currency))
        return before + self.earned(currency) - self.given_back(currency)

    def _sum(self, currency: Currency, *, sign: int) -> Money:
        minor = sum(
            line.money.minor
            for line in self.lines
            if line.money.currency is currency and line.money.minor * sign > 0
        )
        return Money(minor, currency)


class Statements:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, payee_id: PayeeId, since: datetime, until: datetime) -> Statement:
        """Read what moved from ``since`` on and before ``until``, the oldest first."""
        found = await self._session.execute(
            _entries(payee_id)
            .with_only_columns(
                LedgerPosting.posted_at,
                LedgerPosting.key,
                LedgerEntry.minor,
                LedgerEntry.currency,
            )
            .where(LedgerPosting.posted_at >= since, LedgerPosting.posted_at < until)
            .order_by(LedgerPosting.posted_at, LedgerEntry.id)
            .limit(MOST_LINES)
        )
        rows = found.all()
        purposes = await self._purposes([row.key for row in rows])
        # A credit is what the payee is owed, and credits are negative.
        lines = [
            StatementLine(
                row.posted_at, row.key, Money(-row.minor, row.currency), purposes.get(row.key)
            )
            for row in rows
        ]
        return Statement(since, until, lines, await self._before(payee_id, since))

    async def _before(self, payee_id: PayeeId, since: datetime) -> dict[Currency, Money]:
        found = await self._session.execute(
            _entries(payee_id)
            .with_only_columns(LedgerEntry.currency, sa.func.sum(LedgerEntry.minor))
            .where(LedgerPosting.posted_at < since)
            .group_by(LedgerEntry.currency)
        )
        return {currency: Money(-int(minor), currency) for currency, minor in found}

    async def _purposes(self, keys: Sequence[str]) -> dict[str, Purpose]:
        found: dict[str, Purpose] = {}
        for prefix, model in (("charge", Charge), ("refund", Refund)):
            numbers = [number for key in keys if (number := _number(key, prefix)) is not None]
            for start in range(0, len(numbers), 500):
                batch = await self._session.execute(
                    sa.select(model.id, Payment.purpose_kind, Payment.purpose_id)
                    .join(Payment, Payment.id == model.payment_id)
                    .where(model.id.in_(numbers[start : start + 500]))
                )
                for number, kind, purpose_id in batch:
                    found[f"{prefix}-{number}"] = Purpose(kind, purpose_id)
        return found


def _entries(payee_id: PayeeId) -> sa.Select[LedgerEntry]:
    return (
        sa.select(LedgerEntry)
        .join(LedgerPosting, LedgerPosting.id == LedgerEntry.posting_id)
        .join(LedgerAccount, LedgerAccount.id == LedgerEntry.account_id)
        .where(
            LedgerAccount.kind == AccountKind.MERCHANT_PAYABLE,
            LedgerAccount.owner_id == payee_id,
        )
    )


def _number(key: str, prefix: str) -> int | None:
    kind, _, number = key.rpartition("-")
    return int(number) if kind == prefix and number.isdecimal() else None
