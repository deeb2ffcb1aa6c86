from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.payments import books
from bot.payments.costs.service import CostBook
from bot.payments.events import PaymentSucceeded, SurplusReturned
from bot.payments.gateways.costing import Costs
from bot.payments.ledger import Ledger
from bot.payments.models import Charge, Payment, PaymentStatus
from bot.payments.refunding import RefundService
from bot.people.models import PersonId


class Takings:
    """Money that a gateway says it has taken, by whichever way: kept, or given straight back.

    Whoever calls holds the payment's lock, and has made sure that the charge is new.
    """

    def __init__(
        self,
        *,
        session: AsyncSession,
        ledger: Ledger,
        refunds: RefundService,
        costs: CostBook,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._ledger = ledger
        self._refunds = refunds
        self._costs = costs
        self._events = events
        self._clock = clock

    async def record(
        self,
        payment: Payment,
        money: Money,
        *,
        payer_id: PersonId,
        gateway_charge: str,
        provider_charge: str,
        is_kept: bool,
        costs: Costs | None = None,
    ) -> Charge:
        """``costs``: what the gateway has told of them already."""
        charge = Charge(
            payment_id=payment.id,
            payer_id=payer_id,
            gateway_charge=gateway_charge,
            provider_charge=provider_charge,
            money=money,
            is_kept=is_kept,
            received_at=self._clock.now(),
        )
        self._session.add(charge)
        await self._session.flush()
        await self._costs.begin(payment, charge, costs)
        return charge

    async def keep(self, payment: Payment, charge: Charge) -> None:
        """The merchant is owed it. Says nothing yet: ``tell`` does."""
        payment.move(PaymentStatus.SUCCEEDED)
        payment.succeeded_at = charge.received_at
        await self._ledger.post(f"charge-{charge.id}", books.paid(payment, charge))

    async def tell(self, payment: Payment, *, was_late: bool) -> None:
        await self._events.publish(
            PaymentSucceeded(
                payment_id=payment.id,
                purpose=payment.purpose,
                payer_id=payment.payer_id,
                price=payment.price,
                was_late=was_late,
            )
        )

    async def give_back(self, payment: Payment, charge: Charge) -> None:
        """Nobody owed it: its payer is owed it, and the merchant never was."""
        await self._ledger.post(f"charge-{charge.id}", books.surplus_taken(payment, charge))
        refund = await self._refunds.return_surplus(charge)
        await self._events.publish(
            SurplusReturned(
                payment_id=payment.id,
                refund_id=refund.id,
                purpose=payment.purpose,
                payer_id=charge.payer_id,
                money=charge.money,
            )
        )
