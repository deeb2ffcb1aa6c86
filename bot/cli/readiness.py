"""What must be right before the shop opens: said in one sentence, not in a hundred failures."""

import sqlalchemy as sa
from aiogram import Bot
from aiogram.utils.token import TokenValidationError
from dishka import AsyncContainer
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.cli.stop import Stop
from bot.kit.secrets import Vault

NO_KEY = "PII_KEY is not a key. Make one: tuan doctor --new-key"


async def check_readiness(container: AsyncContainer) -> None:
    """Raise Stop about a token or key that can never work, and about a database without tables."""
    try:
        await container.get(Bot)
    except TokenValidationError as error:
        raise Stop("BOT_TOKEN is not a token. Ask @BotFather: /mybots, API Token.") from error
    try:
        await container.get(Vault)
    except ValueError as error:
        raise Stop(NO_KEY) from error
    await check_tables(await container.get(AsyncEngine))


async def check_tables(engine: AsyncEngine) -> None:
    try:
        async with engine.connect() as connection:
            has_tables = await connection.run_sync(_is_migrated)
    except (DBAPIError, OSError) as error:
        raise Stop(
            f"The database cannot be opened ({type(error).__name__}). Try: tuan doctor"
        ) from error
    if not has_tables:
        raise Stop("The database has no tables yet. Run: tuan migrate")


def _is_migrated(connection: sa.Connection) -> bool:
    return sa.inspect(connection).has_table("alembic_version")
