import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, ShippingOption
from bot.catalog.service import CatalogService
from bot.kit.money import Currency, Money
from bot.kit.secrets import Vault
from bot.orders.buying import BuyingService
from bot.orders.contacts import Contacts
from bot.orders.errors import DeliveryMissing, NoDelivery, OrderPriceChanged
from bot.orders.events import LatePaymentRefunded, OrderExpired, OrderPaid
from bot.orders.looking import OrderLookup
from bot.orders.models import OrderStatus
from bot.payments.errors import (
    AlreadyPaid,
    NotYourPayment,
    PaymentTooLate,
    PriceChanged,
)
from bot.payments.events import NOBODY
from bot.payments.models import AccountKind
from bot.payments.service import PaymentService
from bot.people.models import PersonId
from tests.shop import ANA, BEN, Shop


@pytest.fixture
async def ana(shop):
    return await shop.buyer(ANA)


async def test_the_form_tells_ways_of_delivery_to_the_buyer_alone(shop, ana):
    to_pay = await shop.reserve(ana, await shop.product())

    async with shop.ask(PaymentService) as payments:
        with pytest.raises(NotYourPayment):
            await payments.get_for_payer(to_pay.payment.id, PersonId(BEN))
        found = await payments.get_for_payer(to_pay.payment.id, ana.id)

    assert found.id == to_pay.payment.id


class TestPreCheckout:
    async def test_is_for_the_buyer_alone(self, shop, ana):
        to_pay = await shop.reserve(ana, await shop.product())
        await shop.buyer(BEN)

        with pytest.raises(NotYourPayment):
            await shop.checks(to_pay, by=BEN)

    async def test_refuses_a_price_that_changed_since_the_card(self, shop, ana):
        mia = await shop.buyer(BEN)
        shoe = await shop.product(of=await shop.merchant(owner=mia.id), price="45.00 EUR")
        to_pay = await shop.reserve(ana, shoe)
        async with shop.ask(CatalogService) as catalog:
            await catalog.change_price(shoe.id, Money.of("47.00", Currency.EUR), by=mia.id)

        with pytest.raises(OrderPriceChanged) as told:
            await shop.checks(to_pay)

        assert told.value.facts["price"] == Money.of("47.00", Currency.EUR)

    async def test_refuses_after_the_time_has_run_out(self, shop, ana, clock):
        to_pay = await shop.reserve(ana, await shop.product())
        clock.wait(minutes=15)

        with pytest.raises(PaymentTooLate):
            await shop.checks(to_pay)

    async def test_refuses_what_has_been_paid(self, shop, ana):
        to_pay = await shop.reserve(ana, await shop.product())
        await shop.checks(to_pay)
        await shop.charged(to_pay)

        with pytest.raises(AlreadyPaid):
            await shop.checks(to_pay)

    async def test_may_be_asked_twice(self, shop, ana):
        to_pay = await shop.reserve(ana, await shop.product())

        await shop.checks(to_pay)
        await shop.checks(to_pay)

        assert (await shop.order(to_pay.order.id)).status is OrderStatus.RESERVED

    async def test_adds_the_delivery_she_chose(self, shop, ana):
        merchant = await shop.merchant()
        await offers(shop, merchant.id, EUR=490)
        to_pay = await shop.reserve(ana, await shop.product(of=merchant, price="45.00 EUR"))

        with pytest.raises(PriceChanged) as told:
            await shop.checks(to_pay, code="parcel")  # she was shown 45.00, without delivery

        assert told.value.facts["price"] == Money.of("49.90", Currency.EUR)

    async def test_refuses_a_country_the_merchant_does_not_reach(self, shop, ana):
        merchant = await shop.merchant()
        await offers(shop, merchant.id, EUR=490)
        to_pay = await shop.reserve(ana, await shop.product(of=merchant))

        with pytest.raises(NoDelivery):
            await shop.checks(to_pay, country="JP", code="parcel")

    async def test_refuses_a_parcel_that_goes_nowhere(self, shop, ana):
        to_pay = await shop.reserve(ana, await shop.product())

        with pytest.raises(DeliveryMissing):
            await shop.checks(to_pay, code="drone")


class TestSuccess:
    async def test_sells_the_pieces_and_tells(self, shop, ana):
        shoe = await shop.product(price="45.00 EUR", stock=3)

        order = await shop.bought(ana, shoe, 2)

        assert order.status is OrderStatus.PAID
        assert await shop.left(shoe) == 1
        assert [paid.order_id for paid in shop.told.of(OrderPaid)] == [order.id]
        assert await shop.balances() == {
            (AccountKind.GATEWAY_CLEARING, 0): 9000,
            (AccountKind.MERCHANT_PAYABLE, order.merchant_id): -9000,
        }

    async def test_keeps_the_address_where_only_the_vault_can_read_it(self, shop, ana):
        order = await shop.bought(ana, await shop.product())

        async with shop.ask(AsyncSession) as session:
            stored = await session.scalar(text("SELECT contact FROM orders"))
        async with shop.ask(OrderLookup) as lookup:
            sheet = await lookup.for_buyer(order.id, ana.id)

        assert "Silva" not in stored
        assert "Leipzig" not in stored
        assert sheet.contact.name == "Ana Silva"
        assert sheet.contact.address.city == "Leipzig"

    async def test_told_twice_counts_once(self, shop, ana):
        shoe = await shop.product(stock=3)
        to_pay = await shop.reserve(ana, shoe)
        await shop.checks(to_pay)

        await shop.charged(to_pay, "tg-1")
        await shop.charged(to_pay, "tg-1")

        assert await shop.left(shoe) == 2
        assert len(shop.told.of(OrderPaid)) == 1
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 4500

    async def test_may_overtake_its_pre_checkout(self, shop, ana):
        to_pay = await shop.reserve(ana, await shop.product())

        await shop.charged(to_pay)
        order = await shop.order(to_pay.order.id)

        assert order.status is OrderStatus.PAID
        assert order.shipping_code == "included"
        with pytest.raises(AlreadyPaid):
            await shop.checks(to_pay)

    async def test_after_the_time_ran_out_is_honoured_while_something_is_left(
        self, shop, ana, clock
    ):
        shoe = await shop.product(stock=1)
        to_pay = await shop.reserve(ana, shoe)
        await shop.checks(to_pay)
        clock.wait(minutes=30)
        await shop.expire()
        assert [e.order_id for e in shop.told.of(OrderExpired)] == [to_pay.order.id]

        await shop.charged(to_pay)

        assert (await shop.order(to_pay.order.id)).status is OrderStatus.PAID
        assert await shop.left(shoe) == 0

    async def test_after_the_time_ran_out_goes_back_when_nothing_is_left(self, shop, ana, clock):
        shoe = await shop.product(stock=1)
        to_pay = await shop.reserve(ana, shoe)
        await shop.checks(to_pay)
        clock.wait(minutes=30)
        await shop.expire()
        ben = await shop.buyer(BEN)
        await shop.bought(ben, shoe)

        await shop.charged(to_pay, "tg-late")
        await shop.settler.settle_due()

        assert (await shop.order(to_pay.order.id)).status is OrderStatus.EXPIRED
        assert [late.sold_out for late in shop.told.of(LatePaymentRefunded)] == [True]
        assert list(shop.gateway.refunds.values()) == [("tg-late", to_pay.order.goods)]
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 4500

    async def test_of_two_invoices_for_one_order_keeps_one(self, shop, ana, clock):
        """Her first invoice was approved, she gave up waiting and paid a second one."""
        shoe = await shop.product(stock=1)
        first = await shop.reserve(ana, shoe)
        await shop.checks(first)
        clock.wait(minutes=30)
        await shop.expire()
        async with shop.ask(BuyingService) as buying:
            second = await buying.resume(first.order.id, ana)
        await shop.checks(second)
        await shop.charged(second, "tg-2")

        await shop.charged(first, "tg-1")
        await shop.settler.settle_due()

        assert len(shop.told.of(OrderPaid)) == 1
        assert [late.sold_out for late in shop.told.of(LatePaymentRefunded)] == [False]
        assert [charge for charge, _ in shop.gateway.refunds.values()] == ["tg-1"]
        assert await shop.left(shoe) == 0


class TestExpiry:
    async def test_puts_the_pieces_back(self, shop, ana, clock):
        shoe = await shop.product(stock=2)
        to_pay = await shop.reserve(ana, shoe, 2)
        clock.wait(minutes=14)
        await shop.expire()
        assert await shop.left(shoe) == 0

        clock.wait(minutes=1)
        await shop.expire()
        await shop.expire()

        assert await shop.left(shoe) == 2
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.EXPIRED

    async def test_waits_for_a_bank_that_asks_questions(self, shop, ana, clock):
        shoe = await shop.product(stock=1)
        to_pay = await shop.reserve(ana, shoe)
        clock.wait(minutes=14)
        await shop.checks(to_pay)

        clock.wait(minutes=3)
        await shop.expire()

        assert await shop.left(shoe) == 0
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.RESERVED


async def offers(shop: Shop, merchant_id: MerchantId, **prices: int) -> None:
    async with shop.ask(AsyncSession) as session:
        session.add(
            ShippingOption(
                merchant_id=merchant_id,
                code="parcel",
                names={"en": "Parcel"},
                prices=prices,
                countries=["DE"],
            )
        )


def test_an_empty_form_is_not_kept():
    assert Contacts(Vault([Vault.new_key()])).seal(NOBODY) is None

    async def test_ends_what_nobody_can_pay_any_more(self, shop, ana, clock):
        shoe = await shop.product(stock=1)
        to_pay = await shop.reserve(ana, shoe)
        async with shop.ask(PaymentService) as payments:
            await payments.cancel(to_pay.order.purpose)  # as what did not fit is turned away
        clock.wait(minutes=14)
        await shop.expire()
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.RESERVED

        clock.wait(minutes=1)
        await shop.expire()

        assert await shop.left(shoe) == 1
        assert (await shop.order(to_pay.order.id)).status is OrderStatus.EXPIRED
