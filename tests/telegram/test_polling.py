"""Asking for updates: in order per chat, side by side over chats, confirmed once they are done."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import DeleteWebhook, GetUpdates
from aiogram.types import Chat, Message, Update, User

from bot.telegram.polling import Polling
from sandbox.sandbox import Sandbox
from tests.fakes import NOON
from tests.stories.line import SandboxLine
from tests.stories.town import TOKEN
from tests.telegram_line import PretendLine, bot_on


class Listener:
    """Takes every message; some it holds until it is let go."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.held = asyncio.Event()
        self.trouble = 0

    async def hear(self, message: Message) -> None:
        if message.text == "slow":
            await self.held.wait()
        if message.text == "trouble" and self.trouble == 0:
            self.trouble += 1
            raise OSError("the database is away")
        self.heard.append(str(message.text))


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
async def bot(sandbox: Sandbox) -> Bot:
    return Bot(TOKEN, session=SandboxLine(sandbox))


@asynccontextmanager
async def polling(bot: Bot, listener: Listener) -> AsyncIterator[asyncio.Event]:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(listener.hear)
    stop = asyncio.Event()
    running = asyncio.ensure_future(Polling(bot, dispatcher).run(stop))
    try:
        yield stop
    finally:
        listener.held.set()
        stop.set()
        await running


async def until(listener: Listener, *heard: str) -> None:
    async with asyncio.timeout(20):
        while listener.heard != list(heard):  # noqa: ASYNC110 -- the listener is not told either
            await asyncio.sleep(0.02)


@pytest.fixture
def people(sandbox: Sandbox) -> list[int]:
    return [int(sandbox.sim.add_person(name)["id"]) for name in ("Ana", "Ben")]


async def test_a_slow_chat_holds_up_only_itself(sandbox, bot, listener, people):
    ana, ben = people
    sandbox.sim.say(ana, 42, "slow")
    sandbox.sim.say(ana, 42, "after slow")
    async with polling(bot, listener):
        sandbox.sim.say(ben, 42, "meanwhile")
        await until(listener, "meanwhile")
        listener.held.set()
        await until(listener, "meanwhile", "slow", "after slow")


async def test_what_was_not_finished_is_brought_again_after_a_crash(sandbox, bot, listener, people):
    ana, ben = people
    sandbox.sim.say(ana, 42, "slow")
    sandbox.sim.say(ben, 42, "quick")
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(listener.hear)
    crashing = asyncio.ensure_future(Polling(bot, dispatcher).run(asyncio.Event()))
    await until(listener, "quick")
    crashing.cancel()
    await asyncio.wait({crashing})

    again = Listener()
    again.held.set()
    async with polling(bot, again):
        async with asyncio.timeout(20):
            while "slow" not in again.heard:  # noqa: ASYNC110
                await asyncio.sleep(0.02)


async def test_an_update_that_failed_is_tried_again(sandbox, bot, listener, people, monkeypatch):
    monkeypatch.setattr("bot.telegram.polling.RECOVERY", 0.01)
    sandbox.sim.say(people[0], 42, "trouble")

    async with polling(bot, listener):
        await until(listener, "trouble")

    assert listener.trouble == 1


async def test_what_is_done_is_confirmed_when_the_process_is_told_to_stop(
    sandbox, bot, listener, people
):
    sandbox.sim.say(people[0], 42, "hello")
    async with polling(bot, listener):
        await until(listener, "hello")

    assert await sandbox.take_updates(TOKEN) == []


async def test_numbers_that_begin_anew_after_a_quiet_week_are_heard(listener):
    waiting = [said(900, "before")]
    # Telegram confirms 900 with the next question, and later begins with 17 although 901 is asked.
    line = PretendLine(
        {DeleteWebhook: True, GetUpdates: lambda _: [waiting.pop()] if waiting else []}
    )
    async with polling(bot_on(line), listener):
        await until(listener, "before")
        waiting.append(said(17, "after"))
        await until(listener, "before", "after")


def said(number: int, text: str) -> Update:
    ana = User(id=7, is_bot=False, first_name="Ana")
    chat = Chat(id=7, type="private")
    message = Message(message_id=number, date=NOON, chat=chat, from_user=ana, text=text)
    return Update(update_id=number, message=message)


async def test_a_telegram_that_does_not_answer_at_first_is_asked_again(
    sandbox, bot, listener, people, monkeypatch
):
    monkeypatch.setattr("bot.telegram.polling.RECOVERY", 0.01)
    sandbox.sim.plan_fault("5xx", method="deleteWebhook", times=2)
    sandbox.sim.say(people[0], 42, "hello")

    async with polling(bot, listener):
        await until(listener, "hello")
