from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject
from dishka import AsyncContainer

from bot.groups.admins import GroupAdmins
from bot.kit.clock import Clock
from bot.people.models import PersonId
from bot.telegram.beforehand import beforehand

log = structlog.get_logger(__name__)
FRESH = timedelta(seconds=60)
# Who has just been made an admin tries at once, so a no is not believed as long as a yes.
FRESH_NO = timedelta(seconds=5)
# What was learned beforehand is used moments later. Where nobody asked, an old yes is none.
USABLE = 2 * FRESH
PATIENCE = 2  # seconds
ROOMS = 1000
GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


class TelegramGroupAdmins:
    """Asks Telegram who a chat's admins are, and believes a yes for a minute, a no for less.

    Lives as long as the bot; one instance serves every update.
    """

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._known: dict[int, tuple[datetime, frozenset[int]]] = {}

    async def learn(self, chat_id: int, person_id: PersonId) -> None:
        now = self._clock.now()
        asked_at, admins = self._known.get(chat_id, (None, frozenset[int]()))
        believed = FRESH if person_id in admins else FRESH_NO
        if asked_at is None or now - asked_at >= believed:
            await self._ask(chat_id, now)

    def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        asked_at, admins = self._known.get(chat_id, (None, frozenset[int]()))
        is_usable = asked_at is not None and self._clock.now() - asked_at < USABLE
        return is_usable and person_id in admins

    async def _ask(self, chat_id: int, now: datetime) -> None:
        try:
            members = await self._bot.get_chat_administrators(chat_id, request_timeout=PATIENCE)
        except TelegramAPIError as error:
            # Remembered too, or each tap would wait for a Telegram that does not answer.
            log.warning("admins.unknown", reason=error.message)
            members = []
        admins = frozenset(member.user.id for member in members if not member.user.is_bot)
        while len(self._known) >= ROOMS:
            self._known.pop(next(iter(self._known)))
        self._known[chat_id] = now, admins


async def ask_who_is_admin(
    event: TelegramObject, scope: AsyncContainer, _: Mapping[str, Any]
) -> None:
    """Learn who the admins are of the group where somebody speaks or taps."""
    chat = chat_of(event)
    person = getattr(event, "from_user", None)
    if chat is not None and chat.type in GROUPS and person is not None:
        await (await scope.get(GroupAdmins)).learn(chat.id, PersonId(person.id))


def chat_of(event: TelegramObject) -> Chat | None:
    if isinstance(event, CallbackQuery):
        return event.message.chat if event.message else None
    return event.chat if isinstance(event, Message) else None


# For handlers that ask who is an admin: ``@router.message(..., flags=ASKS_ADMINS)``.
ASKS_ADMINS = beforehand(ask_who_is_admin)
