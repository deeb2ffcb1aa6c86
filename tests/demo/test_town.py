"""The town the demo opens in: its people know each other by number."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.sandbox import Sandbox
from sandbox.sim.errors import SimError

DEMO = Path(__file__).parents[2] / "config" / "demo"
TOWN = json.loads((DEMO / "town.json").read_text(encoding="utf-8"))
SHOP = json.loads((DEMO / "shop.json").read_text(encoding="utf-8"))
PEOPLE = {person["id"]: person for person in TOWN["people"]}


def test_people_have_different_numbers_and_names():
    assert len(PEOPLE) == len(TOWN["people"])
    assert len({person["username"] for person in TOWN["people"]}) == len(PEOPLE)


def test_all_languages_are_spoken():
    assert {person["language_code"] for person in PEOPLE.values()} == {"en", "de", "zh"}


def test_everybody_in_a_chat_lives_in_town():
    for chat in TOWN["chats"]:
        assert {chat["owner"], *chat["members"]} <= PEOPLE.keys()
        assert chat["owner"] not in chat["members"]


def test_there_is_a_forum_a_group_and_a_channel():
    assert {chat["key"]: chat["type"] for chat in TOWN["chats"]} == {
        "market": "supergroup",
        "flat": "group",
        "news": "channel",
    }
    assert [chat["key"] for chat in TOWN["chats"] if chat["is_forum"]] == ["market"]
    assert all(bool(chat["topics"]) == chat["is_forum"] for chat in TOWN["chats"])


def test_every_merchant_of_the_shop_has_an_owner_in_town():
    assert TOWN["merchants"].keys() == {merchant["handle"] for merchant in SHOP["merchants"]}
    for roles in TOWN["merchants"].values():
        assert {roles["owner"], *roles["staff"]} <= PEOPLE.keys()


def test_a_shopper_can_pay_for_digital_goods_in_stars():
    dearest = max(
        int(variant["prices"]["XTR"])
        for merchant in SHOP["merchants"]
        for product in merchant["products"]
        for variant in product["variants"]
        if "XTR" in variant["prices"]
    )

    assert all(PEOPLE[person]["stars"] >= dearest for person in (1001, 1002, 1003))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    sandbox.add_bot("42:TEST", "tuan_bot", "Tuan")
    yield sandbox
    await sandbox.close()


async def test_the_sandbox_opens_the_town_with_the_numbers_it_names(sandbox):
    seeded = sandbox.sim.seed(TOWN)

    assert seeded["people"] == {person["username"]: number for number, person in PEOPLE.items()}
    market = sandbox.sim.chat(seeded["chats"]["Sunday Market"])
    roles = {one["user"]["first_name"]: one["status"] for one in market["members"]}
    assert roles["Olivia"] == "creator"
    assert roles["Tuan"] == "administrator"
    assert roles["陈晓"] == "member"
    assert {"Shop talk", "Group buys"} <= {topic["name"] for topic in market["topics"]}


async def test_the_flat_has_not_invited_the_bot_yet(sandbox):
    seeded = sandbox.sim.seed(TOWN)

    flat = sandbox.sim.chat(seeded["chats"]["Flat 12"])
    assert {one["user"]["first_name"] for one in flat["members"]} == {"Ana", "Ben", "陈晓"}


async def test_merchants_have_started_the_bot_so_that_it_can_tell_them_of_sales(sandbox):
    sandbox.sim.seed(TOWN)

    owners = {merchant["owner"] for merchant in TOWN["merchants"].values()}
    for owner in owners:
        [said] = sandbox.sim.messages(owner, 42)["messages"]
        assert said["text"] == "/start"


async def test_opening_the_town_twice_doubles_nothing(sandbox):
    first = sandbox.sim.seed(TOWN)

    assert sandbox.sim.seed(TOWN) == first
    assert len(sandbox.sim.people()) == len(PEOPLE)


async def test_a_town_of_other_numbers_is_refused(sandbox):
    sandbox.sim.add_person("Zoe")

    with pytest.raises(SimError):
        sandbox.sim.seed(TOWN)
