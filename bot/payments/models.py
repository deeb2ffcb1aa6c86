from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column

from bot.kit import states
from bot.kit.db import ID, Model
from bot.kit.money import Currency, Money
from bot.kit.secrets import Sealed, SealedText
from bot.kit.states import Arrows
from bot.payments.sharing import Share
from bot.people.models import PersonId

PaymentId = NewType("PaymentId", int)
ChargeId = NewType("ChargeId", int)
RefundId = NewType("RefundId", int)
PayeeId = NewType(
    "PayeeId", int
)  # whom the money is for; what stands behind it is not our business
GatewayAccountId = NewType("GatewayAccountId", int)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a payment is for. Kept and handed back; never read here."""

    kind: str  # small letters: it travels in the invoice's payload
    id: int


class Rail(StrEnum):
    TELEGRAM = "telegram"  # an invoice through the merchant's provider
    STARS = "stars"
    STRIPE = "stripe"
    STRIPE_HOLD = "stripe-hold"  # held on a hosted page, captured when it comes true
    STRIPE_LATER = "stripe-later"  # a card is saved on a hosted page, charged when it comes true
    PRETEND = "pretend"

    @property
    def is_on_page(self) -> bool:
        """Whether it is promised on a hosted page, and nothing is taken before it comes true."""
        return self in {Rail.STRIPE_HOLD, Rail.STRIPE_LATER}


class PaymentStatus(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"  # pre-checkout passed: money may come any moment
    AUTHORISED = "authorised"  # her bank holds it, or her card is saved; nothing is charged yet
    DECLINED = "declined"  # her saved card was refused: she may pay it herself for a while
    RELEASED = "released"  # promised once, and let go: nothing was charged
    SUCCEEDED = "succeeded"
    PARTLY_REFUNDED = "partly-refunded"
    REFUNDED = "refunded"
    FAILED = "failed"
    EXPIRED = "expired"


ARROWS: Arrows[PaymentStatus] = {
    PaymentStatus.PENDING: frozenset(
        {
            PaymentStatus.APPROVED,
            PaymentStatus.AUTHORISED,
            PaymentStatus.SUCCEEDED,  # updates of different queues may overtake each other
            PaymentStatus.FAILED,
            PaymentStatus.EXPIRED,
        }
    ),
    PaymentStatus.APPROVED: frozenset(
        {PaymentStatus.SUCCEEDED, PaymentStatus.FAILED, PaymentStatus.EXPIRED}
    ),
    PaymentStatus.AUTHORISED: frozenset(
        {PaymentStatus.SUCCEEDED, PaymentStatus.DECLINED, PaymentStatus.RELEASED}
    ),
    PaymentStatus.DECLINED: frozenset({PaymentStatus.SUCCEEDED, PaymentStatus.RELEASED}),
    # She paid on a page that was about to be shut.
    PaymentStatus.RELEASED: frozenset({PaymentStatus.SUCCEEDED}),
    PaymentStatus.SUCCEEDED: frozenset({PaymentStatus.PARTLY_REFUNDED, PaymentStatus.REFUNDED}),
    PaymentStatus.PARTLY_REFUNDED: frozenset({PaymentStatus.REFUNDED}),
    PaymentStatus.REFUNDED: frozenset(),
    # Money that arrives late is recorded all the same; its purpose decides whether to keep it.
    PaymentStatus.FAILED: frozenset({PaymentStatus.SUCCEEDED}),
    PaymentStatus.EXPIRED: frozenset({PaymentStatus.SUCCEEDED, PaymentStatus.AUTHORISED}),
}


class RefundStatus(StrEnum):
    REQUESTED = "requested"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


REFUND_ARROWS: Arrows[RefundStatus] = {
    RefundStatus.REQUESTED: frozenset({RefundStatus.SUCCEEDED, RefundStatus.FAILED}),
    RefundStatus.FAILED: frozenset({RefundStatus.REQUESTED}),  # an operator tries again
    RefundStatus.SUCCEEDED: frozenset({RefundStatus.FAILED}),  # the bank sent it back
}


class GatewayAccount(Model):
    """How one merchant's money is taken and given back. Its secrets are sealed."""

    __tablename__ = "gateway_accounts"

    id: Mapped[GatewayAccountId] = mapped_column(ID, primary_key=True)
    payee_id: Mapped[PayeeId] = mapped_column(ID, index=True)
    provider_token: Mapped[Sealed] = mapped_column(SealedText)
    stripe_key: Mapped[Sealed | None] = mapped_column(SealedText)
    since: Mapped[datetime]
    until: Mapped[datetime | None]  # an old account still gives back what it once took


class Payment(Model):
    """A wish to be paid once: one price, one payer, one purpose."""

    __tablename__ = "payments"
    __table_args__ = (
        Index("ix_payments_purpose", "purpose_kind", "purpose_id"),
        Index("ix_payments_due", "status", "expires_at"),
    )

    id: Mapped[PaymentId] = mapped_column(ID, primary_key=True)
    payer_id: Mapped[PersonId] = mapped_column(ID, ForeignKey("people.id"), index=True)
    payee_id: Mapped[PayeeId] = mapped_column(ID, index=True)
    # None stands for the house's own account, which the settings name.
    account_id: Mapped[GatewayAccountId | None] = mapped_column(
        ID, ForeignKey("gateway_accounts.id")
    )
    purpose_kind: Mapped[str]
    purpose_id: Mapped[int]
    purpose: Mapped[Purpose] = composite(Purpose, "purpose_kind", "purpose_id")
    rail: Mapped[Rail]
    price_minor: Mapped[int]
    currency: Mapped[Currency]
    price: Mapped[Money] = composite(Money, "price_minor", "currency")
    # Agreed when it was asked for: into whose Stripe account it goes, and what the house keeps.
    destination: Mapped[str | None]
    fee_basis: Mapped[int | None]  # in hundredths of a per cent
    refunded_minor: Mapped[int] = mapped_column(default=0)
    status: Mapped[PaymentStatus] = mapped_column(default=PaymentStatus.PENDING)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    succeeded_at: Mapped[datetime | None]

    def move(self, there: PaymentStatus) -> None:
        self.status = states.move(ARROWS, self.status, there)

    @property
    def is_paid(self) -> bool:
        return self.status in {
            PaymentStatus.SUCCEEDED,
            PaymentStatus.PARTLY_REFUNDED,
            PaymentStatus.REFUNDED,
        }

    @property
    def is_held(self) -> bool:
        """Whether it is promised: the money by her bank, or the charge by her saved card."""
        return self.status is PaymentStatus.AUTHORISED

    @property
    def share(self) -> Share | None:
        if self.destination is None:
            return None
        return Share(self.destination, self.fee_basis or 0)

    @property
    def is_declined(self) -> bool:
        return self.status is PaymentStatus.DECLINED

    @property
    def is_waiting(self) -> bool:
        return self.status in {PaymentStatus.PENDING, PaymentStatus.APPROVED}

    def can_be_paid(self, at: datetime) -> bool:
        return self.is_waiting and at < self.expires_at

    @property
    def refundable(self) -> Money:
        minor = self.price_minor - self.refunded_minor if self.is_paid else 0
        return Money(minor, self.currency)


class Charge(Model):
    """Money that a gateway says it has taken. One payment keeps one; any other goes back."""

    __tablename__ = "charges"

    id: Mapped[ChargeId] = mapped_column(ID, primary_key=True)
    payment_id: Mapped[PaymentId] = mapped_column(ID, ForeignKey("payments.id"), index=True)
    payer_id: Mapped[PersonId] = mapped_column(ID)
    gateway_charge: Mapped[str] = mapped_column(unique=True)  # telegram_payment_charge_id
    provider_charge: Mapped[str] = mapped_column(index=True)
    money_minor: Mapped[int]
    currency: Mapped[Currency]
    money: Mapped[Money] = composite(Money, "money_minor", "currency")
    is_kept: Mapped[bool]
    received_at: Mapped[datetime]


class Refund(Model):
    """A promise to give money back, kept by a job with the row's key."""

    __tablename__ = "refunds"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_refunds_due", "status", "next_attempt_at"),
    )

    id: Mapped[RefundId] = mapped_column(ID, primary_key=True)
    payment_id: Mapped[PaymentId] = mapped_column(ID, ForeignKey("payments.id"), index=True)
    charge_id: Mapped[ChargeId] = mapped_column(ID, ForeignKey("charges.id"), index=True)
    money_minor: Mapped[int]
    currency: Mapped[Currency]
    money: Mapped[Money] = composite(Money, "money_minor", "currency")
    reason: Mapped[str]
    key: Mapped[str]  # who asks twice with one key is given one refund
    status: Mapped[RefundStatus] = mapped_column(default=RefundStatus.REQUESTED)
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]
    gateway_refund: Mapped[str | None] = mapped_column(index=True)
    trouble: Mapped[str | None]  # the gateway's own code for why it would not
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    def move(self, there: RefundStatus) -> None:
        self.status = states.move(REFUND_ARROWS, self.status, there)

    @property
    def gateway_key(self) -> str:
        """What we ask with; after it came back a new one, or we would hear the old answer."""
        after = f"-after-{self.gateway_refund}" if self.gateway_refund else ""
        return f"refund-{self.id}{after}"


class GatewayEvent(Model):
    """An event of a gateway whose work is committed. It may be told again, in any order."""

    __tablename__ = "gateway_events"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    heard_at: Mapped[datetime] = mapped_column(index=True)


class AccountKind(StrEnum):
    """Whose money it is. Debits are positive, credits negative."""

    GATEWAY_CLEARING = "gateway-clearing"  # what gateways hold for us
    MERCHANT_PAYABLE = "merchant-payable"  # what belongs to merchants
    REFUNDS_PAYABLE = "refunds-payable"  # what is on its way back to buyers
    # Off the balance: banks keep it back for us, and it is nobody's but the payers'.
    HELD_AT_GATEWAYS = "held-at-gateways"
    HELD_FOR_PAYERS = "held-for-payers"
    GATEWAY_FEES = "gateway-fees"  # what gateways keep of a merchant's sales
    PLATFORM_FEES = "platform-fees"  # what the house keeps of a merchant's sales
    DISPUTED = "disputed"  # what banks have taken back of a merchant's sales, until it is decided
    COMMISSIONS_PAYABLE = "commissions-payable"  # what belongs to groups, by their agreement
    PAID_BY_HAND = "paid-by-hand"  # what a merchant has paid outside of every gateway


class LedgerAccount(Model):
    __tablename__ = "ledger_accounts"
    __table_args__ = (UniqueConstraint("kind", "owner_id", "currency"),)

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    kind: Mapped[AccountKind]
    owner_id: Mapped[int]
    currency: Mapped[Currency]


class LedgerPosting(Model):
    """One movement of money: entries that together come to nothing."""

    __tablename__ = "ledger_postings"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    posted_at: Mapped[datetime]


class LedgerEntry(Model):
    __tablename__ = "ledger_entries"

    id: Mapped[int] = mapped_column(ID, primary_key=True)
    posting_id: Mapped[int] = mapped_column(ForeignKey("ledger_postings.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("ledger_accounts.id"), index=True)
    minor: Mapped[int]
    currency: Mapped[Currency]
