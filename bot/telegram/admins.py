from datetime import datetime, timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.kit.clock import Clock
from bot.people.models import PersonId

log = structlog.get_logger(__name__)
FRESH = timedelta(seconds=60)
# Who has just been made an admin tries at once, so a no is not believed as long as a yes.
FRESH_NO = timedelta(seconds=5)
# Seconds. A transaction is open, so on SQLite everybody who writes waits as well.
PATIENCE = 2
ROOMS = 1000


class TelegramGroupAdmins:
    """Asks Telegram who a chat's admins are, and believes a yes for a minute, a no for less.

    Lives as long as the bot; one instance serves every update.
    """

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._known: dict[int, tuple[datetime, frozenset[int]]] = {}

    async def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        now = self._clock.now()
        asked_at, admins = self._known.get(chat_id, (None, frozenset[int]()))
        believed = FRESH if person_id in admins else FRESH_NO
        if asked_at is None or now - asked_at >= believed:
            admins = await self._ask(chat_id, now)
        return person_id in admins

    async def _ask(self, chat_id: int, now: datetime) -> frozenset[int]:
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
        return admins
