from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from bot.catalog.errors import MerchantUnknown, ProductGone, VariantGone
from bot.catalog.models import (
    Merchant,
    MerchantId,
    MerchantStaff,
    Picture,
    Product,
    ProductId,
    ProductQuestion,
    ProductStatus,
    Review,
    ShippingOption,
    ShippingOptionId,
    Variant,
    VariantId,
)
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Rating:
    average: Decimal
    count: int


class CatalogRepository:
    """Every SELECT about products. A product comes with merchant, variants, prices, pictures."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, product_id: ProductId) -> Product:
        """Raises ProductGone. Archived products are found too, because orders name them."""
        product = await self.find(product_id)
        if product is None:
            raise ProductGone
        return product

    async def find(self, product_id: ProductId) -> Product | None:
        return await self._session.scalar(_whole(Product.id == product_id))

    async def get_many(self, product_ids: Sequence[ProductId]) -> list[Product]:
        """Load several in the order asked for; those that do not exist are left out."""
        rows = await self._session.scalars(_whole(Product.id.in_(product_ids)))
        found = {product.id: product for product in rows}
        return [found[number] for number in product_ids if number in found]

    async def find_by_handle(self, merchant_id: MerchantId, handle: str) -> Product | None:
        own = (Product.merchant_id == merchant_id) & (Product.handle == handle)
        return await self._session.scalar(_whole(own))

    async def by_handles(self, merchant_id: MerchantId, handles: Collection[str]) -> list[Product]:
        own = (Product.merchant_id == merchant_id) & Product.handle.in_(handles)
        return list(await self._session.scalars(_whole(own)))

    async def get_variant(self, variant_id: VariantId) -> Variant:
        """Load a variant with its prices and its whole product. Raises VariantGone."""
        variant = await self._session.scalar(
            sa.select(Variant)
            .where(Variant.id == variant_id)
            .options(
                joinedload(Variant.product).options(*WHOLE_PRODUCT), selectinload(Variant.prices)
            )
        )
        if variant is None:
            raise VariantGone
        return variant

    async def page(
        self,
        merchant_id: MerchantId,
        *,
        statuses: Collection[ProductStatus] = (ProductStatus.ACTIVE,),
        limit: int = 10,
        offset: int = 0,
    ) -> list[Product]:
        """Read a merchant's products, the newest first."""
        query = _whole(_shelf(merchant_id, statuses)).order_by(Product.id.desc())
        return list(await self._session.scalars(query.limit(limit).offset(offset)))

    async def count(
        self,
        merchant_id: MerchantId,
        *,
        statuses: Collection[ProductStatus] = (ProductStatus.ACTIVE,),
    ) -> int:
        query = sa.select(sa.func.count(Product.id)).where(_shelf(merchant_id, statuses))
        return await self._session.scalar(query) or 0

    async def walk(self, merchant_id: MerchantId, after: int, limit: int) -> list[Product]:
        """Read all of a merchant's products in batches, by id."""
        rest = (Product.merchant_id == merchant_id) & (Product.id > after)
        return list(await self._session.scalars(_whole(rest).order_by(Product.id).limit(limit)))

    async def count_missing_pictures(self, merchant_id: MerchantId) -> int:
        """Count the pictures that could not be had from their addresses."""
        query = sa.select(sa.func.count(Picture.id)).where(_missing_pictures(merchant_id))
        return await self._session.scalar(query) or 0

    async def await_pictures_again(self, merchant_id: MerchantId, at: datetime) -> int:
        done = await self._session.execute(
            sa.update(Picture)
            .where(_missing_pictures(merchant_id))
            .values(fetch_at=at, fetch_tries=0, trouble=None)
            .returning(Picture.id)
            .execution_options(synchronize_session=False)
        )
        return len(done.all())

    async def reviews(self, product_id: ProductId, limit: int = 50) -> list[Review]:
        rows = await self._session.scalars(
            sa.select(Review)
            .where(Review.product_id == product_id)
            .order_by(Review.written_on.desc(), Review.id)
            .limit(limit)
        )
        return list(rows)

    async def questions(self, product_id: ProductId, limit: int = 50) -> list[ProductQuestion]:
        rows = await self._session.scalars(
            sa.select(ProductQuestion)
            .where(ProductQuestion.product_id == product_id)
            .order_by(ProductQuestion.id)
            .limit(limit)
        )
        return list(rows)

    async def rating(self, product_id: ProductId) -> Rating | None:
        rows = await self._session.execute(
            sa.select(sa.func.count(Review.id), sa.func.sum(Review.rating)).where(
                Review.product_id == product_id
            )
        )
        count, total = rows.one()
        return Rating(Decimal(total) / count, count) if count else None

    async def picture_by_content(self, product_id: ProductId, sha256: str) -> Picture | None:
        return await self._session.scalar(
            sa.select(Picture).where(Picture.product_id == product_id, Picture.sha256 == sha256)
        )

    async def add(self, product: Product) -> None:
        self._session.add(product)
        await self._session.flush()

    async def flush(self) -> None:
        await self._session.flush()


class MerchantRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, merchant_id: MerchantId) -> Merchant:
        """Load a merchant with the shipping options. Raises MerchantUnknown."""
        merchant = await self._session.scalar(_shop(Merchant.id == merchant_id))
        if merchant is None:
            raise MerchantUnknown
        return merchant

    async def lock(self, merchant_id: MerchantId) -> None:
        """Let one transaction at a time put things on a shelf; others may still point to it."""
        await self._session.execute(
            sa.select(Merchant.id).where(Merchant.id == merchant_id).with_for_update(key_share=True)
        )

    async def find_by_handle(self, handle: str) -> Merchant | None:
        return await self._session.scalar(_shop(Merchant.handle == handle))

    async def all(self) -> list[Merchant]:
        return list(await self._session.scalars(_shop(sa.true()).order_by(Merchant.id)))

    async def of_person(self, person_id: PersonId) -> list[Merchant]:
        """Tell for which merchants somebody may act, as owner or as staff."""
        theirs = sa.select(MerchantStaff.merchant_id).where(MerchantStaff.person_id == person_id)
        rows = await self._session.scalars(_shop(Merchant.id.in_(theirs)).order_by(Merchant.id))
        return list(rows)

    async def is_staff(self, merchant_id: MerchantId, person_id: PersonId) -> bool:
        return await self.membership(merchant_id, person_id) is not None

    async def membership(
        self, merchant_id: MerchantId, person_id: PersonId
    ) -> MerchantStaff | None:
        return await self._session.scalar(
            sa.select(MerchantStaff).where(
                MerchantStaff.merchant_id == merchant_id, MerchantStaff.person_id == person_id
            )
        )

    async def staff(self, merchant_id: MerchantId) -> list[MerchantStaff]:
        rows = await self._session.scalars(
            sa.select(MerchantStaff)
            .where(MerchantStaff.merchant_id == merchant_id)
            .order_by(MerchantStaff.id)
        )
        return list(rows)

    async def shipping_option(self, option_id: ShippingOptionId) -> ShippingOption | None:
        return await self._session.get(ShippingOption, option_id)


def _whole(condition: sa.ColumnElement[bool]) -> sa.Select[Product]:
    return sa.select(Product).where(condition).options(*WHOLE_PRODUCT)


def _shop(condition: sa.ColumnElement[bool]) -> sa.Select[Merchant]:
    return sa.select(Merchant).where(condition).options(selectinload(Merchant.shipping))


def _shelf(merchant_id: MerchantId, statuses: Collection[ProductStatus]) -> sa.ColumnElement[bool]:
    return (Product.merchant_id == merchant_id) & Product.status.in_(statuses)


WHOLE_PRODUCT: tuple[_AbstractLoad, ...] = (
    joinedload(Product.merchant),
    selectinload(Product.variants).selectinload(Variant.prices),
    selectinload(Product.pictures),
)


def _missing_pictures(merchant_id: MerchantId) -> sa.ColumnElement[bool]:
    theirs = sa.select(Product.id).where(Product.merchant_id == merchant_id)
    return Picture.trouble.is_not(None) & Picture.product_id.in_(theirs)
