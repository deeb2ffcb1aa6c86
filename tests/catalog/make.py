"""Merchants and products, with only the facts a test is about."""

from itertools import count

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import (
    Merchant,
    MerchantStaff,
    Product,
    ProductStatus,
    StaffRole,
    Variant,
    VariantPrice,
)
from bot.catalog.stock import MovementReason, StockMovement
from bot.kit.money import Currency, Money
from bot.people.models import PersonId
from tests.fakes import NOON

_numbers = count(1)


async def merchant(
    session: AsyncSession,
    name: str = "Lindenfaden",
    *,
    currencies: tuple[str, ...] = ("EUR",),
    owner: int | None = None,
) -> Merchant:
    made = Merchant(
        handle=f"merchant-{next(_numbers)}", name=name, currencies=list(currencies), about_texts={}
    )
    session.add(made)
    await session.flush()
    if owner is not None:
        session.add(
            MerchantStaff(merchant_id=made.id, person_id=PersonId(owner), role=StaffRole.OWNER)
        )
        await session.flush()
    return made


async def product(
    session: AsyncSession,
    title: str = "Red Sneaker",
    *,
    of: Merchant | None = None,
    price: str = "45.00 EUR",
    compare_at: str | None = None,
    stock: int = 10,
    sizes: tuple[str, ...] = (),
    status: ProductStatus = ProductStatus.ACTIVE,
    unlimited: bool = False,
    **facts: object,
) -> Product:
    """Make a product with one variant, or one of each size; all loaded."""
    seller = of or await merchant(session)
    variants = [
        Variant(
            merchant_id=seller.id,
            option_values={"size": size} if size else {},
            position=position,
            on_hand=stock,
            unlimited=unlimited,
            prices=[price_row(price, compare_at)],
        )
        for position, size in enumerate(sizes or ("",))
    ]
    fields: dict[str, object] = {
        "handle": f"product-{next(_numbers)}",
        "titles": {"en": title},
        "options": ["size"] if sizes else [],
        "pictures": [],
        "descriptions": {},
    }
    if facts.get("kind") == "digital":
        fields["download_text"] = f"https://example.org/{title}"
    made = Product(
        merchant=seller,
        status=status,
        variants=variants,
        changed_at=NOON,
        **(fields | facts),
    )
    session.add(made)
    await session.flush()
    session.add_all(
        StockMovement(variant_id=v.id, quantity=stock, reason=MovementReason.RECEIVED, at=NOON)
        for v in variants
        if stock
    )
    await session.flush()
    return made


def money(text: str) -> Money:
    amount, currency = text.split()
    return Money.of(amount, Currency(currency))


def price_row(text: str, compare_at: str | None = None) -> VariantPrice:
    price = money(text)
    return VariantPrice(
        currency=price.currency,
        minor=price.minor,
        compare_at_minor=money(compare_at).minor if compare_at else None,
    )
