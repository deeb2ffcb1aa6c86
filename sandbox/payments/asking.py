"""The two questions a payment asks a bot: what shipping costs, and whether it may go ahead."""

import asyncio
from typing import Final

from sandbox.botapi.updates import Updates
from sandbox.payments.checkouts import Checkout
from sandbox.payments.invoices import Invoice
from sandbox.world.queries import Query
from sandbox.world.store import Json
from sandbox.world.world import World

ANSWER_SECONDS: Final = 10.0
# How often a moved clock is looked at while a payment waits: soon at first, then seldom, so that a
# thousand payments may wait at once.
FIRST_GLANCE_SECONDS: Final = 0.1
SELDOM_SECONDS: Final = 1.0
SHIPPING: Final = "shipping"
PRE_CHECKOUT: Final = "pre_checkout"


class Asking:
    def __init__(self, world: World, updates: Updates) -> None:
        self._world = world
        self._updates = updates

    async def shipping(self, invoice: Invoice, person: int, address: Json) -> Json | None:
        """The bot's answer, or ``None`` when ten seconds went by without one."""
        payload = {"invoice_payload": invoice.payload, "shipping_address": address}
        return await self._ask(SHIPPING, "shipping_query", invoice, person, payload)

    async def pre_checkout(self, invoice: Invoice, checkout: Checkout) -> Json | None:
        """The bot's answer, or ``None`` when ten seconds went by without one."""
        payload: Json = {
            "currency": invoice.currency,
            "total_amount": checkout.total(invoice),
            "invoice_payload": invoice.payload,
        }
        if checkout.chosen_option is not None:
            payload["shipping_option_id"] = checkout.chosen_option
        if (info := checkout.order_info()) is not None:
            payload["order_info"] = info
        return await self._ask(
            PRE_CHECKOUT, "pre_checkout_query", invoice, checkout.person, payload
        )

    async def _ask(
        self, kind: str, update: str, invoice: Invoice, person: int, payload: Json
    ) -> Json | None:
        bot = self._world.account(invoice.bot)
        query = self._world.queries.ask(kind, bot.id, person, {"slug": invoice.slug})
        who = self._world.account(person).as_user()
        # Telegram hands both kinds out in one line for each person.
        self._updates.push(bot, update, {"id": query.id, "from": who, **payload}, f"pay{person}")
        return await self._answer(query)

    async def _answer(self, query: Query) -> Json | None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + ANSWER_SECONDS
        glance = FIRST_GLANCE_SECONDS
        while (left := deadline - loop.time()) > 0:
            if self._world.queries.age(query) > ANSWER_SECONDS:
                return None
            answer = await self._world.queries.wait(query, min(left, glance))
            if answer is not None:
                return answer
            glance = min(glance * 1.5, SELDOM_SECONDS)
        return None
