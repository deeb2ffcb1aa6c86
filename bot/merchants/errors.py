from bot.kit.errors import ShopError


class OperatorsOnly(ShopError):
    text = "merchants-error-operators-only"


class OwnersOnly(ShopError):
    """Also for forged buttons: nobody learns by it whether that shop exists."""

    text = "merchants-error-owners-only"


class InvitationOver(ShopError):
    """It was used, it is too old, a newer one took its place, or it never was."""

    text = "merchants-error-invitation-over"


class NotOnTheTeam(ShopError):
    text = "merchants-error-not-on-team"


class OwnersStay(ShopError):
    text = "merchants-error-owners-stay"


class CountryUnknown(ShopError):
    """Fact: ``written``."""

    text = "merchants-error-country"


class CountriesTooMany(ShopError):
    text = "merchants-error-countries-many"


class CurrencyUnknown(ShopError):
    """Facts: ``written``, and ``known`` as a list."""

    text = "merchants-error-currency"


class ShippingOptionGone(ShopError):
    text = "merchants-error-shipping-gone"


class TooManyShippingOptions(ShopError):
    text = "merchants-error-shipping-many"


class DaysUnreadable(ShopError):
    text = "merchants-error-days"


class PriceUnreadable(ShopError):
    """Fact: ``taken``, the currencies of this shop."""

    text = "merchants-error-price"


class TokenUnreadable(ShopError):
    """What was sent is never among the facts: it may be a secret all the same."""

    text = "merchants-error-token"


class KeyUnreadable(ShopError):
    text = "merchants-error-key"


class KeyPublishable(ShopError):
    text = "merchants-error-key-publishable"


class ModesDiffer(ShopError):
    """A test token with a live key, or the other way round: refunds would go nowhere."""

    text = "merchants-error-modes-differ"


class NotConnected(ShopError):
    text = "merchants-error-not-connected"
