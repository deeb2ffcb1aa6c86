from bot.kit.errors import ShopError


class UnknownSaleDay(ShopError):
    """It does not exist, or is none of her business: both look alike."""

    text = "deals-saleday-error-unknown"


class CountingOver(ShopError):
    text = "deals-saleday-error-counting-over"


class SaleNotOpen(ShopError):
    text = "deals-saleday-error-not-open"


class OwnLink(ShopError):
    text = "deals-saleday-error-own-link"


class CountedAlready(ShopError):
    text = "deals-saleday-error-counted"


class GroupIsFull(ShopError):
    """Facts: ``most``, the joins that count for one group."""

    text = "deals-saleday-error-group-full"


class BoughtEnough(ShopError):
    """Facts: ``most``, the pieces one person may buy."""

    text = "deals-saleday-error-bought-enough"


class BadSaleTerms(ShopError):
    """Facts: ``least``, ``most``."""

    text = "deals-saleday-error-terms"


class BadSaleFloor(ShopError):
    """Facts: ``price``, what it costs on the shelf."""

    text = "deals-saleday-error-floor"


class NobodyJoined(ShopError):
    """There is no price to freeze yet."""

    text = "deals-saleday-error-nobody-joined"


class SaleSoldOut(ShopError):
    """As many pieces as the merchant gave for it are sold, or being paid."""

    text = "deals-saleday-error-sold-out"
