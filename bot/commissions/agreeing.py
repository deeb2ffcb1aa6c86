from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.catalog.models import Merchant, MerchantId
from bot.catalog.repository import MerchantRepository
from bot.commissions.access import Sides
from bot.commissions.errors import NotYourAgreement, OfferGone, PartOutOfBounds
from bot.commissions.events import (
    CommissionAnswered,
    CommissionEnded,
    CommissionOffered,
    CommissionTakenBack,
)
from bot.commissions.models import HIGHEST, Agreement, AgreementEntry, AgreementId, Deed, Side
from bot.commissions.repository import CommissionRepository
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Currency, Money
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Sheet:
    """An agreement as one of its sides sees it; None where the two never spoke of it."""

    merchant: Merchant
    group: Group
    side: Side
    agreement: Agreement | None
    owed: Mapping[Currency, Money] = field(default_factory=dict)
    history: Sequence[AgreementEntry] = ()


class AgreeingService:
    """One side offers, the other accepts; either may end it. What was sold stays as it was."""

    def __init__(
        self,
        *,
        commissions: CommissionRepository,
        sides: Sides,
        merchants: MerchantRepository,
        groups: GroupService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._commissions = commissions
        self._sides = sides
        self._merchants = merchants
        self._groups = groups
        self._events = events
        self._clock = clock

    async def look(
        self, merchant_id: MerchantId, group_id: GroupId, *, side: Side, by: PersonId
    ) -> Sheet:
        await self._sides.admit(side, merchant_id, group_id, by=by)
        merchant = await self._merchants.get(merchant_id)
        group = await self._groups.get(group_id)
        agreement = await self._commissions.find(merchant_id, group.id)
        if agreement is None:
            return Sheet(merchant, group, side, None)
        owed = await self._commissions.owed(agreement.id)
        history = await self._commissions.history(agreement.id)
        return Sheet(merchant, group, side, agreement, owed, history)

    async def offer(
        self, merchant_id: MerchantId, group_id: GroupId, basis: int, *, side: Side, by: PersonId
    ) -> None:
        """Ask the other side for this part; where it has asked for the same, they agree.

        Raises PartOutOfBounds.
        """
        await self._sides.admit(side, merchant_id, group_id, by=by)
        if not 0 < basis <= HIGHEST:
            raise PartOutOfBounds(max=HIGHEST // 100)
        group = await self._groups.get(group_id)
        await self._groups.refuse_stranger(group, await self._merchants.get(merchant_id))
        agreement = await self._commissions.lock_or_add(merchant_id, group.id)
        if agreement.waits_for is side and agreement.offered_basis == basis:
            await self._agree(agreement, side, by)
            return
        if (agreement.offered_by, agreement.offered_basis) == (side, basis):
            return  # a second tap
        agreement.offers += 1
        agreement.offered_by, agreement.offered_basis = side, basis
        await self._note(agreement, side, by, Deed.OFFERED, basis)
        await self._events.publish(
            CommissionOffered(
                agreement_id=agreement.id, offer=agreement.offers, by=side, by_id=by, basis=basis
            )
        )

    async def answer(
        self, agreement_id: AgreementId, offer: int, *, accepts: bool, by: PersonId
    ) -> Sheet:
        """Raises OfferGone; NotYourAgreement also for the side that made the offer itself."""
        agreement = await self._commissions.lock(agreement_id)
        side = agreement.waits_for
        if side is None or agreement.offers != offer:
            # Whoever is of neither side learns nothing, not even that.
            await self._admit_any(agreement, by)
            raise OfferGone
        await self._sides.admit_to(agreement, side, by=by)
        if accepts:
            await self._agree(agreement, side, by)
        else:
            await self._decline(agreement, side, by)
        return await self.look(agreement.merchant_id, agreement.group_id, side=side, by=by)

    async def end(
        self, merchant_id: MerchantId, group_id: GroupId, *, side: Side, by: PersonId
    ) -> None:
        """Nothing of later sales; also takes back an offer of one's own. Needs nobody's yes.

        What the other side offers still waits for its answer.
        """
        await self._sides.admit(side, merchant_id, group_id, by=by)
        group = await self._groups.get(group_id)
        known = await self._commissions.find(merchant_id, group.id)
        if known is None:
            return
        agreement = await self._commissions.lock(known.id)
        if agreement.offered_by is side:
            await self._take_back(agreement, side, by)
        if not agreement.basis:
            return
        agreement.basis, agreement.agreed_at = 0, None
        await self._note(agreement, side, by, Deed.ENDED, 0)
        await self._events.publish(CommissionEnded(agreement_id=agreement.id, by=side))

    async def take_back(
        self, agreement_id: AgreementId, offer: int, *, side: Side, by: PersonId
    ) -> Sheet:
        """Ask no more for what one's own side has offered; what is agreed goes on.

        Raises OfferGone where it was answered, or offered anew, meanwhile.
        """
        agreement = await self._commissions.lock(agreement_id)
        await self._sides.admit_to(agreement, side, by=by)
        if agreement.offered_by is not side or agreement.offers != offer:
            raise OfferGone
        await self._take_back(agreement, side, by)
        return await self.look(agreement.merchant_id, agreement.group_id, side=side, by=by)

    async def _take_back(self, agreement: Agreement, side: Side, by: PersonId) -> None:
        basis = agreement.offered_basis or 0
        agreement.offered_by = agreement.offered_basis = None
        await self._note(agreement, side, by, Deed.ENDED, basis)
        await self._events.publish(
            CommissionTakenBack(agreement_id=agreement.id, by=side, basis=basis)
        )

    async def _agree(self, agreement: Agreement, side: Side, by: PersonId) -> None:
        basis = agreement.offered_basis or 0
        agreement.basis, agreement.agreed_at = basis, self._clock.now()
        await self._answered(agreement, side, by, Deed.AGREED, basis)

    async def _decline(self, agreement: Agreement, side: Side, by: PersonId) -> None:
        basis = agreement.offered_basis or 0
        await self._answered(agreement, side, by, Deed.DECLINED, basis)

    async def _answered(
        self, agreement: Agreement, side: Side, by: PersonId, deed: Deed, basis: int
    ) -> None:
        agreement.offered_by = agreement.offered_basis = None
        await self._note(agreement, side, by, deed, basis)
        await self._events.publish(
            CommissionAnswered(
                agreement_id=agreement.id,
                offered_by=side.other,
                basis=basis,
                agreed=deed is Deed.AGREED,
            )
        )

    async def _admit_any(self, agreement: Agreement, by: PersonId) -> None:
        try:
            await self._sides.admit_to(agreement, Side.MERCHANT, by=by)
        except NotYourAgreement:
            await self._sides.admit_to(agreement, Side.GROUP, by=by)

    async def _note(
        self, agreement: Agreement, side: Side, by: PersonId, deed: Deed, basis: int
    ) -> None:
        await self._commissions.add(
            AgreementEntry(
                agreement_id=agreement.id,
                at=self._clock.now(),
                by_id=by,
                side=side,
                deed=deed,
                basis=basis,
            )
        )
