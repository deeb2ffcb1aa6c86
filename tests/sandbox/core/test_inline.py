"""Inline mode: typing the bot's name in any chat."""

import asyncio

import pytest

from sandbox.sim.errors import SimError
from tests.sandbox.core.town import TOKEN, Json, Town

BOOTS = {
    "type": "article",
    "id": "boots",
    "title": "Boots",
    "input_message_content": {"message_text": "<b>Boots</b>", "parse_mode": "HTML"},
    "reply_markup": {"inline_keyboard": [[{"text": "Buy", "callback_data": "buy"}]]},
}


async def ask(town: Town, chat: int, results: list[Json], **more: object) -> Json:
    """Ben types, the bot answers."""
    async with asyncio.TaskGroup() as group:
        typed = group.create_task(town.sim.inline(town.ben, "tuan_bot", "boo", chat))
        [update] = await town.sandbox.take_updates(TOKEN, timeout=2)
        query = update["inline_query"]
        assert (query["query"], query["from"]["id"]) == ("boo", town.ben)
        await town.call("answerInlineQuery", inline_query_id=query["id"], results=results, **more)
    found: Json = typed.result()
    return found


async def test_a_chosen_result_is_sent_through_the_bot(town):
    chat = town.group()
    await town.updates()
    found = await ask(town, chat, [BOOTS])

    sent = town.sim.choose(town.ben, found["query_id"], "boots", chat)

    assert (sent["text"], sent["via_bot"]["username"]) == ("Boots", "tuan_bot")
    assert sent["entities"][0]["type"] == "bold"
    message, chosen = await town.updates()
    assert message["message"]["via_bot"]["id"] == 42
    assert chosen["chosen_inline_result"]["result_id"] == "boots"
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]

    await town.call("editMessageText", inline_message_id=inline_id, text="Sold out")
    assert town.seen_by(town.ana, chat) == ["Sold out"]


async def test_its_buttons_name_the_inline_message(town):
    chat = town.group()
    await town.updates()
    found = await ask(town, chat, [BOOTS])
    sent = town.sim.choose(town.ben, found["query_id"], "boots", chat)
    await town.updates()

    await town.tap(town.ana, chat, sent["message_id"])

    [update] = await town.updates()
    assert "message" not in update["callback_query"]
    assert update["callback_query"]["inline_message_id"]


async def test_answers_are_checked(town):
    chat = town.group()
    await town.updates()
    waiting = await town.sim.inline(town.ben, "tuan_bot", "boo", chat, wait=0)

    async def refused(results: list[Json]) -> str:
        return str(await town.refused(
            "answerInlineQuery", inline_query_id=waiting["query_id"], results=results
        ))  # fmt: skip

    assert await refused([BOOTS, BOOTS]) == "Bad Request: RESULT_ID_DUPLICATE"
    assert await refused([{**BOOTS, "id": str(n)} for n in range(51)]) == (
        "Bad Request: RESULTS_TOO_MUCH"
    )
    assert await refused([{**BOOTS, "id": "x" * 65}]) == "Bad Request: RESULT_ID_INVALID"
    town.sim.advance(151)
    assert "query is too old" in await refused([BOOTS])


async def test_only_what_was_offered_can_be_chosen(town):
    chat = town.group()
    await town.updates()
    found = await ask(town, chat, [BOOTS])

    with pytest.raises(SimError, match="hats"):
        town.sim.choose(town.ben, found["query_id"], "hats", chat)
    with pytest.raises(SimError, match="answered inline query"):
        town.sim.choose(town.ana, found["query_id"], "boots", chat)
