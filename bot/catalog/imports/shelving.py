"""Puts drafts on the shelf, or only tells what would happen. Run twice, nothing doubles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.events import ProductsImported
from bot.catalog.imports.comparing import (
    ProductPlan,
    merged,
    new_fields,
    plan_product,
)
from bot.catalog.imports.drafts import ProductDraft, Remark
from bot.catalog.imports.extras import Extras, Folder
from bot.catalog.imports.rows import first_stock, new_variant, price_rows, reprice, variant_row
from bot.catalog.models import (
    Merchant,
    Product,
    ProductId,
    Variant,
    VariantId,
    VariantPrice,
)
from bot.catalog.repository import CatalogRepository
from bot.catalog.stock import MovementReason, StockMovement, StockService
from bot.kit.clock import Clock
from bot.kit.events import Events


@dataclass(slots=True)
class Placed:
    """What happened, or would: counts of products, and of variants as ``variants-new`` ..."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)
    touched: list[ProductId] = field(default_factory=list)  # whoever placed them has to tell
    holds: bool = False  # variants that buyers may want are locked until the commit

    def add(self, other: "Placed") -> None:
        self.counts.update(other.counts)
        self.remarks += other.remarks
        self.touched += other.touched
        self.holds |= other.holds


@dataclass(frozen=True, slots=True)
class _Change:
    product: Product
    draft: ProductDraft
    plan: ProductPlan

    @property
    def variant_ids(self) -> set[VariantId]:
        """The variants whose rows will be written."""
        return {
            one.variant.id
            for one in self.plan.variants
            if one.variant is not None and (one.fields or one.stock is not None)
        }

    @property
    def counts(self) -> dict[VariantId, int]:
        return {
            one.variant.id: one.stock
            for one in self.plan.variants
            if one.variant is not None and one.stock is not None
        }


class Shelving:
    def __init__(
        self,
        session: AsyncSession,
        stock: StockService,
        extras: Extras,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._catalog = CatalogRepository(session)
        self._stock = stock
        self._extras = extras
        self._events = events
        self._clock = clock

    async def place(
        self,
        merchant: Merchant,
        drafts: Sequence[ProductDraft],
        *,
        really: bool,
        folder: Folder = None,
    ) -> Placed:
        """Put a batch on the shelf, and ``tell`` of it when no other will follow.

        ``folder`` is where its picture files may lie.
        """
        wanted = merged(drafts)
        known = await self._catalog.by_handles(merchant.id, [draft.handle for draft in wanted])
        by_handle = {product.handle: product for product in known}
        placed = Placed()
        changes: list[_Change] = []
        fresh: list[ProductDraft] = []
        for draft in wanted:
            product = by_handle.get(draft.handle)
            if product is None:
                fresh += [draft] if _is_whole(draft, placed) else []
            elif change := await self._change_of(product, draft, placed, folder):
                changes.append(change)
        if really:
            await self._change(changes, placed, folder)
            touched = [change.product for change in changes]
            touched += await self._create(merchant, fresh, placed, folder)
            await self._session.flush()
            placed.touched += [ProductId(product.id) for product in touched]
        return placed

    async def tell(self, merchant: Merchant, placed: Placed) -> None:
        """Publish what was placed, once for a transaction and after its last batch.

        Who listens locks what all merchants share. Nobody may hold that and then go for rows of
        products: two who do so wait for each other.
        """
        if placed.touched:
            numbers = tuple(placed.touched)
            placed.touched.clear()
            await self._events.publish(
                ProductsImported(merchant_id=merchant.id, product_ids=numbers)
            )

    async def _create(
        self, merchant: Merchant, drafts: Sequence[ProductDraft], placed: Placed, folder: Folder
    ) -> list[Product]:
        """Write all of them at once: a flush for each would be ten times slower."""
        products = [self._new_product(merchant, draft) for draft in drafts]
        self._session.add_all(products)
        await self._session.flush()
        await self._fill(list(zip(products, drafts, strict=True)))
        for product, draft in zip(products, drafts, strict=True):
            await self._add_extras(product, draft, placed, folder, is_new=True)
        return products

    async def _add_extras(
        self, product: Product, draft: ProductDraft, placed: Placed, folder: Folder, *, is_new: bool
    ) -> None:
        had = len(product.pictures)
        placed.remarks += await self._extras.add(product, draft, folder, is_new=is_new)
        if awaited := sum(one.is_awaited for one in product.pictures[had:]):
            placed.counts["pictures"] += awaited

    def _new_product(self, merchant: Merchant, draft: ProductDraft) -> Product:
        return Product(
            merchant=merchant,
            handle=draft.handle,
            pictures=[],
            changed_at=self._clock.now(),
            **new_fields(draft),
        )

    async def _fill(self, created: Sequence[tuple[Product, ProductDraft]]) -> None:
        """Give new products their variants, prices and first stock.

        SQLite gives ids back only row by row, which took most of an import's time; so whole tables
        are written, and the ids read afterwards.
        """
        if not created:
            return
        drafts = {
            (product.id, position): one
            for product, draft in created
            for position, one in enumerate(draft.variants)
        }
        merchant_id = created[0][0].merchant_id
        await self._session.execute(
            sa.insert(Variant),
            [
                variant_row(merchant_id, product_id, position, one)
                for (product_id, position), one in drafts.items()
            ],
        )
        written = await self._session.execute(
            sa.select(Variant.id, Variant.product_id, Variant.position).where(
                Variant.product_id.in_([product.id for product, _ in created])
            )
        )
        placed = [(number, drafts[product, position]) for number, product, position in written]
        await self._insert(VariantPrice, [row for one in placed for row in price_rows(*one)])
        at = self._clock.now()
        await self._insert(StockMovement, [first_stock(*one, at) for one in placed if one[1].stock])

    async def _insert(
        self, kind: type[VariantPrice | StockMovement], rows: Sequence[dict[str, Any]]
    ) -> None:
        if rows:
            await self._session.execute(sa.insert(kind), rows)

    async def _change_of(
        self, product: Product, draft: ProductDraft, placed: Placed, folder: Folder
    ) -> "_Change | None":
        plan = plan_product(product, draft)
        is_change = plan.is_change or await self._extras.lacking(product, draft, folder)
        placed.counts["changed" if is_change else "unchanged"] += 1
        for variant in plan.variants:
            kind = "new" if variant.is_new else "changed" if variant.is_change else "unchanged"
            placed.counts[f"variants-{kind}"] += 1
        return _Change(product, draft, plan) if is_change else None

    async def _change(self, changes: Sequence["_Change"], placed: Placed, folder: Folder) -> None:
        """Write a batch of changes at once, its variants locked in the order of their ids."""
        if numbers := {number for change in changes for number in change.variant_ids}:
            await self._stock.hold_still(numbers)
            placed.holds = True
        added = [variant for change in changes for variant in self._carry_out(change)]
        await self._session.flush()
        self._count_first([(variant, variant.on_hand) for variant in added])
        # Somebody may have reserved more since we looked; what is promised stays promised.
        counts = {number: n for change in changes for number, n in change.counts.items()}
        if counts:
            await self._stock.count_at_least(counts, reason=MovementReason.IMPORTED)
        for change in changes:
            await self._add_extras(change.product, change.draft, placed, folder, is_new=False)

    def _carry_out(self, change: "_Change") -> list[Variant]:
        """Change the rows in memory; gives the variants that are new."""
        product = change.product
        for name, value in change.plan.fields.items():
            setattr(product, name, value)
        product.changed_at = self._clock.now()
        added: list[Variant] = []
        for one in change.plan.variants:
            if one.variant is None:
                variant = new_variant(product.merchant, one.draft, len(product.variants))
                product.variants.append(variant)
                added.append(variant)
                continue
            for name, value in one.fields.items():
                setattr(one.variant, name, value)
            reprice(one.variant, one.prices)
        return added

    def _count_first(self, counted: Sequence[tuple[Variant, int]]) -> None:
        at = self._clock.now()
        self._session.add_all(
            StockMovement(
                variant_id=variant.id, quantity=pieces, reason=MovementReason.IMPORTED, at=at
            )
            for variant, pieces in counted
            if pieces
        )


def _is_whole(draft: ProductDraft, placed: Placed) -> bool:
    """Tell whether a draft can become a new product, and count it."""
    lacking = "title" if not draft.titles else "variants" if not draft.variants else None
    if lacking is None:
        placed.counts["new"] += 1
        placed.counts["variants-new"] += len(draft.variants)
        return True
    placed.counts["bad"] += 1
    facts: dict[str, str | int] = {"handle": draft.handle}
    remark = Remark(text=f"catalog-import-bad-no-{lacking}", line=draft.line, facts=facts)
    placed.remarks.append(remark)
    return False
