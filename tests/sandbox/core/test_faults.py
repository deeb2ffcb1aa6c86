"""Troubles on order, and flood limits."""

import pytest

from sandbox.botapi.errors import ApiError
from sandbox.botapi.faults import AnswerLost


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("429", 429, "Too Many Requests: retry after 7"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
        ("5xx", 502, "Bad Gateway"),
    ],
)
async def test_a_planned_refusal_comes_once_and_does_nothing(town, kind, code, description):
    chat = town.group()
    town.sim.plan_fault(kind, method="sendMessage", retry_after=7)

    with pytest.raises(ApiError) as refusal:
        await town.send(chat)

    assert (refusal.value.code, refusal.value.description) == (code, description)
    assert town.seen_by(town.ana, chat) == []
    await town.send(chat)
    assert town.seen_by(town.ana, chat) == ["Hello"]


async def test_a_lost_answer_comes_after_the_work_was_done(town):
    chat = town.group()
    town.sim.plan_fault("lost_answer")

    with pytest.raises(AnswerLost):
        await town.send(chat)

    assert town.seen_by(town.ana, chat) == ["Hello"]


async def test_a_timeout_does_nothing(town):
    chat = town.group()
    town.sim.plan_fault("timeout", seconds=0)

    with pytest.raises(AnswerLost):
        await town.send(chat)

    assert town.seen_by(town.ana, chat) == []


async def test_a_fault_may_concern_one_method_or_one_chat(town):
    chat, other = town.group(), town.group()
    town.sim.plan_fault("5xx", chat=other)
    town.sim.plan_fault("5xx", method="sendPhoto")

    await town.send(chat)
    assert await town.refused("sendMessage", chat_id=other, text="x") == "Bad Gateway"

    town.sim.clear_faults()
    await town.send(other)


async def test_every_call_is_logged_with_its_answer(town):
    chat = town.group()
    sent = await town.send(chat)
    await town.refused("sendMessage", chat_id=chat, text="")

    calls = town.sim.calls(method="sendMessage")

    assert [(one["ok"], one["bot"]) for one in calls] == [(True, "tuan_bot"), (False, "tuan_bot")]
    assert calls[0]["answer"] == sent
    assert calls[1]["answer"]["description"] == "Bad Request: message text is empty"
    assert town.sim.calls(after=calls[0]["n"]) == calls[1:]


async def test_flood_limits_allow_one_message_a_second_in_a_private_chat(town):
    town.sim.start(town.ana, "tuan_bot")
    town.sim.flood(on=True)
    await town.send(town.ana)

    with pytest.raises(ApiError, match="retry after 1") as refusal:
        await town.send(town.ana)

    assert refusal.value.parameters == {"retry_after": 1}
    town.sim.advance(1)
    await town.send(town.ana)


async def test_flood_limits_allow_twenty_a_minute_in_a_group_edits_included(town):
    chat = town.group()
    town.sim.flood(on=True)
    sent = await town.send(chat)
    for n in range(19):
        await town.call("editMessageText", chat_id=chat, message_id=sent["message_id"], text=str(n))

    assert await town.refused("sendMessage", chat_id=chat, text="x") == (
        "Too Many Requests: retry after 60"
    )


async def test_flood_limits_allow_thirty_a_second_overall(town):
    chats = [town.group() for _ in range(31)]
    town.sim.flood(on=True)
    for chat in chats[:30]:
        await town.send(chat)

    assert await town.refused("sendMessage", chat_id=chats[30], text="x") == (
        "Too Many Requests: retry after 1"
    )
