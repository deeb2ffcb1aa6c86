from collections.abc import Sequence

from bot.catalog.errors import (
    BadPrice,
    CurrencyNotTaken,
    DownloadMissing,
    HandleTaken,
    NoMerchantOfYours,
    NotDigital,
    NotYourProduct,
    ProductGone,
    StarsAlone,
    TextMissing,
    TextTooLong,
    TooManyPictures,
)
from bot.catalog.events import ProductArchived, ProductChanged
from bot.catalog.models import (
    KeptFile,
    Merchant,
    MerchantId,
    Picture,
    Product,
    ProductId,
    ProductKind,
    ProductStatus,
    StoredPicture,
    Variant,
    VariantId,
    VariantPrice,
)
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.stock import StockService
from bot.catalog.texts import (
    DESCRIPTION_LIMIT,
    TITLE_LIMIT,
    clean_line,
    clean_text,
    handle_from,
)
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Currency, Money
from bot.people.models import PersonId

MAX_PRICE = 100_000_000  # minor units: what Telegram's invoices take is far below
MAX_PICTURES = 10
DOWNLOAD_TEXT_LIMIT = 1000


class CatalogService:
    """What a merchant's people do with their products; shoppers only look.

    Every verb with a ``by`` raises NotYourProduct where that person is not the merchant's staff.
    """

    def __init__(
        self,
        catalog: CatalogRepository,
        merchants: MerchantRepository,
        stock: StockService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._catalog = catalog
        self._merchants = merchants
        self._stock = stock
        self._events = events
        self._clock = clock

    async def get(self, product_id: ProductId) -> Product:
        """Load a product, archived or not. Raises ProductGone."""
        return await self._catalog.get(product_id)

    async def find(self, product_id: ProductId) -> Product | None:
        return await self._catalog.find(product_id)

    async def get_for_sale(self, product_id: ProductId) -> Product:
        """Load a product that can be bought now: an old card may name one that is gone."""
        product = await self._catalog.get(product_id)
        _refuse_unsellable(product)
        return product

    async def get_variant_for_sale(self, variant_id: VariantId) -> Variant:
        variant = await self._catalog.get_variant(variant_id)
        if not variant.is_offered:
            raise ProductGone
        _refuse_unsellable(variant.product)
        return variant

    async def get_own(self, product_id: ProductId, *, by: PersonId) -> Product:
        product = await self._catalog.get(product_id)
        if not await self._merchants.is_staff(product.merchant_id, by):
            raise NotYourProduct
        return product

    async def merchants_of(self, person_id: PersonId) -> Sequence[Merchant]:
        """Tell for whom somebody may act. Raises NoMerchantOfYours if for nobody."""
        merchants = await self._merchants.of_person(person_id)
        if not merchants:
            raise NoMerchantOfYours
        return merchants

    async def create(
        self,
        merchant_id: MerchantId,
        title: str,
        *,
        by: PersonId,
        price: Money,
        stock: int,
        description: str = "",
        kind: ProductKind = ProductKind.PHYSICAL,
        language: str | None = None,
    ) -> Product:
        """Put a product with a single variant on the shelf."""
        if not await self._merchants.is_staff(merchant_id, by):
            raise NotYourProduct
        merchant = await self._merchants.get(merchant_id)
        words_in = language or merchant.language
        title = checked_title(title)
        _check_price(price, merchant, kind)

        product = Product(
            merchant=merchant,
            handle=await self._free_handle(merchant_id, title),
            titles={words_in: title},
            descriptions=_texts(words_in, checked_description(description)),
            kind=kind,
            variants=[_variant(merchant_id, price, unlimited=kind is ProductKind.DIGITAL)],
            pictures=[],
            changed_at=self._clock.now(),
        )
        await self._catalog.add(product)
        if stock:
            await self._stock.receive(product.variants[0].id, stock, key=f"new:{product.id}")
        await self._tell_changed(product)
        return product

    async def retitle(
        self, product_id: ProductId, title: str, *, by: PersonId, language: str
    ) -> Product:
        product = await self.get_own(product_id, by=by)
        product.titles = product.titles | {language: checked_title(title)}
        await self._tell_changed(product)
        return product

    async def describe(
        self, product_id: ProductId, description: str, *, by: PersonId, language: str
    ) -> Product:
        product = await self.get_own(product_id, by=by)
        product.descriptions = product.descriptions | {language: checked_description(description)}
        await self._tell_changed(product)
        return product

    async def change_price(
        self,
        product_id: ProductId,
        price: Money,
        *,
        by: PersonId,
        variant_id: VariantId | None = None,
    ) -> Product:
        """Set the price of one variant, or of all. A price above becomes the one compared with."""
        product = await self.get_own(product_id, by=by)
        _check_price(price, product.merchant, product.kind)

        for variant in product.variants:
            if variant_id in (None, variant.id):
                _reprice(variant, price)
        await self._tell_changed(product)
        return product

    async def change_stock(
        self, product_id: ProductId, variant_id: VariantId, on_hand: int, *, by: PersonId
    ) -> Product:
        """Say how many lie on the shelf. Raises StockPromised below what buyers hold."""
        product = await self.get_own(product_id, by=by)
        if variant_id not in {variant.id for variant in product.variants}:
            raise NotYourProduct
        await self._stock.count(variant_id, on_hand)
        return product

    async def archive(self, product_id: ProductId, *, by: PersonId) -> Product:
        """Take a product off the shelf; taps on its old cards learn that it is gone."""
        product = await self.get_own(product_id, by=by)
        if product.status is ProductStatus.ARCHIVED:
            return product
        product.move(ProductStatus.ARCHIVED)
        product.changed_at = self._clock.now()
        await self._catalog.flush()
        await self._events.publish(
            ProductArchived(product_id=product.id, merchant_id=product.merchant_id)
        )
        return product

    async def restore(self, product_id: ProductId, *, by: PersonId) -> Product:
        product = await self.get_own(product_id, by=by)
        if not product.is_active:
            product.move(ProductStatus.ACTIVE)
            await self._tell_changed(product)
        return product

    async def add_picture(
        self, product_id: ProductId, picture: StoredPicture, *, by: PersonId
    ) -> Product:
        product = await self.get_own(product_id, by=by)
        if picture.sha256 in {known.sha256 for known in product.pictures}:
            return product
        if len(product.pictures) >= MAX_PICTURES:
            raise TooManyPictures(max=MAX_PICTURES)

        position = max((known.position for known in product.pictures), default=-1) + 1
        product.pictures.append(
            Picture(
                sha256=picture.sha256,
                file=picture.file,
                source=picture.source,
                position=position,
            )
        )
        await self._tell_changed(product)
        return product

    async def fetch_pictures_again(self, merchant_id: MerchantId, *, by: PersonId) -> int:
        """Try the addresses that did not work once more; tells how many."""
        if not await self._merchants.is_staff(merchant_id, by):
            raise NotYourProduct
        return await self._catalog.await_pictures_again(merchant_id, self._clock.now())

    async def hand_out_file(
        self, product_id: ProductId, file: KeptFile, *, by: PersonId
    ) -> Product:
        """Give this file to whoever buys the product from now on, or asks for it again."""
        product = await self._get_digital(product_id, by=by)
        product.download, product.download_text = file, None
        await self._tell_changed(product)
        return product

    async def hand_out_text(self, product_id: ProductId, text: str, *, by: PersonId) -> Product:
        """Give buyers words instead of a file: a link, or a code that all of them may use."""
        product = await self._get_digital(product_id, by=by)
        product.download, product.download_text = None, checked_download_text(text)
        await self._tell_changed(product)
        return product

    async def _get_digital(self, product_id: ProductId, *, by: PersonId) -> Product:
        product = await self.get_own(product_id, by=by)
        if product.needs_shipping:
            raise NotDigital
        return product

    async def _tell_changed(self, product: Product) -> None:
        product.changed_at = self._clock.now()
        await self._catalog.flush()
        await self._events.publish(
            ProductChanged(product_id=product.id, merchant_id=product.merchant_id)
        )

    async def _free_handle(self, merchant_id: MerchantId, title: str) -> str:
        wanted = handle_from(title) or "product"
        for number in range(1, 100):
            handle = wanted if number == 1 else f"{wanted}-{number}"
            if await self._catalog.find_by_handle(merchant_id, handle) is None:
                return handle
        raise HandleTaken(handle=wanted)


def checked_title(title: str) -> str:
    kept = clean_line(title)
    if not kept:
        raise TextMissing
    if len(kept) > TITLE_LIMIT:
        raise TextTooLong(max=TITLE_LIMIT)
    return kept


def checked_description(description: str) -> str:
    kept = clean_text(description)
    if len(kept) > DESCRIPTION_LIMIT:
        raise TextTooLong(max=DESCRIPTION_LIMIT)
    return kept


def checked_download_text(text: str) -> str:
    kept = clean_text(text)
    if not kept:
        raise TextMissing
    if len(kept) > DOWNLOAD_TEXT_LIMIT:
        raise TextTooLong(max=DOWNLOAD_TEXT_LIMIT)
    return kept


def _refuse_unsellable(product: Product) -> None:
    if not product.is_for_sale:
        raise ProductGone
    if not product.is_complete:
        raise DownloadMissing


def _check_price(price: Money, merchant: Merchant, kind: ProductKind) -> None:
    if not 0 < price.minor <= MAX_PRICE:
        raise BadPrice
    if kind is ProductKind.DIGITAL:
        if price.currency is not Currency.XTR:
            raise StarsAlone
    elif not merchant.takes(price.currency):
        raise CurrencyNotTaken(currency=price.currency, taken=", ".join(merchant.currencies))


def _texts(language: str, text: str) -> dict[str, str]:
    return {language: text} if text else {}


def _variant(merchant_id: MerchantId, price: Money, *, unlimited: bool) -> Variant:
    row = VariantPrice(currency=price.currency, minor=price.minor)
    return Variant(merchant_id=merchant_id, unlimited=unlimited, prices=[row])


def _reprice(variant: Variant, price: Money) -> None:
    for row in variant.prices:
        if row.currency is price.currency:
            row.minor = price.minor
            return
    variant.prices.append(VariantPrice(currency=price.currency, minor=price.minor))
