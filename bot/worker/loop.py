"""The worker's own loop: notices into the mailbox, and the mailbox to Telegram."""

import asyncio

import structlog

from bot.telegram.lease import PosterLease
from bot.telegram.poster import Poster
from bot.worker.notices import NoticeWorker

log = structlog.get_logger(__name__)
PAUSE = 0.2  # seconds between two looks at a quiet outbox
RECOVERY = 2.0


class WorkerLoop:
    def __init__(self, notices: NoticeWorker, poster: Poster, lease: PosterLease) -> None:
        self._notices = notices
        self._poster = poster
        self._lease = lease

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop. A database that is away is waited for."""
        while not stop.is_set():
            try:
                busy = await self.turn()
            except Exception:
                log.exception("worker.failed")
                await _wait(stop, RECOVERY)
                continue
            if not busy:
                await _wait(stop, PAUSE)
        await self._lease.give_up()

    async def turn(self) -> bool:
        """Tell one event and send what is due; say whether there was anything to do."""
        if not await self._lease.is_held():
            return False
        told = await self._notices.tell_next()
        sent = await self._poster.send_due()
        return told or sent > 0


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
