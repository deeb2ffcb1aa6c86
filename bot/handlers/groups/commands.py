from bot.telegram.feature import Audience, Command

COMMANDS = (Command("setup", frozenset({Audience.GROUP_ADMIN, Audience.PRIVATE}), ephemeral=True),)
