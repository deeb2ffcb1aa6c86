"""The stand-in put together."""

from collections.abc import Sequence

from aiohttp import web

from sandbox.background import Background
from sandbox.stripe.api import StripeApi
from sandbox.stripe.charges import Charges
from sandbox.stripe.deliveries import RETRY_DELAYS, Deliveries
from sandbox.stripe.door import StripeDoor, TakeFault
from sandbox.stripe.endpoints import Endpoints
from sandbox.stripe.events import Events
from sandbox.stripe.idempotency import Idempotency
from sandbox.stripe.objects import Objects
from sandbox.stripe.refunds import Refunds
from sandbox.stripe.troubles import Troubles
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
        self.objects = Objects(store, clock)
        self.endpoints = Endpoints(store, self.objects)
        deliveries = Deliveries(store, self.objects, self.endpoints, self.background, retry_delays)
        announce = Events(self.objects, self.endpoints, deliveries).announce
        self.charges = Charges(self.objects, announce)
        self.refunds = Refunds(self.objects, announce)
        self.troubles = Troubles(self.objects, announce)
        self.resume = deliveries.resume
        self.api = StripeApi(self.objects, self.refunds, self.endpoints)
        self._door = StripeDoor(self.api, Idempotency(store, clock), take_fault)

    def routes(self) -> list[web.RouteDef]:
        return [*self._door.table(), *self.troubles.routes()]

    async def close(self) -> None:
        await self.background.close()
