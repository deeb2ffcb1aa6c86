"""The worker's own loop: notices into the mailbox, and the mailbox to Telegram."""

import asyncio
from datetime import timedelta

import structlog

from bot.kit.bell import Bell
from bot.kit.clock import Clock
from bot.telegram.lease import PosterLease
from bot.telegram.poster import Poster
from bot.worker.notices import NoticeWorker

log = structlog.get_logger(__name__)
# Seconds between two looks. The bell tells of what this process writes; looking is for what other
# processes write, and for posts whose turn comes.
QUIET, LIVELY = 1.0, 0.2
LIVELY_FOR = timedelta(minutes=1)  # as long as the pace of a group may hold a post back
RECOVERY = 2.0


class WorkerLoop:
    def __init__(
        self,
        notices: NoticeWorker,
        poster: Poster,
        lease: PosterLease,
        bell: Bell,
        clock: Clock,
    ) -> None:
        self._notices = notices
        self._poster = poster
        self._lease = lease
        self._bell = bell
        self._clock = clock
        self._last_busy = clock.now()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop. A database that is away is waited for."""
        while not stop.is_set():
            try:
                busy = await self.turn()
            except Exception:
                log.exception("worker.failed")
                await self._rest(stop, RECOVERY)
                continue
            if busy:
                self._last_busy = self._clock.now()
            else:
                await self._rest(stop, self._pause())
        await self._lease.give_up()

    async def turn(self) -> bool:
        """Tell one event and send what is due; say whether there was anything to do."""
        if not await self._lease.is_held():
            return False
        told = await self._notices.tell_next()
        sent = await self._poster.send_due()
        return told or sent > 0

    def _pause(self) -> float:
        return LIVELY if self._clock.now() - self._last_busy < LIVELY_FOR else QUIET

    async def _rest(self, stop: asyncio.Event, seconds: float) -> None:
        waiting = [asyncio.ensure_future(stop.wait()), asyncio.ensure_future(self._bell.wait())]
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for one in waiting:
            one.cancel()
