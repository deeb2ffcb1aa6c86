"""What somebody was owed and why, line by line, as the ledger tells it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.money import Currency, Money
from bot.payments.cost_models import ChargeCosts
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
# The postings' keys: what it is, the number of the row it is about, and perhaps a counter.
_KEY = re.compile(r"(?P<kind>[a-z]+(?:-[a-z]+)*)-(?P<number>[0-9]+)(?:-[0-9]+)?", re.ASCII)
_OF_CHARGES = frozenset(
    {"charge", "gateway-fee", "platform-fee", "transfer", "dispute", "dispute-lost"}
)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement: what somebody earned (positive) or gave."""

    at: datetime
    key: str  # the posting's own, such as ``charge-12``
    money: Money
    purpose: Purpose | None  # what the money was for, where that is known
    account: AccountKind
    owner_id: int

    @property
    def kind(self) -> str:
        found = _KEY.fullmatch(self.key)
        return found["kind"] if found else self.key


@dataclass(frozen=True, slots=True)
class Statement:
    """A payee's movements in a span of time, and what they leave, by currency."""

    since: datetime
    until: datetime
    lines: Sequence[StatementLine]
    before: Mapping[Currency, Money]
    fees: Sequence[StatementLine] = ()  # what gateways kept: it was never the payee's
    sales: int = 0
    untold: int = 0  # the sales of which no gateway has told what it kept

    @property
    def currencies(self) -> Sequence[Currency]:
        moved = {line.money.currency for line in (*self.lines, *self.fees)}
        return sorted(moved | set(self.before))

    def earned(self, currency: Currency) -> Money:
        return self._sum(currency, "charge")

    def given_back(self, currency: Currency) -> Money:
        return -self._sum(currency, "refund")

    def platform_fee(self, currency: Currency) -> Money:
        return -self._sum(currency, "platform-fee")

    def transferred(self, currency: Currency) -> Money:
        return -self._sum(currency, "transfer")

    def commission(self, currency: Currency) -> Money:
        return -self._sum(currency, "commission", "commission-back")

    def lost(self, currency: Currency) -> Money:
        """What buyers' banks have taken back for good."""
        return -self._sum(currency, "dispute-lost")

    def gateway_fee(self, currency: Currency) -> Money:
        minor = sum(line.money.minor for line in self.fees if line.money.currency is currency)
        return Money(-minor, currency)

    def moved(self, currency: Currency) -> Money:
        """What all of it comes to."""
        minor = sum(line.money.minor for line in self.lines if line.money.currency is currency)
        return Money(minor, currency)

    def balance(self, currency: Currency) -> Money:
        return self.before.get(currency, Money.zero(currency)) + self.moved(currency)

    def _sum(self, currency: Currency, *kinds: str) -> Money:
        minor = sum(
            line.money.minor
            for line in self.lines
            if line.money.currency is currency and line.kind in kinds
        )
        return Money(minor, currency)


class Statements:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, payee_id: PayeeId, since: datetime, until: datetime) -> Statement:
        """Read what moved from ``since`` on and before ``until``, the oldest first."""
        payable = AccountKind.MERCHANT_PAYABLE
        before = await self.before(payable, {payee_id}, since)
        sales, untold = await self._sales(payee_id, since, until)
        return Statement(
            since,
            until,
            await self.lines(payable, {payee_id}, since, until),
            {currency: money for (_, currency), money in before.items()},
            await self.lines(AccountKind.GATEWAY_FEES, {payee_id}, since, until),
            sales,
            untold,
        )

    async def lines(
        self, kind: AccountKind, owners: Collection[int], since: datetime, until: datetime
    ) -> list[StatementLine]:
        """The movements of some accounts of a kind. What is owed counts as positive."""
        found = await self._session.execute(
            _entries(kind, owners)
            .with_only_columns(
                LedgerPosting.posted_at,
                LedgerPosting.key,
                LedgerEntry.minor,
                LedgerEntry.currency,
                LedgerAccount.owner_id,
            )
            .where(LedgerPosting.posted_at >= since, LedgerPosting.posted_at < until)
            .order_by(LedgerPosting.posted_at, LedgerEntry.id)
            .limit(MOST_LINES)
        )
        rows = found.all()
        purposes = await self._purposes([row.key for row in rows])
        # A credit is what somebody is owed, and credits are negative.
        return [
            StatementLine(
                row.posted_at,
                row.key,
                Money(-row.minor, row.currency),
                purposes.get(row.key),
                kind,
                row.owner_id,
            )
            for row in rows
        ]

    async def before(
        self, kind: AccountKind, owners: Collection[int], since: datetime
    ) -> dict[tuple[int, Currency], Money]:
        """What each of some accounts held before a moment."""
        found = await self._session.execute(
            _entries(kind, owners)
            .with_only_columns(
                LedgerAccount.owner_id, LedgerEntry.currency, sa.func.sum(LedgerEntry.minor)
            )
            .where(LedgerPosting.posted_at < since)
            .group_by(LedgerAccount.owner_id, LedgerEntry.currency)
        )
        return {
            (owner_id, currency): Money(-int(minor), currency)
            for owner_id, currency, minor in found
        }

    async def _sales(self, payee_id: PayeeId, since: datetime, until: datetime) -> tuple[int, int]:
        """Count charges that were kept, and those of them that no fee is known of."""
        told = sa.func.count(ChargeCosts.gateway_fee_minor)
        found = await self._session.execute(
            sa.select(sa.func.count(Charge.id), told)
            .join(Payment, Payment.id == Charge.payment_id)
            .join(ChargeCosts, ChargeCosts.charge_id == Charge.id, isouter=True)
            .where(
                Payment.payee_id == payee_id,
                Charge.is_kept,
                Charge.received_at >= since,
                Charge.received_at < until,
            )
        )
        sales, known = found.one()
        return sales, sales - known

    async def _purposes(self, keys: Sequence[str]) -> dict[str, Purpose]:
        found: dict[str, Purpose] = {}
        by_model: dict[type[Charge | Refund], dict[int, list[str]]] = {Charge: {}, Refund: {}}
        for key in keys:
            parts = _KEY.fullmatch(key)
            if parts is None:
                continue
            if parts["kind"] in _OF_CHARGES:
                by_model[Charge].setdefault(int(parts["number"]), []).append(key)
            elif parts["kind"] == "refund":
                by_model[Refund].setdefault(int(parts["number"]), []).append(key)
        for model, keys_of in by_model.items():
            numbers = list(keys_of)
            for start in range(0, len(numbers), 500):
                batch = await self._session.execute(
                    sa.select(model.id, Payment.purpose_kind, Payment.purpose_id)
                    .join(Payment, Payment.id == model.payment_id)
                    .where(model.id.in_(numbers[start : start + 500]))
                )
                for number, kind, purpose_id in batch:
                    found |= dict.fromkeys(keys_of[number], Purpose(kind, purpose_id))
        return found


def number_of(line: StatementLine) -> int | None:
    """The row that a line is about: which kind of row is told by the line's own."""
    found = _KEY.fullmatch(line.key)
    return int(found["number"]) if found else None


def _entries(kind: AccountKind, owners: Collection[int]) -> sa.Select[LedgerEntry]:
    return (
        sa.select(LedgerEntry)
        .join(LedgerPosting, LedgerPosting.id == LedgerEntry.posting_id)
        .join(LedgerAccount, LedgerAccount.id == LedgerEntry.account_id)
        .where(LedgerAccount.kind == kind, LedgerAccount.owner_id.in_(owners))
    )
