from datetime import timedelta
from typing import ClassVar

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import ProductGone, QuantityTooLarge, QuantityTooSmall, SoldOut
from bot.catalog.models import Product, ProductId, ShippingOption, Variant, VariantId
from bot.catalog.service import CatalogService
from bot.kit.money import Currency, Money
from bot.orders.buying import BuyingService
from bot.orders.errors import (
    OnlyForStars,
    OrderClosed,
    OrderPriceChanged,
    TermsNotAccepted,
    UnknownOrder,
)
from bot.orders.models import OrderStatus
from bot.payments.models import Rail
from bot.people.models import PersonId
from tests.shop import ANA, BEN


class TestReserve:
    async def test_holds_the_pieces_and_asks_for_money(self, shop, clock):
        ana, shoe = await shop.buyer(), await shop.product(price="45.00 EUR", stock=5)

        to_pay = await shop.reserve(ana, shoe, 2)

        assert to_pay.order.status is OrderStatus.RESERVED
        assert to_pay.payment.price == Money.of("90.00", Currency.EUR)
        assert to_pay.payment.rail is Rail.TELEGRAM
        assert to_pay.time_left == timedelta(minutes=15)
        assert await shop.left(shoe) == 3

    async def test_a_second_tap_gets_what_the_first_one_got(self, shop):
        ana, shoe = await shop.buyer(), await shop.product(stock=5)

        first = await shop.reserve(ana, shoe, 2)
        second = await shop.reserve(ana, shoe, 2)

        assert (second.order.id, second.payment.id) == (first.order.id, first.payment.id)
        assert await shop.left(shoe) == 3

    async def test_another_number_gives_the_first_reservation_up(self, shop):
        ana, shoe = await shop.buyer(), await shop.product(stock=2)
        first = await shop.reserve(ana, shoe, 1)

        second = await shop.reserve(ana, shoe, 2)

        assert (await shop.order(first.order.id)).status is OrderStatus.CANCELLED
        assert second.order.quantities == {shoe.variants[0].id: 2}
        assert await shop.left(shoe) == 0

    async def test_what_may_be_paid_this_moment_is_not_given_up(self, shop):
        ana, shoe = await shop.buyer(), await shop.product(stock=5)
        first = await shop.reserve(ana, shoe, 1)
        await shop.checks(first)

        await shop.reserve(ana, shoe, 2)

        assert (await shop.order(first.order.id)).status is OrderStatus.RESERVED
        assert await shop.left(shoe) == 2

    async def test_the_last_piece_goes_to_one_of_two(self, shop):
        ana, ben = await shop.buyer(ANA), await shop.buyer(BEN)
        shoe = await shop.product(stock=1)
        await shop.reserve(ana, shoe)

        with pytest.raises(SoldOut) as told:
            await shop.reserve(ben, shoe)

        assert told.value.facts == {"title": "Red Sneaker", "left": 0}
        assert await shop.left(shoe) == 0

    @pytest.mark.parametrize(
        ("quantity", "error"),
        [(0, QuantityTooSmall), (-3, QuantityTooSmall), (1000, QuantityTooLarge)],
    )
    async def test_refuses_numbers_nobody_means(self, shop, quantity, error):
        ana, shoe = await shop.buyer(), await shop.product(stock=5)

        with pytest.raises(error):
            await shop.reserve(ana, shoe, quantity)

        assert await shop.left(shoe) == 5

    async def test_refuses_a_price_other_than_the_one_shown(self, shop):
        ana, shoe = await shop.buyer(), await shop.product(price="45.00 EUR")

        with pytest.raises(OrderPriceChanged) as told:
            async with shop.ask(BuyingService) as buying:
                await buying.reserve(ana, {shoe.variants[0].id: 1}, seen=3900)

        assert told.value.facts["price"] == Money.of("45.00", Currency.EUR)
        assert await shop.left(shoe) == 10

    async def test_refuses_what_is_not_sold_any_more(self, shop):
        ana = await shop.buyer()
        mia = await shop.buyer(BEN)
        shoe = await shop.product(of=await shop.merchant(owner=mia.id))
        async with shop.ask(CatalogService) as catalog:
            await catalog.archive(ProductId(shoe.id), by=mia.id)

        with pytest.raises(ProductGone):
            await shop.reserve(ana, shoe)

    async def test_asks_for_the_terms_before_the_first_payment(self, shop):
        ana, shoe = await shop.buyer(terms_accepted_at=None), await shop.product()

        with pytest.raises(TermsNotAccepted):
            await shop.reserve(ana, shoe)

    async def test_sells_downloads_for_stars_only(self, shop):
        ana = await shop.buyer()
        for_stars = await shop.product("Song", kind="digital", price="50 XTR", unlimited=True)
        for_euros = await shop.product("Film", kind="digital", price="5.00 EUR", unlimited=True)

        to_pay = await shop.reserve(ana, for_stars)

        assert to_pay.payment.rail is Rail.STARS
        assert to_pay.payment.price == Money(50, Currency.XTR)
        with pytest.raises(OnlyForStars):
            await shop.reserve(ana, for_euros)

    async def test_takes_the_groups_currency_where_there_is_a_price(self, shop):
        ana = await shop.buyer()
        shoe = await shop.product(price="45.00 EUR")

        async with shop.ask(BuyingService) as buying:
            to_pay = await buying.reserve(ana, {shoe.variants[0].id: 1}, preferred=Currency.USD)

        assert to_pay.order.currency is Currency.EUR


class TestSnapshot:
    TITLES: ClassVar[dict[str, str]] = {"en": "Red Sneaker", "de": "Roter Turnschuh"}

    async def test_keeps_what_it_is_called_in_every_language(self, shop):
        ana = await shop.buyer(language="de")
        shoe = await shop.product(sizes=("42",), titles=self.TITLES)
        async with shop.ask(AsyncSession) as session:
            (await session.get_one(Variant, shoe.variants[0].id)).sku = "LF-42"

        order = (await shop.reserve(ana, shoe)).order
        async with shop.ask(AsyncSession) as session:
            (await session.get_one(Product, shoe.id)).titles = {"en": "Sandal"}

        [line] = (await shop.order(order.id)).lines
        assert (line.title, line.titles) == ("Roter Turnschuh", self.TITLES)
        assert [line.title_in(language) for language in ("en", "de", "zh")] == [
            "Red Sneaker",
            "Roter Turnschuh",
            "Red Sneaker",
        ]
        assert (line.sku, line.option_values) == ("LF-42", {"size": "42"})

    @pytest.mark.parametrize(
        ("prices", "on_top"), [({"EUR": 490}, True), ({"EUR": 0}, False), ({"USD": 490}, False)]
    )
    async def test_knows_whether_delivery_comes_on_top(self, shop, prices, on_top):
        ana, seller = await shop.buyer(), await shop.merchant()
        async with shop.ask(AsyncSession) as session:
            session.add(
                ShippingOption(
                    merchant_id=seller.id, code="p", names={"en": "Parcel"}, prices=prices
                )
            )

        to_pay = await shop.reserve(ana, await shop.product(of=seller))

        assert to_pay.merchant.name == "Lindenfaden"
        assert to_pay.delivery_on_top is on_top


class TestResume:
    async def test_goes_on_after_the_time_ran_out_at_todays_price(self, shop, clock):
        ana, mia = await shop.buyer(), await shop.buyer(BEN)
        shoe = await shop.product(of=await shop.merchant(owner=mia.id), price="45.00 EUR", stock=1)
        first = await shop.reserve(ana, shoe)
        clock.wait(minutes=20)
        await shop.expire()
        async with shop.ask(CatalogService) as catalog:
            await catalog.change_price(shoe.id, Money.of("40.00", Currency.EUR), by=mia.id)

        async with shop.ask(BuyingService) as buying:
            again = await buying.resume(first.order.id, ana)

        assert again.order.id == first.order.id
        assert again.payment.id != first.payment.id
        assert again.payment.price == Money.of("40.00", Currency.EUR)
        assert await shop.left(shoe) == 0

    async def test_is_not_for_other_people(self, shop):
        ana, ben, shoe = await shop.buyer(ANA), await shop.buyer(BEN), await shop.product()
        to_pay = await shop.reserve(ana, shoe)

        with pytest.raises(UnknownOrder):
            async with shop.ask(BuyingService) as buying:
                await buying.resume(to_pay.order.id, ben)

    async def test_of_a_paid_order_is_refused(self, shop):
        ana, shoe = await shop.buyer(), await shop.product()
        order = await shop.bought(ana, shoe)

        with pytest.raises(OrderClosed):
            async with shop.ask(BuyingService) as buying:
                await buying.resume(order.id, ana)


class TestCancel:
    async def test_puts_the_pieces_back_and_refuses_the_invoice(self, shop):
        ana, shoe = await shop.buyer(), await shop.product(stock=1)
        to_pay = await shop.reserve(ana, shoe)

        for _ in range(2):
            async with shop.ask(BuyingService) as buying:
                await buying.cancel(to_pay.order.id, ana)

        assert await shop.left(shoe) == 1
        with pytest.raises(Exception, match="payments-error-too-late"):
            await shop.checks(to_pay)

    async def test_is_refused_while_money_may_be_coming(self, shop):
        ana, shoe = await shop.buyer(), await shop.product()
        to_pay = await shop.reserve(ana, shoe)
        await shop.checks(to_pay)

        with pytest.raises(OrderClosed):
            async with shop.ask(BuyingService) as buying:
                await buying.cancel(to_pay.order.id, ana)

    async def test_is_not_for_other_people(self, shop):
        ana, shoe = await shop.buyer(), await shop.product()
        to_pay = await shop.reserve(ana, shoe)
        stranger = await shop.buyer(PersonId(BEN))

        with pytest.raises(UnknownOrder):
            async with shop.ask(BuyingService) as buying:
                await buying.cancel(to_pay.order.id, stranger)


async def test_a_variant_nobody_knows_is_told_kindly(shop):
    ana = await shop.buyer()

    with pytest.raises(Exception, match="catalog-error-variant-gone"):
        async with shop.ask(BuyingService) as buying:
            await buying.reserve(ana, {VariantId(404): 1})
