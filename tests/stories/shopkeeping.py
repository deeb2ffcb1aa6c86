"""Opening a shop in the town, so that a story begins with goods on the shelf."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.events import ProductChanged
from bot.catalog.models import Merchant, Product, ShippingOption
from bot.catalog.repository import CatalogRepository
from bot.kit.events import Events
from bot.kit.money import Currency, Money
from bot.payments.ledger import Ledger
from bot.payments.models import AccountKind
from bot.payments.reconciling import Difference, Direction, Movement, Reconciliation
from tests.catalog import make
from tests.stories.town import Person, Town


async def opens_shop(
    town: Town, owner: Person, name: str = "Lindenfaden", *, currencies: tuple[str, ...] = ("EUR",)
) -> Merchant:
    """A merchant whose parcels travel within Germany for 4.90 EUR."""
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        merchant = await make.merchant(session, name, owner=owner.id, currencies=currencies)
        session.add(
            ShippingOption(
                merchant_id=merchant.id,
                code="parcel",
                names={"en": "Parcel", "de": "Paket", "zh": "包裹"},
                prices={"EUR": 490},
                countries=["DE"],
            )
        )
        await session.commit()
        return merchant


async def puts_on_shelf(town: Town, merchant: Merchant, title: str, **facts: Any) -> Product:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        of = await session.merge(merchant)
        product = await make.product(session, title, of=of, **facts)
        events = await scope.get(Events)
        await events.publish(ProductChanged(product_id=product.id, merchant_id=merchant.id))
        await session.commit()
        return product


async def left(town: Town, product: Product) -> list[int | None]:
    async with town.container() as scope:
        catalog = await scope.get(CatalogRepository)
        return [variant.left for variant in (await catalog.get(product.id)).variants]


async def books(town: Town) -> dict[AccountKind, int]:
    """What the ledger says, by kind of account; it is checked on the way."""
    async with town.container() as scope:
        ledger = await scope.get(Ledger)
        await ledger.check()
        sums: dict[AccountKind, int] = {}
        for (account, _), money in (await ledger.balances()).items():
            sums[account.kind] = sums.get(account.kind, 0) + money.minor
    return sums


async def before_fees(town: Town) -> dict[AccountKind, int]:
    """The same as if gateways kept nothing for themselves: when they tell of it varies."""
    sums = await books(town)
    fees = sums.pop(AccountKind.GATEWAY_FEES, 0)
    if fees:
        sums[AccountKind.GATEWAY_CLEARING] += fees
    return sums


async def differences(town: Town) -> list[Difference]:
    """Hold our books against the sandbox's own audit of every charge and refund."""
    listed = [
        Movement(Direction(one.kind), one.charge, Money(one.amount, Currency(one.currency)))
        for one in town.sandbox.payments.audit.entries()
    ]
    async with town.container() as scope:
        return await (await scope.get(Reconciliation)).compare(listed)
