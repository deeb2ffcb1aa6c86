from bot.telegram.feature import Audience, Command

COMMANDS = (
    Command("myshop", frozenset({Audience.MERCHANT})),
    Command("statement", frozenset({Audience.MERCHANT, Audience.GROUP_ADMIN}), ephemeral=True),
    Command("merchants", frozenset({Audience.OPERATOR})),
)
