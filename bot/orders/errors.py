from bot.kit.errors import ShopError


class UnknownOrder(ShopError):
    """It does not exist, or is none of her business: both look alike."""

    text = "orders-error-unknown"


class NoPrice(ShopError):
    text = "orders-error-no-price"


class OnlyForStars(ShopError):
    """Telegram lets digital goods be sold for Stars alone."""

    text = "orders-error-only-for-stars"


class CartTotalChanged(ShopError):
    """Prices, or what lies in it, are not what she saw when she drew near to paying."""

    text = "orders-error-cart-changed"


class OrderPriceChanged(ShopError):
    text = "orders-error-price-changed"


class OrderClosed(ShopError):
    text = "orders-error-closed"


class NoDelivery(ShopError):
    text = "orders-error-no-delivery"


class WayMissing(ShopError):
    """She has to choose how it is delivered before she goes on."""

    text = "orders-error-way-missing"


class DeliveryMissing(ShopError):
    text = "orders-error-delivery-missing"


class NotMixed(ShopError):
    """Parcels and downloads are paid in different ways."""

    text = "orders-error-not-mixed"


class CartEmpty(ShopError):
    text = "orders-error-cart-empty"


class CartFull(ShopError):
    text = "orders-error-cart-full"


class OtherMerchantsCart(ShopError):
    """Her cart holds another merchant's goods. Facts: ``theirs`` and ``ours``, two names."""

    text = "orders-error-other-merchant"


class TermsNotAccepted(ShopError):
    text = "orders-error-terms"


class CannotShip(ShopError):
    text = "orders-error-cannot-ship"


class BadTrackingNumber(ShopError):
    text = "orders-error-tracking-number"


class NoTrackingNumber(ShopError):
    text = "orders-error-tracking-missing"


class TooManyParcels(ShopError):
    text = "orders-error-too-many-parcels"


class NothingToSend(ShopError):
    """It was given back, or there is nothing digital in the order."""

    text = "orders-error-nothing-to-send"


class CannotRefund(ShopError):
    text = "orders-error-cannot-refund"


class NothingChosen(ShopError):
    text = "orders-error-nothing-chosen"


class RefundedMeanwhile(ShopError):
    """Fewer pieces are left to give back than were chosen."""

    text = "orders-error-refunded-meanwhile"
