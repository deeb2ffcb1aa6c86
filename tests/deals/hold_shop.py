"""The shop with its deals, whose shoppers' money is only held: Stripe is the sandbox's, by HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.deals.models import Deal
from bot.kit.clock import Clock
from bot.orders.buying import ToPay
from bot.payments.connect.checker import ConnectChecker
from bot.payments.gateways import Heard
from bot.payments.gateways.stripe import StripeConnect, StripeGateway, StripeLine, StripePages
from bot.payments.hearing import StripeHearing
from bot.payments.hold_models import Hold
from bot.payments.holds.opener import PageOpener
from bot.payments.holds.pages import HoldPages
from bot.payments.holds.reconciling import HoldReconciler
from bot.payments.holds.settler import HoldSettler
from bot.payments.models import AccountKind
from bot.payments.settings import PaymentSettings
from bot.people.models import Person
from sandbox.botapi.faults import Fault
from sandbox.sandbox import Sandbox
from sandbox.stripe.standing import StripeStandIn
from tests.deals.shop import DealShop
from tests.fakes import FakeClock

BACK = "https://t.me/tuan_bot?start=deal_1"
HOME = {"name": "Ana", "address": {"line1": "Lindenstraße 7", "city": "Leipzig", "country": "DE"}}
AnyHoldShop = TypeVar("AnyHoldShop", bound="HoldShop")
ALL_TRIES = 3  # stripe-python tries twice again by itself


class HoldShop(DealShop):
    settings = PaymentSettings(provider_token="house:TEST:1", stripe_key="sk_test_house")

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        engine: AsyncEngine,
        clock: Clock,
        *,
        sandbox: Sandbox,
        line: StripeLine,
    ) -> None:
        super().__init__(sessions, engine, clock)
        gateway = StripePages(line)
        self._line = line
        self.sandbox = sandbox
        self.opener = PageOpener(self.transaction, gateway)
        self.holds = HoldSettler(self.transaction, gateway)
        self.reconciler = HoldReconciler(self.transaction, gateway, self.holds)
        connected = ConnectChecker(self.transaction, StripeConnect(line, self.settings))
        self.hearing = StripeHearing(self.transaction, StripeGateway(line), self.holds, connected)

    @property
    def bank(self) -> StripeStandIn:
        return self.sandbox.payments.stripe

    def trouble(self, kind: str, path: str, times: int = ALL_TRIES) -> None:
        self.sandbox.api.faults.plan(Fault(kind, f"stripe:/v1/{path}", times=times))

    async def page(self, to_pay: ToPay) -> str:
        """She presses the button, and Stripe's page opens; gives its number."""
        async with self.ask(HoldPages) as pages:
            number = await pages.of(to_pay.payment.id)
        url = await self.opener.open(number, BACK)
        return url.rpartition("/")[2]

    async def asks_for_page(self, deal: Deal, person: Person, **facts: Any) -> str:
        await self.taps_join(deal, person, **facts)
        return await self.page(await self.asks_to_pay(deal, person))

    def fills_in(self, page: str, **facts: Any) -> None:
        self.bank.visitors.complete(page, **({"shipping": HOME} | facts))

    async def hears(self, kind: str, page: str, event: str = "evt_1") -> None:
        session = self.bank.sessions.get(page)
        await self.hearing.hear(
            Heard(event, kind, page, (page,), reference=session["client_reference_id"])
        )

    async def holds_seat(self, deal: Deal, person: Person, **facts: Any) -> str:
        """Tap, fill the page in, and let Stripe tell."""
        page = await self.asks_for_page(deal, person, **facts)
        self.fills_in(page)
        await self.hears("checkout.session.completed", page, f"evt_{page}")
        return page

    async def looks(self) -> None:
        """The job that captures, cancels and looks, some time later."""
        assert isinstance(self.clock, FakeClock)
        self.clock.wait(seconds=30)
        await self.holds.settle_due()

    async def lets_go_by_hand(self, page: str) -> None:
        """The merchant, in Stripe's dashboard."""
        house = self._line.client(self.settings.stripe_key)
        await house.v1.payment_intents.cancel_async(self.intent(page))

    async def captures_by_hand(self, page: str) -> None:
        house = self._line.client(self.settings.stripe_key)
        await house.v1.payment_intents.capture_async(self.intent(page))

    async def all_holds(self) -> list[Hold]:
        async with self.ask(AsyncSession) as session:
            return list(await session.scalars(select(Hold).order_by(Hold.id)))

    def intent(self, page: str) -> str:
        return str(self.bank.sessions.get(page)["payment_intent"])

    def sums(self) -> dict[str, int]:
        """What Stripe's own audit says is held, captured, and let go."""
        found = self.bank.audit.sums().get("eur", {})
        wanted = ("held", "captured", "released", "refunded")
        return {name: found[name] for name in wanted if found.get(name)}

    async def held_in_the_books(self) -> int:
        balances = await self.balances()
        held = balances.get((AccountKind.HELD_AT_GATEWAYS, 0), 0)
        of_payers = [n for (kind, _), n in balances.items() if kind is AccountKind.HELD_FOR_PAYERS]
        assert held + sum(of_payers) == 0
        return held


@asynccontextmanager
async def open_hold_shop(
    kind: type[AnyHoldShop],
    sessions: async_sessionmaker[AsyncSession],
    engine: AsyncEngine,
    clock: FakeClock,
) -> AsyncIterator[AnyHoldShop]:
    sandbox = Sandbox(now=lambda: clock.now().timestamp())
    app = web.Application()
    app.add_routes(sandbox.hooks.routes)
    async with TestServer(app) as server:
        line = StripeLine(str(server.make_url("/stripe")))
        shop = kind(sessions, engine, clock, sandbox=sandbox, line=line)
        yield shop
        await shop.close()
        await line.close()
    await sandbox.close()
