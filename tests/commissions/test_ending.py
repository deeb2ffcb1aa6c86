"""An offer is declined or taken back, and an agreement ends, and neither does the other's work."""

import pytest

from bot.commissions.agreeing import AgreeingService
from bot.commissions.errors import NotYourAgreement, OfferGone
from bot.commissions.events import CommissionEnded, CommissionTakenBack
from bot.commissions.models import Agreement, AgreementId, Deed, Side
from bot.commissions.personal_data import CommissionsOfPerson
from bot.commissions.repository import CommissionRepository
from bot.groups.models import GroupId
from tests.commissions.conftest import ADMIN, OWNER, STRANGER, CommissionShop

ONE = AgreementId(1)
SPEAKS = {Side.GROUP: ADMIN, Side.MERCHANT: OWNER}


async def _offers(shop: CommissionShop, side: Side, basis: int) -> int:
    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.offer(
            shop.shoe.merchant_id, GroupId(shop.group.id), basis, side=side, by=SPEAKS[side]
        )
    return (await _stands(shop)).offers


async def _ends(shop: CommissionShop, side: Side) -> None:
    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.end(
            shop.shoe.merchant_id, GroupId(shop.group.id), side=side, by=SPEAKS[side]
        )


async def _stands(shop: CommissionShop) -> Agreement:
    async with shop.ask(CommissionRepository) as commissions:
        return await commissions.get(ONE)


@pytest.mark.parametrize("side", list(Side))
async def test_an_offer_is_taken_back_and_what_is_agreed_goes_on(shop, side):
    await shop.agrees(1000)
    offer = await _offers(shop, side, 2000)

    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.take_back(ONE, offer, side=side, by=SPEAKS[side])

    agreement = await _stands(shop)
    assert (agreement.basis, agreement.offered_by, agreement.offered_basis) == (1000, None, None)
    assert [(told.by, told.basis) for told in shop.told.of(CommissionTakenBack)] == [(side, 2000)]
    assert shop.told.of(CommissionEnded) == []
    await shop.sells(1)
    assert await shop.owed() == 900


@pytest.mark.parametrize("side", list(Side))
async def test_an_offer_is_declined_and_what_is_agreed_goes_on(shop, side):
    await shop.agrees(1000)
    offer = await _offers(shop, side.other, 2000)

    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.answer(ONE, offer, accepts=False, by=SPEAKS[side])

    agreement = await _stands(shop)
    assert (agreement.basis, agreement.offered_by) == (1000, None)


@pytest.mark.parametrize("side", list(Side))
async def test_an_end_leaves_the_other_sides_offer_to_be_answered(shop, side):
    await shop.agrees(1000)
    offer = await _offers(shop, side.other, 300)

    await _ends(shop, side)

    assert (await _stands(shop)).basis == 0
    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.answer(ONE, offer, accepts=True, by=SPEAKS[side])
    assert (await _stands(shop)).basis == 300


async def test_an_end_takes_ones_own_offer_along(shop):
    await shop.agrees(1000)
    await _offers(shop, Side.GROUP, 2000)

    await _ends(shop, Side.GROUP)
    await _ends(shop, Side.GROUP)

    agreement = await _stands(shop)
    assert (agreement.basis, agreement.offered_by) == (0, None)
    assert len(shop.told.of(CommissionEnded)) == len(shop.told.of(CommissionTakenBack)) == 1


async def test_where_nothing_is_agreed_nobody_hears_of_an_end(shop):
    await _offers(shop, Side.GROUP, 2000)

    await _ends(shop, Side.GROUP)

    assert (await _stands(shop)).offered_by is None
    assert shop.told.of(CommissionEnded) == []


async def test_what_was_accepted_meanwhile_is_not_taken_back(shop):
    offer = await _offers(shop, Side.GROUP, 2000)
    async with shop.ask(AgreeingService) as agreeing:
        await agreeing.answer(ONE, offer, accepts=True, by=OWNER)

    async with shop.ask(AgreeingService) as agreeing:
        with pytest.raises(OfferGone):
            await agreeing.take_back(ONE, offer, side=Side.GROUP, by=ADMIN)

    assert (await _stands(shop)).basis == 2000


async def test_nobody_takes_back_what_others_offer(shop):
    offer = await _offers(shop, Side.GROUP, 2000)

    async with shop.ask(AgreeingService) as agreeing:
        with pytest.raises(OfferGone):
            await agreeing.take_back(ONE, offer, side=Side.MERCHANT, by=OWNER)
        with pytest.raises(NotYourAgreement):
            await agreeing.take_back(ONE, offer, side=Side.MERCHANT, by=STRANGER)

    assert (await _stands(shop)).offered_by is Side.GROUP


async def test_what_was_taken_back_is_told_by_words_that_older_versions_know(shop):
    await shop.agrees(1000)
    offer = await _offers(shop, Side.GROUP, 2000)
    async with shop.ask(AgreeingService) as agreeing:
        sheet = await agreeing.take_back(ONE, offer, side=Side.GROUP, by=ADMIN)
    await _ends(shop, Side.GROUP)

    async with shop.ask(CommissionRepository) as commissions:
        ended, taken_back, *_ = await commissions.history(ONE)
        told = await CommissionsOfPerson(commissions).export(ADMIN)

    assert sheet.history[0].said == "taken-back"
    assert (ended.said, ended.basis) == ("ended", 0)
    assert (taken_back.said, taken_back.basis) == ("taken-back", 2000)
    assert (ended.deed, taken_back.deed) == (Deed.ENDED, Deed.ENDED)
    assert [line["you"] for line in told][-2:] == ["taken-back", "ended"]
