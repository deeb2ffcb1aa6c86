"""The shop with its deals, whose shoppers' cards are saved, and charged when enough have joined."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.catalog.models import Product
from bot.deals.collecting import CollectingService
from bot.deals.models import Deal
from bot.deals.repository import DealRepository
from bot.kit.clock import Clock
from bot.payments.gateways import Gateways
from bot.payments.gateways.stripe import StripeGateway, StripeLine
from bot.payments.models import AccountKind, Rail
from bot.payments.settling import RefundSettler
from bot.people.models import Person
from sandbox.sandbox import Sandbox
from tests.deals.hold_shop import BACK, HoldShop
from tests.fakes import FakeClock

LONG = timedelta(days=20)  # no bank holds money so long
HOME = {"line1": "Lindenstraße 7", "city": "Leipzig", "country": "DE"}
GOOD = "4242424242424242"
FAILS_LATER = "4000000000000341"
ASKS_ALWAYS = "4000002760003184"
COMPLETED = "checkout.session.completed"


class LaterShop(HoldShop):
    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        engine: AsyncEngine,
        clock: Clock,
        *,
        sandbox: Sandbox,
        line: StripeLine,
    ) -> None:
        super().__init__(sessions, engine, clock, sandbox=sandbox, line=line)
        # What was charged goes back through the same bank.
        self.settler = RefundSettler(
            self.transaction, Gateways(dict.fromkeys(Rail, StripeGateway(line)))
        )

    async def deal(self, product: Product, price: str, **facts: Any) -> Deal:
        return await super().deal(product, price, **({"lasts": LONG} | facts))

    def fills_in(self, page: str, **facts: Any) -> None:
        self.bank.visitors.complete(page, **({"name": "Ana", "address": HOME} | facts))

    async def saves_card(self, deal: Deal, person: Person, card: str = GOOD, **facts: Any) -> str:
        """Tap, leave a card on the page, and let Stripe tell."""
        page = await self.asks_for_page(deal, person, **facts)
        self.fills_in(page, card=card)
        await self.hears(COMPLETED, page, f"evt_{page}")
        return page

    async def ends(self, deal: Deal) -> None:
        """Its time is over, and every card is asked for."""
        assert isinstance(self.clock, FakeClock)
        left = (await self.now(deal)).closes_at - self.clock.now()
        self.clock.wait(seconds=left.total_seconds())
        await self.closes_due()
        await self.works()

    async def works(self, times: int = 3) -> None:
        """The jobs, some of their turns."""
        for _ in range(times):
            await self.looks()
            await self.deal_settler.settle_due()
            await self.deal_settler.drop_declined()
            await self.settler.settle_due()

    async def taps_pay_again(self, deal: Deal, person: Person) -> str:
        async with self.ask(CollectingService) as collecting:
            asked = await collecting.pay_again(deal.id, person.id)
        return (await self.opener.open(asked.page, BACK)).rpartition("/")[2]

    async def pays_again(self, deal: Deal, person: Person) -> str:
        page = await self.taps_pay_again(deal, person)
        self.bank.visitors.complete(page, name="Ana")
        await self.hears(COMPLETED, page, f"evt_{page}")
        return page

    async def gives_longer(self, deal: Deal, person: Person) -> None:
        """As if her card had been refused a day later."""
        async with self.ask(DealRepository) as deals:
            seat = await deals.lock_seat(deal.id, person.id)
            assert seat.until is not None
            seat.until += timedelta(days=1)

    async def reminds(self) -> None:
        async with self.ask(CollectingService) as collecting:
            await collecting.remind()

    async def owed(self) -> dict[str, int]:
        """What is owed to whom by the books, whatever the gateway keeps for itself."""
        sums: dict[str, int] = {}
        for (kind, _), minor in (await self.balances()).items():
            if kind in {AccountKind.MERCHANT_PAYABLE, AccountKind.REFUNDS_PAYABLE}:
                sums[kind.value] = sums.get(kind.value, 0) - minor
        return {kind: minor for kind, minor in sums.items() if minor}

    def saved_cards(self) -> int:
        """How many cards Stripe still keeps for anybody."""
        return sum(one["customer"] is not None for one in self.bank.objects.all("payment_method"))

    def charges(self) -> list[int]:
        """What was taken of anybody, in the order it was."""
        found = self.bank.objects.all("charge")
        return [one["amount_captured"] for one in found if one["status"] == "succeeded"]
