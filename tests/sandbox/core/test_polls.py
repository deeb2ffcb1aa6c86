"""Polls and votes."""

import pytest

from sandbox.sim.errors import SimError
from tests.sandbox.core.town import Json, Town


async def poll(town: Town, chat: int, **more: object) -> Json:
    options = [{"text": "Red"}, {"text": "Blue"}]
    sent: Json = await town.call(
        "sendPoll", chat_id=chat, question="Which?", options=options, **more
    )
    return sent


async def test_votes_are_counted_and_told_by_name(town):
    chat = town.group()
    sent = await poll(town, chat, is_anonymous=False)
    await town.updates()

    seen = town.sim.vote(town.ben, chat, sent["message_id"], [1])

    assert [one["voter_count"] for one in seen["poll"]["options"]] == [0, 1]
    assert seen["seen"]["voted"] == [1]
    sums, answer = await town.updates()
    assert sums["poll"]["total_voter_count"] == 1
    assert answer["poll_answer"]["user"]["id"] == town.ben
    assert answer["poll_answer"]["option_ids"] == [1]


async def test_an_anonymous_poll_tells_only_sums(town):
    chat = town.group()
    sent = await poll(town, chat)
    await town.updates()

    town.sim.vote(town.ben, chat, sent["message_id"], [0])

    [update] = await town.updates()
    assert update["poll"]["total_voter_count"] == 1
    assert "poll_answer" not in update


async def test_one_answer_unless_more_are_allowed(town):
    chat = town.group()
    single = await poll(town, chat)
    several = await poll(town, chat, allows_multiple_answers=True)

    with pytest.raises(SimError, match="one answer"):
        town.sim.vote(town.ben, chat, single["message_id"], [0, 1])
    seen = town.sim.vote(town.ben, chat, several["message_id"], [0, 1])
    assert seen["poll"]["total_voter_count"] == 1


async def test_a_stopped_poll_takes_no_votes(town):
    chat = town.group()
    sent = await poll(town, chat)

    closed = await town.call("stopPoll", chat_id=chat, message_id=sent["message_id"])

    assert closed["is_closed"] is True
    with pytest.raises(SimError, match="closed"):
        town.sim.vote(town.ben, chat, sent["message_id"], [0])
    assert await town.refused("stopPoll", chat_id=chat, message_id=sent["message_id"]) == (
        "Bad Request: poll has already been closed"
    )


async def test_a_poll_closes_when_its_time_is_over(town):
    chat = town.group()
    sent = await poll(town, chat, open_period=60)
    await town.updates()

    town.sim.advance(61)

    [update] = await town.updates()
    assert update["poll"]["is_closed"] is True
    assert town.sim.message(town.ben, chat, sent["message_id"])["poll"]["is_closed"] is True


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"options": []}, "poll must have at least 1 option"),
        (
            {"options": [{"text": str(n)} for n in range(13)]},
            "poll can't have more than 12 options",
        ),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
    ],
)
async def test_a_poll_is_refused(town, change, refusal):
    given = {"question": "Which?", "options": [{"text": "Red"}], **change}

    assert (
        await town.refused("sendPoll", chat_id=town.group(), **given) == f"Bad Request: {refusal}"
    )
