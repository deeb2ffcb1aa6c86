from bot.telegram.feature import Audience, Command

PEOPLE = frozenset({Audience.PRIVATE, Audience.GROUP})

COMMANDS = (
    Command("cart", PEOPLE, ephemeral=True),
    Command("orders", PEOPLE, ephemeral=True),
    Command("order", PEOPLE, ephemeral=True),
    Command("sales", frozenset({Audience.MERCHANT})),
)
