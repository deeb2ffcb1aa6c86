"""Bots written with other people's libraries live in the sandbox as they do in Telegram."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sandbox.sandbox import Sandbox
from tests.sandbox.foreign.grammy_shop import grammy_shop
from tests.sandbox.foreign.ptb_shop import ptb_shop
from tests.sandbox.payments.conftest import TOKEN, opened, served

Start = Callable[[str, str, Path], AbstractAsyncContextManager[str]]
PATIENCE_SECONDS = 15

pytestmark = pytest.mark.foreign


@dataclass
class Chat:
    """One person's private chat with the foreign bot."""

    sandbox: Sandbox
    ann: int
    bot: int
    username: str
    wrong_words: str
    spoken: asyncio.Event

    async def say(self, text: str) -> dict[str, Any]:
        """Say something and wait for the bot's next message."""
        heard = len(self._from_bot())
        self.sandbox.sim.say(self.ann, self.bot, text)
        return await self.answer(heard)

    async def answer(self, heard: int) -> dict[str, Any]:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while len(said := self._from_bot()) <= heard:
                self.spoken.clear()
                await self.spoken.wait()
        return said[heard]

    def count(self) -> int:
        return len(self._from_bot())

    def _from_bot(self) -> list[dict[str, Any]]:
        page = self.sandbox.sim.messages(self.ann, self.bot)
        return [one for one in page["messages"] if one["from"]["id"] == self.bot]


@pytest.fixture(
    params=[
        pytest.param((ptb_shop, "BadRequest Chat not found"), id="python-telegram-bot"),
        pytest.param((grammy_shop, "GrammyError 400 Bad Request: chat not found"), id="grammY"),
    ]
)
async def chat(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Chat]:
    start: Start
    start, wrong_words = request.param
    photo = tmp_path / "red.png"
    Image.new("RGB", (60, 40), "red").save(photo)
    async with opened() as sandbox, served(sandbox) as server:
        bot = sandbox.add_bot(TOKEN, "shop_bot", "Shop").id
        ann = sandbox.sim.add_person("Ann")["id"]
        spoken = asyncio.Event()
        sandbox.world.listen(lambda _: spoken.set())
        address = str(server.make_url("/")).rstrip("/")
        async with start(address, TOKEN, photo) as username:
            yield Chat(sandbox, ann, bot, username, wrong_words, spoken)


async def test_a_foreign_bot_lives_a_whole_day(chat: Chat) -> None:
    assert chat.username == "shop_bot"

    chat.sandbox.sim.start(chat.ann, "shop_bot")
    welcome = await chat.answer(0)
    assert welcome["text"] == "Welcome"
    assert welcome["entities"] == [{"type": "bold", "offset": 0, "length": 7}]

    tapped = await chat.sandbox.sim.tap(
        chat.ann, chat.bot, welcome["message_id"], button="Tap me", wait=PATIENCE_SECONDS
    )
    assert (tapped["kind"], tapped["text"]) == ("answered", "You tapped")

    picture = await chat.say("/photo")
    assert picture["caption"] == "A red square"
    assert (picture["photo"][-1]["width"], picture["photo"][-1]["height"]) == (60, 40)

    invoice = await chat.say("/buy")
    opened = await chat.sandbox.sim.tap(chat.ann, chat.bot, invoice["message_id"], row=0, column=0)
    heard = chat.count()
    paid = await chat.sandbox.payments.desk.pay(opened["checkout"]["id"])
    assert paid["status"] == "paid"
    assert (await chat.answer(heard))["text"] == "Paid 1200"

    assert (await chat.say("/wrong"))["text"] == chat.wrong_words
