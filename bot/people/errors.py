from bot.kit.errors import ShopError


class UnknownTimeZone(ShopError):
    text = "people-error-zone"


class UnknownLanguage(ShopError):
    text = "people-error-language"


class NothingKnown(ShopError):
    text = "people-error-nothing-known"
