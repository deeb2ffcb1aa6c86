"""Holding our books against Stripe's own list of what it holds and has taken for us."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.kit.transactions import Transactions
from bot.payments.events import HoldDiffers
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.holding import HoldGateway, Progress, Standing
from bot.payments.heard import HeardEvents
from bot.payments.hold_models import Hold, HoldId
from bot.payments.holds.repository import HoldRepository
from bot.payments.holds.settler import HoldDesk, HoldSettler, Task

log = structlog.get_logger(__name__)
LOOKED_BACK = timedelta(days=9)  # longer than any bank holds
# A card is charged, and listed by that moment, before anybody here has heard of it.
LISTED_BACK = LOOKED_BACK + timedelta(days=3)


@dataclass(frozen=True, slots=True)
class HoldDifference:
    hold_id: HoldId
    ours: str
    theirs: str


class HoldBooks:
    """Our side of the comparison."""

    def __init__(
        self,
        *,
        holds: HoldRepository,
        desk: HoldDesk,
        heard: HeardEvents,
        events: Events,
        clock: Clock,
    ) -> None:
        self._holds = holds
        self._desk = desk
        self._heard = heard
        self._events = events
        self._clock = clock

    async def by_secret(self) -> Mapping[str, Sequence[Task]]:
        """The holds to compare, by the key that Stripe lists them for."""
        found: dict[str, list[Task]] = {}
        for hold in await self._holds.since(self._clock.now() - LOOKED_BACK):
            task = await self._desk.task(hold)
            if task.order.secret:
                found.setdefault(task.order.secret, []).append(task)
        return found

    async def differing(self, hold_id: HoldId, theirs: Standing | None) -> HoldDifference | None:
        hold = await self._holds.get(hold_id)
        ours, listed = _ours(hold), _theirs(theirs)
        return None if ours == listed else HoldDifference(hold_id, ours, listed)

    async def report(self, difference: HoldDifference) -> None:
        """Tell a person, once for each difference."""
        hold = await self._holds.get(difference.hold_id)
        key = f"differs-{hold.id}-{difference.ours}-{difference.theirs}"
        if await self._heard.is_first(key, "differs"):
            await self._events.publish(
                HoldDiffers(
                    payment_id=hold.payment_id, ours=difference.ours, theirs=difference.theirs
                )
            )


class HoldReconciler:
    """Lists, compares, looks again where it differs, and reports what looking did not mend."""

    def __init__(
        self, transactions: Transactions, gateway: HoldGateway, settler: HoldSettler
    ) -> None:
        self._transactions = transactions
        self._gateway = gateway
        self._settler = settler

    async def compare(self) -> list[HoldDifference]:
        async with self._transactions() as scope:
            books: HoldBooks = await scope.get(HoldBooks)
            clock: Clock = await scope.get(Clock)
            since = clock.now() - LISTED_BACK
            by_secret = await books.by_secret()
        left: list[HoldDifference] = []
        for secret, tasks in by_secret.items():
            try:
                listed = await self._gateway.standings(secret, since)
            except (GatewayBusy, GatewayRefused) as trouble:
                log.warning("holds.not_compared", trouble=str(trouble))
                continue
            theirs = {one.reference: one for one in listed}
            for task in tasks:
                left += await self._mend(task, theirs.get(task.order.reference))
        return left

    async def _mend(self, task: Task, theirs: Standing | None) -> list[HoldDifference]:
        if await self._differing(task, theirs) is None:
            return []
        try:
            await self._settler.look(task)  # what is safe to mend is mended by learning
        except (GatewayBusy, GatewayRefused) as trouble:
            log.warning("hold.not_compared", hold=task.hold_id, trouble=str(trouble))
        difference = await self._differing(task, theirs)
        if difference is None:
            return []
        log.error("hold.differs", hold=task.hold_id, ours=difference.ours, theirs=difference.theirs)
        async with self._transactions() as scope:
            books: HoldBooks = await scope.get(HoldBooks)
            await books.report(difference)
        return [difference]

    async def _differing(self, task: Task, theirs: Standing | None) -> HoldDifference | None:
        async with self._transactions() as scope:
            books: HoldBooks = await scope.get(HoldBooks)
            return await books.differing(task.hold_id, theirs)


def _ours(hold: Hold) -> str:
    if hold.is_known_to_hold:
        return _written(Progress.HELD, hold.held)
    if hold.is_taken:
        return _written(Progress.TAKEN, hold.capture)
    return ""


def _theirs(standing: Standing | None) -> str:
    if standing is None or standing.progress not in {Progress.HELD, Progress.TAKEN}:
        return ""
    return _written(standing.progress, standing.money)


def _written(progress: Progress, money: Money) -> str:
    return f"{progress.value} {money.amount} {money.currency}"
