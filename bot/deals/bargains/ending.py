from bot.deals.bargains.events import BargainEnded, BargainOfferClosed
from bot.deals.bargains.models import Bargain, BargainOffer, BargainOfferStatus, BargainStatus
from bot.deals.bargains.repository import BargainRepository
from bot.kit.clock import Clock
from bot.kit.events import Events

AT_ONCE = 100


class BargainEnding:
    """Time runs out: for helping, and for buying what was bargained."""

    def __init__(self, bargains: BargainRepository, events: Events, clock: Clock) -> None:
        self._bargains = bargains
        self._events = events
        self._clock = clock

    async def end_due(self) -> None:
        now = self._clock.now()
        for offer in await self._bargains.lock_due_offers(now, AT_ONCE):
            await self.close(offer)
        for bargain in await self._bargains.lock_due(now, AT_ONCE):
            await self._end(bargain)

    async def close(self, offer: BargainOffer) -> None:
        """Nobody starts a new one. Whoever's is complete may still buy: it was promised to her."""
        if offer.status is not BargainOfferStatus.OPEN:
            return
        offer.move(BargainOfferStatus.CLOSED)
        for bargain in await self._bargains.lock_running(offer.id):
            await self._end(bargain)
        await self._events.publish(BargainOfferClosed(offer_id=offer.id))

    async def _end(self, bargain: Bargain) -> None:
        bargain.move(BargainStatus.OVER)
        await self._events.publish(BargainEnded(bargain_id=bargain.id))
