from bot.telegram.feature import Audience, Command

COMMANDS = (Command("paysupport", frozenset({Audience.PRIVATE, Audience.GROUP}), ephemeral=True),)
