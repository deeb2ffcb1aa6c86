"""One pace for everything the bot says: by itself, as an answer, and in other processes."""

from datetime import datetime, timedelta

from bot.kit.clock import Clock
from bot.telegram.pace import Pace
from bot.telegram.spoken import OtherProcesses, Spoken


class SharedPace:
    """The poster asks it when to speak; whoever answers a person only tells it afterwards."""

    def __init__(self, others: OtherProcesses, clock: Clock) -> None:
        self._pace = Pace()
        self._others = others
        self._clock = clock

    async def catch_up(self) -> None:
        """Count in what other processes have said meanwhile."""
        for spoken in await self._others.hear():
            self._count(spoken)

    def ready_at(self, chat_id: int, *, message_id: int | None = None) -> datetime:
        return self._pace.ready_at(chat_id, self._clock.now(), message_id=message_id)

    def waiting(self) -> tuple[int, ...]:
        return self._pace.waiting(self._clock.now())

    async def spoke(
        self, chat_id: int, *, message_id: int | None = None, alone: bool = False
    ) -> None:
        spoken = Spoken(chat_id, self._clock.now(), alone=alone)
        self._count(spoken, message_id)
        await self._others.tell(spoken)

    async def hold(self, chat_id: int, wait: timedelta) -> None:
        """Obey a 429, here and in every process."""
        now = self._clock.now()
        spoken = Spoken(chat_id, now, until=now + wait)
        self._count(spoken)
        await self._others.tell(spoken)

    def _count(self, spoken: Spoken, message_id: int | None = None) -> None:
        if spoken.until is not None:
            self._pace.hold(spoken.chat_id, spoken.until)
        elif spoken.alone:
            self._pace.whispered(spoken.at)
        else:
            self._pace.spoke(spoken.chat_id, spoken.at, message_id=message_id)
