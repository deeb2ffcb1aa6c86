"""A small town over HTTP, and a bot that a test plays by hand."""

from dataclasses import dataclass
from typing import Any, Final, Self

import aiohttp

TOKEN: Final = "900:scripted"
PATIENCE: Final = 40  # seconds, on a busy machine

Json = dict[str, Any]


class Bot:
    """Raw Bot API calls; the test says when it hears and what it answers."""

    def __init__(self, address: str, http: aiohttp.ClientSession) -> None:
        self._base = f"{address}/bot{TOKEN}"
        self._http = http
        self._offset = 0
        self._heard: list[Json] = []

    async def call(self, method: str, **parameters: object) -> Any:
        async with self._http.post(f"{self._base}/{method}", json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def hears(self, kind: str) -> Json:
        """The next update of this kind; others are forgotten."""
        for _ in range(PATIENCE):
            while self._heard:
                update = self._heard.pop(0)
                if kind in update:
                    found: Json = update[kind]
                    return found
            self._heard = await self.call("getUpdates", offset=self._offset, timeout=1)
            if self._heard:
                self._offset = self._heard[-1]["update_id"] + 1
        raise AssertionError(f"The bot heard no {kind}.")

    async def answers(self, query: Json, text: str = "", **more: object) -> None:
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=text, **more)


@dataclass
class Town:
    address: str
    http: aiohttp.ClientSession
    bot: Bot
    bot_id: int

    @classmethod
    async def founded(cls, address: str, http: aiohttp.ClientSession) -> Self:
        body = {"token": TOKEN, "username": "stall_bot", "first_name": "Market stall"}
        async with http.post(f"{address}/sim/bots", json=body) as response:
            bot = await response.json()
        return cls(address, http, Bot(address, http), int(bot["id"]))

    async def post(self, path: str, **body: object) -> Any:
        async with self.http.post(self.address + path, json=body) as response:
            answer = await response.json()
        assert response.ok, answer
        return answer

    async def get(self, path: str) -> Any:
        async with self.http.get(self.address + path) as response:
            assert response.ok
            return await response.json()

    async def person(self, first_name: str, **facts: object) -> int:
        person = await self.post("/sim/people", first_name=first_name, **facts)
        return int(person["id"])

    async def group(self, title: str, *members: int, **facts: object) -> int:
        """The first member founds it; the bot is in it as an administrator."""
        chat = await self.post(
            "/sim/chats",
            type="supergroup",
            title=title,
            owner=members[0],
            members=[*members[1:], self.bot_id],
            **facts,
        )
        path = f"/sim/people/{members[0]}/chats/{chat['id']}/promote"
        await self.post(path, user=self.bot_id)
        return int(chat["id"])

    async def says(self, person: int, chat: int, text: str, **more: object) -> Json:
        path = f"/sim/people/{person}/chats/{chat}/messages"
        said: Json = await self.post(path, text=text, **more)
        return said

    async def starts(self, person: int) -> int:
        """Opens her private chat with the bot, whose id it has."""
        await self.post(f"/sim/people/{person}/bots/stall_bot/start")
        return self.bot_id
