import pytest

from bot.catalog.models import Product
from bot.catalog.service import CatalogService
from bot.kit.money import Currency, Money
from bot.orders.buying import BuyingService
from bot.orders.cart import CartService
from bot.orders.errors import CartEmpty, CartTotalChanged, NotMixed, OtherMerchantsCart
from bot.orders.models import Order, OrderStatus
from bot.people.models import Person
from tests.shop import ANA, BEN, Shop


@pytest.fixture
async def ana(shop):
    return await shop.buyer(ANA)


@pytest.fixture
async def mia(shop):
    return await shop.buyer(BEN)


@pytest.fixture
async def merchant(shop, mia):
    return await shop.merchant(owner=mia.id)


async def puts(
    shop: Shop, buyer: Person, product: Product, quantity: int = 1, *, start_over: bool = False
) -> Order:
    async with shop.ask(CartService) as carts:
        return await carts.add(buyer, product.variants[0].id, quantity, start_over=start_over)


async def test_several_products_are_paid_at_once(shop, ana, merchant):
    shoe = await shop.product("Shoe", of=merchant, price="45.00 EUR", stock=5)
    sock = await shop.product("Sock", of=merchant, price="5.50 EUR", stock=5)
    await puts(shop, ana, shoe)
    await puts(shop, ana, sock, 2)
    await puts(shop, ana, sock)

    async with shop.ask(BuyingService) as buying:
        to_pay = await buying.reserve_cart(ana)
    await shop.checks(to_pay)
    await shop.charged(to_pay)

    order = await shop.order(to_pay.order.id)
    assert order.status is OrderStatus.PAID
    assert order.total == Money.of("61.50", Currency.EUR)
    assert (await shop.left(shoe), await shop.left(sock)) == (4, 2)
    with pytest.raises(CartEmpty):
        async with shop.ask(BuyingService) as buying:
            await buying.reserve_cart(ana)


async def test_holds_goods_of_one_merchant(shop, ana, merchant):
    shoe = await shop.product("Shoe", of=merchant)
    pan = await shop.product("Pan", of=await shop.merchant("Kupferberg"))
    await puts(shop, ana, shoe)

    with pytest.raises(OtherMerchantsCart) as told:
        await puts(shop, ana, pan)
    cart = await puts(shop, ana, pan, start_over=True)

    assert told.value.facts == {"theirs": "Lindenfaden", "ours": "Kupferberg"}
    assert [line.title for line in cart.lines] == ["Pan"]


async def test_does_not_mix_parcels_and_downloads(shop, ana, merchant):
    await puts(shop, ana, await shop.product("Shoe", of=merchant))
    song = await shop.product("Song", of=merchant, kind="digital", price="5 XTR", unlimited=True)

    with pytest.raises(NotMixed):
        await puts(shop, ana, song)


async def test_shows_todays_prices_and_leaves_out_what_is_gone(shop, ana, mia, merchant):
    shoe = await shop.product("Shoe", of=merchant, price="45.00 EUR")
    sock = await shop.product("Sock", of=merchant, price="5.00 EUR")
    await puts(shop, ana, shoe)
    await puts(shop, ana, sock)
    async with shop.ask(CatalogService) as catalog:
        await catalog.change_price(shoe.id, Money.of("40.00", Currency.EUR), by=mia.id)
        await catalog.archive(sock.id, by=mia.id)

    async with shop.ask(CartService) as carts:
        first = await carts.open(ana)
    async with shop.ask(CartService) as carts:
        second = await carts.open(ana)

    assert (first.changed, second.changed) == (True, False)
    assert [(line.title, line.price.minor) for line in second.order.lines] == [("Shoe", 4000)]


async def test_refuses_a_total_other_than_the_one_shown(shop, ana, mia, merchant):
    shoe = await shop.product("Shoe", of=merchant, price="45.00 EUR", stock=1)
    await puts(shop, ana, shoe)
    async with shop.ask(CatalogService) as catalog:
        await catalog.change_price(shoe.id, Money.of("47.00", Currency.EUR), by=mia.id)

    with pytest.raises(CartTotalChanged):
        async with shop.ask(BuyingService) as buying:
            await buying.reserve_cart(ana, seen=4500)

    assert await shop.left(shoe) == 1


async def test_nought_takes_a_line_out(shop, ana, merchant):
    shoe = await shop.product("Shoe", of=merchant)
    await puts(shop, ana, shoe, 2)

    with pytest.raises(CartEmpty):
        async with shop.ask(CartService) as carts:
            await carts.change(ana, shoe.variants[0].id, 0)
