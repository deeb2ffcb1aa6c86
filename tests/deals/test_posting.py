"""What is asked again at the moment of posting, of a group-buy, a bargain and a sale day alike."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from dishka import Provider, Scope
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import ProductGone
from bot.catalog.models import Merchant, Product, ProductKind, ProductStatus
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.repository import BargainRepository
from bot.deals.errors import (
    GroupLeft,
    NoGroupChosen,
    NotSoldThere,
    OneDownloadEach,
    PaidOtherwise,
)
from bot.deals.models import DealKind
from bot.deals.offering.offers import Bench, Offers
from bot.deals.opening import OpeningService
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.sale_days.repository import SaleDayRepository
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.payments.accounts import GatewayAccountService, Keys
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import PayeeId
from bot.payments.settings import PaymentSettings
from tests.catalog.make import price_row
from tests.deals.shop import OWNER, DealShop

SERVICES = (
    BargainEnding,
    BargainOffers,
    BargainRepository,
    Bench,
    SaleDayEnding,
    SaleDayOffers,
    SaleDayRepository,
)


class WholeShop(DealShop):
    """Everything that can be sold together. The house takes no money itself."""

    settings = PaymentSettings()

    async def connects(self, merchant: Merchant) -> None:
        async with self.ask(GatewayAccountService) as accounts:
            await accounts.connect(PayeeId(merchant.id), Keys("own:TEST:1", ""))

    async def disconnects(self, merchant: Merchant) -> None:
        async with self.ask(GatewayAccountService) as accounts:
            await accounts.disconnect(PayeeId(merchant.id))

    async def lets_nobody_sell_in(self, group: Group) -> None:
        async with self.ask(AsyncSession) as session:
            (await session.get_one(Group, group.id)).sells_everything = False


@dataclass(frozen=True, slots=True)
class Maker:
    """One way to sell together, drafted with its usual terms."""

    service: type[Any]
    draft: Callable[[Any, Product], Awaitable[Any]]


def _offered(service: type[Offers[Any, Any, Any]]) -> Maker:
    return Maker(service, lambda offers, product: offers.draft(product.id, by=OWNER))


MAKERS = {
    "group-buy": Maker(
        OpeningService,
        lambda opening, product: opening.sketch(product.id, DealKind.GOAL, by=OWNER),
    ),
    "bargain": _offered(BargainOffers),
    "sale day": _offered(SaleDayOffers),
}


@pytest.fixture
async def shop(sessions, engine, clock) -> AsyncIterator[WholeShop]:
    more = Provider(scope=Scope.REQUEST)
    for service in SERVICES:
        more.provide(service)
    shop = WholeShop(sessions, engine, clock, more)
    yield shop
    await shop.close()


@pytest.fixture
async def merchant(shop: WholeShop) -> Merchant:
    await shop.buyer(OWNER)
    merchant = await shop.merchant(owner=OWNER)
    await shop.connects(merchant)
    return merchant


@pytest.fixture
async def shoe(shop: WholeShop, merchant: Merchant) -> Product:
    return await shop.product(of=merchant, price="45.00 EUR", stock=5)


@pytest.fixture(params=list(MAKERS.values()), ids=list(MAKERS))
def maker(request: pytest.FixtureRequest) -> Maker:
    made: Maker = request.param
    return made


async def _drafted(shop: WholeShop, maker: Maker, product: Product, *groups: Group) -> int:
    async with shop.ask(maker.service) as made:
        number: int = (await maker.draft(made, product)).id
        for group in groups:
            await made.toggle(number, group.id, by=OWNER)
    return number


async def _posted(shop: WholeShop, maker: Maker, number: int) -> bool:
    async with shop.ask(maker.service) as made:
        return (await made.open(number, by=OWNER)).opened_at is not None


async def _chosen(shop: WholeShop, maker: Maker, number: int) -> list[GroupId]:
    """The groups on the draft's panel."""
    async with shop.ask(maker.service) as made:
        own = await made.own_draft(number, by=OWNER)
        return [group.id for group in await made.places(own)]


async def test_a_draft_that_still_fits_is_posted(shop, maker, shoe):
    number = await _drafted(shop, maker, shoe, await shop.group())

    assert await _posted(shop, maker, number)


async def test_a_draft_for_no_group_stays_one(shop, maker, shoe):
    number = await _drafted(shop, maker, shoe)

    with pytest.raises(NoGroupChosen):
        await _posted(shop, maker, number)


class TestWhereItMayNotBeSoldAnyMore:
    async def test_nothing_is_posted_and_the_group_is_named(self, shop, maker, shoe):
        here, there = await shop.group(), await shop.group("Quarry Lane", -200)
        number = await _drafted(shop, maker, shoe, here, there)
        await shop.lets_nobody_sell_in(there)

        with pytest.raises(NotSoldThere) as refused:
            await _posted(shop, maker, number)

        assert refused.value.facts == {"merchant": "Lindenfaden", "title": "Quarry Lane"}

    async def test_it_can_be_left_out_then(self, shop, maker, shoe):
        here, there = await shop.group(), await shop.group("Quarry Lane", -200)
        number = await _drafted(shop, maker, shoe, here, there)
        await shop.lets_nobody_sell_in(there)
        assert await _chosen(shop, maker, number) == [here.id, there.id]

        async with shop.ask(maker.service) as made:
            await made.toggle(number, there.id, by=OWNER)

        assert await _chosen(shop, maker, number) == [here.id]
        assert await _posted(shop, maker, number)

    async def test_it_cannot_be_chosen(self, shop, maker, shoe):
        here, there = await shop.group(), await shop.group("Quarry Lane", -200)
        await shop.lets_nobody_sell_in(there)

        with pytest.raises(NotSoldThere):
            await _drafted(shop, maker, shoe, here, there)

    async def test_nor_where_the_bot_is_gone(self, shop, maker, shoe):
        here, there = await shop.group(), await shop.group("Quarry Lane", -200)
        number = await _drafted(shop, maker, shoe, here, there)
        async with shop.ask(GroupService) as groups:
            await groups.leave(there.chat_id)

        with pytest.raises(GroupLeft):
            await _posted(shop, maker, number)


class TestWhatCannotBePaid:
    async def test_is_not_posted_without_a_gateway(self, shop, maker, shoe, merchant):
        number = await _drafted(shop, maker, shoe, await shop.group())
        await shop.disconnects(merchant)

        with pytest.raises(NoGatewayAccount):
            await _posted(shop, maker, number)

        await shop.connects(merchant)
        assert await _posted(shop, maker, number)

    async def test_is_not_changed_without_a_gateway_either(self, shop, maker, shoe, merchant):
        number = await _drafted(shop, maker, shoe, await shop.group())
        await shop.disconnects(merchant)

        async with shop.ask(maker.service) as made:
            with pytest.raises(NoGatewayAccount):
                await made.change(number, by=OWNER)

    async def test_downloads_need_no_gateway(self, shop, maker, merchant):
        await shop.disconnects(merchant)
        song = await shop.product("Song", of=merchant, price="50 XTR", kind="digital")
        number = await _drafted(shop, maker, song, await shop.group())

        assert await _posted(shop, maker, number)

    @pytest.mark.parametrize(
        ("before", "then"),
        [
            (ProductKind.PHYSICAL, ProductKind.DIGITAL),
            (ProductKind.DIGITAL, ProductKind.PHYSICAL),
        ],
    )
    async def test_is_not_posted_for_the_wrong_kind_of_money(
        self, shop, maker, merchant, before, then
    ):
        """It has both prices, so that only the kind of goods stands against it."""
        product = await shop.product(of=merchant, price="45.00 EUR", kind=before)
        async with shop.ask(AsyncSession) as session:
            stars = price_row("450 XTR")
            stars.variant_id = product.variants[0].id
            session.add(stars)
        number = await _drafted(shop, maker, product, await shop.group())
        await _becomes(shop, product, kind=then, download_text="https://example.org/it")

        with pytest.raises(PaidOtherwise):
            await _posted(shop, maker, number)


async def test_what_left_the_shelf_is_not_posted(shop, maker, shoe):
    number = await _drafted(shop, maker, shoe, await shop.group())
    await _becomes(shop, shoe, status=ProductStatus.ARCHIVED)

    with pytest.raises(ProductGone):
        await _posted(shop, maker, number)


async def _becomes(shop: WholeShop, product: Product, **facts: object) -> None:
    async with shop.ask(AsyncSession) as session:
        known = await session.get_one(Product, product.id)
        for name, fact in facts.items():
            setattr(known, name, fact)


@pytest.mark.parametrize("name", ["group-buy", "sale day"])
async def test_a_download_is_one_piece_for_each(shop, merchant, name):
    """An order has one piece of it, so a seat of two would be counted twice and paid once."""
    maker = MAKERS[name]
    song = await shop.product("Song", of=merchant, price="50 XTR", kind="digital")
    number = await _drafted(shop, maker, song, await shop.group())

    async with shop.ask(maker.service) as made:
        with pytest.raises(OneDownloadEach):
            await made.change(number, by=OWNER, per_person=2)

    assert await _posted(shop, maker, number)
