from dataclasses import dataclass, field
from datetime import datetime

from bot.kit.events import Event
from bot.kit.money import Money
from bot.payments.models import PayeeId, PaymentId, Purpose, RefundId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel goes, as Telegram's payment form asks for it."""

    country: str  # ISO 3166-1 alpha-2
    state: str = ""
    city: str = ""
    street: str = ""
    street2: str = ""
    post_code: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """What the payer typed into the payment form. Personal: it is never logged."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: Address | None = None


NOBODY = Contact()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutConfirmed(Event):
    """The payer pressed Pay. A reaction may refuse by raising, or call ``reprice``.

    With ``is_paid`` the money has come before this question (updates overtake each other): then
    nothing may be refused any more, only learned. Do not announce it: it carries an address.
    """

    payment_id: PaymentId
    purpose: Purpose
    total: Money
    shipping_code: str | None
    contact: Contact = field(repr=False)
    is_paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSucceeded(Event):
    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    price: Money
    was_late: bool  # it had expired before: the purpose decides whether to keep the money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAuthorised(Event):
    """Her bank holds the money, or her card is saved; nothing is charged.

    ``was_late``: it had expired before.
    """

    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    price: Money
    held_until: datetime | None  # then the bank lets go by itself; a saved card stays
    was_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDeclined(Event):
    """Her saved card was refused; ``money`` is owed, and she may pay it on a page herself."""

    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money
    trouble: str  # the gateway's own code


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLost(Event):
    """The bank, or somebody at the gateway, let go of what was held or saved for us."""

    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldUnfit(Event):
    """What was promised is not what is owed, as when a parcel cannot go there; it is let go."""

    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDiffers(Event):
    """The gateway's list and our books say different things, and looking again did not mend it."""

    payment_id: PaymentId
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BooksDiffer(Event):
    """The same of a charge or a refund. ``subject``: the gateway's number of it."""

    payment_id: PaymentId
    subject: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentExpired(Event):
    payment_id: PaymentId
    purpose: Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SurplusReturned(Event):
    """Money came that nobody owed (a second charge, a wrong amount); it is on its way back."""

    payment_id: PaymentId
    refund_id: RefundId
    purpose: Purpose
    payer_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRequested(Event):
    refund_id: RefundId
    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSucceeded(Event):
    refund_id: RefundId
    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFailed(Event):
    """The gateway will not do it: somebody has to look."""

    refund_id: RefundId
    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundMadeOutside(Event):
    """The merchant gave money back at the gateway itself, and we have written it down."""

    refund_id: RefundId
    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDisputed(Event):
    """The payer asked her bank to take the money back; the merchant has days to answer."""

    payment_id: PaymentId
    purpose: Purpose
    payer_id: PersonId
    money: Money
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyUnexplained(Event):
    """The gateway gave back more than our books can explain."""

    payment_id: PaymentId
    money: Money
    gateway_refund: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnboardingLinked(Event):
    """Stripe has a page for an owner on which she tells who she is. It opens once."""

    payee_id: PayeeId
    person_id: PersonId
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnboardingRefused(Event):
    """Stripe opens no account, or no page for it."""

    payee_id: PayeeId
    person_id: PersonId
    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectedAccountReady(Event):
    """From now on sales go into the merchant's own Stripe account."""

    payee_id: PayeeId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectedAccountPaused(Event):
    """Stripe takes nothing for it any more: the house holds the money of new sales."""

    payee_id: PayeeId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformFeeChanged(Event):
    """For sales that begin from now on."""

    payee_id: PayeeId
    basis: int  # in hundredths of a per cent
