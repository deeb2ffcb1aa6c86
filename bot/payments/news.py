"""Writing down what a gateway did without being asked by us."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from bot.kit.events import Events
from bot.payments.accounts import GatewayAccountService
from bot.payments.costs.service import CostBook
from bot.payments.events import MoneyUnexplained, PaymentDisputed, RefundMadeOutside
from bot.payments.gateways import Dispute, GivenBack, Heard, Outcome
from bot.payments.heard import HeardEvents
from bot.payments.models import Charge, ChargeId, Payment, Refund, RefundStatus
from bot.payments.refunding import RefundService
from bot.payments.repository import PaymentRepository, RefundRepository

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Watched:
    """A charge of ours that an event is about, and the key to look it up with."""

    charge_id: ChargeId
    provider_charge: str
    secret: str = field(repr=False)


class GatewayNews:
    def __init__(
        self,
        *,
        heard: HeardEvents,
        payments: PaymentRepository,
        refunds: RefundRepository,
        refunding: RefundService,
        accounts: GatewayAccountService,
        costs: CostBook,
        events: Events,
    ) -> None:
        self._heard = heard
        self._payments = payments
        self._refunds = refunds
        self._refunding = refunding
        self._accounts = accounts
        self._costs = costs
        self._events = events

    async def watched(self, heard: Heard) -> Watched | None:
        """Find out whether an event is about money of ours, and new."""
        if await self._heard.knows(heard.event_id):
            return None
        charge = await self._payments.find_provider_charge(heard.charges)
        if charge is None:
            return None
        keys = await self._accounts.keys(await self._payments.get(charge.payment_id))
        if not keys.stripe_key:
            log.warning("stripe.no_key", charge=charge.id)
            return None
        return Watched(charge.id, charge.provider_charge, keys.stripe_key)

    async def learn_refunds(
        self, heard: Heard, charge_id: ChargeId, found: Sequence[GivenBack]
    ) -> None:
        """Bring our books to where the gateway is. An event heard before changes nothing."""
        if not await self._heard.is_first(heard.event_id, heard.kind):
            return
        charge = await self._payments.get_charge(charge_id)
        # The payment's lock comes first, as everywhere.
        payment = await self._payments.lock(charge.payment_id)
        for one in found:
            known = await self._known(one, charge)
            if known is None:
                await self._learn_foreign(one, payment, charge)
            else:
                await self._learn_own(one, known)

    async def learn_dispute(self, heard: Heard, charge_id: ChargeId, dispute: Dispute) -> None:
        if not await self._heard.is_first(heard.event_id, heard.kind):
            return
        charge = await self._payments.get_charge(charge_id)
        payment = await self._payments.get(charge.payment_id)
        await self._costs.look_soon([charge.id])
        # Its news comes several times, by webhooks and by comparing: people are told once.
        if not await self._heard.is_first(f"disputed-{heard.subject}", "disputed"):
            return
        await self._events.publish(
            PaymentDisputed(
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                money=dispute.money,
                reason=dispute.reason,
            )
        )

    async def _known(self, found: GivenBack, charge: Charge) -> Refund | None:
        known = await self._refunds.find_by_gateway(found.number)
        if known is None and found.refund_id is not None:
            known = await self._refunds.find(found.refund_id)
        return known if known is not None and known.charge_id == charge.id else None

    async def _learn_own(self, found: GivenBack, known: Refund) -> None:
        # What is decided here is decided under the lock: another event may have come first.
        known = await self._refunds.lock(known.id)
        bounced = known.status is RefundStatus.FAILED and known.gateway_refund == found.number
        match found.outcome:
            case Outcome.DONE if not bounced:
                await self._refunding.settle(known.id, found.number)
            case Outcome.FAILED if known.gateway_refund == found.number:
                await self._refunding.bounce(known.id, found.number, found.trouble)
            case Outcome.FAILED if known.gateway_refund is None:
                await self._refunding.fail(known.id, found.trouble)

    async def _learn_foreign(self, found: GivenBack, payment: Payment, charge: Charge) -> None:
        """The merchant gave money back at the gateway itself."""
        if found.outcome is not Outcome.DONE:
            return
        for refund in await self._refunds.of_payment(payment.id):
            if refund.status is RefundStatus.FAILED and refund.money == found.money:
                # What we could not do was done by hand.
                await self._refunding.settle(refund.id, found.number)
                return
        if not charge.is_kept or not found.money <= payment.refundable:
            await self._wonder(found, payment)
            return
        refund = await self._refunding.refund(
            payment.id, found.money, key=f"outside-{found.number}", reason="outside"
        )
        await self._refunding.settle(refund.id, found.number)
        await self._events.publish(
            RefundMadeOutside(
                refund_id=refund.id,
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                money=found.money,
            )
        )

    async def _wonder(self, found: GivenBack, payment: Payment) -> None:
        """More went back than our books can explain: a person has to look, once."""
        if await self._heard.is_first(f"unexplained-{found.number}", "unexplained"):
            await self._events.publish(
                MoneyUnexplained(
                    payment_id=payment.id, money=found.money, gateway_refund=found.number
                )
            )
