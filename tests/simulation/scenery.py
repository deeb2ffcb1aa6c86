"""What is there in the morning: groups, people, and what the merchant offers."""

import random
from dataclasses import dataclass, field

from bot.catalog.models import Product, ProductKind
from bot.deals.bargains.offers import BargainOffers
from bot.deals.models import Deal
from bot.deals.sale_days.offers import SaleDayOffers
from bot.groups.models import GroupId
from bot.kit.money import Currency
from bot.people.models import Person
from tests.deals.shop import OWNER
from tests.simulation.deal_terms import (
    OtherKind,
    Way,
    any_kinds,
    bargain_terms,
    deal_terms,
    sale_day_terms,
)
from tests.simulation.hagglers import Market
from tests.simulation.history import History
from tests.simulation.process import MortalShop

PEOPLE = 8
STOCK = 30


@dataclass
class Scenery:
    way: Way
    product: Product | None = None
    deals: list[Deal] = field(default_factory=list)
    market: Market = field(default_factory=Market)
    groups: list[GroupId] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    async def set_up(self, shop: MortalShop, rng: random.Random, history: History) -> None:
        is_stars = self.way is Way.STARS
        currency = Currency.XTR if is_stars else Currency.EUR
        price, shelf = ("30 XTR", "45 XTR") if is_stars else ("30.00 EUR", "45.00 EUR")
        await shop.buyer(OWNER)
        merchant = await shop.merchant(owner=OWNER, currencies=(currency.value,))
        stock = rng.choice((STOCK, 8))
        goods = ProductKind.DIGITAL if is_stars else ProductKind.PHYSICAL
        self.product = await shop.product(of=merchant, price=shelf, stock=stock, kind=goods)
        self.groups += [(await shop.group(f"Group {chat}", chat)).id for chat in (-100, -200)]
        for kind in any_kinds(rng, self.way):
            if kind is OtherKind.BARGAIN:
                await self._offer(shop, rng, currency)
            elif kind is OtherKind.SALE_DAY:
                await self._sale(shop, rng, currency)
            else:
                terms = deal_terms(rng, kind, self.way)
                deal = await shop.deal(self.product, price, **terms)
                history.note("merchant", f"opens {deal.id}: {terms}")
                self.deals.append(deal)
        self.people += [await shop.buyer(1000 + number) for number in range(PEOPLE)]

    async def _offer(self, shop: MortalShop, rng: random.Random, currency: Currency) -> None:
        assert self.product is not None
        async with shop.ask(BargainOffers) as offers:
            terms = bargain_terms(rng, currency)
            offer = await offers.draft(self.product.id, by=OWNER, terms=terms)
            await offers.toggle(offer.id, self.groups[0], by=OWNER)
            self.market.offers.append(await offers.open(offer.id, by=OWNER))

    async def _sale(self, shop: MortalShop, rng: random.Random, currency: Currency) -> None:
        assert self.product is not None
        async with shop.ask(SaleDayOffers) as offers:
            terms = sale_day_terms(rng, currency)
            sale = await offers.draft(self.product.id, by=OWNER, terms=terms)
            for group_id in self.groups:
                await offers.toggle(sale.id, group_id, by=OWNER)
            self.market.sales.append(await offers.open(sale.id, by=OWNER))
