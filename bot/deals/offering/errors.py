from bot.kit.errors import ShopError


class OfferRuns(ShopError):
    """It is no draft any more."""

    text = "deals-error-offer-runs"


class OfferEnded(ShopError):
    """Its merchant can do nothing with it any more."""

    text = "deals-error-offer-ended"
