"""The stand-in put together."""

from collections.abc import Sequence

from aiohttp import web

from sandbox.background import Background
from sandbox.stripe.account_pages import AccountPages
from sandbox.stripe.accounts import Accounts
from sandbox.stripe.address import Address
from sandbox.stripe.api import StripeApi
from sandbox.stripe.audit import StripeAudit
from sandbox.stripe.bench import StripeBench
from sandbox.stripe.charges import Charges
from sandbox.stripe.confirming import Confirming
from sandbox.stripe.connect import Connect
from sandbox.stripe.customers import Customers
from sandbox.stripe.deliveries import RETRY_DELAYS, Deliveries
from sandbox.stripe.disputes import Disputes
from sandbox.stripe.door import StripeDoor, TakeFault
from sandbox.stripe.endpoints import Endpoints
from sandbox.stripe.events import Events
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.idempotency import Idempotency
from sandbox.stripe.intents import PaymentIntents
from sandbox.stripe.methods import Methods
from sandbox.stripe.objects import Objects
from sandbox.stripe.pages import StripePages
from sandbox.stripe.reading import Reading
from sandbox.stripe.refunds import Refunds
from sandbox.stripe.sessions import Sessions
from sandbox.stripe.settling import Settling
from sandbox.stripe.setups import SetupIntents
from sandbox.stripe.visitors import Visitors
from sandbox.world.clock import MovableClock
from sandbox.world.store import Store


class StripeStandIn:
    def __init__(
        self,
        store: Store,
        clock: MovableClock,
        take_fault: TakeFault,
        *,
        retry_delays: Sequence[float] = RETRY_DELAYS,
    ) -> None:
        self.background = Background()
        self.objects = objects = Objects(store, clock)
        self.endpoints = Endpoints(store, objects)
        self.address = address = Address()
        self.deliveries = Deliveries(store, objects, self.endpoints, self.background, retry_delays)
        announce = Events(objects, self.endpoints, self.deliveries).announce
        self.expiring = expiring = Expiring(store, objects)
        self.accounts = Accounts(objects, announce, address)
        connect = Connect(objects, announce)
        self.charges = Charges(objects, announce, connect)
        self.refunds = Refunds(objects, announce, connect, expiring)
        self.disputes = Disputes(objects, announce)
        customers = Customers(objects, announce)
        methods = Methods(objects, announce, customers)
        confirming = Confirming(
            objects,
            announce,
            methods=methods,
            charges=self.charges,
            disputes=self.disputes,
            expiring=expiring,
            address=address,
        )
        settling = Settling(objects, announce, self.charges, self.disputes, expiring)
        self.intents = PaymentIntents(
            objects,
            announce,
            customers=customers,
            methods=methods,
            confirming=confirming,
            settling=settling,
        )
        setups = SetupIntents(objects, announce, customers, methods, address)
        self.sessions = Sessions(
            objects,
            announce,
            customers=customers,
            setups=setups,
            expiring=expiring,
            address=address,
        )
        self.visitors = Visitors(
            objects,
            announce,
            customers=customers,
            methods=methods,
            intents=self.intents,
            confirming=confirming,
            setups=setups,
            sessions=self.sessions,
            expiring=expiring,
        )
        resources = (
            Reading(objects),
            self.accounts,
            self.refunds,
            self.disputes,
            customers,
            methods,
            self.intents,
            setups,
            self.sessions,
            self.endpoints,
        )
        self.api = StripeApi(objects, [one for resource in resources for one in resource.routes()])
        self.audit = StripeAudit(objects, expiring)
        self._bench = StripeBench(self)
        self._pages = StripePages(objects, self.visitors, self.sessions, expiring)
        self._account_pages = AccountPages(self.accounts)
        self._door = StripeDoor(
            self.api,
            idempotency=Idempotency(store, clock),
            take_fault=take_fault,
            address=address,
            expiring=expiring,
            commit=store.commit,
        )

    def start(self) -> None:
        self.deliveries.resume()
        self.background.start(self.expiring.watch())

    def routes(self) -> list[web.RouteDef]:
        pages = [*self._pages.routes(), *self._account_pages.routes()]
        return [*self._door.table(), *self._bench.routes(), *pages]

    async def close(self) -> None:
        await self.background.close()
