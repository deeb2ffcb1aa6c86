"""Telegram's webhook: 200 only after the work is safe."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message
from aiohttp.test_utils import TestClient, TestServer

from bot.web.health import Health
from bot.web.server import build_web
from bot.web.telegram import PATH, SECRET_HEADER, Webhook
from tests.fakes import NOON

SECRET = "only-telegram-knows"
UPDATE: dict[str, Any] = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": int(NOON.timestamp()),
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "Ana"},
        "text": "hello",
    },
}


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
async def client(container, engine, clock, heard) -> AsyncIterator[TestClient[Any, Any]]:
    async def hear(message: Message) -> None:
        if message.text == "outage":
            raise OSError("the database is away")
        heard.append(str(message.text))

    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(hear)
    webhook = Webhook(await container.get(Bot), dispatcher, SECRET)
    async with TestClient(TestServer(build_web(Health(engine, clock), webhook))) as client:
        yield client


async def test_an_update_is_handled_and_then_answered(client, heard):
    answer = await client.post(PATH, json=UPDATE, headers={SECRET_HEADER: SECRET})

    assert answer.status == 200
    assert heard == ["hello"]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guessed"}])
async def test_a_stranger_is_refused(client, heard, headers):
    answer = await client.post(PATH, json=UPDATE, headers=headers)

    assert answer.status == 403
    assert heard == []


async def test_an_outage_is_not_hidden_from_telegram(client):
    message = UPDATE["message"] | {"text": "outage"}
    answer = await client.post(
        PATH, json=UPDATE | {"message": message}, headers={SECRET_HEADER: SECRET}
    )

    assert answer.status == 500


async def test_what_is_no_update_is_swallowed(client, heard):
    answer = await client.post(PATH, data=b"{not json", headers={SECRET_HEADER: SECRET})

    assert answer.status == 200
    assert heard == []


async def test_health_tells_that_no_worker_is_alive(client):
    answer = await client.get("/healthz")

    assert answer.status == 503
    assert await answer.json() == {"database": True, "worker": False}


async def test_health_is_well_while_a_worker_lives(client, container, town):
    await town.settle()

    answer = await client.get("/healthz")

    assert answer.status == 200
    assert await answer.json() == {"database": True, "worker": True}


async def test_figures_are_there_for_prometheus(client):
    answer = await client.get("/metrics")

    assert answer.status == 200
    assert "python_info" in await answer.text()


async def test_figures_are_not_for_those_who_come_through_a_proxy(client):
    answer = await client.get("/metrics", headers={"x-forwarded-for": "203.0.113.7"})

    assert answer.status == 404
