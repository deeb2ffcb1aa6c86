"""One update, one transaction: do all the work, commit it, and only then speak."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, cast

import structlog
from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import InlineQuery, PreCheckoutQuery, ShippingQuery, TelegramObject, Update
from dishka import AsyncContainer
from dishka.integrations.aiogram import CONTAINER_NAME
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from bot.kit.errors import ShopError
from bot.telegram.actor import Actor
from bot.telegram.beforehand import look_first
from bot.telegram.forged import is_forged
from bot.telegram.replies import Reply, Sorry
from bot.telegram.seen import SeenUpdates
from bot.telegram.topics import is_out_of_place

log = structlog.get_logger(__name__)
Handler: TypeAlias = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
ENCOUNTER = "encounter"
TRIES = 3
HOPELESS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
# Data, integrity, and syntax or access: PostgreSQL 15, appendix A
HOPELESS_CLASSES = ("22", "23", "42")


class Speaker(Protocol):
    async def deliver(self, reply: Reply, *, about: Update, actor: Actor | None) -> None: ...

    async def apologise(self, *, about: Update, actor: Actor | None) -> None: ...


@dataclass(slots=True)
class Encounter:
    """What is found out about an update once a handler wants it."""

    update: Update
    actor: Actor | None = None


class OneUpdateOneTransaction(BaseMiddleware):
    """Opens a scope for an update, commits its work, and speaks after that.

    A database that went away, or that chose us to lose a deadlock, gets the whole update again:
    nothing of the first try was kept.
    """

    def __init__(self, container: AsyncContainer, speaker: Speaker) -> None:
        self._container = container
        self._speaker = speaker

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 -- aiogram's own signature
        if not isinstance(event, Update):
            raise TypeError("This middleware stands around whole updates")
        encounter = Encounter(event)
        data[ENCOUNTER] = encounter
        try:
            reply = await self._work(handler, event, data)
        except ShopError as error:
            reply = Sorry(error)
        except Exception as error:
            if _is_outage(error):
                # Nothing was kept: Telegram, or the polling, brings this update again.
                log.exception("update.postponed", update_id=event.update_id)
                raise
            log.exception("update.failed", update_id=event.update_id)
            await self._speaker.apologise(about=event, actor=encounter.actor)
            return None
        if encounter.actor or reply:
            await self._speaker.deliver(reply, about=event, actor=encounter.actor)
        return reply

    async def _work(self, handler: Handler, event: Update, data: dict[str, Any]) -> Reply:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception(_may_succeed_next_time),
            stop=stop_after_attempt(TRIES),
            wait=wait_random_exponential(multiplier=0.1, max=2),
            reraise=True,
        ):
            with attempt:
                return await self._once(handler, event, data)
        raise AssertionError("tenacity either returns or raises")

    async def _once(self, handler: Handler, event: Update, data: dict[str, Any]) -> Reply:
        async with self._container({TelegramObject: event}) as scope:
            data[CONTAINER_NAME] = scope
            reply = await handler(event, data)
            if reply is UNHANDLED:  # nobody wanted it: not even a session was needed
                return None
            await (await scope.get(AsyncSession)).commit()
        return cast("Reply", reply)


class MeetTheActor(BaseMiddleware):
    """Runs once a handler is found, so that a message that is not for us costs no transaction.

    An update whose work is committed already is left alone, but for questions that Telegram waits
    on: those change nothing and are answered again.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:  # noqa: ANN401 -- aiogram's own signature
        scope: AsyncContainer = data[CONTAINER_NAME]
        encounter: Encounter = data[ENCOUNTER]
        await look_first(event, scope, data)
        if not isinstance(event, PreCheckoutQuery | ShippingQuery | InlineQuery):
            seen = await scope.get(SeenUpdates)
            if not await seen.is_first(encounter.update.update_id):
                log.info("update.repeated", update_id=encounter.update.update_id)
                return None
        encounter.actor = await scope.get(Actor)
        if is_forged(event):
            log.warning("tap.forged", update_id=encounter.update.update_id)
            return None
        if is_out_of_place(event, encounter.actor, data):
            return None
        return await handler(event, data)


def _may_succeed_next_time(error: BaseException) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    # Two who insert the same at once: the second try finds what the other has written.
    collided = isinstance(error, IntegrityError)
    # serialization_failure and deadlock_detected, PostgreSQL 15, appendix A
    return error.connection_invalidated or collided or _state(error) in {"40001", "40P01"}


def _is_outage(error: Exception) -> bool:
    """Tell a database that is away from one that will never take this.

    What it never takes, such as a number too large in a forged button, must not come back for
    ever and keep all updates behind it waiting.
    """
    if isinstance(error, PoolTimeout):
        return True  # everybody before us held the database for too long
    if not isinstance(error, DBAPIError) or isinstance(error, HOPELESS):
        return False
    return not _state(error).startswith(HOPELESS_CLASSES)


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")
