"""Payment forms in our words, and the ways Telegram may refuse to give Stars back."""

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import RefundStarPayment
from aiogram.types import OrderInfo, ShippingAddress, SuccessfulPayment

from bot.handlers.payments import forms
from bot.handlers.payments.star_refunds import TelegramStarRefunds
from bot.kit.money import Currency, Money
from bot.payments.errors import UnknownPayment
from bot.payments.events import NOBODY, Address, Contact
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.stars import AlreadyGivenBack
from bot.payments.models import PaymentId
from bot.payments.payload import Payload
from bot.people.models import PersonId
from tests.telegram_line import PretendLine, bot_on

ANA = PersonId(7)
ASKED = RefundStarPayment(user_id=7, telegram_payment_charge_id="c")


def test_a_receipt_in_our_words():
    home = ShippingAddress(
        country_code="DE",
        state="",
        city="Leipzig",
        street_line1="Lindenstraße 7",
        street_line2="",
        post_code="04103",
    )
    paid = SuccessfulPayment(
        currency="EUR",
        total_amount=4990,
        invoice_payload="order-7",
        shipping_option_id="parcel",
        order_info=OrderInfo(name="Ana", shipping_address=home),
        telegram_payment_charge_id="tg-1",
        provider_payment_charge_id="ch_1",
    )

    receipt = forms.receipt(paid, ANA)

    assert receipt.money == Money(4990, Currency.EUR)
    assert (receipt.gateway_charge, receipt.provider_charge) == ("tg-1", "ch_1")
    assert receipt.contact == Contact(
        name="Ana",
        address=Address(country="DE", city="Leipzig", street="Lindenstraße 7", post_code="04103"),
    )
    assert forms.contact(None) == NOBODY
    assert "Linden" not in repr(receipt)


def test_a_payload_comes_back_as_it_was_written():
    assert Payload.read("order-7") == Payload("order", PaymentId(7))
    assert str(Payload("pledge", PaymentId(12))) == "pledge-12"


@pytest.mark.parametrize(
    "written", ["", "7", "order", "order-", "order-0", "order--7", "Order-7", "order-7 ", "order-٣"]
)
def test_a_payload_of_somebody_else_is_unknown(written):
    with pytest.raises(UnknownPayment):
        Payload.read(written)


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (TelegramBadRequest(ASKED, "Bad Request: CHARGE_ALREADY_REFUNDED"), AlreadyGivenBack),
        (TelegramBadRequest(ASKED, "Bad Request: CHARGE_NOT_FOUND"), GatewayRefused),
        (TelegramNetworkError(ASKED, "timeout"), GatewayBusy),
    ],
)
async def test_what_telegram_says_about_stars(trouble, told):
    line = PretendLine({RefundStarPayment: trouble})

    with pytest.raises(told):
        await TelegramStarRefunds(bot_on(line)).refund_star_payment(ANA, "c")


async def test_stars_go_back_to_their_payer():
    line = PretendLine({RefundStarPayment: True})

    await TelegramStarRefunds(bot_on(line)).refund_star_payment(ANA, "c")

    (asked,) = line.of(RefundStarPayment)
    assert (asked.user_id, asked.telegram_payment_charge_id) == (7, "c")
