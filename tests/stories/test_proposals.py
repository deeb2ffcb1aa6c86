"""A group's admin writes a group-buy for a shop that sells there, and the shop decides."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantStaff, StaffRole
from bot.catalog.service import CatalogService
from bot.deals.models import DealId, DealKind
from bot.deals.opening import OpeningService
from bot.deals.proposal_models import Proposal, ProposalStatus
from bot.deals.proposal_repository import MOST, ProposalRepository
from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import TOKEN, Person, Town

pytestmark = pytest.mark.usefixtures("stripe")


class Street:
    """Olga leads the group; Mia and Max keep the shop that sells in it."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.olga, self.ana, self.mia, self.max = [
            town.person(name) for name in ("Olga", "Ana", "Mia", "Max")
        ]
        self.group = 0
        self.shop: Any = None
        self.product: Any = None

    async def opens(self, *, forum: bool = False) -> "Street":
        for person in (self.olga, self.ana, self.mia, self.max):
            await person.starts()
        self.shop = await opens_shop(self.town, self.mia)
        await works_for(self.town, self.shop, self.max)
        self.product = await puts_on_shelf(self.town, self.shop, "Wool Blanket", stock=5)
        self.group = await self.town.group("Kiln Street", self.olga, self.ana, forum=forum)
        return self

    async def is_proposed(self, *, goal: int = 2) -> None:
        olga = self.olga
        await self.begins()
        await olga.taps("Goal")
        await olga.says(str(goal))
        await olga.taps("Send to Lindenfaden")

    async def begins(self) -> None:
        """Said in the group, gone on with in private: one shop sells here, so it is not asked."""
        await self.olga.says("/groupbuy", self.group)
        await self.olga.opens((await self.olga.taps("Open private chat"))["url"])
        await self.olga.taps("Wool Blanket")
        await self.olga.taps("Goal")


async def works_for(town: Town, shop: Any, person: Person) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        session.add(MerchantStaff(merchant_id=shop.id, person_id=person.id, role=StaffRole.STAFF))
        await session.commit()


def words(seen: dict[str, Any]) -> str:
    return str(seen.get("caption") or seen.get("text") or "")


async def test_what_an_admin_proposes_runs_once_the_shop_approves(town: Town):
    street = await Street(town).opens()
    olga, mia, max_, group = street.olga, street.mia, street.max, street.group
    await street.is_proposed()

    assert olga.reads().startswith("⏳ Sent to Lindenfaden. You hear from me when they answer, by")
    for keeper in (mia, max_):
        assert keeper.reads().startswith(
            "✋ Olga, admin of Kiln Street, proposes a group-buy with your shop:\n\nWool Blanket\n"
        )
        assert "📣 Goes to: Kiln Street" in keeper.reads()
    assert "Wool Blanket" not in street.ana.reads(group)

    await mia.taps("✓ Approve and post")

    assert mia.reads().startswith("Wool Blanket: approved. Group-buy 1 is on its way")
    assert max_.reads().startswith("Wool Blanket: approved.")
    assert olga.reads().startswith("🎉 Lindenfaden has approved Wool Blanket. It is on its way")
    assert "0 of 2 people" in words(street.ana.finds("Join", group))


async def test_two_keepers_at_once_answer_one_time(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()

    first = await street.mia.presses("✓ Approve and post")
    second = await street.max.presses("✓ Approve and post")
    third = await street.mia.presses("✓ Approve and post")
    await town.hears_at_once()

    told = [await street.max.was_told(second), await street.mia.was_told(third)]
    assert all("approved already" in str(one.get("text")) for one in told), told
    assert "text" not in await street.mia.was_told(first)
    cards = [seen for seen in street.ana.sees(street.group) if "Together:" in words(seen)]
    assert len(cards) == 1


async def test_the_shop_changes_the_terms_and_the_other_keeper_has_to_look_again(town: Town):
    street = await Street(town).opens()
    mia, max_ = street.mia, street.max
    await street.is_proposed()

    await mia.taps("Change")
    await mia.taps("Price")
    await mia.says("39")
    told = await max_.taps("✓ Approve and post")

    assert "have been changed" in str(told["text"])
    assert "€39.00" in max_.reads()
    await max_.taps("✓ Approve and post")
    assert street.olga.reads().startswith(
        "🎉 Lindenfaden has approved Wool Blanket, with other terms: the card shows them."
    )
    assert "€39.00" in words(street.ana.finds("Join", street.group))


async def test_a_shop_declines_and_says_why(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()

    await street.mia.taps("Decline")
    await street.mia.says("We are on holiday <next week>")

    assert street.mia.reads().startswith("Wool Blanket: declined.")
    assert street.max.reads().startswith("Wool Blanket: declined.")
    assert street.olga.reads().startswith("Lindenfaden would rather not run Wool Blanket")
    assert street.olga.reads().endswith("They write: We are on holiday <next week>")


async def test_nobody_answers_for_three_days(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()
    late = street.mia.finds("✓ Approve and post")

    await town.passes(hours=71)
    assert street.olga.reads().startswith("⏳ Sent to")
    town.clock.wait(hours=1)
    told = await street.mia.taps("✓ Approve and post", on=late)
    assert "three days" in str(told["text"])
    await town.passes(minutes=1)

    assert "did not get round to answering" in street.olga.reads()
    assert "nobody answered within three days" in street.mia.reads()


async def test_an_admin_takes_it_back_and_proposes_something_else(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()
    query = await street.mia.presses("✓ Approve and post")
    [late] = await town.sandbox.take_updates(TOKEN)

    await street.olga.taps("Take it back")
    assert street.olga.reads().startswith("Taken back: Wool Blanket.")
    await town.hears(late)
    assert "has taken this proposal back" in str((await street.mia.was_told(query))["text"])
    assert "has taken the proposal back" in street.mia.reads()

    await street.is_proposed(goal=3)
    assert "0 of 3 people" in street.mia.reads()


async def test_who_is_no_admin_any_more_has_no_say(town: Town):
    street = await Street(town).opens()
    sim = town.sandbox.sim
    boss = town.person("Boss")
    group = await town.group("Mill Lane", boss, street.ana)
    sim.promote(boss.id, group, street.ana.id)
    await street.ana.says("/groupbuy", group)
    await street.ana.opens((await street.ana.taps("Open private chat"))["url"])
    await street.ana.taps("Wool Blanket")
    await street.ana.taps("Goal")
    written = street.ana.finds("Send to Lindenfaden")
    await street.ana.taps("Send to Lindenfaden", on=written)

    sim.demote(boss.id, group, street.ana.id)
    town.clock.wait(minutes=2)
    told = await street.mia.taps("✓ Approve and post")

    assert "is no admin of “Mill Lane” any more" in str(told["text"])
    await street.mia.taps("Decline")
    await street.mia.taps("Decline without a word")
    assert street.ana.reads().startswith("Lindenfaden would rather not")


async def test_who_was_an_admin_elsewhere_pins_nothing_there_any_more(town: Town):
    """What was proposed in one group runs in another, too: each asks for its own admins."""
    street = await Street(town).opens()
    boss, ana, mia = town.person("Boss"), street.ana, street.mia
    lane = await town.group("Mill Lane", boss, ana, bot_is_admin=True)
    town.sandbox.sim.promote(boss.id, lane, ana.id)
    await street.is_proposed()
    await mia.taps("Change")
    await mia.taps("Mill Lane")
    await mia.taps("✓ Approve and post")
    await ana.says("/groupbuy", lane)
    where = lane if any("📌" in str(seen) for seen in ana.sees(lane)) else None

    town.sandbox.sim.demote(boss.id, lane, ana.id)
    town.clock.wait(minutes=5)
    told = await ana.taps("📌 Pin: Wool Blanket", where)

    assert told["text"] == "I do not know this group-buy."


async def test_nobody_sees_what_was_never_opened(town: Town):
    street = await Street(town).opens()
    ana, mia = street.ana, street.mia
    await street.is_proposed()
    await mia.says("/groupbuy")
    await mia.taps("New group-buy")
    await mia.taps("Wool Blanket")
    await mia.taps("Bargain")
    await mia.says("/groupbuy")
    await mia.taps("New group-buy")
    await mia.taps("Wool Blanket")
    await mia.taps("Sale day")

    for link in ("deal_1", "haggle_1", "saleday_1"):
        await ana.starts(link)
        assert "Wool Blanket" not in ana.reads()


async def test_what_changes_meanwhile_is_said_and_nothing_is_lost(town: Town):
    street = await Street(town).opens()
    mia = street.mia
    await street.is_proposed()
    asked = mia.finds("✓ Approve and post")

    await mia.says("/products")
    await mia.taps("Wool Blanket")
    shelf = mia.finds("Archive")
    await mia.taps("Archive", on=shelf)
    told = await mia.taps("✓ Approve and post", on=asked)
    assert told["text"]
    await mia.taps("Undo")

    await mia.taps("✓ Approve and post", on=asked)
    assert "0 of 2 people" in words(street.ana.finds("Join", street.group))


async def test_somebody_who_is_neither_is_told_kindly(town: Town):
    street = await Street(town).opens()

    await street.ana.says("/groupbuy", street.group)
    assert street.ana.reads().startswith("Group-buys are started by shops and by this group’s")
    await street.ana.says("/groupbuy")
    assert street.ana.reads().startswith("Group-buys are started by shops, and proposed to them")


async def test_five_may_wait_and_the_sixth_is_asked_to(town: Town):
    street = await Street(town).opens()
    for _ in range(5):
        await street.is_proposed()

    await street.begins()
    told = await street.olga.taps("Send to Lindenfaden")

    assert "has 5 proposals of yours to answer already" in str(told["text"])
    await street.mia.says("/groupbuy")
    assert street.mia.reads() == "Your group-buys\n✋ 5 proposals wait for your answer"


async def test_a_group_buy_begins_at_the_product_on_the_shelf(town: Town):
    street = await Street(town).opens()
    mia = street.mia

    await mia.says("/products")
    await mia.taps("Wool Blanket")
    await mia.taps("👥 Start a group-buy")
    await mia.taps("Goal")
    assert "📣 Goes to: Kiln Street" in mia.reads()
    await mia.taps("Post")

    assert "0 of 5 people" in words(street.ana.finds("Join", street.group))


async def test_who_asks_to_be_forgotten_leaves_no_proposal_waiting(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()

    await street.olga.says("/delete_me")
    await street.olga.taps("Erase it all")

    assert "has taken the proposal back" in street.mia.reads()


async def test_however_much_she_wrote_nothing_of_it_is_left(town: Town):
    street = await Street(town).opens()
    await street.is_proposed()
    async with town.container() as scope:
        opening, proposals = await scope.get(OpeningService), await scope.get(ProposalRepository)
        product = await (await scope.get(CatalogService)).get_for_sale(street.product.id)
        asked = await proposals.get(DealId(1))
        for _ in range(MOST):
            deal = await opening.write_usual(product, DealKind.GOAL, by=asked.by_id)
            proposals.add(
                Proposal(
                    deal_id=deal.id,
                    group_id=asked.group_id,
                    by_id=asked.by_id,
                    status=ProposalStatus.WRITTEN,
                    changes=0,
                    made_at=asked.made_at,
                )
            )
        await (await scope.get(AsyncSession)).commit()

    await street.olga.says("/delete_me")
    await street.olga.taps("Erase it all")

    assert "has taken the proposal back" in street.mia.reads()
