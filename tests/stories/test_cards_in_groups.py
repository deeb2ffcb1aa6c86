"""Where a deal's card stands: its topic, on top of the group, and what a group will not take."""

from typing import Any

import pytest

from tests.stories.buying_together import forum, neighbours, opens_deal
from tests.stories.town import TOKEN, Person, Town

pytestmark = pytest.mark.usefixtures("stripe")


def cards(person: Person, group: int) -> list[dict[str, Any]]:
    told = [seen for seen in person.sees(group) if "reply_markup" in seen]
    return [seen for seen in told if "Together:" in str(seen.get("caption") or seen.get("text"))]


async def drafts(mia: Person) -> None:
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Goal")


async def test_said_in_private_the_topic_is_asked_for(town: Town):
    olga, mia, group, topics = await forum(town)
    await drafts(mia)

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


async def test_a_topic_that_is_gone_costs_nothing(town: Town):
    olga, mia, group, topics = await forum(town)
    await drafts(mia)
    await mia.taps("Food")
    town.sandbox.world.rooms.delete_topic(town.sandbox.world.rooms.get(group), topics["Food"])

    await mia.taps("Post")

    [card] = cards(olga, group)
    assert "message_thread_id" not in card
    await drafts(mia)
    labels = str(mia.finds("Home & Warmth")["reply_markup"])
    assert "Food" not in labels


async def test_a_card_is_pinned_silently_and_unpinned_at_the_end(town: Town):
    olga, mia, group, _ = await forum(town)
    await drafts(mia)
    await mia.taps("Food")
    await mia.taps("Post")
    await mia.taps("Look after it")

    told = await mia.taps("📌 Pin: Kiln Street")
    assert told["text"] == "Pinned without a sound. It is unpinned by itself at the end."
    [card] = cards(olga, group)
    assert pins(town, group) == [card["message_id"]]
    await mia.taps("Unpin: Kiln Street")
    assert pins(town, group) == []
    await mia.taps("📌 Pin: Kiln Street")

    await mia.taps("Cancel it")
    await mia.taps("Yes, cancel it")
    await town.passes(minutes=1)

    assert pins(town, group) == []


async def test_an_admin_pins_from_the_group_and_others_cannot(town: Town):
    olga, mia, group, _ = await forum(town)
    await drafts(mia)
    await mia.taps("Food")
    await mia.taps("Post")
    await olga.says("/groupbuy", group)
    where = group if any("📌" in str(seen) for seen in olga.sees(group)) else None

    await olga.taps("📌 Pin: Wool Blanket", where)
    assert len(pins(town, group)) == 1
    await olga.taps("Unpin", where)
    assert pins(town, group) == []


async def test_without_the_right_to_pin_it_is_said_what_to_do(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    await mia.taps("Look after it")

    told = await mia.taps("📌 Pin: Kiln Street")

    assert "give me the right “Pin messages”" in str(told["text"])
    assert mia.finds("📌 Pin: Kiln Street")
    assert pins(town, group) == []
    [card] = cards(ana, group)
    room = town.sandbox.world.rooms.get(group)
    stored = town.sandbox.world.messages.by_id(room.id, card["message_id"])
    assert stored is not None
    town.sandbox.world.delete(room, [stored])
    town.sandbox.sim.promote(ana.id, group, town.bot_id)
    told = await mia.taps("📌 Pin: Kiln Street")
    assert "not in the group any more" in str(told["text"])


async def test_a_group_that_takes_no_card_is_told_of_once_and_tried_again(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    may_write(town, group, allowed=False)

    await opens_deal(mia)

    assert cards(ana, group) == []
    assert "I could not post the card of Wool Blanket in Kiln Street" in mia.reads()
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("+ 6 hours")
    refused = [seen for seen in mia.sees() if "I could not post" in str(seen.get("text"))]
    assert len(refused) == 1

    may_write(town, group, allowed=True)
    told = await mia.taps("Post it there now")
    assert told["text"] == "I am trying again."
    assert len(cards(ana, group)) == 1


async def test_a_group_that_moves_keeps_its_draft(town: Town):
    ana, _, _, mia, _ = await neighbours(town)
    sim = town.sandbox.sim
    old = int(sim.create_chat("group", "Mill Lane", ana.id, members=[])["id"])
    sim.add(ana.id, old, town.bot_id)
    await town.settle()
    await mia.says("/groupbuy")
    await mia.taps("Wool Blanket")
    await mia.taps("Goal")
    await mia.taps("○ Mill Lane")
    new = int(sim.migrate(old)["id"])
    await town.settle()

    await mia.taps("Post")

    assert len(cards(ana, new)) == 1


async def test_what_runs_here_leads_to_its_card(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await opens_deal(mia)
    [card] = cards(ana, group)

    await ana.says("/deals", group)

    assert ana.reads(group).startswith("One group-buy runs here\n\n🎯 Goals\n\nWool Blanket")
    [[button]] = ana.sees(group)[-1]["reply_markup"]["inline_keyboard"]
    assert button["url"] == f"https://t.me/c/{-group - 10**12}/{card['message_id']}"
    opened = await ana.opens(button["url"])
    assert opened["message"]["message_id"] == card["message_id"]


async def test_what_one_takes_part_in_and_leads_is_listed_in_private(town: Town):
    ana, _, _, mia, group = await neighbours(town)
    await ana.says("/deals")
    assert ana.reads().startswith("You have not joined a group-buy yet.")
    await opens_deal(mia)
    await ana.taps("Join", group)

    await ana.says("/deals")
    assert ana.reads() == "Your group-buys\n\nWool Blanket\nKept for you, not paid yet"
    await mia.says("/deals")
    await mia.taps("What my shop leads")
    assert mia.reads() == "Your group-buys"
    assert mia.finds("🟢 Wool Blanket")


@pytest.mark.parametrize(
    ("button", "typed", "said"),
    [
        ("Goal", "0", "The goal must be from"),
        ("Goal", "🍞", "The goal must be from"),
        ("Goal", "-3", "The goal must be from"),
        ("Price", "0", "must cost less"),
        ("Price", "99", "must cost less"),
        ("Price", "cheap", "price"),
        ("No limit in all", "1000000000", "The goal must be from"),
        ("Lasts", "5 minutes", "It can run for"),
        ("Lasts", "yesterday", "It can run for"),
        ("Lasts", "400 days", "It can run for"),
    ],
)
async def test_odd_answers_are_told_kindly_and_asked_again(
    town: Town, button: str, typed: str, said: str
):
    _, _, _, mia, _ = await neighbours(town)
    await drafts(mia)
    before = mia.reads()
    await mia.taps(button)

    await mia.says(typed)

    assert said.lower() in mia.reads().lower()
    await mia.says("/cancel")
    await mia.says("/groupbuy")
    await mia.taps("✏️ Wool Blanket")
    assert mia.reads() == before


async def test_a_draft_goes_on_after_a_restart_and_says_what_changed_meanwhile(town: Town):
    _, _, _, mia, _ = await neighbours(town)
    await drafts(mia)
    await mia.taps("Price")
    query = await mia.presses("Post")
    [late] = await town.sandbox.take_updates(TOKEN)
    await mia.says("38.50")
    await mia.says("/products")
    await mia.taps("Wool Blanket")
    await mia.taps("Archive")

    await town.hears(late)
    assert (await mia.was_told(query))["text"]

    await mia.taps("Undo")
    await mia.says("/groupbuy")
    await mia.taps("✏️ Wool Blanket")
    assert "€38.50" in mia.reads()
    await mia.taps("Post")
    assert mia.reads().startswith("Group-buy 1 is on its way into 1 group")


def pins(town: Town, group: int) -> list[int]:
    return list(town.sandbox.world.rooms.get(group).doc.get("pinned", []))


def may_write(town: Town, group: int, *, allowed: bool) -> None:
    """Its admins decide whether members, and so the bot, may say anything."""
    room = town.sandbox.world.rooms.get(group)
    names = ("can_send_messages", "can_send_photos")
    room.doc["permissions"] = room.permissions | dict.fromkeys(names, allowed)
    town.sandbox.world.rooms.save(room)
