"""The town the demo opens in: its people know each other by number."""

import json
from pathlib import Path

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
