"""A town from a file."""

import pytest

from sandbox.sim.errors import SimError
from tests.sandbox.core.town import TOKEN

TOWN = {
    "people": [
        {"id": 1001, "first_name": "Ana", "username": "ana"},
        {"id": 1002, "first_name": "Ben", "username": "ben", "language_code": "de"},
    ],
    "bots": [{"token": TOKEN, "username": "tuan_bot", "first_name": "Tuan"}],
    "chats": [
        {
            "type": "supergroup",
            "title": "Market",
            "is_forum": True,
            "owner": 1001,
            "members": [1002],
            "topics": ["Boots"],
            "bot_is_admin": True,
        }
    ],
    "started": [{"person": "ana", "bot": "tuan_bot"}],
}


async def test_a_seed_makes_people_chats_topics_and_roles(town):
    made = town.sim.seed(TOWN)

    assert made["people"] == {"ana": 1001, "ben": 1002}
    chat = town.sim.chat(made["chats"]["Market"])
    assert {one["user"]["id"]: one["status"] for one in chat["members"]} == {
        1001: "creator",
        1002: "member",
        42: "administrator",
    }
    assert [one["name"] for one in chat["topics"]] == ["Boots"]
    assert (await town.send(1001, "You started me"))["chat"]["id"] == 1001


async def test_sown_twice_nothing_doubles(town):
    first = town.sim.seed(TOWN)

    assert town.sim.seed(TOWN) == first
    assert len(town.sim.people()) == 2


async def test_after_a_reset_the_same_town_can_be_sown_again(town):
    first = town.sim.seed(TOWN)
    town.sim.reset()

    again = town.sim.seed(TOWN)

    assert again["people"] == first["people"]
    assert town.sim.add_person("Cyd")["id"] == 1003


async def test_a_number_is_given_once(town):
    town.sim.seed(TOWN)

    with pytest.raises(SimError, match="1001"):
        town.sim.add_person("Eve", number=1001)
