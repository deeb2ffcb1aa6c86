from bot.kit.errors import ShopError


class UnknownBargain(ShopError):
    """It does not exist, or is none of her business: both look alike."""

    text = "deals-bargain-error-unknown"


class BargainIsOver(ShopError):
    text = "deals-bargain-error-over"


class BargainIsComplete(ShopError):
    """Another helper was first."""

    text = "deals-bargain-error-complete"


class BargainNotComplete(ShopError):
    """Facts: ``missing``, the helpers that are still needed."""

    text = "deals-bargain-error-not-complete"


class BoughtAlready(ShopError):
    text = "deals-bargain-error-bought"


class NoSelfHelp(ShopError):
    text = "deals-bargain-error-self-help"


class HelpedAlready(ShopError):
    text = "deals-bargain-error-helped"


class HelpedEnough(ShopError):
    """Facts: ``most``, how often one person may help in this offer."""

    text = "deals-bargain-error-helped-enough"


class NothingLeft(ShopError):
    """Friends are not asked to help for what cannot be bought."""

    text = "deals-bargain-error-nothing-left"


class BadHelpers(ShopError):
    text = "deals-bargain-error-helpers"


class BadFloor(ShopError):
    """Facts: ``price``, what it costs on the shelf."""

    text = "deals-bargain-error-floor"
