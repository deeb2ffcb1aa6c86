"""The shop with bargains, wired as the bot wires them, without its doors."""

from datetime import timedelta

from dishka import Provider, Scope
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.catalog.events import ProductArchived
from bot.catalog.models import Product
from bot.deals.bargains import reactions as bargain_reactions
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.models import Bargain, BargainCut, BargainOffer
from bot.deals.bargains.offers import BargainOffers, BargainTerms
from bot.deals.bargains.personal_data import BargainsOfPerson
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.deals.offering.offers import Bench
from bot.deals.posting import Posting
from bot.deals.settings import DealSettings
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.kit.clock import Clock
from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.orders.events import OrderPledged
from bot.orders.pledging import PledgingService
from bot.people.models import Person, PersonId
from tests.shop import REACTIONS, Shop, always

OWNER = PersonId(900)
SERVICES = (
    BargainEnding,
    BargainOffers,
    BargainRepository,
    BargainService,
    BargainsOfPerson,
    Bench,
    GroupRepository,
    GroupService,
    PledgingService,
    Posting,
)


class BargainShop(Shop):
    """Each verb below is one transaction, as one update would be."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], clock: Clock) -> None:
        provider = Provider(scope=Scope.REQUEST)
        for service in SERVICES:
            provider.provide(service)
        always(provider, DealSettings, DealSettings())
        always(provider, GroupDefaults, GroupDefaults())
        listening = {
            **REACTIONS,
            OrderPledged: (bargain_reactions.sell_bargain,),
            ProductArchived: (bargain_reactions.call_off_offers,),
        }
        super().__init__(sessions, clock, provider, listening)

    async def offers(
        self,
        product: Product,
        floor: str,
        *,
        helpers: int = 3,
        helps_each: int = 3,
        lasts: timedelta = timedelta(hours=24),
    ) -> BargainOffer:
        """An open offer in one group, made by the product's merchant."""
        amount, currency = floor.split()
        terms = BargainTerms(
            floor=Money.of(amount, Currency(currency)),
            helpers=helpers,
            helps_each=helps_each,
            lasts=lasts,
        )
        async with self.ask(GroupService) as groups:
            group = await groups.welcome(-100, title="Kiln Street")
        async with self.ask(BargainOffers) as offers:
            offer = await offers.draft(product.id, by=OWNER, terms=terms)
            await offers.toggle(offer.id, group.id, by=OWNER)
            return await offers.open(offer.id, by=OWNER)

    async def asks_for_help(self, offer: BargainOffer, owner: Person) -> Bargain:
        async with self.ask(BargainService) as bargaining:
            return await bargaining.ask_for_help(offer.id, owner)

    async def helps(self, bargain: Bargain, helper: Person) -> BargainCut:
        async with self.ask(BargainService) as bargaining:
            return await bargaining.help(bargain.id, helper.id)

    async def helped_by(self, bargain: Bargain, *numbers: int) -> None:
        for number in numbers:
            await self.helps(bargain, await self.buyer(number))

    async def asks_to_pay(self, bargain: Bargain, person: Person) -> ToPay:
        async with self.ask(BargainService) as bargaining:
            return await bargaining.buy(bargain.id, person)

    async def buys(self, bargain: Bargain, person: Person) -> ToPay:
        to_pay = await self.asks_to_pay(bargain, person)
        await self.checks(to_pay)
        await self.charged(to_pay, charge=f"tg-{to_pay.order.id}")
        return to_pay

    async def gives_more_time(self, offer: BargainOffer, **span: float) -> BargainOffer:
        async with self.ask(BargainOffers) as offers:
            return await offers.extend(offer.id, timedelta(**span), by=OWNER)

    async def reminds(self) -> None:
        async with self.ask(BargainEnding) as ending:
            await ending.remind()

    async def now(self, bargain: Bargain) -> Bargain:
        async with self.ask(BargainRepository) as bargains:
            return await bargains.get(bargain.id)

    async def cuts(self, bargain: Bargain) -> list[int]:
        async with self.ask(BargainRepository) as bargains:
            return [cut.minor for cut in await bargains.cuts(bargain.id)]

    async def ends_due(self) -> None:
        async with self.ask(BargainEnding) as ending:
            await ending.end_due()
