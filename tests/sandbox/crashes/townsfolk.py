"""People who press a button again when nothing happens, as people do."""

import asyncio
from typing import Any

from sandbox.sandbox import Sandbox
from sandbox.sim.errors import SimError
from tests.stories.town import DETAILS

PATIENCE = 4.0  # seconds before she presses again
Seen = dict[str, Any]


class Buyer:
    """Buys what a card in the group shows, and goes on until it is paid or sold out."""

    first_button = "Buy"
    goes_on: tuple[str, ...] = ("I agree", "Pay")

    def __init__(self, sandbox: Sandbox, name: str, group: int, *, stars: int = 0) -> None:
        self._sandbox = sandbox
        self._group = group
        self.id = int(sandbox.sim.add_person(name, stars=stars)["id"])
        self.is_paid = False
        sandbox.sim.join(self.id, group)

    async def buys(self, card: int) -> None:
        presses_in_vain = 0
        while not self.is_paid:
            step = self._newest_step()
            if step is None or presses_in_vain > 1:
                presses_in_vain = 0
                await self._press(card, self.first_button)
            elif (address := self._form(step)) is not None:
                await self._pay(address)
            else:
                is_heard = await self._press(step["seen"]["key"], self._forward(step))
                presses_in_vain = 0 if is_heard else presses_in_vain + 1

    async def _press(self, message: int | str, label: str | None) -> bool:
        """Press, and look whether anything has changed; True when it has."""
        before = self._newest_step()
        try:
            await self._sandbox.sim.tap(self.id, self._group, message, button=label, wait=PATIENCE)
        except SimError:
            await asyncio.sleep(0.2)  # redrawn while she was reaching for it
        for _ in range(int(PATIENCE / 0.1)):
            if self._newest_step() != before:
                return True
            await asyncio.sleep(0.1)
        return False

    async def _pay(self, address: str) -> None:
        desk = self._sandbox.payments.desk
        try:
            sheet = await desk.open_from_slug(self.id, address.rpartition("/")[2])
            needed = {name: DETAILS[name] for name, wanted in sheet["needs"].items() if wanted}
            if needed:
                sheet = await desk.fill_in(sheet["id"], needed)
            ways = sheet.get("shipping_options") or []
            option = ways[0]["id"] if ways else None
            paid = await desk.pay(sheet["id"], shipping_option=option)
        except SimError:
            await asyncio.sleep(0.5)
            return
        self.is_paid = paid["status"] == "paid"

    def _newest_step(self) -> Seen | None:
        """The newest message that only she sees and that leads on."""
        for message in reversed(self.sees(self._group)):
            if message["seen"]["ephemeral"] and (self._forward(message) or self._form(message)):
                return message
        return None

    def _forward(self, message: Seen) -> str | None:
        return begins(message, *self.goes_on)

    def _form(self, message: Seen) -> str | None:
        links = [button["url"] for button in buttons(message) if "t.me/$" in button.get("url", "")]
        return str(links[0]) if links else None

    def sees(self, chat: int) -> list[Seen]:
        return list(self._sandbox.sim.messages(self.id, chat, limit=100)["messages"])

    def heard(self, chat: int, words: str) -> int:
        """How many messages say so."""
        return sum(words in _text(message) for message in self.sees(chat))


async def gives_back(sandbox: Sandbox, merchant: int, bot: int, order: str) -> None:
    """The merchant opens an order and gives all of it back, pressing until it is done."""
    while True:
        messages = sandbox.sim.messages(merchant, bot, limit=100)["messages"]
        about = [one for one in messages if order in _text(one) and _refund_step(one)]
        if not about:
            return
        newest = about[-1]
        try:
            await sandbox.sim.tap(
                merchant, bot, newest["seen"]["key"], button=_refund_step(newest), wait=PATIENCE
            )
        except SimError:
            await asyncio.sleep(0.2)
        await asyncio.sleep(0.3)


def _refund_step(message: Seen) -> str | None:
    return begins(message, "Yes, give back", "Give back", "Refund")


def begins(message: Seen, *labels: str) -> str | None:
    for label in labels:
        for button in buttons(message):
            if button["text"].startswith(label) and "url" not in button:
                return str(button["text"])
    return None


def buttons(message: Seen) -> list[Seen]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _text(message: Seen) -> str:
    return str(message.get("text") or message.get("caption") or "")
