import random
from dataclasses import dataclass
from datetime import timedelta

from bot.deals.closing import ClosingService
from bot.deals.models import Deal
from bot.deals.opening import OpeningService
from bot.deals.repository import DealRepository
from tests.deals.shop import OWNER
from tests.simulation.people import Told
from tests.simulation.process import MortalShop


@dataclass
class Seller:
    """Changes her mind about her deals, as merchants do."""

    rng: random.Random
    door: Told
    deals: list[Deal]

    async def live(self, deeds: int) -> None:
        ways = ((self.extends, 3), (self.sponsors, 3), (self.cancels, 1), (self.closes, 2))
        for _ in range(deeds):
            await self.door.pause()
            (deed,) = self.rng.choices([way for way, _ in ways], [often for _, often in ways])
            await deed(self.rng.choice(self.deals))

    async def extends(self, deal: Deal) -> None:
        more = timedelta(minutes=self.rng.randint(20, 300))

        async def extend(shop: MortalShop) -> None:
            async with shop.transaction() as scope:
                now = await (await scope.get(DealRepository)).get(deal.id)
                opening = await scope.get(OpeningService)
                await opening.extend(deal.id, now.closes_at + more, by=OWNER)

        await self.door.deliver("merchant", f"extends {deal.id} by {more}", extend)

    async def sponsors(self, deal: Deal) -> None:
        units = self.rng.randint(1, 3)

        async def sponsor(shop: MortalShop) -> None:
            async with shop.ask(OpeningService) as opening:
                await opening.sponsor(deal.id, units, by=OWNER)

        await self.door.deliver("merchant", f"gives {units} to {deal.id}", sponsor)

    async def cancels(self, deal: Deal) -> None:
        async def cancel(shop: MortalShop) -> None:
            async with shop.ask(ClosingService) as closing:
                await closing.cancel(deal.id, by=OWNER)

        await self.door.deliver("merchant", f"cancels {deal.id}", cancel)

    async def closes(self, deal: Deal) -> None:
        async def close(shop: MortalShop) -> None:
            async with shop.ask(ClosingService) as closing:
                await closing.close_now(deal.id, by=OWNER)

        await self.door.deliver("merchant", f"closes {deal.id} now", close)
