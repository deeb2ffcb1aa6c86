"""Asks Telegram for updates; for a shop without a public address.

Updates of one chat are handled in order, those of different chats side by side. An update is
confirmed to Telegram only after its work is committed, so a killed process loses nothing.
"""

import asyncio
import contextlib
from collections import defaultdict, deque

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update

log = structlog.get_logger(__name__)
LONG_POLL = 25  # seconds
MOST_AT_ONCE = 32
PAUSE = 0.05
RECOVERY = 2.0


class Polling:
    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._queues: dict[int, deque[Update]] = defaultdict(deque)
        self._unfinished: set[int] = set()
        self._highest = 0
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    async def run(self, stop: asyncio.Event) -> None:
        """Handle updates until told to stop; what is being handled is finished first."""
        await self._leave_webhook(stop)
        async with asyncio.TaskGroup() as tasks:
            while not stop.is_set():
                fresh = await self._ask(stop)
                for update in fresh:
                    self._line_up(update, tasks)
                if self._unfinished and not fresh:
                    # Telegram repeats what is not confirmed yet instead of waiting.
                    await asyncio.sleep(PAUSE)
        await self._confirm()

    async def _leave_webhook(self, stop: asyncio.Event) -> None:
        """Telegram sends updates one way only; while it does not answer, it is asked again."""
        while not stop.is_set():
            try:
                await self._bot.delete_webhook()
            except TelegramAPIError as error:
                log.warning("polling.failed", reason=error.message)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), RECOVERY)
            else:
                return

    async def _ask(self, stop: asyncio.Event) -> list[Update]:
        offset = self._offset()
        ask = asyncio.ensure_future(
            self._bot.get_updates(
                offset=offset,
                timeout=LONG_POLL,
                allowed_updates=self._dispatcher.resolve_used_update_types(),
                request_timeout=LONG_POLL + 10,
            )
        )
        stopped = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait({ask, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not ask.done():
                return []
            return [one for one in ask.result() if self._is_fresh(one, offset)]
        except TelegramAPIError as error:
            log.warning("polling.failed", reason=error.message)
            await asyncio.wait({stopped}, timeout=RECOVERY)
            return []
        finally:
            ask.cancel()
            stopped.cancel()

    def _is_fresh(self, update: Update, offset: int | None) -> bool:
        """Tell what is new from what Telegram repeats because it is not confirmed yet.

        After a quiet week Telegram counts from another number, which may be lower than all
        that were confirmed: https://core.telegram.org/bots/api#update
        """
        begins_anew = offset is not None and update.update_id < offset
        return update.update_id > self._highest or begins_anew

    def _line_up(self, update: Update, tasks: asyncio.TaskGroup) -> None:
        self._highest = update.update_id
        self._unfinished.add(update.update_id)
        queue = self._queues[_line(update)]
        queue.append(update)
        if len(queue) == 1:
            tasks.create_task(self._work_off(_line(update)))

    async def _work_off(self, line: int) -> None:
        queue = self._queues[line]
        while queue:
            async with self._room:
                await self._handle(queue[0])
            self._unfinished.discard(queue.popleft().update_id)
        del self._queues[line]

    async def _handle(self, update: Update) -> None:
        """Handle one update, again and again while the database is away."""
        while True:
            try:
                await self._dispatcher.feed_update(self._bot, update)
            except Exception:
                log.exception("update.postponed", update_id=update.update_id)
                await asyncio.sleep(RECOVERY)
            else:
                return

    def _offset(self) -> int | None:
        if self._unfinished:
            return min(self._unfinished)
        return self._highest + 1 if self._highest else None

    async def _confirm(self) -> None:
        try:
            await self._bot.get_updates(offset=self._offset(), timeout=0, limit=1)
        except TelegramAPIError as error:
            log.info("polling.unconfirmed", reason=error.message)


def _line(update: Update) -> int:
    """Choose the line an update waits in: messages by chat, everything else by person."""
    event = update.event
    chat = getattr(event, "chat", None)
    user = getattr(event, "from_user", None)
    return chat.id if chat else user.id if user else 0
