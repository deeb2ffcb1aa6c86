"""Telegram's payment forms in the shop's own words."""

from aiogram.types import OrderInfo, PreCheckoutQuery, ShippingAddress, SuccessfulPayment

from bot.kit.money import Currency, Money
from bot.kit.typed import clean_line
from bot.payments.events import NOBODY, Address, Contact
from bot.payments.receipts import Checkout, Receipt
from bot.people.models import PersonId


def checkout(query: PreCheckoutQuery) -> Checkout:
    return Checkout(
        payer_id=PersonId(query.from_user.id),
        total=Money(query.total_amount, Currency(query.currency)),
        shipping_code=query.shipping_option_id,
        contact=contact(query.order_info),
    )


def receipt(paid: SuccessfulPayment, payer_id: PersonId) -> Receipt:
    return Receipt(
        payer_id=payer_id,
        money=Money(paid.total_amount, Currency(paid.currency)),
        gateway_charge=paid.telegram_payment_charge_id,
        provider_charge=paid.provider_payment_charge_id,
        shipping_code=paid.shipping_option_id,
        contact=contact(paid.order_info),
    )


def contact(info: OrderInfo | None) -> Contact:
    if info is None:
        return NOBODY
    return Contact(
        name=clean_line(info.name or ""),
        phone=clean_line(info.phone_number or ""),
        email=clean_line(info.email or ""),
        address=address(info.shipping_address) if info.shipping_address else None,
    )


def address(typed: ShippingAddress) -> Address:
    return Address(
        country=typed.country_code,
        state=clean_line(typed.state),
        city=clean_line(typed.city),
        street=clean_line(typed.street_line1),
        street2=clean_line(typed.street_line2),
        post_code=clean_line(typed.post_code),
    )
