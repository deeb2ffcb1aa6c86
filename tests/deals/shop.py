"""The shop with its deals, wired as the bot wires them, without its doors."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from dishka import Provider, Scope
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.catalog.models import Product
from bot.deals import reactions
from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.counting import CountingService
from bot.deals.draft_access import DraftAccess
from bot.deals.events import SeatGivenBack
from bot.deals.expiring import ExpiringService
from bot.deals.freeing import SeatKeeper
from bot.deals.joiner import Joiner
from bot.deals.joining import JoiningService, refuse
from bot.deals.models import Deal, DealId, DealKind, Seat, SeatMovement, Step, Unit
from bot.deals.opening import OpeningService
from bot.deals.posting import Posting
from bot.deals.proof import ProofLog
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.proposing import ProposingService
from bot.deals.repository import DealRepository
from bot.deals.seating import Answer, Wish
from bot.deals.settings import DealSettings
from bot.deals.settler import DealSettler
from bot.deals.teaming import TeamService
from bot.deals.terms import Terms
from bot.groups.admins import GroupAdmins
from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.kit.clock import Clock
from bot.kit.events import Event, Reaction
from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.orders.events import (
    OrderExpired,
    OrderPaid,
    OrderPledged,
    PledgeCollected,
    PledgeDeclined,
    PledgeLost,
)
from bot.orders.pledging import PledgingService
from bot.payments.events import CheckoutConfirmed
from bot.payments.settings import PaymentSettings
from bot.people.models import Person, PersonId
from tests.shop import REACTIONS, Shop, always

OWNER = PersonId(900)
SERVICES = (
    ClosingService,
    CollectingService,
    CountingService,
    DealRepository,
    DraftAccess,
    ExpiringService,
    GroupRepository,
    GroupService,
    JoiningService,
    OpeningService,
    PledgingService,
    Posting,
    ProofLog,
    ProposalRepository,
    ProposingService,
    SeatKeeper,
    TeamService,
)
LISTENING = {
    **REACTIONS,
    CheckoutConfirmed: (*REACTIONS[CheckoutConfirmed], reactions.approve_seat),
    OrderPledged: (reactions.count_pledge,),
    OrderExpired: (reactions.lose_seat,),
    OrderPaid: (reactions.honour_seat,),
    PledgeCollected: (reactions.collect_seat,),
    PledgeDeclined: (reactions.let_her_pay_again,),
    PledgeLost: (reactions.drop_seat,),
    SeatGivenBack: (reactions.follow_leader,),
}


class KnownAdmins:
    """Telegram's answer, which a test gives."""

    def __init__(self) -> None:
        self.of: dict[int, set[int]] = {}

    async def learn(self, chat_id: int, person_id: PersonId) -> None:
        pass

    def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        return person_id in self.of.get(chat_id, set())


class DealShop(Shop):
    """Each verb below is one transaction, as one update would be."""

    # Without a Stripe key: whoever joins is charged by Telegram's invoice at once.
    settings = PaymentSettings(provider_token="house:TEST:1")
    listening: Mapping[type[Event], tuple[Reaction, ...]] = LISTENING

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        engine: AsyncEngine,
        clock: Clock,
        more: Provider | None = None,
    ) -> None:
        provider = more or Provider(scope=Scope.REQUEST)
        for service in SERVICES:
            provider.provide(service)
        always(provider, DealSettings, DealSettings())
        always(provider, GroupDefaults, GroupDefaults())
        self.admins = KnownAdmins()
        always(provider, GroupAdmins, self.admins)
        super().__init__(sessions, clock, provider, self.listening)
        self.clock = clock
        self.joiner = Joiner(engine, clock, DealSettings())
        self.deal_settler = DealSettler(self.transaction)
        self._taps = 0

    async def group(self, title: str = "Kiln Street", chat_id: int = -100) -> Group:
        async with self.ask(GroupService) as groups:
            return await groups.welcome(chat_id, title=title)

    async def deal(self, product: Product, price: str, **facts: Any) -> Deal:
        """An open deal in one group, made by the product's merchant."""
        kind: DealKind = facts.pop("kind", DealKind.GOAL)
        steps: Sequence[Step] = facts.pop("steps", ())
        amount, currency = price.split()
        terms = Terms(
            kind=kind,
            goal=facts.pop("goal", 2),
            price=Money.of(amount, Currency(currency)),
            lasts=facts.pop("lasts", timedelta(hours=24)),
            unit=facts.pop("unit", Unit.PEOPLE),
            steps=steps,
            **facts,
        )
        group = await self.group()
        async with self.ask(OpeningService) as opening:
            deal = await opening.draft(product.id, terms, by=OWNER)
            await opening.toggle(deal.id, group.id, by=OWNER)
            return await opening.open(deal.id, by=OWNER)

    def wish(self, deal: Deal | DealId, person: int, **facts: Any) -> Wish:
        self._taps += 1
        deal_id = deal.id if isinstance(deal, Deal) else deal
        facts.setdefault("key", f"tap-{self._taps}")
        return Wish(deal_id=deal_id, person_id=PersonId(person), **facts)

    async def taps_join(self, deal: Deal, person: Person, **facts: Any) -> Answer:
        answer = await self.joiner.hold(self.wish(deal, person.id, **facts))
        refuse(answer)
        return answer

    async def says_join(self, deal: Deal, person: Person, pieces: int) -> Answer:
        """Typed under the card: "+2"."""
        async with self.ask(JoiningService) as joining:
            return await joining.hold(self.wish(deal, person.id, pieces=pieces))

    async def asks_to_pay(self, deal: Deal, person: Person) -> ToPay:
        async with self.ask(JoiningService) as joining:
            return await joining.pay(deal.id, person)

    async def joins(self, deal: Deal, person: Person, **facts: Any) -> ToPay:
        """Tap, and pay."""
        await self.taps_join(deal, person, **facts)
        to_pay = await self.asks_to_pay(deal, person)
        await self.checks(to_pay)
        await self.charged(to_pay, charge=f"tg-{to_pay.order.id}")
        return to_pay

    async def leaves(self, deal: Deal, person: Person) -> None:
        async with self.ask(JoiningService) as joining:
            await joining.leave(deal.id, person.id)

    async def now(self, deal: Deal) -> Deal:
        async with self.ask(DealRepository) as deals:
            return await deals.get(deal.id)

    async def seat(self, deal: Deal, person: Person) -> Seat | None:
        async with self.ask(DealRepository) as deals:
            return await deals.find_seat(deal.id, person.id)

    async def closes_due(self) -> None:
        async with self.ask(ClosingService) as closing:
            await closing.close_due()
        await self.deal_settler.settle_due()

    async def movements(self, deal: Deal) -> int:
        """What the ledger of seats says is taken."""
        async with self.ask(AsyncSession) as session:
            total = await session.scalar(
                select(func.coalesce(func.sum(SeatMovement.pieces), 0)).where(
                    SeatMovement.deal_id == deal.id
                )
            )
        return int(total or 0)
