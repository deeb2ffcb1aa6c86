"""The real payments, catalogue and orders, wired as the shop wires them, without its doors.

Each verb below is one transaction, as one update would be.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from dishka import AsyncContainer, Provider, Scope, make_async_container
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.catalog.models import Merchant, Product
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.service import CatalogService
from bot.catalog.stock import StockService
from bot.catalog.stock.shelf import StockShelf
from bot.kit.clock import Clock
from bot.kit.events import Event, EventBus, Events, Outbox, Reaction
from bot.kit.money import Money
from bot.kit.secrets import Vault
from bot.orders import reactions
from bot.orders.buying import BuyingService, ToPay
from bot.orders.cart import CartService
from bot.orders.contacts import Contacts
from bot.orders.delivery import DeliveryService
from bot.orders.expiring import OrderExpirer
from bot.orders.looking import OrderLookup
from bot.orders.models import Order, OrderId
from bot.orders.paying import PayingService
from bot.orders.paying_page import PayingPages
from bot.orders.personal_data import OrdersOfPerson
from bot.orders.planning import RefundPlanning
from bot.orders.pricing import Pricing
from bot.orders.refunding import RefundingService
from bot.orders.repository import OrderRepository
from bot.orders.settings import OrderSettings
from bot.orders.shipping import ShippingService
from bot.payments.accounts import GatewayAccountService
from bot.payments.claiming import RefundClaims
from bot.payments.connect.repository import ConnectedAccountRepository
from bot.payments.connect.service import ConnectService
from bot.payments.costs.service import CostBook
from bot.payments.events import (
    Address,
    CheckoutConfirmed,
    Contact,
    HoldLost,
    HoldUnfit,
    PaymentAuthorised,
    PaymentDeclined,
    PaymentExpired,
    PaymentSucceeded,
)
from bot.payments.expiring import PaymentExpirer
from bot.payments.gateways import Gateways
from bot.payments.gateways.pretend import PretendGateway
from bot.payments.heard import HeardEvents
from bot.payments.holds.cards import SavedCards
from bot.payments.holds.pages import HoldPages
from bot.payments.holds.reconciling import HoldBooks
from bot.payments.holds.repository import HoldRepository
from bot.payments.holds.service import HoldService
from bot.payments.holds.settler import HoldDesk
from bot.payments.ledger import Ledger
from bot.payments.models import AccountKind, Rail
from bot.payments.receipts import Checkout, Receipt
from bot.payments.reconciling import Reconciliation
from bot.payments.refunding import RefundService
from bot.payments.repository import (
    GatewayAccountRepository,
    PaymentRepository,
    RefundRepository,
)
from bot.payments.service import PaymentService
from bot.payments.settings import PaymentSettings
from bot.payments.settling import RefundSettler
from bot.payments.takings import Takings
from bot.people.models import Person, PersonId
from bot.people.repository import PersonRepository
from bot.people.service import PeopleService
from bot.people.settings import PeopleSettings
from tests.catalog import make
from tests.fakes import NOON

SERVICES = (
    BuyingService,
    CartService,
    CatalogRepository,
    CatalogService,
    Contacts,
    ConnectedAccountRepository,
    ConnectService,
    CostBook,
    DeliveryService,
    GatewayAccountRepository,
    GatewayAccountService,
    HeardEvents,
    HoldBooks,
    HoldDesk,
    HoldPages,
    HoldRepository,
    HoldService,
    Takings,
    Ledger,
    MerchantRepository,
    OrderLookup,
    OrderRepository,
    OrdersOfPerson,
    PayingPages,
    PayingService,
    PaymentRepository,
    PaymentService,
    PeopleService,
    PersonRepository,
    Pricing,
    Reconciliation,
    RefundClaims,
    RefundPlanning,
    RefundRepository,
    RefundService,
    RefundingService,
    SavedCards,
    ShippingService,
    StockService,
    StockShelf,
)
REACTIONS: Mapping[type[Event], tuple[Reaction, ...]] = {
    CheckoutConfirmed: (reactions.approve_order,),
    PaymentSucceeded: (reactions.count_paid_order,),
    PaymentAuthorised: (reactions.count_held_order,),
    PaymentDeclined: (reactions.decline_order,),
    HoldUnfit: (reactions.turn_hold_away,),
    HoldLost: (reactions.lose_held_order,),
    PaymentExpired: (reactions.expire_order,),
}
ANA, BEN = 7_000_000_001, 7_000_000_002
T = TypeVar("T")


class Told:
    """An outbox that keeps everything, so that a test may ask what was announced."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def add(self, event: Event) -> None:
        self.events.append(event)

    def of(self, kind: type[T]) -> list[T]:
        return [event for event in self.events if isinstance(event, kind)]


class Shop:
    """Opens one transaction after the other, as the doors do."""

    settings = PaymentSettings(provider_token="house:TEST:1", stripe_key="sk_test_house")

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        clock: Clock,
        more: Provider | None = None,
        reactions: Mapping[type[Event], tuple[Reaction, ...]] = REACTIONS,
    ) -> None:
        self.told = Told()
        self.gateway = PretendGateway()
        own = Provider(scope=Scope.APP)
        always(own, PaymentSettings, self.settings)
        providers = (own, *([more] if more else []))
        self._container = _container(sessions, clock, self.told, reactions, providers)
        self.expirer = PaymentExpirer(self.transaction)
        self.order_expirer = OrderExpirer(self.transaction)
        gateways = Gateways(dict.fromkeys(Rail, self.gateway))
        self.settler = RefundSettler(self.transaction, gateways)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncContainer]:
        """Commits at the end; whatever is raised inside leaves nothing behind."""
        async with self._container() as scope:
            yield scope
            await (await scope.get(AsyncSession)).commit()

    @asynccontextmanager
    async def ask(self, service: type[T]) -> AsyncIterator[T]:
        """One service in a transaction of its own."""
        async with self.transaction() as scope:
            yield await scope.get(service)

    async def buyer(self, number: int = ANA, **facts: object) -> Person:
        async with self.ask(PeopleService) as people:
            person = await people.meet(PersonId(number), name=f"Person {number}")
            for name, fact in ({"terms_accepted_at": NOON} | facts).items():
                setattr(person, name, fact)
        return person

    async def product(self, title: str = "Red Sneaker", **facts: Any) -> Product:
        async with self.ask(AsyncSession) as session:
            return await make.product(session, title, **facts)

    async def merchant(self, name: str = "Lindenfaden", **facts: Any) -> Merchant:
        async with self.ask(AsyncSession) as session:
            return await make.merchant(session, name, **facts)

    async def reserve(self, buyer: Person, product: Product, quantity: int = 1) -> ToPay:
        async with self.ask(BuyingService) as buying:
            return await buying.reserve(buyer, {product.variants[0].id: quantity})

    async def checks(
        self, to_pay: ToPay, *, by: int | None = None, country: str = "DE", code: str = "included"
    ) -> None:
        """The payer presses Pay: Telegram's pre-checkout."""
        home = Contact(name="Ana Silva", address=Address(country=country, city="Leipzig"))
        checkout = Checkout(
            payer_id=PersonId(by or to_pay.order.buyer_id),
            total=to_pay.order.goods,
            shipping_code=code if to_pay.order.needs_shipping else None,
            contact=home,
        )
        async with self.ask(PaymentService) as payments:
            await payments.check(to_pay.payment.id, checkout)

    async def charged(
        self, to_pay: ToPay, charge: str = "tg-1", money: Money | None = None
    ) -> None:
        """Telegram says that it has taken the money."""
        taken = Receipt(
            payer_id=to_pay.order.buyer_id,
            money=money or to_pay.order.goods,
            gateway_charge=charge,
            provider_charge=f"ch_{charge}",
            shipping_code="included" if to_pay.order.needs_shipping else None,
            contact=Contact(name="Ana Silva", address=Address(country="DE")),
        )
        async with self.ask(PaymentService) as payments:
            await payments.succeed(to_pay.payment.id, taken)

    async def bought(self, buyer: Person, product: Product, quantity: int = 1) -> Order:
        to_pay = await self.reserve(buyer, product, quantity)
        await self.checks(to_pay)
        await self.charged(to_pay, charge=f"tg-{to_pay.order.id}")
        return await self.order(to_pay.order.id)

    async def order(self, order_id: OrderId) -> Order:
        async with self.ask(OrderRepository) as orders:
            return await orders.get(order_id)

    async def left(self, product: Product) -> int:
        """How many of its first variant can still be bought."""
        async with self.ask(CatalogRepository) as catalog:
            left = (await catalog.get(product.id)).variants[0].left
        assert left is not None
        return left

    async def expire(self) -> None:
        await self.expirer.expire_due()
        await self.order_expirer.expire_due()

    async def balances(self) -> dict[tuple[AccountKind, int], int]:
        """What each account holds, in minor units; the books are checked on the way."""
        async with self.ask(Ledger) as ledger:
            await ledger.check()
            found = await ledger.balances()
        return {
            (account.kind, account.owner_id): money.minor
            for (account, _), money in found.items()
            if money
        }

    async def close(self) -> None:
        await self._container.close()


def _container(
    sessions: async_sessionmaker[AsyncSession],
    clock: Clock,
    told: Told,
    reactions: Mapping[type[Event], tuple[Reaction, ...]],
    more: Sequence[Provider],
) -> AsyncContainer:
    provider = Provider(scope=Scope.REQUEST)
    for service in SERVICES:
        provider.provide(service)
    provider.provide(_session_of(sessions), provides=AsyncSession)
    provider.provide(_events_with(reactions), provides=Events)
    always(provider, Clock, clock)
    always(provider, Outbox, told)
    always(provider, Vault, Vault([Vault.new_key()]))
    always(provider, OrderSettings, OrderSettings())
    always(provider, PeopleSettings, PeopleSettings(operator_ids=frozenset()))
    return make_async_container(provider, *more)


def _session_of(
    sessions: async_sessionmaker[AsyncSession],
) -> Callable[[], AsyncIterator[AsyncSession]]:
    async def session() -> AsyncIterator[AsyncSession]:
        async with sessions() as opened:
            yield opened

    return session


def _events_with(
    reactions: Mapping[type[Event], tuple[Reaction, ...]],
) -> Callable[[AsyncContainer, Outbox], Events]:
    def events(scope: AsyncContainer, outbox: Outbox) -> Events:
        return EventBus(reactions, scope, outbox)

    return events


def always(provider: Provider, kind: type[Any], value: object) -> None:
    def give() -> object:
        return value

    provider.provide(give, provides=kind, scope=Scope.APP)
