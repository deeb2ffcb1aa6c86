"""The demo's people over HTTP: they speak, tap, pay and read as the chat page lets them."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Final

import aiohttp

Json = dict[str, Any]
PATIENCE: Final = 120  # seconds; a group hears 20 messages a minute at most
ANA, BEN, OLIVIA, GRETA = 1001, 1002, 1004, 1005
TUAN: Final = 424242
CARD: Final = "4242424242424242"
DETAILS: Final[Json] = {
    "name": "Ana Silva",
    "phone": "+4915112345678",
    "email": "ana@example.org",
    "address": {
        "country_code": "DE",
        "state": "",
        "city": "Leipzig",
        "street_line1": "Lindenstraße 7",
        "street_line2": "",
        "post_code": "04103",
    },
}


@dataclass(frozen=True)
class Place:
    """A chat, or one topic of it. A private chat is called by the other side's id."""

    chat: int
    topic: int | None = None


PRIVATE: Final = Place(TUAN)


class DemoTown:
    def __init__(self, address: str, http: aiohttp.ClientSession) -> None:
        self.address = address
        self.http = http

    async def ask(self, method: str, path: str, **body: Any) -> Any:
        json = body if method != "GET" else None
        async with self.http.request(method, self.address + path, json=json) as response:
            answer = await response.json()
        assert response.ok, answer
        return answer

    async def place(self, title: str, topic: str | None = None) -> Place:
        rows = await self.ask("GET", f"/sim/people/{ANA}/chats")
        [row] = [row for row in rows if row["title"] == title]
        if topic is None:
            return Place(int(row["chat"]["id"]))
        [thread] = [one["message_thread_id"] for one in row["topics"] if one["name"] == topic]
        return Place(int(row["chat"]["id"]), int(thread))

    async def audit(self) -> list[Json]:
        """Read the bank's list, once all that was promised back is back: a job pays it out."""
        deadline = time.monotonic() + PATIENCE
        while True:
            audit: list[Json] = await self.ask("GET", "/sim/audit")
            kinds = [one["kind"] for one in audit]
            if kinds.count("charge") == kinds.count("refund"):
                return audit
            assert time.monotonic() < deadline, audit
            await asyncio.sleep(0.2)

    def person(self, number: int) -> "Person":
        return Person(self, number)


class Person:
    def __init__(self, town: DemoTown, number: int) -> None:
        self._town = town
        self._number = number

    async def says(self, text: str, place: Place, **more: Any) -> Json:
        more |= {"thread": place.topic} if place.topic else {}
        said: Json = await self._town.ask("POST", self._chat(place), text=text, **more)
        return said

    async def sees(self, place: Place) -> list[Json]:
        topic = f"&thread={place.topic}" if place.topic else ""
        seen = await self._town.ask("GET", f"{self._chat(place)}?limit=50{topic}")
        messages: list[Json] = seen["messages"]
        return messages

    async def newest(self, place: Place) -> Json:
        """What she alone has seen last, if anything: news for everybody may come after it."""
        seen = await self.sees(place)
        return next((one for one in reversed(seen) if one["seen"]["ephemeral"]), seen[-1])

    async def finds(self, words: str, place: Place) -> Json:
        """Wait for the newest message that says this, or has a button that does."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            messages = await self.sees(place)
            for message in reversed(messages):
                if words in text_of(message) or any(words in one for one in buttons(message)):
                    return message
            await asyncio.sleep(0.1)
        raise AssertionError([text_of(message) for message in await self.sees(place)])

    async def taps(self, label: str, place: Place) -> Json:
        """Press the newest button that says this; gives what her client is told to do."""
        message = await self._offered(label, place)
        [button] = [one for one in buttons(message) if label in one][-1:]
        path = f"{self._chat(place)}/{message['seen']['key']}/tap"
        pressed: Json = await self._town.ask("POST", path, button=button, wait=30)
        return pressed

    async def _offered(self, label: str, place: Place) -> Json:
        """Wait for the newest message with such a button: its words may stand elsewhere, too."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for message in reversed(await self.sees(place)):
                if any(label in one for one in buttons(message)):
                    return message
            await asyncio.sleep(0.1)
        raise AssertionError([buttons(message) for message in await self.sees(place)])

    async def pays(self, label: str, place: Place, *, option: str = "standard") -> Json:
        """Press Pay, fill in what the sheet asks for, choose a way of sending, and pay."""
        pressed = await self.taps(label, place)
        if pressed["kind"] == "url":
            path = f"/sim/people/{self._number}/open"
            pressed = await self._town.ask("POST", path, url=pressed["url"])
        sheet = pressed["checkout"]
        needed = {name: DETAILS[name] for name, wanted in sheet["needs"].items() if wanted}
        path = f"/sim/checkouts/{sheet['id']}"
        await self._town.ask("PUT", f"{path}/details", **needed)
        paid: Json = await self._town.ask("POST", f"{path}/pay", card=CARD, shipping_option=option)
        return paid

    def _chat(self, place: Place) -> str:
        return f"/sim/people/{self._number}/chats/{place.chat}/messages"


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons(message: Json) -> list[str]:
    return [one["text"] for row in message["seen"].get("buttons") or [] for one in row]
