"""The processes' line to each other through Redis: one short stream for each bot."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import structlog
from redis import asyncio as redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from bot.kit.clock import Clock
from bot.telegram.spoken import Spoken

log = structlog.get_logger(__name__)
KEPT = 4000  # two minutes at Telegram's highest pace
PATIENCE = 0.25  # seconds; somebody waits for the answer that is being told of
RECOVERY = timedelta(seconds=10)


class RedisLine:
    """Everybody writes into the stream, and each reads on from where it read last.

    Redis that is away costs the pace, never an answer: it is left alone for ten seconds.
    """

    def __init__(self, url: str, bot_id: int, clock: Clock) -> None:
        self._redis = redis.from_url(
            url,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 1),
            decode_responses=True,
        )
        self._stream = f"tuan:{bot_id}:spoken"
        self._clock = clock
        self._me = uuid4().hex
        self._read_from = "-"  # the oldest that is kept: what was said before we started counts
        self._away_until: datetime | None = None

    async def tell(self, spoken: Spoken, /) -> None:
        if self._is_away():
            return
        try:
            fields = _write(spoken, self._me)
            await self._redis.xadd(self._stream, fields, maxlen=KEPT, approximate=True)
        except (RedisError, OSError) as error:
            self._goes_away(error)

    async def hear(self) -> Sequence[Spoken]:
        if self._is_away():
            return ()
        try:
            # Typed for every way of decoding at once; ours gives texts.
            entries: Any = await self._redis.xrange(self._stream, min=self._read_from)
        except (RedisError, OSError) as error:
            self._goes_away(error)
            return ()
        if entries:
            self._read_from = f"({entries[-1][0]}"
        return [_read(fields) for _, fields in entries if fields["by"] != self._me]

    async def close(self) -> None:
        await self._redis.aclose()

    def _is_away(self) -> bool:
        return self._away_until is not None and self._clock.now() < self._away_until

    def _goes_away(self, error: Exception) -> None:
        self._away_until = self._clock.now() + RECOVERY
        log.warning("redis.away", reason=type(error).__name__)


def _write(spoken: Spoken, me: str) -> dict[Any, Any]:
    return {
        "by": me,
        "chat": spoken.chat_id,
        "at": spoken.at.isoformat(),
        "alone": int(spoken.alone),
        "until": spoken.until.isoformat() if spoken.until else "",
    }


def _read(fields: Mapping[str, str]) -> Spoken:
    return Spoken(
        chat_id=int(fields["chat"]),
        at=datetime.fromisoformat(fields["at"]),
        alone=fields["alone"] == "1",
        until=datetime.fromisoformat(fields["until"]) if fields["until"] else None,
    )
