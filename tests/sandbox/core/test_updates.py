"""Fetching updates: order, confirmation, conflicts, faults."""

import asyncio

import pytest

from sandbox.botapi.errors import ApiError
from tests.sandbox.core.town import BOT


async def start(town, *texts: str) -> None:
    town.sim.start(town.ana, "tuan_bot")
    for text in texts:
        town.sim.say(town.ana, BOT, text)


async def fetch(town, **parameters: object) -> list[str]:
    updates = await town.call("getUpdates", **parameters)
    return [one["message"]["text"] for one in updates]


async def test_updates_stay_until_an_offset_confirms_them(town):
    await start(town, "one", "two")
    assert await fetch(town) == ["/start", "one", "two"]
    updates = await town.call("getUpdates", limit=2)
    assert len(updates) == 2

    assert await fetch(town, offset=updates[1]["update_id"] + 1) == ["two"]
    assert await fetch(town) == ["two"]


async def test_a_negative_offset_keeps_the_last_ones(town):
    await start(town, "one", "two")

    assert await fetch(town, offset=-1) == ["two"]
    assert await fetch(town) == ["two"]


async def test_long_polling_returns_at_once_when_something_comes(town):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(fetch(town, timeout=30))
        await asyncio.sleep(0)
        await start(town)

    assert poll.result() == ["/start"]


async def test_a_second_poll_ends_the_first(town):
    first = asyncio.ensure_future(fetch(town, timeout=30))
    await asyncio.sleep(0)

    assert await fetch(town) == []

    with pytest.raises(ApiError, match="terminated by other getUpdates request") as conflict:
        await first
    assert conflict.value.code == 409


async def test_a_webhook_and_polling_exclude_each_other(town):
    await town.call("setWebhook", url="http://127.0.0.1:1/hook")
    assert "can't use getUpdates method while webhook is active" in await town.refused("getUpdates")

    await town.call("deleteWebhook")

    assert await fetch(town) == []


async def test_messages_wait_a_day(town):
    await start(town, "one")
    town.sim.advance(86_401)

    assert await fetch(town) == []


async def test_redelivery_hands_an_update_out_twice(town):
    town.sim.plan_fault("redeliver")
    await start(town, "one")
    first = await town.call("getUpdates")
    again = await town.call("getUpdates", offset=first[-1]["update_id"] + 1)
    third = await town.call("getUpdates", offset=first[-1]["update_id"] + 1)

    assert [one["update_id"] for one in again] == [first[0]["update_id"]]
    assert third == []


async def test_numbers_go_up_by_one_for_each_bot(town):
    await start(town, "one", "two")

    numbers = [one["update_id"] for one in await town.updates()]

    assert numbers == list(range(numbers[0], numbers[0] + 3))
