"""A group and a merchant agree on a part of what is sold through the group."""

import pytest

from bot.payments.models import AccountKind
from tests.stories.buying_together import neighbours, opens_deal
from tests.stories.shopkeeping import before_fees, differences
from tests.stories.test_holding import joins
from tests.stories.town import Person, Town

pytestmark = pytest.mark.usefixtures("stripe")
GOODS, WITH_DELIVERY = 4050, 4540


async def agree(ana: Person, mia: Person, group: int, part: str = "10%") -> None:
    """Ana runs the group, Mia the shop."""
    await ana.says("/commission", group)
    await ana.taps("Lindenfaden")
    await ana.taps(part)
    await mia.taps("Accept")


async def sold(town: Town, ana: Person, ben: Person, mia: Person, group: int) -> None:
    await opens_deal(mia)
    await joins(ana, group)
    await joins(ben, group)
    await town.passes(hours=24)
    await town.passes(seconds=30)


async def test_they_agree_and_what_is_sold_from_then_on_counts(town: Town):
    ana, ben, cyd, mia, group = await neighbours(town)
    await ana.says("/statement", group)
    assert "Nobody has agreed on a commission with this group yet." in ana.reads()
    await agree(ana, mia, group)
    assert "Agreed: the group gets 10% of the goods" in mia.reads()
    assert ana.reads().startswith("✅ Lindenfaden and Kiln Street agree: 10% of sales from now on.")

    await sold(town, ana, ben, mia, group)

    part = 2 * (GOODS // 10)
    found = await before_fees(town)
    assert found[AccountKind.COMMISSIONS_PAYABLE] == -part
    assert found[AccountKind.MERCHANT_PAYABLE] == part - 2 * WITH_DELIVERY
    await ana.says("/statement", group)
    assert "2 sales: €8.10" in ana.reads()
    assert "Owed at the end: €8.10" in ana.reads()
    assert "Ben" not in ana.reads()
    await mia.says("/statement")
    assert "Commission of groups: €8.10" in mia.reads()

    await cyd.says("/statement", group)
    assert "€8.10" not in cyd.reads()
    await cyd.says("/commission", group)
    assert "admin" in cyd.reads()


async def test_what_goes_back_takes_its_part_along(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await agree(ana, mia, group)
    await sold(town, ana, ben, mia, group)

    await mia.taps("Refund")
    await mia.taps("Give back")
    await mia.taps("Yes")
    await town.passes(seconds=30)

    found = await before_fees(town)
    assert found[AccountKind.COMMISSIONS_PAYABLE] == -(GOODS // 10)
    assert found[AccountKind.MERCHANT_PAYABLE] == GOODS // 10 - WITH_DELIVERY
    assert await differences(town) == []
    await ana.says("/statement")
    await ana.taps("Group: Kiln Street")
    assert "Went back with 1 refund: €4.05" in ana.reads()
    await ana.taps("As a table")
    assert "document" in ana.sees()[-1]


async def test_it_is_paid_by_hand_once_and_confirmed(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await agree(ana, mia, group)
    await sold(town, ana, ben, mia, group)

    await mia.says("/commission")
    await mia.taps("Lindenfaden")
    await mia.taps("I have paid €8.10")
    await mia.says("SEPA 4711")
    assert "Reference: SEPA 4711" in mia.reads()
    sure = mia.finds("Yes, €8.10 was paid")["seen"]["key"]
    for _ in range(2):  # both taps are on their way before the bot hears the first
        await town.sandbox.sim.tap(mia.id, town.bot_id, sure, button="Yes, €8.10 was paid", wait=0)
    await town.settle()

    found = await before_fees(town)
    assert found[AccountKind.COMMISSIONS_PAYABLE] == 0
    assert found[AccountKind.PAID_BY_HAND] == -810
    assert "Lindenfaden says it has paid €8.10 to you for Kiln Street." in ana.reads()
    await ana.taps("I have received it")
    assert mia.reads() == "✅ Kiln Street has received €8.10."
    await ana.says("/statement", group)
    assert "Paid out: €8.10" in ana.reads()


async def test_the_shop_offers_and_either_side_ends_it(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await mia.says("/commission")
    await mia.taps("Lindenfaden")
    await mia.taps("5%")
    assert "You have offered 5%." in mia.reads()
    assert ana.reads().startswith("❓ Lindenfaden offers that Kiln Street gets 5%")
    await ana.taps("Decline")
    assert "5% was declined. Nothing changes." in mia.reads()
    with pytest.raises(Exception, match="Accept"):
        mia.finds("Accept")  # nobody can say yes to her own offer

    await agree(ana, mia, group, "20%")
    await ana.says("/commission", group)
    await ana.taps("Lindenfaden")
    await ana.taps("End it for later sales")
    assert "has ended the commission of Kiln Street" in mia.reads()

    await sold(town, ana, ben, mia, group)
    assert AccountKind.COMMISSIONS_PAYABLE not in await before_fees(town)


async def test_more_is_asked_for_and_taken_back_and_what_is_agreed_stays(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await agree(ana, mia, group)
    await ana.says("/commission", group)
    await ana.taps("Lindenfaden")
    await ana.taps("20%")

    await ana.taps("Take my offer of 20% back")

    assert "Agreed: the group gets 10% of the goods" in ana.reads()
    assert "group: took 20% back" in ana.reads()
    assert "has taken its offer of 20% back. What is agreed stays as it is." in mia.reads()


async def test_an_old_offer_cannot_be_accepted_any_more(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await ana.says("/commission", group)
    await ana.taps("Lindenfaden")
    await ana.taps("20%")
    old = mia.finds("Accept")
    await ana.taps("30%")

    told = await mia.taps("Accept", on=old)

    assert "something else has been offered since" in told["text"]
    await mia.says("/commission")
    await mia.taps("Lindenfaden")
    assert "Nothing is agreed" in mia.reads()
    assert "The other side offers 30%." in mia.reads()


async def test_nobody_else_answers_for_a_shop(town: Town):
    ana, ben, _, mia, group = await neighbours(town)
    await ana.says("/commission", group)
    await ana.taps("Lindenfaden")
    await ana.taps("20%")
    data = next(
        button["callback_data"]
        for row in mia.finds("Accept")["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"] == "Accept"
    )
    await ben.says("/help")
    await opens_deal(mia)
    await ben.forges(data, "Join", group)
    await mia.says("/commission")
    await mia.taps("Lindenfaden")
    assert "Nothing is agreed" in mia.reads()
