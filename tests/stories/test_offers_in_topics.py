"""A bargain or a sale day in a group with topics, and where it may not be posted any more."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from tests.stories.buying_together import forum
from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

KINDS = ("🪓 Bargain", "📉 Sale day")
pytestmark = pytest.mark.parametrize("kind", KINDS)


def cards(person: Person, group: int) -> list[dict[str, Any]]:
    told = [seen for seen in person.sees(group) if "How it works" in str(seen.get("reply_markup"))]
    return [seen for seen in told if "Wool Blanket" in str(seen.get("caption") or seen["text"])]


async def drafts(mia: Person, kind: str) -> None:
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps(kind)


async def test_said_in_private_the_topic_is_asked_for(town: Town, kind: str):
    olga, mia, group, topics = await forum(town)
    await drafts(mia, kind)

    assert mia.reads().startswith("In which topic of Kiln Street shall it stand?")
    await mia.taps("Home & Warmth")
    assert "📣 Goes to: Kiln Street → Home & Warmth" in mia.reads()
    await mia.taps("in: Home & Warmth")
    await mia.taps("General")
    assert "📣 Goes to: Kiln Street → General" in mia.reads()
    await mia.taps("in: General")
    await mia.taps("Food")
    await mia.taps("Post")

    [card] = cards(olga, group)
    assert card["message_thread_id"] == topics["Food"]


async def test_begun_in_a_topic_it_stands_there(town: Town, kind: str):
    olga, mia, group, topics = await forum(town)
    await mia.says("/groupbuy", group, thread=topics["Food"])
    await mia.opens((await mia.taps("Open private chat", group))["url"])
    await mia.taps("Wool Blanket")
    await mia.taps(kind)
    assert "📣 Goes to: Kiln Street → Food" in mia.reads()

    await mia.taps("✓ Kiln Street")
    await mia.taps("○ Kiln Street")
    assert mia.reads().startswith("In which topic of Kiln Street")
    await mia.taps("Home & Warmth")
    await mia.taps("Post")

    [card] = cards(olga, group)
    assert card["message_thread_id"] == topics["Home & Warmth"]


async def test_a_topic_that_is_gone_costs_nothing(town: Town, kind: str):
    olga, mia, group, topics = await forum(town)
    await drafts(mia, kind)
    await mia.taps("Food")
    town.sandbox.world.rooms.delete_topic(town.sandbox.world.rooms.get(group), topics["Food"])

    await mia.taps("Post")

    [card] = cards(olga, group)
    assert "message_thread_id" not in card


async def test_a_group_that_was_lost_is_named_and_can_be_left_out(town: Town, kind: str):
    ana, mia = town.person("Ana"), town.person("Mia")
    for person in (ana, mia):
        await person.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Wool Blanket", stock=5)
    here, there = [await town.group(name, ana) for name in ("Kiln Street", "Quarry Lane")]
    await drafts(mia, kind)
    await mia.taps("○ Kiln Street")
    await mia.taps("○ Quarry Lane")
    await takes_nobody(town, there)

    told = await mia.taps("Post")

    assert "may not sell in “Quarry Lane” any more" in str(told["text"])
    assert not cards(ana, here)
    await mia.taps("✓ Quarry Lane")
    assert "Quarry Lane" not in str(mia.finds("Post")["reply_markup"])
    await mia.taps("Post")
    assert len(cards(ana, here)) == 1
    assert not cards(ana, there)


async def test_a_draft_is_never_lost(town: Town, kind: str):
    olga, mia, group, topics = await forum(town)
    floor = "Lowest price" if "Bargain" in kind else "Never below"
    await drafts(mia, kind)
    await mia.taps("Food")
    await mia.taps(floor)
    await mia.says("/cancel")

    await mia.says("/groupbuy")
    await mia.taps(f"✏️{kind.partition(' ')[0]} Wool Blanket")
    await mia.taps(floor)
    await mia.says("31")
    assert "€31.00" in mia.reads()
    await mia.taps("Post")

    [card] = cards(olga, group)
    assert card["message_thread_id"] == topics["Food"]
    await mia.says("/groupbuy")
    assert "✏️" not in str(mia.finds("＋ New group-buy")["reply_markup"])


async def test_a_draft_that_was_thrown_away_is_gone(town: Town, kind: str):
    _, mia, _, _ = await forum(town)
    await drafts(mia, kind)
    await mia.taps("General")
    await mia.taps("Discard")

    await mia.says("/groupbuy")

    assert "✏️" not in str(mia.sees()[-1])


async def takes_nobody(town: Town, chat_id: int) -> None:
    """Its admins choose who sells in it, and have chosen nobody yet."""
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        known = await (await scope.get(GroupRepository)).get_by_chat(chat_id)
        (await session.get_one(Group, known.id)).sells_everything = False
        await session.commit()
