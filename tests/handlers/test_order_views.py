"""An order as different people read it."""

from datetime import timedelta

import pytest

from bot.catalog.models import Merchant, ShippingOption
from bot.handlers.orders import held_views, order_views, sale_views
from bot.handlers.orders.order_parts import line_name, short_name, summary
from bot.kit.money import Currency, Money
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.orders.looking import OrderSheet, Page
from bot.orders.models import Order, OrderLine, OrderStatus, RefundPlan, Shipment
from bot.payments.events import NOBODY, Address, Contact
from bot.payments.models import Payment, PaymentId, Purpose
from bot.telegram.replies import Screen
from tests.fakes import NOON

EN, DE, ZH = Words("en"), Words("de"), Words("zh")
HOME = Contact(
    name="Ana <Silva>",
    address=Address(country="CH", city="Zürich", street="Seeweg 1", post_code="8001"),
)


def line(title: str = "Red Sneaker", **facts: object) -> OrderLine:
    usual: dict[str, object] = {
        "title": title,
        "titles": {"en": title, "de": f"{title} auf Deutsch"},
        "label": "red / 42",
        "option_values": {"colour": "red", "size": "42"},
        "sku": "LF-42",
        "price_minor": 4500,
        "currency": Currency.EUR,
        "price": Money(4500, Currency.EUR),
        "quantity": 1,
        "refunded_quantity": 0,
    }
    return OrderLine(**(usual | facts))


def order(*lines: OrderLine, **facts: object) -> Order:
    usual: dict[str, object] = {
        "id": 12,
        "currency": Currency.EUR,
        "status": OrderStatus.PAID,
        "needs_shipping": True,
        "shipping_code": "parcel",
        "shipping_title": "Parcel",
        "shipping_titles": {"en": "Parcel", "de": "Paket"},
        "shipping_minor": 490,
        "paid_at": NOON,
        "lines": list(lines or (line(),)),
        "shipments": [],
        "refunds": [],
    }
    return Order(**(usual | facts))


def merchant(**prices: int) -> Merchant:
    ways = [ShippingOption(code="p", names={}, prices=prices, countries=[])] if prices else []
    return Merchant(name="Linden & Faden", shipping=ways, currencies=["EUR"])


def sheet(of: Order, contact: Contact = HOME) -> OrderSheet:
    return OrderSheet(of, merchant(EUR=490), contact)


def download(**facts: object) -> Order:
    stars = Money(450, Currency.XTR)
    song = line(
        "Song",
        id=3,
        label="",
        option_values={},
        sku=None,
        currency=Currency.XTR,
        price_minor=stars.minor,
        price=stars,
    )
    usual: dict[str, object] = {
        "status": OrderStatus.DELIVERED,
        "currency": Currency.XTR,
        "needs_shipping": False,
        "shipping_code": None,
        "shipping_minor": 0,
    }
    return order(song, **(usual | facts))


def to_pay(of: Order, seller: Merchant) -> ToPay:
    payment = Payment(id=PaymentId(5), purpose=Purpose("order", of.id))
    return ToPay(of, payment, timedelta(minutes=15), seller)


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


class TestLine:
    @pytest.mark.parametrize(
        ("words", "named"),
        [
            (EN, "Red Sneaker – red / 42"),
            (DE, "Red Sneaker auf Deutsch – Rot / 42"),
            (ZH, "Red Sneaker – 红色 / 42"),
        ],
    )
    def test_is_named_in_the_readers_language(self, words, named):
        assert line_name(words, line()) == named

    def test_from_the_first_day_keeps_its_one_language(self):
        old = line("Roter Turnschuh", titles={}, option_values={}, sku=None)

        assert line_name(EN, old) == "Roter Turnschuh – red / 42"
        assert "SKU" not in sale_views.sale(EN, sheet(order(old))).text

    def test_keeps_its_variant_on_a_button_however_long_its_title_is(self):
        long = line("A sneaker with a name that goes on and on", titles={})

        assert short_name(EN, long).endswith("… – red / 42")

    def test_keeps_its_variant_on_the_payment_form(self):
        long = line("A sneaker with a name that goes on and on", titles={})
        asked = to_pay(order(long, status=OrderStatus.RESERVED), merchant(EUR=490))

        title = held_views.invoice(EN, asked, "token").title

        assert title.endswith("… – red / 42")
        assert len(title) <= 32


class TestSale:
    def test_has_what_is_needed_to_pack_it_with_air_between(self):
        sent = [Shipment(tracking_numbers=["RR1"])]

        text = sale_views.sale(DE, sheet(order(shipments=sent))).text

        assert text == (
            "<b>Bestellung 12</b>\nBezahlt\n\n"
            "1 × Red Sneaker auf Deutsch – Rot / 42 – 45,00\xa0€\nArt.-Nr. LF-42\n"
            "Paket – 4,90\xa0€\nSumme: <b>49,90\xa0€</b>\n\n"
            "<b>Adresse</b>\nAna &lt;Silva&gt;\nSeeweg 1\n8001 Zürich\nSchweiz\n\n"
            "<b>Sendungsnummer</b>\n<code>RR1</code>"
        )

    @pytest.mark.parametrize(
        ("words", "state"),
        [(EN, "Delivered by download"), (DE, "Als Download zugestellt"), (ZH, "已通过下载交付")],
    )
    def test_of_a_download_says_how_it_arrived(self, words, state):
        text = sale_views.sale(words, sheet(download(), NOBODY), is_new=True).text

        assert text.splitlines()[1] == state

    def test_a_country_nobody_knows_is_shown_as_it_came(self):
        nowhere = Contact(name="Ana", address=Address(country="X9"))

        assert "\nX9" in order_views.order_page(EN, sheet(order(), nowhere)).text


@pytest.mark.parametrize("words", [EN, DE, ZH])
@pytest.mark.parametrize("status", OrderStatus)
def test_every_state_has_its_words(status, words):
    one = order(status=status)

    assert labels(order_views.order_list(words, Page([one], 0, 1)))
    assert sale_views.sale(words, sheet(one)).text.count("\n") > 3


class TestRefund:
    @pytest.mark.parametrize(
        ("sold", "is_asked"),
        [
            (order(line(id=3)), True),
            (order(line(id=3), needs_shipping=False, shipping_minor=0), True),  # picked up
            (download(), False),
        ],
    )
    def test_asks_about_the_shelf_only_for_things(self, sold, is_asked):
        whole = {str(each.id): 1 for each in sold.lines}
        plan = RefundPlan(quantities=whole, with_shipping=False, restock=True, nth=0)

        planned = labels(sale_views.refund_plan(EN, sold, plan))
        review = sale_views.refund_review(EN, sold, plan).text

        assert ("✓ Back on the shelf" in planned) is is_asked
        assert ("The pieces go back on the shelf." in review) is is_asked


class TestList:
    def test_says_what_was_bought(self):
        page = Page([order(), order(line(), line("Sock"), line("Hat"))], 0, 2)

        assert labels(order_views.order_list(EN, page)) == [
            "12 · Red Sneaker · €49.90 · paid",
            "12 · Red Sneaker +2 more · €139.90 · paid",
        ]

    @pytest.mark.parametrize(
        ("words", "row"),
        [
            (EN, "12 · Song · 450 ⭐ · download"),
            (DE, "12 · Song auf Deutsch · 450 ⭐ · Download"),
            (ZH, "12 · Song · 450 ⭐ · 下载"),
        ],
    )
    def test_does_not_let_a_download_travel(self, words, row):
        assert summary(words, download()) == row


class TestHeld:
    def test_names_the_merchant_and_what_comes_on_top(self):
        asked = to_pay(order(status=OrderStatus.RESERVED), merchant(EUR=490))

        screen, form = held_views.held(EN, asked), held_views.invoice(EN, asked, "token")

        assert screen.text.startswith("<b>Order 12</b> from Linden &amp; Faden\n")
        assert "<b>€45.00</b> before delivery, kept for you for 15 minutes." in screen.text
        assert form.description == (
            "From Linden & Faden, delivery comes on top: 1 × Red Sneaker – red / 42"
        )
        assert form.pay_label == "Pay €45.00 + delivery"

    @pytest.mark.parametrize("seller", [merchant(), merchant(EUR=0), merchant(USD=490)])
    def test_says_nothing_of_delivery_that_costs_nothing(self, seller):
        asked = to_pay(order(status=OrderStatus.RESERVED), seller)

        assert "<b>€45.00</b>, kept for you" in held_views.held(EN, asked).text
        form = held_views.invoice(EN, asked, "token")
        assert form.description == "From Linden & Faden: 1 × Red Sneaker – red / 42"
        assert form.pay_label == "Pay €45.00"

    def test_of_a_download_says_nothing_of_delivery(self):
        asked = to_pay(download(status=OrderStatus.RESERVED), merchant(EUR=490))

        assert held_views.invoice(EN, asked, "").pay_label == "Pay 450 ⭐"


@pytest.mark.parametrize(
    ("currency", "said"),
    [(Currency.EUR, "Deine Bank braucht dafür 5 bis 10 Tage."), (Currency.XTR, "kommen sofort.")],
)
def test_money_back_says_how_long_this_money_takes(currency, said):
    told = order_views.money_back(DE, "orders-refund-part", sheet(order()), Money(40, currency))

    assert told.text.endswith(said)
