from bot.telegram.feature import Audience, Command

_ANYWHERE = frozenset({Audience.PRIVATE, Audience.GROUP})

COMMANDS = (
    Command("deals", _ANYWHERE),
    Command("proof", _ANYWHERE),
    Command("groupbuy", frozenset({Audience.MERCHANT, Audience.GROUP_ADMIN}), ephemeral=True),
)
