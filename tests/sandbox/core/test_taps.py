"""Callback queries: asked, answered, too late."""

import asyncio

from tests.sandbox.core.town import BOT

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_tap_reaches_the_bot_and_its_answer_the_person(town):
    chat = town.group()
    card = await town.card(chat, "Buy")
    await town.updates()

    query = await town.tap(town.ben, chat, card["message_id"])

    [update] = await town.updates()
    assert update["callback_query"]["id"] == query
    assert update["callback_query"]["data"] == "buy"
    assert update["callback_query"]["from"]["id"] == town.ben
    assert update["callback_query"]["message"] == card
    await town.call("answerCallbackQuery", callback_query_id=query, text="Ok", show_alert=True)
    assert await town.sim.answer_of(query) == {"kind": "answered", "text": "Ok", "alert": True}


async def test_a_query_is_answered_once(town):
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])
    await town.call("answerCallbackQuery", callback_query_id=query)

    assert await town.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_a_query_lives_150_seconds(town):
    chat = town.group()
    card = await town.card(chat)
    young = await town.tap(town.ben, chat, card["message_id"])
    town.sim.advance(149)
    old = await town.tap(town.ana, chat, card["message_id"])

    await town.call("answerCallbackQuery", callback_query_id=young)

    town.sim.advance(151)
    assert await town.refused("answerCallbackQuery", callback_query_id=old) == TOO_OLD


async def test_an_old_tap_is_not_delivered_any_more(town):
    chat = town.group()
    card = await town.card(chat)
    await town.updates()
    await town.tap(town.ben, chat, card["message_id"])

    town.sim.advance(151)

    assert await town.updates() == []


async def test_a_toast_has_at_most_200_characters(town):
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])

    refusal = await town.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)

    assert refusal == "Bad Request: MESSAGE_TOO_LONG"


async def test_an_answer_may_open_only_a_link_to_the_bot_itself(town):
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])

    other = await town.refused(
        "answerCallbackQuery", callback_query_id=query, url="https://shop.example"
    )
    assert other == "Bad Request: URL_INVALID"

    url = "https://t.me/tuan_bot?start=order_7"
    await town.call("answerCallbackQuery", callback_query_id=query, url=url)
    assert (await town.sim.answer_of(query))["url"] == url


async def test_someone_elses_bot_cannot_answer(town):
    town.sandbox.add_bot("43:TEST", "other_bot", "Other")
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])

    await town.call("answerCallbackQuery", callback_query_id=query)

    assert (await town.sim.answer_of(query))["kind"] == "answered"
    assert town.sandbox.world.queries.open(query, "callback", 43) is None


async def test_a_waiting_tap_returns_when_the_bot_answers(town):
    town.sim.start(town.ana, "tuan_bot")
    card = await town.card(town.ana)
    await town.updates()

    async with asyncio.TaskGroup() as group:
        tap = group.create_task(town.sim.tap(town.ana, BOT, card["message_id"], data="buy"))
        [update] = await town.sandbox.take_updates("42:TEST", timeout=2)
        query = update["callback_query"]["id"]
        await town.call("answerCallbackQuery", callback_query_id=query, text="Ok")

    assert tap.result() == {"kind": "answered", "alert": False, "text": "Ok"}
