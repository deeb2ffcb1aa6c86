"""People in chats with the bot, so that a story reads as it would be told.

The bot, its database and its worker are the real ones; Telegram is the sandbox, in process.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from dishka import AsyncContainer
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import jobs_of_the_shop
from bot.telegram.models import Delivery
from bot.worker.jobs import JobClock
from bot.worker.loop import WorkerLoop
from sandbox.sandbox import Sandbox
from tests.fakes import FakeClock

TOKEN = "42:SANDBOX"
CARD = "4242424242424242"
DETAILS: dict[str, Any] = {
    "name": "Ana Silva",
    "phone": "+4915112345678",
    "email": "ana@example.org",
    "address": {
        "country_code": "DE",
        "state": "",
        "city": "Leipzig",
        "street_line1": "Lindenstraße 7",
        "street_line2": "",
        "post_code": "04103",
    },
}
LONG_ENOUGH = 400
Seen = dict[str, Any]


class Town:
    def __init__(
        self, sandbox: Sandbox, container: AsyncContainer, dispatcher: Dispatcher, clock: FakeClock
    ) -> None:
        self.sandbox = sandbox
        self.container = container
        self.clock = clock
        self.bot_id = int(TOKEN.partition(":")[0])
        self._dispatcher = dispatcher

    def person(self, name: str, *, language: str = "en", stars: int = 0) -> "Person":
        made = self.sandbox.sim.add_person(name, language_code=language, stars=stars)
        return Person(self, int(made["id"]), name)

    async def group(
        self,
        title: str,
        owner: "Person",
        *members: "Person",
        forum: bool = False,
        bot_is_admin: bool = False,
    ) -> int:
        """Open a group, bring the bot in, and let it settle."""
        sim = self.sandbox.sim
        chat = sim.create_chat(
            "supergroup", title, owner.id, is_forum=forum, members=[one.id for one in members]
        )
        chat_id = int(chat["id"])
        sim.add(owner.id, chat_id, self.bot_id)
        if bot_is_admin:
            sim.promote(owner.id, chat_id, self.bot_id)
        await self.settle()
        return chat_id

    async def settle(self) -> None:
        """Let the bot hear everything, and say everything it has to say by itself."""
        bot = await self.container.get(Bot)
        worker = await self.container.get(WorkerLoop)
        for _ in range(LONG_ENOUGH):
            updates = await self.sandbox.take_updates(TOKEN)
            for update in updates:
                parsed = Update.model_validate(update, context={"bot": bot})
                await self._dispatcher.feed_update(bot, parsed)
            busy = await worker.turn()
            if updates or busy:
                continue
            if not await self._posts_wait():
                return
            self.clock.wait(seconds=1)  # the pace of Telegram, not of the story
        raise AssertionError("The town does not come to rest")

    async def hears(self, update: Seen) -> None:
        bot = await self.container.get(Bot)
        parsed = Update.model_validate(update, context={"bot": bot})
        await self._dispatcher.feed_update(bot, parsed)
        await self.settle()

    async def hears_at_once(self) -> None:
        """Let the bot handle everything that waits side by side, as many chats make it do."""
        bot = await self.container.get(Bot)
        updates = [
            Update.model_validate(update, context={"bot": bot})
            for update in await self.sandbox.take_updates(TOKEN)
        ]
        await asyncio.gather(*(self._dispatcher.feed_update(bot, update) for update in updates))
        await self.settle()

    async def passes(self, **span: float) -> None:
        """Let time pass, and the jobs do what they do then."""
        self.clock.wait(**span)
        clock = await self.container.get(JobClock)
        for name in jobs_of_the_shop():
            await clock.run_once(name)
        await self.settle()

    async def _posts_wait(self) -> bool:
        async with self.container() as scope:
            session = await scope.get(AsyncSession)
            waiting = await session.scalar(
                select(func.count())
                .select_from(Delivery)
                .where(Delivery.done_at.is_(None), Delivery.not_before <= self.clock.now())
            )
        return bool(waiting)


class Person:
    def __init__(self, town: Town, person_id: int, name: str) -> None:
        self.town = town
        self.id = person_id
        self.name = name

    @property
    def _sim(self) -> Any:
        return self.town.sandbox.sim

    async def starts(self, payload: str = "") -> None:
        self._sim.start(self.id, "tuan_bot", payload)
        await self.town.settle()

    async def says(
        self,
        text: str,
        chat: int | None = None,
        *,
        to: Seen | None = None,
        thread: int | None = None,
    ) -> None:
        """Speak in a group, or with the bot alone; ``to`` is the message replied to."""
        self._sim.say(
            self.id,
            chat or self.town.bot_id,
            text,
            reply_to=to["seen"]["key"] if to else None,
            thread=thread,
        )
        await self.town.settle()

    async def taps(self, label: str, chat: int | None = None, *, on: Seen | None = None) -> Seen:
        """Press the newest button with this label; gives what her client was told to do."""
        where = chat or self.town.bot_id
        message = on or self.finds(label, chat)
        pressed = await self._sim.tap(
            self.id, where, message["seen"]["key"], button=_label(message, label), wait=0
        )
        await self.town.settle()
        if pressed["kind"] == "waiting":
            return dict(await self._sim.answer_of(pressed["query"]))
        return dict(pressed)

    async def presses(self, label: str, chat: int | None = None) -> str:
        """Press a button and wait for nothing; gives the query to ask about later."""
        message = self.finds(label, chat)
        pressed = await self._sim.tap(
            self.id,
            chat or self.town.bot_id,
            message["seen"]["key"],
            button=_label(message, label),
            wait=0,
        )
        return str(pressed["query"])

    async def was_told(self, query: str) -> Seen:
        return dict(await self._sim.answer_of(query))

    async def forges(self, data: str, label: str, chat: int) -> None:
        """Press a button with a client that sends other data than the button carries."""
        await self.presses(label, chat)
        [update] = await self.town.sandbox.take_updates(TOKEN)
        update["callback_query"]["data"] = data
        await self.town.hears(update)

    async def opens(self, url: str) -> Seen:
        opened = dict(await self._sim.open(self.id, url))
        await self.town.settle()
        return opened

    async def pays(
        self,
        chat: int | None = None,
        *,
        card: str = CARD,
        option: str | None = None,
        details: Seen = DETAILS,
    ) -> Seen:
        """Press the newest Pay button, fill in what is asked, and pay; gives the checkout."""
        return await self.settles(await self.opens_checkout(chat), card, option, details)

    async def opens_checkout(self, chat: int | None = None, label: str = "Pay") -> Seen:
        pressed = await self.taps(label, chat)
        if pressed["kind"] == "url":
            pressed = await self.opens(str(pressed["url"]))
        return dict(pressed["checkout"])

    async def settles(
        self,
        checkout: Seen,
        card: str = CARD,
        option: str | None = None,
        details: Seen = DETAILS,
    ) -> Seen:
        """Pay what an open sheet asks; the bank's question is answered with yes."""
        desk = self._desk
        needed = {name for name, wanted in checkout["needs"].items() if wanted}
        given = {name: details[name] for name in needed}
        if given:
            checkout = await self._while_the_town_goes_on(desk.fill_in(checkout["id"], given))
        offered = [one["id"] for one in checkout.get("shipping_options") or []]
        chosen = option or (offered[0] if offered else None)
        paid = await self._while_the_town_goes_on(
            desk.pay(checkout["id"], card=card, shipping_option=chosen)
        )
        if paid["status"] == "confirm":
            paid = desk.confirm(checkout["id"], ok=True)
        await self.town.settle()
        return paid

    async def _while_the_town_goes_on(self, work: Coroutine[Any, Any, Seen]) -> Seen:
        """Somebody waits for the bot, which answers only when the town is settled."""
        task = asyncio.ensure_future(work)
        await asyncio.sleep(0)
        try:
            await self.town.settle()
        except BaseException:
            task.cancel()
            raise
        return dict(await task)

    @property
    def _desk(self) -> Any:
        return self.town.sandbox.hooks.checkouts

    def sees(self, chat: int | None = None) -> Sequence[Seen]:
        """The messages of a chat as she sees them, oldest first."""
        return list(self._sim.messages(self.id, chat or self.town.bot_id, limit=100)["messages"])

    def reads(self, chat: int | None = None) -> str:
        """The newest message's words."""
        newest = self.sees(chat)[-1]
        return str(newest.get("text") or newest.get("caption") or "")

    def finds(self, label: str, chat: int | None = None) -> Seen:
        """The newest message with a button whose label begins so."""
        for message in reversed(self.sees(chat)):
            if _label(message, label):
                return message
        shown = [_labels(message) for message in self.sees(chat)]
        raise AssertionError(f"{self.name} sees no button {label!r}; there are: {shown}")


def _labels(message: Seen) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [str(button["text"]) for row in rows for button in row]


def _label(message: Seen, wanted: str) -> str | None:
    labels = _labels(message)
    if wanted in labels:
        return wanted
    return next((label for label in labels if wanted in label), None)
