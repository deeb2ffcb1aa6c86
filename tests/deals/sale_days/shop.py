"""The shop with sale days, wired as the bot wires them, without its doors."""

from datetime import timedelta

from dishka import Provider, Scope
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.catalog.events import ProductArchived
from bot.catalog.models import Product
from bot.deals.offering.offers import Bench
from bot.deals.posting import Posting
from bot.deals.sale_days import reactions as sale_day_reactions
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.models import SaleDay, SaleDayLink
from bot.deals.sale_days.offers import SaleDayOffers, SaleDayTerms
from bot.deals.sale_days.personal_data import SaleDaysOfPerson
from bot.deals.sale_days.proof import JoinLog
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import Counted, SaleDayService
from bot.deals.settings import DealSettings
from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.kit.clock import Clock
from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.orders.events import OrderPledged
from bot.orders.models import PRIVATE
from bot.orders.pledging import PledgingService
from bot.people.models import Person, PersonId
from tests.shop import REACTIONS, Shop, always

OWNER = PersonId(900)
ANNOUNCER = 901  # who takes the link by which others are counted
SERVICES = (
    Bench,
    GroupRepository,
    GroupService,
    PledgingService,
    Posting,
    SaleDayEnding,
    SaleDayOffers,
    SaleDayRepository,
    SaleDayService,
    SaleDaysOfPerson,
)


def eur(amount: str) -> Money:
    return Money.of(amount, Currency.EUR)


class SaleDayShop(Shop):
    """Each verb below is one transaction, as one update would be."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], clock: Clock) -> None:
        provider = Provider(scope=Scope.REQUEST)
        for service in SERVICES:
            provider.provide(service)
        always(provider, DealSettings, DealSettings())
        always(provider, GroupDefaults, GroupDefaults())
        listening = {
            **REACTIONS,
            OrderPledged: (sale_day_reactions.sell_at_frozen_price,),
            ProductArchived: (sale_day_reactions.call_off_sale_days,),
        }
        super().__init__(sessions, clock, provider, listening)

    async def group(self, chat_id: int = -100) -> Group:
        async with self.ask(GroupService) as groups:
            return await groups.welcome(chat_id, title=f"Group {chat_id}")

    async def opens(
        self,
        product: Product,
        *groups: Group,
        floor: str = "30.00 EUR",
        percent: int = 10,
        cap_per_group: int = 40,
        per_person: int = 1,
        most: int | None = None,
    ) -> SaleDay:
        """A sale day that counts for two days, made by the product's merchant."""
        amount, currency = floor.split()
        terms = SaleDayTerms(
            floor=Money.of(amount, Currency(currency)),
            percent=percent,
            cap_per_group=cap_per_group,
            per_person=per_person,
            most=most,
            lasts=timedelta(hours=48),
        )
        async with self.ask(SaleDayOffers) as offers:
            sale = await offers.draft(product.id, by=OWNER, terms=terms)
            for group in groups:
                await offers.toggle(sale.id, group.id, by=OWNER)
            return await offers.open(sale.id, by=OWNER)

    async def takes_link(self, sale: SaleDay, person: Person, group: Group) -> SaleDayLink:
        async with self.ask(SaleDayService) as sale_days:
            return await sale_days.take_link(sale.id, person.id, group.id)

    async def counts(self, link: SaleDayLink, person: Person) -> Counted:
        async with self.ask(SaleDayService) as sale_days:
            return await sale_days.count_in(link.code, person.id)

    async def counted(self, link: SaleDayLink, person: Person) -> SaleDay:
        return (await self.counts(link, person)).sale

    async def asks_to_pay(self, sale: SaleDay, person: Person) -> ToPay:
        async with self.ask(SaleDayService) as sale_days:
            return await sale_days.buy(sale.id, person, origin=PRIVATE)

    async def buys(self, sale: SaleDay, person: Person) -> ToPay:
        to_pay = await self.asks_to_pay(sale, person)
        await self.checks(to_pay)
        await self.charged(to_pay, charge=f"tg-{to_pay.order.id}")
        return to_pay

    async def frozen_with(self, sale: SaleDay, group: Group, *numbers: int) -> SaleDay:
        """These people are counted, and its merchant opens the sale at once."""
        link = await self.takes_link(sale, await self.buyer(ANNOUNCER), group)
        for number in numbers:
            await self.counted(link, await self.buyer(number))
        return await self.freezes(sale)

    async def freezes(self, sale: SaleDay) -> SaleDay:
        async with self.ask(SaleDayOffers) as offers:
            return await offers.freeze(sale.id, by=OWNER)

    async def gives_more_time(self, sale: SaleDay, **span: float) -> SaleDay:
        async with self.ask(SaleDayOffers) as offers:
            return await offers.extend(sale.id, timedelta(**span), by=OWNER)

    async def log(self, sale: SaleDay) -> JoinLog:
        async with self.ask(SaleDayService) as sale_days:
            return await sale_days.log(sale.id)

    async def reminds(self) -> None:
        async with self.ask(SaleDayEnding) as ending:
            await ending.remind()

    async def now(self, sale: SaleDay) -> SaleDay:
        async with self.ask(SaleDayRepository) as sales:
            return await sales.get(sale.id)

    async def ends_due(self) -> None:
        async with self.ask(SaleDayEnding) as ending:
            await ending.end_due()
