from bot.catalog.models import ProductId
from bot.deals.bargains.events import (
    BargainEnded,
    BargainEndsSoon,
    BargainOfferClosed,
    BargainOfferEndsSoon,
    BargainOfferSettled,
)
from bot.deals.bargains.models import Bargain, BargainOffer, BargainOfferStatus, BargainStatus
from bot.deals.bargains.repository import BargainRepository
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events

AT_ONCE = 100


class BargainEnding:
    """Time runs out: for helping, and for buying what was bargained."""

    def __init__(
        self, bargains: BargainRepository, events: Events, clock: Clock, settings: DealSettings
    ) -> None:
        self._bargains = bargains
        self._events = events
        self._clock = clock
        self._settings = settings

    async def end_due(self) -> None:
        now = self._clock.now()
        for offer in await self._bargains.lock_due_offers(now, AT_ONCE):
            await self.close(offer)
        for bargain in await self._bargains.lock_due(now, AT_ONCE):
            await self._end(bargain)
        for offer in await self._bargains.lock_unsettled(AT_ONCE):
            offer.settled_at = now
            await self._events.publish(BargainOfferSettled(offer_id=offer.id))

    async def remind(self) -> None:
        """Say once that the end comes near: to the groups, and to everybody who bargains."""
        now, before = self._clock.now(), self._settings.reminder
        for offer in await self._bargains.lock_offers_to_remind(now, before, AT_ONCE):
            offer.reminded_at = now
            await self._events.publish(BargainOfferEndsSoon(offer_id=offer.id))
        for bargain in await self._bargains.lock_to_remind(now, before, AT_ONCE):
            bargain.reminded_at = now
            await self._events.publish(BargainEndsSoon(bargain_id=bargain.id))

    async def close(self, offer: BargainOffer) -> None:
        """Nobody starts a new one. Whoever's is complete may still buy: it was promised to her."""
        if offer.status is not BargainOfferStatus.OPEN:
            return
        offer.move(BargainOfferStatus.CLOSED)
        for bargain in await self._bargains.lock_running(offer.id):
            await self._end(bargain)
        await self._events.publish(BargainOfferClosed(offer_id=offer.id))

    async def call_off_all_of(self, product_id: ProductId) -> None:
        """Its product has left the shelf: nobody is to go on for nothing."""
        for offer in await self._bargains.lock_open_of(product_id):
            offer.called_off_at = self._clock.now()
            await self.close(offer)

    async def _end(self, bargain: Bargain) -> None:
        bargain.move(BargainStatus.OVER)
        await self._events.publish(BargainEnded(bargain_id=bargain.id))
