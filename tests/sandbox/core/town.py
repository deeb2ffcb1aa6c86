"""A small town for one test: Ana's group, Ben in it, and a bot."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sandbox.botapi.errors import ApiError
from sandbox.sandbox import Sandbox
from sandbox.world.happenings import Happening, Posted

TOKEN = "42:TEST"
BOT = 42
START = 1_800_000_000.0

Json = dict[str, Any]


class Town:
    def __init__(self, state: Path | None = None) -> None:
        self.time = START
        self.sandbox = Sandbox(state, now=lambda: self.time)
        self.sim = self.sandbox.sim
        self.sandbox.add_bot(TOKEN, "tuan_bot", "Tuan")
        self._people: dict[str, int] = {}

    def person(self, name: str) -> int:
        if name not in self._people:
            made = self.sim.add_person(name, username=name.lower())
            self._people[name] = made["id"]
        return self._people[name]

    @property
    def ana(self) -> int:
        return self.person("Ana")

    @property
    def ben(self) -> int:
        return self.person("Ben")

    def group(self, kind: str = "supergroup", **more: Any) -> int:
        """Ana's chat with Ben and the bot in it."""
        members = [self.ben, BOT]
        made = self.sim.create_chat(kind, "Shoes", self.ana, members=members, **more)
        return int(made["id"])

    def forum(self, topic: str = "Boots") -> tuple[int, int]:
        chat = self.group(is_forum=True)
        made = self.sim.create_topic(chat, self.ana, topic)
        return chat, int(made["message_thread_id"])

    def make_admin(self, chat: int, user: int = BOT, **rights: bool) -> None:
        self.sim.promote(self.ana, chat, user, rights=rights or None)

    async def call(self, method: str, files: Any = None, **parameters: Any) -> Any:
        return await self.sandbox.call(TOKEN, method, parameters, files)

    async def send(self, chat: int, text: str = "Hello", **more: Any) -> Json:
        sent: Json = await self.call("sendMessage", chat_id=chat, text=text, **more)
        return sent

    async def card(self, chat: int, *labels: str) -> Json:
        """A message with one callback button for each label."""
        row = [{"text": label, "callback_data": label.lower()} for label in labels or ("Buy",)]
        return await self.send(chat, "Boots", reply_markup={"inline_keyboard": [row]})

    async def tap(self, person: int, chat: int, message: Any, button: str = "Buy") -> str:
        """Press without waiting; gives the query's id."""
        asked = await self.sim.tap(person, chat, message, button=button, wait=0)
        assert asked["kind"] == "waiting"
        return str(asked["query"])

    async def updates(self, *allowed: str) -> list[Json]:
        return await self.sandbox.take_updates(TOKEN, allowed_updates=list(allowed) or None)

    async def kinds(self) -> list[str]:
        return [kind for update in await self.updates() for kind in update if kind != "update_id"]

    async def texts(self) -> list[str]:
        """The words of the messages the bot was told of since it last looked."""
        return [
            one["message"]["text"]
            for one in await self.updates()
            if "text" in one.get("message", {})
        ]

    def seen_by(self, person: int, chat: int) -> list[str]:
        page = self.sim.messages(person, chat)["messages"]
        return [
            one.get("text") or one.get("caption", "")
            for one in page
            if one["seen"]["by"] != "service"
        ]

    async def heard(self, text: str) -> Posted:
        """Wait until somebody says exactly this."""
        heard: asyncio.Future[Posted] = asyncio.get_running_loop().create_future()

        def listen(happening: Happening) -> None:
            match happening:
                case Posted(_, message) if message.body.get("text") == text and not heard.done():
                    heard.set_result(happening)
                case _:
                    pass

        self.sandbox.world.listen(listen)
        async with asyncio.timeout(5):
            return await heard

    async def refused(self, method: str, files: Any = None, **parameters: Any) -> str:
        """The words with which Telegram would refuse this call."""
        with pytest.raises(ApiError) as refusal:
            await self.call(method, files, **parameters)
        return refusal.value.description
