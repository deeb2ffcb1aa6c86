"""Keeping the promises about holds: the gateway is asked between transactions, never inside one."""

import asyncio
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

import structlog

from bot.kit.clock import Clock
from bot.kit.money import Money
from bot.kit.transactions import Transactions
from bot.payments.gateways import GatewayBusy, GatewayRefused, Heard
from bot.payments.gateways.holding import HoldGateway, PageOrder, Progress, SavedCharge
from bot.payments.hold_models import Hold, HoldId, HoldStatus, PageKind
from bot.payments.holds.pages import HoldPages
from bot.payments.holds.repository import HoldRepository
from bot.payments.holds.service import HoldService
from bot.payments.sharing import part_of

log = structlog.get_logger(__name__)
AT_ONCE = 20
MOST_IN_A_RUN = 500  # then other jobs have their turn
REFUSED = "refused: "
MOST_CHARGES = 8  # after some ten minutes of refusals that say nothing about the card
LONGEST_DELAY = timedelta(minutes=15)
# Stripe's words for an account that may not be sent money (any more).
UNSHAREABLE = frozenset({"insufficient_capabilities_for_transfer", "account_invalid"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done with one hold at its gateway, and everything needed for it."""

    hold_id: HoldId
    kind: PageKind
    status: HoldStatus
    session: str | None
    intent: str | None
    customer: str | None
    method: str | None
    money: Money
    capture_key: str
    attempts: int
    order: PageOrder = field(repr=False)

    @property
    def fee(self) -> Money | None:
        """What the house keeps of the money."""
        share = self.order.share
        return part_of(self.money, share.fee_basis) if share and share.fee_basis else None


class HoldDesk:
    """Hands out the holds whose turn it is."""

    def __init__(self, holds: HoldRepository, pages: HoldPages, clock: Clock) -> None:
        self._holds = holds
        self._pages = pages
        self._clock = clock

    async def due(self, limit: int) -> Sequence[HoldId]:
        """Whose turn it is, in an order that is fair to all merchants."""
        return await self._holds.due(self._clock.now(), limit)

    async def claim_due(self, among: Collection[HoldId]) -> list[Task]:
        """Nobody else gets them until their next attempt."""
        now = self._clock.now()
        tasks = []
        for hold in await self._holds.lock_due(now, among):
            hold.attempts += 1
            hold.next_attempt_at = now + delay(hold.attempts)
            tasks.append(await self.task(hold))
        return tasks

    async def task_of(self, heard: Heard) -> Task | None:
        """Find the hold that an event is about: by its gateway's numbers, or by our own name."""
        hold = await self._holds.find_by_gateway((heard.subject, *heard.charges))
        number = heard.reference.removeprefix("hold-")
        if hold is None and number.isascii() and number.isdecimal():
            hold = await self._holds.find(HoldId(int(number)))
        if hold is None:
            return None
        return replace(await self.task(hold), session=hold.session or heard.subject)

    async def note(self, hold_id: HoldId, trouble: str) -> None:
        hold = await self._holds.lock(hold_id)
        if not _is_answered(hold) or trouble.startswith(REFUSED) or hold.kind is PageKind.HOLD:
            hold.trouble = trouble

    async def keep_share(self, hold_id: HoldId) -> None:
        await self._pages.keep_share(await self._holds.get(hold_id))

    async def task(self, hold: Hold) -> Task:
        return Task(
            hold_id=hold.id,
            kind=hold.kind,
            status=hold.status,
            session=hold.session,
            intent=hold.intent,
            customer=hold.customer,
            method=hold.method,
            money=hold.capture,
            capture_key=_capture_key(hold),
            attempts=hold.attempts,
            order=await self._pages.order(hold),
        )


class HoldSettler:
    """Captures, charges, cancels, looks. Killed at any point, it asks again with the same keys."""

    def __init__(self, transactions: Transactions, gateway: HoldGateway) -> None:
        self._transactions = transactions
        self._gateway = gateway

    async def settle_due(self) -> None:
        left = MOST_IN_A_RUN
        while left > 0 and (due := await self._due(left)):
            left -= len(due)
            for start in range(0, len(due), AT_ONCE):
                await self._settle_some(due[start : start + AT_ONCE])

    async def look(self, task: Task, heard: Heard | None = None) -> Progress | None:
        """Ask how a page stands, and write that down. Raises GatewayBusy and GatewayRefused."""
        if task.session is None:
            return None
        state = await self._gateway.look(task.order.secret, task.session)
        async with self._transactions() as scope:
            holds: HoldService = await scope.get(HoldService)
            await holds.learn(task.hold_id, state, heard)
        return state.progress

    async def _due(self, limit: int) -> Sequence[HoldId]:
        async with self._transactions() as scope:
            desk: HoldDesk = await scope.get(HoldDesk)
            return await desk.due(limit)

    async def _settle_some(self, among: Collection[HoldId]) -> None:
        async with self._transactions() as scope:
            desk: HoldDesk = await scope.get(HoldDesk)
            tasks = await desk.claim_due(among)
        await asyncio.gather(*[self._settle(task) for task in tasks])

    async def _settle(self, task: Task) -> None:
        try:
            if task.session is None:
                await self._shut_unknown(task)
                return
            trouble = ""
            try:
                await self._do(task, task.session)
            except GatewayRefused as refused:
                # It may stand differently there than we think: what it says now is what counts.
                trouble = f"{REFUSED}{task.attempts} {refused}"
                await self._note(task, trouble)
                await self._keep_share(task, str(refused))
            progress = await self.look(task)
            if trouble and progress is Progress.HELD and task.attempts >= MOST_CHARGES:
                await self._give_up(task, trouble)
        except (GatewayBusy, GatewayRefused) as unknown:
            log.warning("hold.unsettled", hold=task.hold_id, trouble=str(unknown))
            await self._note(task, str(unknown))
        except Exception:
            # One hold that cannot be understood must not keep the others waiting.
            log.exception("hold.failed", hold=task.hold_id)

    async def _do(self, task: Task, session: str) -> None:
        if task.method is not None:
            await self._do_by_card(task, task.method)
            return
        secret = task.order.secret
        if task.status is HoldStatus.CAPTURING and task.intent is not None:
            await self._gateway.capture(
                secret, task.intent, task.money, key=task.capture_key, fee=task.fee
            )
        elif task.status is HoldStatus.CANCELLING and task.intent is not None:
            await self._gateway.cancel(secret, task.intent)
        elif task.status is HoldStatus.CANCELLING:
            await self._gateway.shut(secret, session)

    async def _do_by_card(self, task: Task, method: str) -> None:
        if task.status is HoldStatus.CAPTURING:
            await self._charge(task, method)
            return
        if task.status is HoldStatus.CANCELLING and task.intent is not None:
            with suppress(GatewayRefused):  # it has ended already
                await self._gateway.cancel(task.order.secret, task.intent)
        if task.status in {HoldStatus.CANCELLING, HoldStatus.FORGETTING}:
            await self._gateway.forget(task.order.secret, method)

    async def _charge(self, task: Task, method: str) -> None:
        """Look before asking again: a key is remembered for a day only, and a charge for ever."""
        if task.attempts > 1 and await self.look(task) is not Progress.HELD:
            return
        await self._gateway.charge(
            SavedCharge(
                key=task.capture_key,
                reference=task.order.reference,
                customer=task.customer or "",
                method=method,
                money=task.money,
                fee=task.fee,
                share=task.order.share,
                secret=task.order.secret,
            )
        )

    async def _give_up(self, task: Task, trouble: str) -> None:
        """Stripe will not charge this card, whatever the reason: its holder may pay otherwise."""
        async with self._transactions() as scope:
            holds: HoldService = await scope.get(HoldService)
            await holds.give_up(task.hold_id, trouble)

    async def _shut_unknown(self, task: Task) -> None:
        """A page was asked for and its answer never heard: its key tells which, if there is one."""
        try:
            opened = await self._gateway.open(task.order)
        except GatewayRefused as refused:
            async with self._transactions() as scope:
                pages: HoldPages = await scope.get(HoldPages)
                await pages.refused(task.hold_id, str(refused))
            return
        async with self._transactions() as scope:
            pages = await scope.get(HoldPages)
            await pages.opened(task.hold_id, opened)
        await self._settle(replace(task, session=opened.number))

    async def _keep_share(self, task: Task, trouble: str) -> None:
        """Nothing can be sent to the merchant's account: a saved card is charged for the house.

        Money that is held already cannot be led elsewhere.
        """
        if task.method is None or task.order.share is None or trouble not in UNSHAREABLE:
            return
        async with self._transactions() as scope:
            desk: HoldDesk = await scope.get(HoldDesk)
            await desk.keep_share(task.hold_id)

    async def _note(self, task: Task, trouble: str) -> None:
        async with self._transactions() as scope:
            desk: HoldDesk = await scope.get(HoldDesk)
            await desk.note(task.hold_id, trouble)


def _capture_key(hold: Hold) -> str:
    """Gateways remember a refusal under its key: what was refused did nothing, so ask anew.

    A charge keeps its key until the next refusal: what was never answered may still happen.
    """
    if hold.kind is not PageKind.HOLD:
        refused_at = (hold.trouble or "").partition(REFUSED)[2].partition(" ")[0]
        return f"charge-{hold.id}-{refused_at}" if refused_at else f"charge-{hold.id}"
    return f"capture-{hold.id}-{hold.attempts}" if _is_answered(hold) else f"capture-{hold.id}"


def _is_answered(hold: Hold) -> bool:
    return (hold.trouble or "").startswith(REFUSED)


def delay(attempts: int) -> timedelta:
    """Wait ten seconds after the first attempt, twice as long after each further one."""
    return min(timedelta(seconds=10 * 2 ** min(attempts - 1, 10)), LONGEST_DELAY)
