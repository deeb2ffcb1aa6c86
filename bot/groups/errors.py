from bot.kit.errors import ShopError


class NotAGroupAdmin(ShopError):
    text = "groups-error-not-admin"


class BotNotThere(ShopError):
    text = "groups-error-not-there"


class OddQuietHours(ShopError):
    text = "groups-error-quiet-hours"


class OldButton(ShopError):
    text = "groups-error-old-button"


class NotSoldHere(ShopError):
    """The group's admins chose other merchants. Fact: ``merchant``."""

    text = "groups-error-not-sold-here"
