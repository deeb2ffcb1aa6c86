"""People who take a seat, and press again when nothing happens, as people do."""

import asyncio
from typing import Any

from sandbox.sandbox import Sandbox
from sandbox.sim.errors import SimError
from sandbox.stripe.errors import StripeError
from tests.sandbox.crashes.townsfolk import Buyer, Seen, begins, buttons

HOME = {"name": "Ana", "address": {"line1": "Lindenstraße 7", "city": "Leipzig", "country": "DE"}}


class Joiner(Buyer):
    """Joins by the card, pays by the form or on the page, and goes on until she is told so."""

    first_button = "Join"
    goes_on = ("I agree", "Reserve", "Save card", "Pay")

    def __init__(
        self, sandbox: Sandbox, name: str, group: int, bot: int, *, stars: int = 0
    ) -> None:
        super().__init__(sandbox, name, group, stars=stars)
        self._bot = bot

    async def joins(self, card: int, title: str) -> None:
        """Until she has heard that she is in."""
        while not self.hears_of(title, "You are in"):
            self.is_paid = False
            await self.buys(card)
            for _ in range(100):
                if self.hears_of(title, "You are in"):
                    return
                await asyncio.sleep(0.1)

    def hears_of(self, title: str, words: str) -> bool:
        return any(words in told for told in self.told_of(title))

    def told_of(self, title: str) -> list[str]:
        """What she was told in private about a thing, the newest last."""
        texts = [_text(message) for message in self.sees(self._bot)]
        return [text for text in texts if title in text]

    def story(self) -> str:
        """What she saw last, in the group and in private."""
        seen = [*self.sees(self._group)[-6:], *self.sees(self._bot)[-4:]]
        told = [f"{_text(one)[:70]!r} {[b['text'] for b in buttons(one)]}" for one in seen]
        return f"{self.id}: " + "\n    ".join(told)

    async def _press(self, message: int | str, label: str | None) -> bool:
        if isinstance(message, int):
            label = self._on_card(message)
        return await super()._press(message, label)

    def _on_card(self, card: int) -> str | None:
        """Her button says the price of the moment as well."""
        for message in self.sees(self._group):
            if message["message_id"] == card:
                return begins(message, self.first_button)
        return None

    def _form(self, message: Seen) -> str | None:
        pages = [one["url"] for one in buttons(message) if "/pay/cs_" in one.get("url", "")]
        return str(pages[0]) if pages else super()._form(message)

    async def _pay(self, address: str) -> None:
        if "/pay/cs_" not in address:
            await super()._pay(address)
            return
        about: dict[str, Any] = {
            "name": HOME["name"],
            "address": HOME["address"],
            "email": "ana@example.org",
            "phone": "+4915112345678",
        }
        try:
            page = address.rpartition("/")[2]
            self._sandbox.payments.stripe.visitors.complete(page, shipping=HOME, **about)
        except (SimError, StripeError):
            await asyncio.sleep(0.5)  # it has ended: she taps once more
            return
        self.is_paid = True


def _text(message: Seen) -> str:
    return str(message.get("text") or message.get("caption") or "")
