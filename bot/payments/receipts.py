"""What a payment form and a gateway tell us, in our own words."""

from dataclasses import dataclass, field

from bot.kit.money import Money
from bot.payments.events import NOBODY, Contact
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """The payer pressed Pay; nothing has been taken yet."""

    payer_id: PersonId
    total: Money
    shipping_code: str | None = None
    contact: Contact = field(default=NOBODY, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The gateway has taken the money."""

    payer_id: PersonId
    money: Money
    gateway_charge: str
    provider_charge: str
    shipping_code: str | None = None
    contact: Contact = field(default=NOBODY, repr=False)
