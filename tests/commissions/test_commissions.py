"""Commissions on real databases, also when two people act at once."""

import asyncio

import pytest

from bot.commissions.agreeing import AgreeingService
from bot.commissions.errors import NotYourAgreement, OfferGone, OwedLess, PartOutOfBounds
from bot.commissions.events import CommissionPaidOut
from bot.commissions.models import AgreementId, Side
from bot.commissions.paying_out import PayingOutService
from bot.commissions.repository import CommissionRepository
from bot.groups.errors import NotAGroupAdmin
from bot.groups.models import GroupId
from bot.kit.money import Currency, Money
from bot.people.models import PersonId
from tests.commissions.conftest import ADMIN, OWNER, STRANGER


async def test_what_was_sold_before_is_not_touched(shop):
    await shop.sells(1)
    await shop.agrees()
    await shop.sells(2)
    assert await shop.owed() == 900

    await shop.agrees(500)
    await shop.sells(3)
    assert await shop.owed() == 900 + 450


async def test_parts_go_back_in_proportion_and_leave_nothing_at_last(shop):
    await shop.agrees(333)
    order = await shop.sells(1, 3)
    whole = 13500 * 333 // 10_000
    assert await shop.owed() == whole

    await shop.gives_back(order, 1, 0)
    assert await shop.owed() == whole * 2 // 3
    await shop.gives_back(order, 1, 1)
    await shop.gives_back(order, 1, 2)

    assert await shop.owed() == 0


async def test_both_say_the_same_at_once_and_it_stands_once(shop):
    async def say(side: Side, by: PersonId) -> None:
        async with shop.ask(AgreeingService) as agreeing:
            await agreeing.offer(
                shop.shoe.merchant_id, GroupId(shop.group.id), 700, side=side, by=by
            )

    await asyncio.gather(say(Side.GROUP, ADMIN), say(Side.MERCHANT, OWNER))

    async with shop.ask(CommissionRepository) as commissions:
        agreement = await commissions.get(AgreementId(1))
    assert (agreement.basis, agreement.offered_by) == (700, None)


async def test_one_payout_however_many_taps(shop):
    await shop.agrees()
    await shop.sells(1)

    async def mark() -> None:
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(
                AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER
            )

    await asyncio.gather(*[mark() for _ in range(4)])

    assert await shop.owed() == 0
    assert len(shop.told.of(CommissionPaidOut)) == 1


async def test_a_payout_beside_another_is_not_said_to_be_marked(shop):
    await shop.agrees()
    await shop.sells(1)
    async with shop.ask(PayingOutService) as paying_out:
        await paying_out.mark(AgreementId(1), Money(400, Currency.EUR), "SEPA 1", nth=0, by=OWNER)

    with pytest.raises(OfferGone):
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(AgreementId(1), Money(500, Currency.EUR), "cash", nth=0, by=OWNER)

    assert await shop.owed() == 500


async def test_no_more_is_paid_out_than_is_owed(shop):
    await shop.agrees()
    order = await shop.sells(1)
    await shop.gives_back(order, 1)

    with pytest.raises(OwedLess) as refused:
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(
                AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER
            )

    assert refused.value.facts == {"left": Money(450, Currency.EUR)}
    assert await shop.owed() == 450


async def test_a_refund_after_the_payout_leaves_the_group_owing(shop):
    await shop.agrees()
    order = await shop.sells(1)
    async with shop.ask(PayingOutService) as paying_out:
        await paying_out.mark(AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER)
    await shop.gives_back(order, 2)
    assert await shop.owed() == -900

    await shop.sells(2)
    assert await shop.owed() == 0


async def test_strangers_are_refused(shop):
    merchant_id, group_id = shop.shoe.merchant_id, GroupId(shop.group.id)
    async with shop.ask(AgreeingService) as agreeing:
        for side, error in ((Side.MERCHANT, NotYourAgreement), (Side.GROUP, NotAGroupAdmin)):
            with pytest.raises(error):
                await agreeing.offer(merchant_id, group_id, 500, side=side, by=STRANGER)
            with pytest.raises(error):
                await agreeing.look(merchant_id, group_id, side=side, by=STRANGER)
        await agreeing.offer(merchant_id, group_id, 500, side=Side.GROUP, by=ADMIN)
        with pytest.raises(NotYourAgreement):
            await agreeing.answer(AgreementId(1), 1, accepts=True, by=ADMIN)
        with pytest.raises(OfferGone):
            await agreeing.answer(AgreementId(1), 7, accepts=True, by=OWNER)
        with pytest.raises(PartOutOfBounds):
            await agreeing.offer(merchant_id, group_id, 5001, side=Side.GROUP, by=ADMIN)
