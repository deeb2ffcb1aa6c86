from bot.commissions import books
from bot.commissions.access import Sides
from bot.commissions.errors import NothingOwed, OfferGone, OwedLess, ReferenceMissing
from bot.commissions.events import CommissionPaidOut, CommissionReceived
from bot.commissions.models import (
    Agreement,
    AgreementEntry,
    AgreementId,
    Deed,
    Payout,
    PayoutId,
    Side,
)
from bot.commissions.repository import CommissionRepository
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.kit.typed import clean_line
from bot.payments.ledger import Ledger
from bot.people.models import PersonId
from bot.people.service import PeopleService

LONGEST_REFERENCE = 100


def reference_of(written: str) -> str:
    """Raises ReferenceMissing."""
    reference = clean_line(written)
    if not 0 < len(reference) <= LONGEST_REFERENCE:
        raise ReferenceMissing(max=LONGEST_REFERENCE)
    return reference


class PayingOutService:
    """Money that goes from hand to hand: said by who paid, confirmed by who received."""

    def __init__(
        self,
        *,
        commissions: CommissionRepository,
        sides: Sides,
        people: PeopleService,
        ledger: Ledger,
        events: Events,
        clock: Clock,
    ) -> None:
        self._commissions = commissions
        self._sides = sides
        self._people = people
        self._ledger = ledger
        self._events = events
        self._clock = clock

    async def open(self, agreement_id: AgreementId, *, by: PersonId) -> Agreement:
        """Let the merchant's owners and operators pass. Raises NotYourAgreement."""
        agreement = await self._commissions.get(agreement_id)
        if not (await self._people.get(by)).is_operator:
            await self._sides.admit_to(agreement, Side.MERCHANT, by=by)
        return agreement

    async def mark(
        self, agreement_id: AgreementId, money: Money, reference: str, *, nth: int, by: PersonId
    ) -> Agreement:
        """Write down that so much was paid, once for every ``nth``: the how-manieth payout it is.

        Raises NothingOwed, OwedLess, ReferenceMissing, and OfferGone where another was marked
        meanwhile: that one may be the same money.
        """
        await self.open(agreement_id, by=by)
        reference = reference_of(reference)
        agreement = await self._commissions.lock(agreement_id)
        if agreement.payouts != nth:
            marked = await self._commissions.nth_payout(agreement_id, nth)
            if marked is None or (marked.money, marked.reference) != (money, reference):
                raise OfferGone
            return agreement  # a second tap
        owed = (await self._commissions.owed(agreement_id)).get(money.currency)
        if owed is None or owed.minor <= 0 or money.minor <= 0:
            raise NothingOwed
        if not money <= owed:
            raise OwedLess(left=owed)

        agreement.payouts += 1
        payout = Payout(
            agreement_id=agreement.id,
            nth=nth,
            money=money,
            reference=reference,
            by_id=by,
            paid_at=self._clock.now(),
        )
        await self._commissions.add(payout)
        await self._ledger.post(f"payout-{payout.id}", books.paid_out(agreement, money))
        await self._note(agreement, Side.MERCHANT, Deed.PAID_OUT, by)
        await self._events.publish(
            CommissionPaidOut(agreement_id=agreement.id, payout_id=payout.id)
        )
        return agreement

    async def receive(self, payout_id: PayoutId, *, by: PersonId) -> Payout:
        """The group has it. Moves no money: what was marked is booked already."""
        payout = await self._commissions.payout(payout_id)
        agreement = await self._commissions.get(payout.agreement_id)
        await self._sides.admit_to(agreement, Side.GROUP, by=by)
        if payout.received_at is None:
            payout.received_at, payout.received_by = self._clock.now(), by
            await self._note(agreement, Side.GROUP, Deed.RECEIVED, by)
            await self._events.publish(
                CommissionReceived(agreement_id=agreement.id, payout_id=payout.id)
            )
        return payout

    async def _note(self, agreement: Agreement, side: Side, deed: Deed, by: PersonId) -> None:
        await self._commissions.add(
            AgreementEntry(
                agreement_id=agreement.id,
                at=self._clock.now(),
                by_id=by,
                side=side,
                deed=deed,
                basis=agreement.basis,
            )
        )
