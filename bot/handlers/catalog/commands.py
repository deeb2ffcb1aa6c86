from bot.telegram.feature import Audience, Command

_MERCHANT = frozenset({Audience.MERCHANT})

COMMANDS = (
    Command("products", _MERCHANT),
    Command("newproduct", _MERCHANT),
    Command("import", _MERCHANT),
    Command("export", _MERCHANT),
)
