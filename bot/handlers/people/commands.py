from bot.telegram.feature import Audience, Command

PRIVATE = frozenset({Audience.PRIVATE})
ANYWHERE = frozenset({Audience.PRIVATE, Audience.GROUP})

COMMANDS = (
    Command("start", PRIVATE),
    Command("help", ANYWHERE, ephemeral=True),
    Command("language", PRIVATE),
    Command("timezone", PRIVATE),
    Command("terms", ANYWHERE, ephemeral=True),
    Command("privacy", ANYWHERE, ephemeral=True),
    Command("support", ANYWHERE, ephemeral=True),
    Command("export_me", PRIVATE),
    Command("delete_me", PRIVATE),
)
