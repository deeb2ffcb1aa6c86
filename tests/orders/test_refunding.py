from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import ShippingOption
from bot.kit.money import Currency, Money
from bot.orders.buying import BuyingService
from bot.orders.cart import CartService
from bot.orders.errors import (
    CannotRefund,
    NothingChosen,
    RefundedMeanwhile,
    UnknownOrder,
)
from bot.orders.events import OrderRefunded
from bot.orders.models import Order, OrderStatus
from bot.orders.planning import RefundPlanning
from bot.orders.refunding import RefundingService, Returned
from bot.orders.repository import OrderRepository
from bot.payments.errors import OnlyWholeRefunds, PriceChanged
from bot.payments.models import AccountKind
from bot.payments.service import PaymentService
from bot.people.models import PersonId
from tests.shop import ANA, BEN, Shop

EUR = Currency.EUR


@pytest.fixture
async def mia(shop):
    return await shop.buyer(BEN)


@pytest.fixture
async def shoe(shop, mia):
    return await shop.product(of=await shop.merchant(owner=mia.id), price="45.00 EUR", stock=5)


@pytest.fixture
async def order(shop, shoe):
    return await shop.bought(await shop.buyer(ANA), shoe, 3)


async def refunds(
    shop: Shop,
    order: Order,
    quantity: int,
    *,
    by: int = BEN,
    nth: int = 0,
    restock: bool = True,
    with_shipping: bool = False,
) -> Order:
    lines = {order.lines[0].id: quantity} if quantity else {}
    returned = Returned(lines=lines, with_shipping=with_shipping, restock=restock)
    async with shop.ask(RefundingService) as refunding:
        return await refunding.refund(order.id, returned, by=PersonId(by), nth=nth)


class TestByLine:
    async def test_gives_the_price_of_the_pieces_back(self, shop, order, shoe):
        after = await refunds(shop, order, 2)
        await shop.settler.settle_due()

        assert after.lines[0].refunded_quantity == 2
        assert after.status is OrderStatus.PAID
        assert after.refunded == Money.of("90.00", EUR)
        assert list(shop.gateway.refunds.values()) == [(f"tg-{order.id}", Money.of("90.00", EUR))]
        assert await shop.left(shoe) == 4
        assert await shop.balances() == {
            (AccountKind.GATEWAY_CLEARING, 0): 4500,
            (AccountKind.MERCHANT_PAYABLE, order.merchant_id): -4500,
        }

    async def test_leaves_the_shelf_alone_where_the_pieces_are_not_put_back(
        self, shop, order, shoe
    ):
        await refunds(shop, order, 2, restock=False)

        assert await shop.left(shoe) == 2

    async def test_confirmed_twice_is_one_refund(self, shop, order, shoe):
        await refunds(shop, order, 1)
        after = await refunds(shop, order, 1)
        await shop.settler.settle_due()

        assert after.lines[0].refunded_quantity == 1
        assert len(shop.gateway.refunds) == 1
        assert await shop.left(shoe) == 3
        assert len(shop.told.of(OrderRefunded)) == 1

    async def test_of_more_than_is_left_is_refused(self, shop, order):
        await refunds(shop, order, 2)

        with pytest.raises(RefundedMeanwhile):
            await refunds(shop, order, 2, nth=1)

        assert (await shop.order(order.id)).refunded == Money.of("90.00", EUR)

    async def test_of_nothing_is_refused(self, shop, order):
        with pytest.raises(NothingChosen):
            await refunds(shop, order, 0)

    async def test_of_less_than_nothing_is_refused(self, shop, order):
        with pytest.raises(NothingChosen):
            await refunds(shop, order, -1)

    async def test_the_last_piece_makes_it_whole(self, shop, order):
        await refunds(shop, order, 2)
        after = await refunds(shop, order, 1, nth=1)

        assert after.status is OrderStatus.REFUNDED
        assert [told.whole for told in shop.told.of(OrderRefunded)] == [False, True]
        with pytest.raises(CannotRefund):
            await refunds(shop, order, 1, nth=2)

    async def test_is_for_the_merchants_people_alone(self, shop, order):
        with pytest.raises(UnknownOrder):
            await refunds(shop, order, 1, by=ANA)

    async def test_of_an_unpaid_order_is_refused(self, shop, shoe):
        to_pay = await shop.reserve(await shop.buyer(ANA), shoe)

        with pytest.raises(CannotRefund):
            await refunds(shop, to_pay.order, 1)


class TestPostage:
    """It goes back with the last piece, unless somebody has said otherwise by hand."""

    @pytest.fixture
    async def order(self, shop, mia):
        seller = await shop.merchant(owner=mia.id)
        async with shop.ask(AsyncSession) as session:
            session.add(
                ShippingOption(
                    merchant_id=seller.id,
                    code="parcel",
                    names={"en": "Parcel", "de": "Paket"},
                    prices={"EUR": 490},
                )
            )
        to_pay = await shop.reserve(await shop.buyer(ANA), await shop.product(of=seller), 2)
        with pytest.raises(PriceChanged):  # the address adds to it; the real form knows before
            await shop.checks(to_pay, code="parcel")
        async with shop.ask(OrderRepository) as orders:
            order = await orders.get(to_pay.order.id)
            order.shipping_code, order.shipping_minor = "parcel", 490
        async with shop.ask(PaymentService) as payments:
            await payments.reprice(to_pay.payment.id, order.total)
        await shop.charged(to_pay, money=order.total)
        return await shop.order(order.id)

    async def planned(self, shop, order, mia, *steps: str) -> list[bool]:
        """Whether postage is chosen, at the beginning and after every step."""
        line = order.lines[0].id
        async with shop.ask(RefundPlanning) as planning:
            _, plan = await planning.begin(order.id, mia.id)
            seen = [plan.with_shipping]
            for step in steps:
                if step == "piece":
                    _, plan = await planning.step(order.id, mia.id, line)
                else:
                    _, plan = await planning.switch(order.id, mia.id, shipping=True)
                seen.append(plan.with_shipping)
        return seen

    async def test_is_chosen_only_with_everything(self, shop, order, mia):
        steps = await self.planned(shop, order, mia, "piece", "piece", "piece")

        assert steps == [True, False, False, True]

    async def test_stays_as_the_merchant_chose_it(self, shop, order, mia):
        off = await self.planned(shop, order, mia, "switch", "piece", "piece", "piece")
        on = await self.planned(shop, order, mia, "piece", "switch", "piece", "piece")

        assert off == [True, False, False, False, False]
        assert on == [True, False, True, True, True]


class TestPlan:
    async def test_begins_with_everything_and_takes_pieces_away(self, shop, order, mia):
        line = order.lines[0].id
        async with shop.ask(RefundPlanning) as planning:
            _, plan = await planning.begin(order.id, mia.id)
            assert plan.quantities == {str(line): 3}
            for expected in (2, 1, 0, 3, 2):
                _, plan = await planning.step(order.id, mia.id, line)
                assert plan.quantities == {str(line): expected}

        async with shop.ask(RefundPlanning) as planning:
            after = await planning.carry_out(order.id, mia.id, nth=0)

        assert after.refunded == Money.of("90.00", EUR)

    async def test_carried_out_twice_is_one_refund(self, shop, order, mia):
        async with shop.ask(RefundPlanning) as planning:
            await planning.begin(order.id, mia.id)
        for _ in range(2):
            async with shop.ask(RefundPlanning) as planning:
                await planning.carry_out(order.id, mia.id, nth=0)

        after = await shop.order(order.id)
        assert after.status is OrderStatus.REFUNDED
        assert len(after.refunds) == 1


async def test_stars_go_back_only_as_a_whole(shop, mia):
    seller = await shop.merchant(owner=mia.id)
    facts: dict[str, Any] = {"of": seller, "kind": "digital", "price": "50 XTR", "unlimited": True}
    songs = [await shop.product(title, **facts) for title in ("Song", "Refrain")]
    ana = await shop.buyer(ANA)
    async with shop.ask(CartService) as carts:
        for song in songs:
            await carts.add(ana, song.variants[0].id)
    async with shop.ask(BuyingService) as buying:
        to_pay = await buying.reserve_cart(ana)
    await shop.checks(to_pay)
    await shop.charged(to_pay)
    order = await shop.order(to_pay.order.id)

    with pytest.raises(OnlyWholeRefunds):
        await refunds(shop, order, 1)
    whole = Returned(lines={line.id: 1 for line in order.lines}, with_shipping=False, restock=True)
    async with shop.ask(RefundingService) as refunding:
        after = await refunding.refund(order.id, whole, by=mia.id, nth=0)

    assert after.status is OrderStatus.REFUNDED
