import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.service import CatalogService
from bot.deals.bargains.offers import BargainOffers
from bot.deals.closing import ClosingService
from bot.deals.opening import OpeningService
from bot.deals.repository import DealRepository
from bot.deals.sale_days.offers import SaleDayOffers
from bot.people.service import PeopleService
from tests.deals.shop import OWNER
from tests.simulation.process import MortalShop
from tests.simulation.purse import Told
from tests.simulation.scenery import Scenery
from tests.simulation.stripe_office import Office

Deed = Callable[[], Awaitable[None]]


@dataclass
class Seller:
    """Changes her mind about what she offers, as merchants do."""

    rng: random.Random
    door: Told
    scenery: Scenery
    office: Office

    async def live(self, deeds: int) -> None:
        ways = [(self.counts_the_shelf, 1), (self.works_at_stripe, 1), (self.is_blocked, 1)]
        if self.scenery.deals:
            ways += [(self.extends, 3), (self.sponsors, 3), (self.cancels, 1), (self.closes, 2)]
        if self.scenery.market.offers or self.scenery.market.sales:
            ways += [(self.ends_an_offer, 1)]
        for _ in range(deeds):
            await self.door.pause()
            (deed,) = self.rng.choices([way for way, _ in ways], [often for _, often in ways])
            await deed()

    async def extends(self) -> None:
        deal = self.rng.choice(self.scenery.deals)
        more = timedelta(minutes=self.rng.randint(20, 300))

        async def extend(shop: MortalShop) -> None:
            async with shop.transaction() as scope:
                now = await (await scope.get(DealRepository)).get(deal.id)
                opening = await scope.get(OpeningService)
                await opening.extend(deal.id, now.closes_at + more, by=OWNER)

        await self.door.deliver("merchant", f"extends {deal.id} by {more}", extend)

    async def sponsors(self) -> None:
        deal = self.rng.choice(self.scenery.deals)
        units = self.rng.randint(1, 3)

        async def sponsor(shop: MortalShop) -> None:
            async with shop.ask(OpeningService) as opening:
                await opening.sponsor(deal.id, units, by=OWNER)

        await self.door.deliver("merchant", f"gives {units} to {deal.id}", sponsor)

    async def cancels(self) -> None:
        deal = self.rng.choice(self.scenery.deals)

        async def cancel(shop: MortalShop) -> None:
            async with shop.ask(ClosingService) as closing:
                await closing.cancel(deal.id, by=OWNER)

        await self.door.deliver("merchant", f"cancels {deal.id}", cancel)

    async def closes(self) -> None:
        deal = self.rng.choice(self.scenery.deals)

        async def close(shop: MortalShop) -> None:
            async with shop.ask(ClosingService) as closing:
                await closing.close_now(deal.id, by=OWNER)

        await self.door.deliver("merchant", f"closes {deal.id} now", close)

    async def ends_an_offer(self) -> None:
        market = self.scenery.market
        ends: list[Callable[[MortalShop], Awaitable[None]]] = []
        for offer in market.offers:

            async def end_offer(shop: MortalShop, offer_id=offer.id) -> None:
                async with shop.ask(BargainOffers) as offers:
                    await offers.close(offer_id, by=OWNER)

            ends.append(end_offer)
        for sale in market.sales:

            async def end_sale(shop: MortalShop, sale_id=sale.id) -> None:
                async with shop.ask(SaleDayOffers) as offers:
                    await offers.close(sale_id, by=OWNER)

            ends.append(end_sale)
        await self.door.deliver("merchant", "ends an offer or a sale day", self.rng.choice(ends))

    async def counts_the_shelf(self) -> None:
        """Fewer than she thought lie there."""
        product, pieces = self.scenery.product, self.rng.randint(1, 20)
        assert product is not None
        variant = product.variants[0]

        async def count(shop: MortalShop) -> None:
            async with shop.ask(CatalogService) as catalog:
                await catalog.change_stock(product.id, variant.id, pieces, by=OWNER)

        await self.door.deliver("merchant", f"counts {pieces} pieces", count)

    async def works_at_stripe(self) -> None:
        self.office.by_hand(self.rng.choice(("cancel", "cancel", "capture")))

    async def is_blocked(self) -> None:
        """Somebody blocks the bot: her money and her seat do not mind."""
        person = self.rng.choice(self.scenery.people)

        async def block(shop: MortalShop) -> None:
            async with shop.ask(PeopleService) as people:
                await people.blocked(person.id)

        await self.door.deliver(f"person {person.id}", "blocks the bot", block)
