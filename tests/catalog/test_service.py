"""What a merchant's people may do with products, and nobody else."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import (
    BadPrice,
    CurrencyNotTaken,
    NotDigital,
    NotYourProduct,
    ProductGone,
    StockPromised,
    TextMissing,
    TextTooLong,
    TooManyPictures,
)
from bot.catalog.events import ProductArchived, ProductChanged
from bot.catalog.models import StoredPicture
from bot.catalog.service import MAX_PICTURES, CatalogService
from bot.catalog.stock import StockService
from bot.people.models import PersonId
from tests.catalog import make
from tests.fakes import NOON, RecordedEvents

GRETA, MALLORY = PersonId(7), PersonId(8)


@pytest.fixture
async def shop(session: AsyncSession):
    return await make.merchant(session, owner=GRETA)


@pytest.fixture
async def shoe(session: AsyncSession, shop):
    return await make.product(session, of=shop)


async def test_a_new_product_is_on_sale_with_its_stock(service: CatalogService, shop, events):
    made = await service.create(
        shop.id, " Red\u202e  Mug ", by=GRETA, price=make.money("12.50 EUR"), stock=3
    )

    assert (made.title("en"), made.handle, made.variants[0].left) == ("Red Mug", "red-mug", 3)
    assert ProductChanged(product_id=made.id, merchant_id=shop.id) in events.published
    again = await service.create(
        shop.id, "Red Mug", by=GRETA, price=make.money("12.50 EUR"), stock=0
    )
    assert again.handle == "red-mug-2"


async def test_nobody_else_changes_anything(service: CatalogService, shop, shoe):
    price = make.money("1.00 EUR")
    picture = StoredPicture(sha256="a", file="a.jpg", source="b")
    for forged in (
        service.create(shop.id, "Mug", by=MALLORY, price=price, stock=1),
        service.retitle(shoe.id, "Mine", by=MALLORY, language="en"),
        service.describe(shoe.id, "Mine", by=MALLORY, language="en"),
        service.change_price(shoe.id, price, by=MALLORY),
        service.change_stock(shoe.id, shoe.variants[0].id, 0, by=MALLORY),
        service.archive(shoe.id, by=MALLORY),
        service.restore(shoe.id, by=MALLORY),
        service.add_picture(shoe.id, picture, by=MALLORY),
        service.hand_out_text(shoe.id, "Mine", by=MALLORY),
    ):
        with pytest.raises(NotYourProduct):
            await forged


async def test_another_products_variant_is_refused(service: CatalogService, session, shop, shoe):
    other = await make.product(session, "Sock", of=await make.merchant(session))

    with pytest.raises(NotYourProduct):
        await service.change_stock(shoe.id, other.variants[0].id, 0, by=GRETA)


async def test_a_title_is_of_one_language_and_has_an_end(service: CatalogService, shoe):
    await service.retitle(shoe.id, "Roter Schuh", by=GRETA, language="de")

    assert (shoe.title("de"), shoe.title("en")) == ("Roter Schuh", "Red Sneaker")
    with pytest.raises(TextMissing):
        await service.retitle(shoe.id, " \u200b\n ", by=GRETA, language="de")
    with pytest.raises(TextTooLong):
        await service.retitle(shoe.id, "x" * 151, by=GRETA, language="de")


async def test_prices_are_checked(service: CatalogService, shoe):
    await service.change_price(shoe.id, make.money("40.00 EUR"), by=GRETA)

    assert shoe.variants[0].price(make.money("1 EUR").currency) == make.money("40.00 EUR")
    with pytest.raises(BadPrice):
        await service.change_price(shoe.id, make.money("0 EUR"), by=GRETA)
    with pytest.raises(CurrencyNotTaken):
        await service.change_price(shoe.id, make.money("40 USD"), by=GRETA)


async def test_what_buyers_hold_is_not_counted_away(
    service: CatalogService, stock: StockService, shoe
):
    variant = shoe.variants[0]
    await stock.reserve({variant.id: 4}, key="k", until=NOON.replace(hour=13))

    with pytest.raises(StockPromised):
        await service.change_stock(shoe.id, variant.id, 3, by=GRETA)
    await service.change_stock(shoe.id, variant.id, 4, by=GRETA)
    assert variant.left == 0


async def test_archived_is_gone_until_it_is_back(
    service: CatalogService, shoe, events: RecordedEvents
):
    await service.archive(shoe.id, by=GRETA)
    await service.archive(shoe.id, by=GRETA)
    with pytest.raises(ProductGone):
        await service.get_for_sale(shoe.id)

    await service.restore(shoe.id, by=GRETA)

    assert (await service.get_for_sale(shoe.id)).id == shoe.id
    told = [one for one in events.published if isinstance(one, ProductArchived)]
    assert len(told) == 1


async def test_a_closed_shop_sells_nothing(service: CatalogService, shop, shoe):
    shop.closed_at = NOON

    with pytest.raises(ProductGone):
        await service.get_for_sale(shoe.id)
    with pytest.raises(ProductGone):
        await service.get_variant_for_sale(shoe.variants[0].id)


async def test_the_same_picture_hangs_once_and_ten_are_enough(service: CatalogService, shoe):
    for number in (0, *range(MAX_PICTURES)):
        picture = StoredPicture(sha256=f"{number}", file=f"{number}.jpg", source=f"s{number}")
        await service.add_picture(shoe.id, picture, by=GRETA)

    assert [one.position for one in shoe.pictures] == list(range(MAX_PICTURES))
    extra = StoredPicture(sha256="x", file="x.jpg", source="x")
    with pytest.raises(TooManyPictures):
        await service.add_picture(shoe.id, extra, by=GRETA)


async def test_a_shoe_is_no_download(service: CatalogService, shoe):
    with pytest.raises(NotDigital):
        await service.hand_out_text(shoe.id, "https://example.org", by=GRETA)
