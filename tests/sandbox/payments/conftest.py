import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from sandbox.app import create_app
from sandbox.sandbox import Sandbox

TOKEN = "42:shop"
EURO_INVOICE: dict[str, Any] = {
    "title": "Green tea",
    "description": "A tin of it",
    "payload": "order-7",
    "provider_token": "284685063:TEST:merchant",
    "currency": "EUR",
    "prices": [{"label": "Tea", "amount": 1000}, {"label": "Tax", "amount": 200}],
}
STARS_INVOICE: dict[str, Any] = {
    "title": "Sticker",
    "description": "A digital one",
    "payload": "sticker-1",
    "currency": "XTR",
    "prices": [{"label": "Sticker", "amount": 50}],
}


class MovedClock:
    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Shop:
    """A sandbox with one bot, one person who started it, and a group with both of them."""

    sandbox: Sandbox
    clock: MovedClock
    bot: int
    ann: int
    group: int
    taken: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)

    async def call(self, method: str, **parameters: Any) -> Any:
        return await self.sandbox.call(TOKEN, method, parameters)

    async def send_invoice(self, chat: int | None = None, **changes: Any) -> dict[str, Any]:
        invoice = {**EURO_INVOICE, **changes}
        sent = await self.call("sendInvoice", chat_id=self.ann if chat is None else chat, **invoice)
        assert isinstance(sent, dict)
        return sent

    async def open(self, message: dict[str, Any], person: int | None = None) -> dict[str, Any]:
        who = self.ann if person is None else person
        chat = self.bot if message["chat"]["type"] == "private" else message["chat"]["id"]
        tapped = await self.sandbox.sim.tap(who, chat, message["message_id"], row=0, column=0)
        assert tapped["kind"] == "checkout", tapped
        checkout: dict[str, Any] = tapped["checkout"]
        return checkout

    async def pay(
        self, checkout: dict[str, Any], *, refusal: str | None = None, **choices: Any
    ) -> dict[str, Any]:
        """Pay while the bot agrees, or refuses in its own words."""
        paying = asyncio.ensure_future(self.sandbox.payments.desk.pay(checkout["id"], **choices))
        query = await self.next_update("pre_checkout_query", paying)
        if query is not None:
            answer = {"ok": True} if refusal is None else {"ok": False, "error_message": refusal}
            await self.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], **answer)
        return await paying

    async def next_update(
        self, kind: str, unless: "asyncio.Future[Any] | None" = None
    ) -> dict[str, Any] | None:
        while unless is None or not unless.done():
            for update in self.waiting:
                if kind in update:
                    self.waiting.remove(update)
                    found: dict[str, Any] = update[kind]
                    return found
            fresh = await self.sandbox.take_updates(TOKEN, timeout=0.05)
            self.taken += fresh
            self.waiting += fresh
        return None

    async def messages_with(self, name: str) -> list[dict[str, Any]]:
        self.taken += await self.sandbox.take_updates(TOKEN)
        return [u["message"] for u in self.taken if name in u.get("message", {})]

    def audit(self) -> list[dict[str, object]]:
        return [entry.shown() for entry in self.sandbox.payments.audit.entries()]


def served(sandbox: Sandbox) -> TestServer:
    return TestServer(create_app(sandbox))


@asynccontextmanager
async def opened(
    state: Path | None = None, now: Callable[[], float] | None = None
) -> AsyncIterator[Sandbox]:
    """A sandbox that is closed in the end, unless the application serving it has done so."""
    sandbox = Sandbox(state, now=now)
    closed = asyncio.Event()

    async def note() -> None:
        closed.set()

    sandbox.hooks.at_close.append(note)
    yield sandbox
    if not closed.is_set():
        await sandbox.close()


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    clock = MovedClock()
    async with opened(now=clock) as sandbox:
        bot = sandbox.add_bot(TOKEN, "shop_bot", "Shop").id
        ann = sandbox.sim.add_person("Ann")["id"]
        sandbox.sim.start(ann, "shop_bot")
        group = sandbox.sim.create_chat("supergroup", "Tea lovers", ann, is_forum=True)["id"]
        sandbox.sim.add(ann, group, bot)
        yield Shop(sandbox, clock, bot, ann, group)
