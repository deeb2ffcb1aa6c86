from bot.kit.errors import ShopError


class ProductGone(ShopError):
    """It never existed, or it is not for sale any more."""

    text = "catalog-error-product-gone"


class DownloadMissing(ShopError):
    """The merchant has not said yet what buyers of this digital product get."""

    text = "catalog-error-download-missing"


class NotDigital(ShopError):
    text = "catalog-error-not-digital"


class DownloadTooLarge(ShopError):
    text = "catalog-error-download-large"


class VariantGone(ShopError):
    text = "catalog-error-variant-gone"


class MerchantUnknown(ShopError):
    text = "catalog-error-merchant-unknown"


class NotYourProduct(ShopError):
    text = "catalog-error-not-yours"


class NoMerchantOfYours(ShopError):
    text = "catalog-error-no-merchant"


class SoldOut(ShopError):
    """Facts: ``title`` of the product and variant, ``left`` as a number."""

    text = "catalog-error-sold-out"


class QuantityTooSmall(ShopError):
    text = "catalog-error-quantity"


class QuantityTooLarge(ShopError):
    text = "catalog-error-quantity-large"


class StockPromised(ShopError):
    """The merchant counts fewer than buyers have in their baskets. Fact: ``reserved``."""

    text = "catalog-error-stock-promised"


class BadPrice(ShopError):
    text = "catalog-error-price"


class BadStock(ShopError):
    text = "catalog-error-stock"


class CurrencyNotTaken(ShopError):
    text = "catalog-error-currency"


class StarsAlone(ShopError):
    """Telegram lets digital goods be sold for nothing else."""

    text = "catalog-error-stars-alone"


class TextMissing(ShopError):
    text = "catalog-error-text-missing"


class TextTooLong(ShopError):
    text = "catalog-error-text-long"


class HandleTaken(ShopError):
    text = "catalog-error-handle-taken"


class PictureTooLarge(ShopError):
    text = "catalog-error-picture-large"


class PictureUnreadable(ShopError):
    text = "catalog-error-picture-unreadable"


class TooManyPictures(ShopError):
    text = "catalog-error-picture-many"


class FileUnreadable(ShopError):
    """An import file that cannot be read as a whole. Fact: ``why``, a key of its own."""

    text = "catalog-error-file"


class ImportOver(ShopError):
    """Its button was pressed before, or the file was sent anew."""

    text = "catalog-error-import-over"
