"""Bargains and sale days: helping each other, being counted, and buying at what came of it."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.deals.bargains.models import Bargain, BargainId, BargainOffer
from bot.deals.bargains.service import BargainService
from bot.deals.sale_days.models import SaleDay
from bot.deals.sale_days.service import SaleDayService
from bot.groups.models import GroupId
from bot.orders.buying import ToPay
from bot.orders.models import PRIVATE
from bot.people.models import PersonId
from tests.simulation.process import MortalShop
from tests.simulation.purse import Purse

FEW = 2  # bargains at once
MODESTY = 0.8
Deed = Callable[[], Awaitable[object]]


@dataclass
class Market:
    """What everybody knows of: offers, bargains that were begun, links that were passed on."""

    offers: list[BargainOffer] = field(default_factory=list)
    bargains: dict[BargainId, Bargain] = field(default_factory=dict)
    sales: list[SaleDay] = field(default_factory=list)
    links: list[int] = field(default_factory=list)


@dataclass
class Haggler:
    purse: Purse
    rng: random.Random
    market: Market
    groups: list[GroupId]

    def ways(self) -> list[tuple[Deed, int]]:
        ways: list[tuple[Deed, int]] = []
        if self.market.offers:
            ways += [(self.begs, 2), (self.helps, 9), (self.buys_at_the_floor, 6)]
        if self.market.sales:
            ways += [(self.takes_link, 3), (self.is_counted, 5), (self.buys_on_sale, 7)]
        return ways

    async def begs(self) -> None:
        if len(self.market.bargains) >= FEW and self.rng.random() < MODESTY:
            await self.helps()  # or nobody would ever have helpers enough
            return
        offer = self.rng.choice(self.market.offers)
        group_id = self.rng.choice((None, *self.groups))

        async def ask(shop: MortalShop) -> Bargain:
            async with shop.ask(BargainService) as bargaining:
                return await bargaining.ask_for_help(offer.id, self.purse.person, group_id=group_id)

        bargain = await self.purse.tap(f"asks for help in {offer.id}", ask)
        if bargain is not None:
            self.market.bargains[bargain.id] = bargain

    async def helps(self) -> None:
        if not self.market.bargains:
            await self.begs()
            return
        bargain = self.rng.choice(list(self.market.bargains.values()))

        async def help_her(shop: MortalShop) -> None:
            async with shop.ask(BargainService) as bargaining:
                await bargaining.help(bargain.id, self.purse.person.id)

        await self.purse.tap(f"helps in bargain {bargain.id}", help_her)

    async def buys_at_the_floor(self) -> None:
        own = [one for one in self.market.bargains.values() if one.owner_id == self._person_id]
        if not own:
            await self.begs()
            return
        bargain = self.rng.choice(own)

        async def buy(shop: MortalShop) -> ToPay:
            async with shop.ask(BargainService) as bargaining:
                return await bargaining.buy(bargain.id, self.purse.person)

        await self._pays_for(await self.purse.tap(f"buys bargain {bargain.id}", buy))

    async def takes_link(self) -> None:
        sale, group_id = self.rng.choice(self.market.sales), self.rng.choice(self.groups)

        async def take(shop: MortalShop) -> int:
            async with shop.ask(SaleDayService) as sale_days:
                return (await sale_days.take_link(sale.id, self._person_id, group_id)).code

        code = await self.purse.tap(f"takes a link of sale day {sale.id}", take)
        if code is not None and code not in self.market.links:
            self.market.links.append(code)

    async def is_counted(self) -> None:
        if not self.market.links:
            await self.takes_link()
            return
        code = self.rng.choice(self.market.links)

        async def count(shop: MortalShop) -> None:
            async with shop.ask(SaleDayService) as sale_days:
                await sale_days.count_in(code, self._person_id)

        await self.purse.tap(f"is counted through {code}", count)

    async def buys_on_sale(self) -> None:
        sale = self.rng.choice(self.market.sales)

        async def buy(shop: MortalShop) -> ToPay:
            async with shop.ask(SaleDayService) as sale_days:
                return await sale_days.buy(sale.id, self.purse.person, origin=PRIVATE)

        await self._pays_for(await self.purse.tap(f"buys in sale day {sale.id}", buy))

    @property
    def _person_id(self) -> PersonId:
        return self.purse.person.id

    async def _pays_for(self, to_pay: ToPay | None) -> None:
        if to_pay is None:
            return
        self.purse.invoices.append(to_pay)
        if self.rng.random() < 0.8:
            await self.purse.presses_pay(to_pay)
