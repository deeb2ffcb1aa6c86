"""Bringing updates to webhooks: one at a time from each queue, again and again until taken."""

import asyncio
import json
from typing import TYPE_CHECKING, Final

import aiohttp

from sandbox.background import Background
from sandbox.botapi.errors import ApiError
from sandbox.botapi.faults import AnswerLost
from sandbox.botapi.updates import Waiting
from sandbox.world.people import Account
from sandbox.world.store import Json

if TYPE_CHECKING:
    from sandbox.botapi.server import BotApi

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
ANSWER_SECONDS: Final = 60
FIRST_RETRY_SECONDS: Final = 1.0
LONGEST_RETRY_SECONDS: Final = 60.0


class Webhooks:
    def __init__(self, api: "BotApi") -> None:
        self._api = api
        self._background = Background()
        self._busy: dict[int, set[str]] = {}
        self._errors: dict[int, Json] = {}
        self._session: aiohttp.ClientSession | None = None
        self.first_retry_seconds = FIRST_RETRY_SECONDS
        api.updates.on_push(self.wake)

    def wake(self, bot: Account) -> None:
        """Start a delivery for every queue that has something and is idle."""
        webhook = bot.doc.get("webhook")
        if not webhook:
            return
        busy = self._busy.setdefault(bot.id, set())
        free = int(webhook["max_connections"]) - len(busy)
        for update in self._api.updates.heads(bot, busy, free):
            busy.add(update.queue)
            self._background.start(self._deliver(bot, update))

    def wake_all(self) -> None:
        for bot in self._api.world.people.bots():
            self.wake(bot)

    def last_error(self, bot: Account) -> Json:
        return self._errors.get(bot.id, {})

    async def close(self) -> None:
        await self._background.close()
        if self._session is not None:
            await self._session.close()

    async def _deliver(self, bot: Account, update: Waiting) -> None:
        delay = self.first_retry_seconds
        try:
            while bot.doc.get("webhook") and not await self._brought(bot, update):
                await asyncio.sleep(delay)
                delay = min(delay * 2, LONGEST_RETRY_SECONDS)
        finally:
            self._busy[bot.id].discard(update.queue)
        self.wake(bot)

    async def _brought(self, bot: Account, update: Waiting) -> bool:
        webhook = bot.doc["webhook"]
        headers = {SECRET_HEADER: webhook["secret"]} if webhook["secret"] else {}
        try:
            async with self._client().post(
                webhook["url"], json=update.doc, headers=headers
            ) as answer:
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note_error(bot, f"Connection failed: {type(error).__name__}")
            return False
        if not 200 <= status < 300:  # noqa: PLR2004 - what HTTP calls success
            self._note_error(bot, f"Wrong response from the webhook: {status}")
            return False
        self._api.updates.done(bot, update.id)
        await self._obey(bot, body)
        return True

    async def _obey(self, bot: Account, body: bytes) -> None:
        """A webhook may answer with a method to call; its outcome goes nowhere."""
        try:
            wanted = json.loads(body)
        except ValueError:
            return
        if not isinstance(wanted, dict) or not isinstance(wanted.get("method"), str):
            return
        parameters = {key: value for key, value in wanted.items() if key != "method"}
        try:
            await self._api.call(str(bot.token), wanted["method"], parameters)
        except (ApiError, AnswerLost):
            return

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
            self._session = aiohttp.ClientSession(timeout=timeout)
        return self._session

    def _note_error(self, bot: Account, text: str) -> None:
        self._errors[bot.id] = {
            "last_error_date": self._api.world.clock.seconds(),
            "last_error_message": text,
        }
