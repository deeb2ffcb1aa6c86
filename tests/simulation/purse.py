"""Paying: Telegram's forms and Stripe's pages, old and new, once or twice, late or never."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bot.deals.collecting import CollectingService
from bot.deals.models import DealId
from bot.orders.buying import ToPay
from bot.payments.holds.pages import HoldPages
from bot.payments.models import Rail
from bot.payments.receipts import Receipt
from bot.payments.service import PaymentService
from bot.people.models import Person
from tests.simulation.bank import Bank
from tests.simulation.process import MortalShop
from tests.simulation.stripe_office import ASKS, DECLINED, FAILS_LATER, GOOD, Office

T = TypeVar("T")
BY_PAGE = {Rail.STRIPE_HOLD, Rail.STRIPE_LATER}
BACK = "https://t.me/tuan_bot?start=deal_1"


class Told(Protocol):
    """Brings an update to the shop, again and again until somebody has taken it in."""

    async def deliver(
        self, who: str, what: str, verb: Callable[[MortalShop], Awaitable[T]]
    ) -> T | None: ...

    def later(self, work: Awaitable[object]) -> None: ...

    async def pause(self) -> None: ...


@dataclass
class Purse:
    person: Person
    rng: random.Random
    door: Told
    bank: Bank
    office: Office
    invoices: list[ToPay] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"person {self.person.id}"

    async def tap(self, what: str, verb: Callable[[MortalShop], Awaitable[T]]) -> T | None:
        if self.rng.random() < 0.1:  # her thumb, or Telegram: the same update comes twice at once
            self.door.later(self.door.deliver(self.name, f"{what}, again", verb))
        return await self.door.deliver(self.name, what, verb)

    async def presses_pay(self, to_pay: ToPay | None = None) -> None:
        if to_pay is None:
            if not self.invoices:
                return
            to_pay = self.rng.choice(self.invoices[-3:])
        if to_pay.payment.rail in BY_PAGE:
            await self._opens_page(to_pay)
            return
        fast = self.rng.random() < 0.05  # the news of her money overtakes the question
        times = self.rng.choices((1, 2), (9, 1))[0]
        for _ in range(times):
            if fast:
                self._pays(to_pay)
            if await self._is_approved(to_pay) and not fast and self.rng.random() < 0.9:
                self._pays(to_pay)

    async def goes_back_to_a_page(self) -> None:
        if self.pages:
            self._fills_in(self.rng.choice(self.pages[-3:]))

    async def _opens_page(self, to_pay: ToPay) -> None:
        async def open_page(shop: MortalShop) -> str:
            async with shop.ask(HoldPages) as pages:
                number = await pages.of(to_pay.payment.id)
            return await shop.opener.open(number, BACK)

        url = await self.tap(f"opens the page of payment {to_pay.payment.id}", open_page)
        await self._on_page(url)

    async def pays_herself(self, deal_id: DealId) -> None:
        """Her saved card was refused, or she thinks so."""

        async def open_page(shop: MortalShop) -> str:
            async with shop.ask(CollectingService) as collecting:
                asked = await collecting.pay_again(deal_id, self.person.id)
            return await shop.opener.open(asked.page, BACK)

        await self._on_page(await self.tap(f"wants to pay {deal_id} herself", open_page))

    async def _on_page(self, url: str | None) -> None:
        if url is None:
            return
        page = url.rpartition("/")[2]
        self.pages.append(page)
        if self.rng.random() < 0.8:  # else she thinks it over
            await self.door.pause()
            self._fills_in(page)

    def _fills_in(self, page: str) -> None:
        (card,) = self.rng.choices((GOOD, DECLINED, ASKS, FAILS_LATER), (7, 1, 2, 2))
        self.office.fills_in(page, card)
        if card in {DECLINED, FAILS_LATER} and self.rng.random() < 0.7:
            self.office.fills_in(page, GOOD)

    async def _is_approved(self, to_pay: ToPay) -> bool:
        async def check(shop: MortalShop) -> bool:
            await shop.checks(to_pay)
            return True

        what = f"presses pay of payment {to_pay.payment.id}, order {to_pay.order.id}"
        return bool(await self.tap(what, check))

    def _pays(self, to_pay: ToPay) -> None:
        receipt = self.bank.charge(to_pay)
        for _ in range(self.rng.choices((1, 2, 3), (6, 2, 2))[0]):
            self.door.later(self._news(to_pay, receipt))

    async def _news(self, to_pay: ToPay, receipt: Receipt) -> None:
        for _ in range(self.rng.choice((0, 0, 1, 5))):
            await self.door.pause()

        async def succeed(shop: MortalShop) -> None:
            async with shop.ask(PaymentService) as payments:
                await payments.succeed(to_pay.payment.id, receipt)

        await self.door.deliver("telegram", f"tells of {receipt.gateway_charge}", succeed)
