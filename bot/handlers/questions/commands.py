from bot.telegram.feature import Audience, Command

_ANYWHERE = frozenset({Audience.PRIVATE, Audience.GROUP})

COMMANDS = (Command("shop", _ANYWHERE), Command("ask", _ANYWHERE))
