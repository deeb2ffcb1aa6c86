from bot.telegram.feature import Audience, Command

COMMANDS = (
    Command("commission", frozenset({Audience.GROUP_ADMIN, Audience.MERCHANT}), ephemeral=True),
)
