from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Currency, Money
from bot.payments.accounts import GatewayAccountService
from bot.payments.connect.service import ConnectService
from bot.payments.errors import (
    AlreadyPaid,
    NotYourPayment,
    PaymentTooLate,
    PriceChanged,
    UnknownPayment,
)
from bot.payments.events import (
    CheckoutConfirmed,
    PaymentExpired,
)
from bot.payments.holds.pages import HoldPages
from bot.payments.models import (
    PayeeId,
    Payment,
    PaymentId,
    PaymentStatus,
    Purpose,
    Rail,
)
from bot.payments.receipts import Checkout, Receipt
from bot.payments.repository import PaymentRepository
from bot.payments.settings import PaymentSettings
from bot.payments.takings import Takings
from bot.people.models import PersonId


class PaymentService:
    def __init__(
        self,
        *,
        session: AsyncSession,
        payments: PaymentRepository,
        takings: Takings,
        accounts: GatewayAccountService,
        pages: HoldPages,
        connect: ConnectService,
        events: Events,
        clock: Clock,
        settings: PaymentSettings,
    ) -> None:
        self._session = session
        self._payments = payments
        self._takings = takings
        self._accounts = accounts
        self._pages = pages
        self._connect = connect
        self._events = events
        self._clock = clock
        self._settings = settings

    async def request(
        self,
        payer_id: PersonId,
        price: Money,
        purpose: Purpose,
        *,
        payee_id: PayeeId,
        expires_at: datetime,
        promised_by: Rail | None = None,
    ) -> Payment:
        """Ask for money. Asked again for the same purpose and price, gives the same payment.

        ``promised_by``: on a hosted page, by a hold or a saved card, and not charged before its
        purpose comes true. The caller holds the purpose's own lock. Raises NoGatewayAccount.
        """
        if promised_by is not None:
            account_id = await self._accounts.choose_for_hold(payee_id)
        else:
            account_id = await self._accounts.choose(payee_id, price.currency)
        rail = promised_by or _rail(price.currency)
        for earlier in await self._payments.of_purpose(purpose):
            if not earlier.is_waiting:
                continue
            if (earlier.payer_id, earlier.price, earlier.rail) == (payer_id, price, rail):
                earlier.expires_at = max(earlier.expires_at, expires_at)
                return earlier
            earlier.move(PaymentStatus.FAILED)  # its invoice is refused from now on
            await self._pages.drop(earlier)

        # Telegram's invoices cannot be shared: Telegram makes their charges.
        is_shareable = promised_by is not None and account_id is None
        share = await self._connect.share_of(payee_id) if is_shareable else None
        payment = Payment(
            payer_id=payer_id,
            payee_id=payee_id,
            account_id=account_id,
            purpose=purpose,
            rail=rail,
            price=price,
            destination=share.destination if share else None,
            fee_basis=share.fee_basis if share else None,
            created_at=self._clock.now(),
            expires_at=expires_at,
        )
        self._session.add(payment)
        await self._session.flush()
        return payment

    async def get(self, payment_id: PaymentId) -> Payment:
        return await self._payments.get(payment_id)

    async def get_for_payer(self, payment_id: PaymentId, payer_id: PersonId) -> Payment:
        """Read a payment for whoever has its form open. Raises NotYourPayment for a guest."""
        payment = await self._payments.get(payment_id)
        if payment.payer_id != payer_id:
            raise NotYourPayment
        return payment

    async def lock(self, payment_id: PaymentId) -> Payment:
        """Take the payment's lock, which comes before its purpose's own."""
        return await self._payments.lock(payment_id)

    async def lock_all(self, payment_ids: Collection[PaymentId]) -> Mapping[PaymentId, Payment]:
        return await self._payments.lock_all(payment_ids)

    async def of_purpose(self, purpose: Purpose) -> Sequence[Payment]:
        return await self._payments.of_purpose(purpose)

    async def provider_token(self, payment: Payment) -> str:
        """Tell what Telegram's invoice needs; empty for Stars."""
        return (await self._accounts.keys(payment)).provider_token

    async def check(self, payment_id: PaymentId, checkout: Checkout) -> None:
        """Let the gateway take the money, or raise why not. Asks the database only.

        Telegram waits ten seconds for this answer and then cancels.
        """
        now = self._clock.now()
        payment = await self._payments.lock(payment_id)
        if checkout.payer_id != payment.payer_id:
            raise NotYourPayment
        if payment.rail.is_on_page:
            raise UnknownPayment  # no invoice was ever sent for it
        if payment.is_paid:
            raise AlreadyPaid
        if not payment.can_be_paid(now):
            raise PaymentTooLate

        await self._events.publish(_confirmed(payment, checkout, is_paid=False))
        if checkout.total != payment.price:
            raise PriceChanged(price=payment.price)
        if payment.status is PaymentStatus.PENDING:
            payment.move(PaymentStatus.APPROVED)
        payment.expires_at = max(payment.expires_at, now + self._settings.confirmation)

    async def reprice(self, payment_id: PaymentId, price: Money) -> None:
        """Change what is owed, because delivery has been chosen; only before it is paid."""
        payment = await self._payments.lock(payment_id)
        if payment.is_paid:
            raise AlreadyPaid
        payment.price = price

    async def succeed(self, payment_id: PaymentId, receipt: Receipt) -> None:
        """Record money that was taken. Repeating a charge changes nothing.

        Money that nobody owed, a second charge or a wrong amount, is recorded and given back.
        """
        payment = await self._payments.lock(payment_id)
        if await self._payments.find_charge(receipt.gateway_charge) is not None:
            return

        if payment.status is PaymentStatus.PENDING:
            await self._events.publish(_confirmed(payment, _checkout(receipt), is_paid=True))
        owed = not payment.is_paid and (receipt.payer_id, receipt.money) == (
            payment.payer_id,
            payment.price,
        )
        charge = await self._takings.record(
            payment,
            receipt.money,
            payer_id=receipt.payer_id,
            gateway_charge=receipt.gateway_charge,
            provider_charge=receipt.provider_charge,
            is_kept=owed,
        )
        if owed:
            was_late = not payment.is_waiting
            await self._takings.keep(payment, charge)
            await self._takings.tell(payment, was_late=was_late)
        else:
            await self._takings.give_back(payment, charge)

    async def due(self, limit: int) -> Sequence[PaymentId]:
        """Tell which payments nobody made in time."""
        return await self._payments.due(self._clock.now(), limit)

    async def expire(self, payment_id: PaymentId) -> None:
        """End a payment that nobody made in time, and tell its purpose."""
        payment = await self._payments.lock(payment_id)
        if not payment.is_waiting or self._clock.now() < payment.expires_at:
            return  # somebody was faster, or asked again meanwhile
        payment.move(PaymentStatus.EXPIRED)
        await self._pages.drop(payment)
        await self._events.publish(PaymentExpired(payment_id=payment.id, purpose=payment.purpose))

    async def cancel(self, purpose: Purpose) -> bool:
        """Refuse every invoice that waits for this purpose; False while money may be coming."""
        waiting = await self._payments.lock_waiting(purpose)
        if any(payment.status is PaymentStatus.APPROVED for payment in waiting):
            return False
        for payment in waiting:
            payment.move(PaymentStatus.FAILED)
            await self._pages.drop(payment)
        return True


def _rail(currency: Currency) -> Rail:
    return Rail.STARS if currency is Currency.XTR else Rail.TELEGRAM


def _confirmed(payment: Payment, checkout: Checkout, *, is_paid: bool) -> CheckoutConfirmed:
    return CheckoutConfirmed(
        payment_id=payment.id,
        purpose=payment.purpose,
        total=checkout.total,
        shipping_code=checkout.shipping_code,
        contact=checkout.contact,
        is_paid=is_paid,
    )


def _checkout(receipt: Receipt) -> Checkout:
    return Checkout(
        payer_id=receipt.payer_id,
        total=receipt.money,
        shipping_code=receipt.shipping_code,
        contact=receipt.contact,
    )
