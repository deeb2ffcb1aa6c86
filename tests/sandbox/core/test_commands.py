"""Commands by scope and language, and what a bot says of itself."""

import pytest

from tests.sandbox.core.town import BOT


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"About {name}"} for name in names]


async def shown(town, person: int, chat: int) -> list[str]:
    rows = [row for row in town.sim.chats(person) if row["chat"]["id"] == chat]
    return [one["command"] for one in rows[0]["commands"]]


async def test_the_narrowest_scope_wins(town):
    chat = town.group()
    town.sim.start(town.ben, "tuan_bot")
    await town.call("setMyCommands", commands=commands("help"))
    await town.call("setMyCommands", commands=commands("shop"), scope={"type": "all_group_chats"})
    await town.call(
        "setMyCommands", commands=commands("setup"), scope={"type": "all_chat_administrators"}
    )

    assert await shown(town, town.ben, BOT) == ["help"]
    assert await shown(town, town.ben, chat) == ["shop"]
    assert await shown(town, town.ana, chat) == ["setup"]

    scope = {"type": "chat_member", "chat_id": chat, "user_id": town.ben}
    await town.call("setMyCommands", commands=commands("ben"), scope=scope)
    assert await shown(town, town.ben, chat) == ["ben"]

    await town.call("deleteMyCommands", scope=scope)
    assert await shown(town, town.ben, chat) == ["shop"]


async def test_her_language_comes_first(town):
    dora = town.sim.add_person("Dora", language_code="de")["id"]
    town.sim.start(dora, "tuan_bot")
    await town.call("setMyCommands", commands=commands("help"))
    await town.call("setMyCommands", commands=commands("hilfe"), language_code="de")

    assert await shown(town, dora, BOT) == ["hilfe"]
    assert await town.call("getMyCommands", language_code="de") == commands("hilfe")
    assert await town.call("getMyCommands", language_code="fr") == []


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (commands("Help"), "BOT_COMMAND_INVALID"),
        (commands("x" * 33), "BOT_COMMAND_INVALID"),
        ([{"command": "x", "description": "y" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (commands(*(f"c{n}" for n in range(101))), "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_are_checked(town, wrong, refusal):
    assert await town.refused("setMyCommands", commands=wrong) == f"Bad Request: {refusal}"


async def test_a_bot_describes_itself_by_language(town):
    await town.call("setMyDescription", description="A shop")
    await town.call("setMyDescription", description="Ein Laden", language_code="de")

    assert await town.call("getMyDescription", language_code="de") == {"description": "Ein Laden"}
    assert await town.call("getMyDescription", language_code="fr") == {"description": "A shop"}
    assert "too long" in await town.refused("setMyName", name="x" * 65)
