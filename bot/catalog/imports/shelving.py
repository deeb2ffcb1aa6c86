"""Puts drafts on the shelf, or only tells what would happen. Run twice, nothing doubles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.events import ProductsImported
from bot.catalog.imports.comparing import (
    Prices,
    ProductPlan,
    merged,
    new_fields,
    plan_product,
    prices_of,
    variant_fields,
)
from bot.catalog.imports.drafts import ProductDraft, Remark, VariantDraft
from bot.catalog.imports.extras import Extras, Folder
from bot.catalog.models import Merchant, Product, ProductId, Variant, VariantId, VariantPrice
from bot.catalog.repository import CatalogRepository
from bot.catalog.stock import MovementReason, StockMovement, StockService
from bot.kit.clock import Clock
from bot.kit.events import Events


@dataclass(slots=True)
class Placed:
    """What happened, or would: counts of products, and of variants as ``variants-new`` ..."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, other: "Placed") -> None:
        self.counts.update(other.counts)
        self.remarks += other.remarks


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
        """Put a batch on the shelf. ``folder`` is where its picture files may lie."""
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
            await self._tell(merchant, touched)
        return placed

    async def _create(
        self, merchant: Merchant, drafts: Sequence[ProductDraft], placed: Placed, folder: Folder
    ) -> list[Product]:
        """Write all of them at once: a flush for each would be ten times slower."""
        products = [self._new_product(merchant, draft) for draft in drafts]
        self._session.add_all(products)
        await self._session.flush()
        self._count_first([(v, v.on_hand) for product in products for v in product.variants])
        for product, draft in zip(products, drafts, strict=True):
            placed.remarks += await self._extras.add(product, draft, folder, is_new=True)
        return products

    def _new_product(self, merchant: Merchant, draft: ProductDraft) -> Product:
        return Product(
            merchant=merchant,
            handle=draft.handle,
            variants=[
                _new_variant(merchant, one, position) for position, one in enumerate(draft.variants)
            ],
            pictures=[],
            changed_at=self._clock.now(),
            **new_fields(draft),
        )

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
        added = [variant for change in changes for variant in self._carry_out(change)]
        await self._session.flush()
        self._count_first([(variant, variant.on_hand) for variant in added])
        # Somebody may have reserved more since we looked; what is promised stays promised.
        counts = {number: n for change in changes for number, n in change.counts.items()}
        if counts:
            await self._stock.count_at_least(counts, reason=MovementReason.IMPORTED)
        for change in changes:
            placed.remarks += await self._extras.add(
                change.product, change.draft, folder, is_new=False
            )

    def _carry_out(self, change: "_Change") -> list[Variant]:
        """Change the rows in memory; gives the variants that are new."""
        product = change.product
        for name, value in change.plan.fields.items():
            setattr(product, name, value)
        product.changed_at = self._clock.now()
        added: list[Variant] = []
        for one in change.plan.variants:
            if one.variant is None:
                variant = _new_variant(product.merchant, one.draft, len(product.variants))
                product.variants.append(variant)
                added.append(variant)
                continue
            for name, value in one.fields.items():
                setattr(one.variant, name, value)
            _reprice(one.variant, one.prices)
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

    async def _tell(self, merchant: Merchant, products: Sequence[Product]) -> None:
        if not products:
            return
        await self._session.flush()
        numbers = tuple(ProductId(product.id) for product in products)
        await self._events.publish(ProductsImported(merchant_id=merchant.id, product_ids=numbers))


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


def _new_variant(merchant: Merchant, draft: VariantDraft, position: int) -> Variant:
    fields = variant_fields(draft)
    variant = Variant(
        merchant_id=merchant.id,
        position=position,
        on_hand=draft.stock or 0,
        reserved=0,
        prices=[],
        **fields,
    )
    _reprice(variant, prices_of(draft))
    return variant


def _reprice(variant: Variant, prices: Prices) -> None:
    known = {row.currency: row for row in variant.prices}
    for currency, (minor, compare_at) in prices.items():
        row = known.get(currency)
        if row is None:
            row = VariantPrice(currency=currency)
            variant.prices.append(row)
        row.minor = minor
        row.compare_at_minor = compare_at
