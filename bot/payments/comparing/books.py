from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments.accounts import GatewayAccountService
from bot.payments.events import BooksDiffer
from bot.payments.gateways import Outcome
from bot.payments.gateways.listing import ListedCharge, ListedRefund
from bot.payments.heard import HeardEvents
from bot.payments.models import (
    Charge,
    ChargeId,
    GatewayAccountId,
    Payment,
    PaymentId,
    Rail,
    Refund,
    RefundStatus,
)

CHARGES_BACK = timedelta(days=9)
REFUNDS_BACK = timedelta(days=35)  # a refund may fail for a month
LISTED_BACK = timedelta(days=40)  # at Stripe a hold is a charge from the day it was made
A_LITTLE = timedelta(minutes=5)  # what has just happened may not be listed yet
WITHOUT_LISTS = (Rail.STARS, Rail.PRETEND)
_BATCH = 500
_One = TypeVar("_One", int, str)


@dataclass(frozen=True, slots=True)
class Listing:
    """A key, and whose charges it lists."""

    account_id: GatewayAccountId | None
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MoneyDifference:
    payment_id: PaymentId
    subject: str  # the gateway's number of what differs
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What we know of the refunds that a gateway lists."""

    charges: Mapping[str, Charge]
    by_number: Mapping[str, Refund]
    by_id: Mapping[int, Refund]

    def charge(self, listed: ListedRefund) -> Charge | None:
        return next((self.charges[one] for one in listed.charges if one in self.charges), None)

    def refund(self, listed: ListedRefund) -> Refund | None:
        back = listed.given_back
        return self.by_number.get(back.number) or self.by_id.get(back.refund_id or 0)


class MoneyBooks:
    """Our side of the comparison: charges of nine days, refunds of thirty-five."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        accounts: GatewayAccountService,
        heard: HeardEvents,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._accounts = accounts
        self._heard = heard
        self._events = events
        self._clock = clock

    def listed_since(self) -> datetime:
        return self._clock.now() - LISTED_BACK

    async def listings(self) -> list[Listing]:
        """Every account that has taken money lately and can be asked for lists."""
        found = await self._session.scalars(
            sa.select(Payment.account_id)
            .join(Charge, Charge.payment_id == Payment.id)
            .where(Charge.received_at >= self.listed_since(), Payment.rail.not_in(WITHOUT_LISTS))
            .distinct()
        )
        keys = [(one, await self._accounts.stripe_key_of(one)) for one in found]
        return [Listing(account_id, key) for account_id, key in keys if key]

    async def unlearned(
        self, listed: Sequence[ListedRefund]
    ) -> list[tuple[ChargeId, str, ListedRefund]]:
        """The refunds to be looked at, with their charge and its provider's number."""
        known = await self._known(listed)
        found = []
        for one in listed:
            charge = known.charge(one)
            if charge is not None and not _is_learned(one, known.refund(one)):
                found.append((charge.id, charge.provider_charge, one))
        return found

    async def differing(
        self, listing: Listing, charges: Sequence[ListedCharge], refunds: Sequence[ListedRefund]
    ) -> list[MoneyDifference]:
        of_charges = await self._differing_charges(listing, charges)
        known = await self._known(refunds)
        listed = [
            difference for one in refunds if (difference := _difference(one, known)) is not None
        ]
        return [*of_charges, *listed, *await self._missing_refunds(listing, refunds)]

    async def report(self, difference: MoneyDifference) -> bool:
        """Tell a person, once for each difference."""
        key = f"differs-{difference.subject}-{difference.ours}-{difference.theirs}"
        if not await self._heard.is_first(key, "differs"):
            return False
        await self._events.publish(
            BooksDiffer(
                payment_id=difference.payment_id,
                subject=difference.subject,
                ours=difference.ours,
                theirs=difference.theirs,
            )
        )
        return True

    async def _differing_charges(
        self, listing: Listing, listed: Sequence[ListedCharge]
    ) -> list[MoneyDifference]:
        """Where a key lists nothing of ours at all, the first charge stands for all of them."""
        theirs = {number: one.taken for one in listed for number in one.numbers}
        now = self._clock.now()
        found = await self._session.scalars(
            sa.select(Charge)
            .join(Payment, Payment.id == Charge.payment_id)
            .where(
                Payment.account_id.is_not_distinct_from(listing.account_id),
                Payment.rail.not_in(WITHOUT_LISTS),
                Charge.received_at.between(now - CHARGES_BACK, now - A_LITTLE),
            )
            .order_by(Charge.id)
        )
        ours = found.all()
        missing = [one for one in ours if one.provider_charge not in theirs]
        differing = [
            _of_charge(one, theirs.get(one.provider_charge))
            for one in ours
            if theirs.get(one.provider_charge) != one.money
        ]
        is_strange = len(missing) == len(ours) and len(ours) > 1
        return differing[:1] if is_strange else differing

    async def _missing_refunds(
        self, listing: Listing, listed: Sequence[ListedRefund]
    ) -> list[MoneyDifference]:
        numbers = {one.given_back.number for one in listed}
        now = self._clock.now()
        found = await self._session.scalars(
            sa.select(Refund)
            .join(Payment, Payment.id == Refund.payment_id)
            .where(
                Payment.account_id.is_not_distinct_from(listing.account_id),
                Payment.rail.not_in(WITHOUT_LISTS),
                Refund.status == RefundStatus.SUCCEEDED,
                Refund.settled_at.between(now - REFUNDS_BACK, now - A_LITTLE),
            )
            .order_by(Refund.id)
        )
        return [
            MoneyDifference(one.payment_id, one.gateway_refund or "", _written(one.money), "")
            for one in found
            if one.gateway_refund not in numbers
        ]

    async def _known(self, listed: Sequence[ListedRefund]) -> _Known:
        numbers = {number for one in listed for number in one.charges}
        refunds = {one.given_back.number for one in listed}
        ids = {one.given_back.refund_id for one in listed if one.given_back.refund_id}
        charges = await self._charges(numbers)
        found = await self._refunds(refunds, ids)
        return _Known(
            {one.provider_charge: one for one in charges},
            {one.gateway_refund: one for one in found if one.gateway_refund},
            {one.id: one for one in found},
        )

    async def _charges(self, numbers: Collection[str]) -> list[Charge]:
        found: list[Charge] = []
        for batch in _batches(sorted(numbers)):
            rows = sa.select(Charge).where(Charge.provider_charge.in_(batch))
            found += await self._session.scalars(rows)
        return found

    async def _refunds(self, numbers: Collection[str], ids: Collection[int]) -> list[Refund]:
        found: list[Refund] = []
        fresh = sa.select(Refund).execution_options(populate_existing=True)
        for batch in _batches(sorted(numbers)):
            found += await self._session.scalars(fresh.where(Refund.gateway_refund.in_(batch)))
        for some in _batches(sorted(ids)):
            found += await self._session.scalars(fresh.where(Refund.id.in_(some)))
        return found


def _batches(ordered: Sequence[_One]) -> list[Sequence[_One]]:
    return [ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH)]


def _is_learned(listed: ListedRefund, known: Refund | None) -> bool:
    back = listed.given_back
    is_this_one = known is not None and known.gateway_refund == back.number
    match back.outcome:
        case Outcome.DONE:
            return is_this_one and known is not None and known.status is RefundStatus.SUCCEEDED
        case Outcome.FAILED:
            return not (is_this_one and known and known.status is RefundStatus.SUCCEEDED)
        case Outcome.WAITING:
            return True


def _difference(listed: ListedRefund, known: _Known) -> MoneyDifference | None:
    """What looking did not mend. What our books know nothing of was told when it was learned."""
    back, refund, charge = listed.given_back, known.refund(listed), known.charge(listed)
    if refund is None or charge is None:
        return None
    is_same = back.money == refund.money
    if _is_learned(listed, refund) and (is_same or back.outcome is not Outcome.DONE):
        return None
    ours = f"{refund.status.value} {refund.gateway_refund or ''} {_written(refund.money)}"
    theirs = f"{back.outcome.value} {back.number} {_written(back.money)}"
    return MoneyDifference(charge.payment_id, back.number, ours, theirs)


def _of_charge(charge: Charge, theirs: Money | None) -> MoneyDifference:
    listed = _written(theirs) if theirs is not None else ""
    return MoneyDifference(
        charge.payment_id, charge.provider_charge, _written(charge.money), listed
    )


def _written(money: Money) -> str:
    return f"{money.amount} {money.currency}"
