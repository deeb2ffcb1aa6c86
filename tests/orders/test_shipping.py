import pytest

from bot.orders.errors import (
    BadTrackingNumber,
    CannotShip,
    NoTrackingNumber,
    TooManyParcels,
    UnknownOrder,
)
from bot.orders.events import OrderDelivered, OrderShipped
from bot.orders.models import Order, OrderStatus
from bot.orders.shipping import ShippingService, tracking_numbers
from bot.people.models import PersonId
from tests.shop import ANA, BEN, Shop


@pytest.fixture
async def order(shop):
    mia = await shop.buyer(BEN)
    shoe = await shop.product(of=await shop.merchant(owner=mia.id))
    return await shop.bought(await shop.buyer(ANA), shoe)


async def ships(shop: Shop, order: Order, *numbers: str, by: int = BEN) -> Order:
    async with shop.ask(ShippingService) as shipping:
        return await shipping.ship(order.id, numbers, by=PersonId(by))


async def test_several_parcels_are_told_once_each(shop, order):
    await ships(shop, order, "RR1", "RR2")
    await ships(shop, order, "RR1", "RR2")
    after = await ships(shop, order, "RR2", "RR3")

    assert after.status is OrderStatus.SHIPPED
    assert [sent.tracking_numbers for sent in after.shipments] == [["RR1", "RR2"], ["RR3"]]
    assert len(shop.told.of(OrderShipped)) == 2


async def test_without_a_number_twice_is_told_once(shop, order):
    await ships(shop, order)
    await ships(shop, order)

    assert len(shop.told.of(OrderShipped)) == 1


async def test_is_for_the_merchants_people_alone(shop, order):
    with pytest.raises(UnknownOrder):
        await ships(shop, order, "RR1", by=ANA)


@pytest.mark.parametrize("who", [ANA, BEN])
async def test_the_buyer_or_the_merchant_says_that_it_arrived(shop, order, who):
    await ships(shop, order)

    for _ in range(2):
        async with shop.ask(ShippingService) as shipping:
            await shipping.deliver(order.id, by=who)

    assert (await shop.order(order.id)).status is OrderStatus.DELIVERED
    assert len(shop.told.of(OrderDelivered)) == 1


async def test_what_was_not_sent_has_not_arrived(shop, order):
    with pytest.raises(CannotShip):
        async with shop.ask(ShippingService) as shipping:
            await shipping.deliver(order.id, by=ANA)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("RR123456789DE", ["RR123456789DE"]),
        (
            "rr1 234, 00340434161094042557\n\n 1Z-999-AA1 ",
            ["RR1 234", "00340434161094042557", "1Z-999-AA1"],
        ),
    ],
)
def test_reads_tracking_numbers(typed, numbers):
    assert tracking_numbers(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", NoTrackingNumber),
        (" ,\n", NoTrackingNumber),
        ("ok!", BadTrackingNumber),
        ("x" * 61, BadTrackingNumber),
        ("<b>RR123</b>", BadTrackingNumber),
        ("\n".join(f"RR{n:04}" for n in range(21)), TooManyParcels),
    ],
)
def test_refuses_what_is_no_tracking_number(typed, error):
    with pytest.raises(error):
        tracking_numbers(typed)
