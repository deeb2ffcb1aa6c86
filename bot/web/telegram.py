"""Telegram's updates by webhook. Telegram hears 200 only after the work is committed."""

import hmac

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

log = structlog.get_logger(__name__)
PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- a header's name
LARGEST = 1024 * 1024


class Webhook:
    def __init__(self, bot: Bot, dispatcher: Dispatcher, secret: str) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._secret = secret

    async def receive(self, request: web.Request) -> web.Response:
        """Handle one update. A failure answers 500, and Telegram sends the update again."""
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode(), self._secret.encode()):
            raise web.HTTPForbidden
        try:
            update = Update.model_validate_json(await request.read(), context={"bot": self._bot})
        except ValidationError:
            # Telegram would repeat it for a day; we would not understand it any better.
            log.exception("webhook.unreadable")
            return web.Response()
        await self._dispatcher.feed_update(self._bot, update)
        return web.Response()
