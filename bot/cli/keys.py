"""``tuan rotate``: seal personal data again with the first key."""

import asyncio
from argparse import Namespace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli.database import import_models
from bot.cli.readiness import NO_KEY, check_tables
from bot.cli.stop import Stop
from bot.kit.db import Model, open_engine
from bot.kit.secrets import UnreadableSecret, Vault, rotate
from config.settings import Settings


def run(_: Namespace) -> int:
    count = asyncio.run(_rotate(Settings()))
    print(f"{count} sealed again. Keys after the first may now be taken out of PII_KEY.")  # noqa: T201
    return 0


async def _rotate(settings: Settings) -> int:
    import_models()
    try:
        vault = Vault([key.strip() for key in settings.pii_key.get_secret_value().split(",")])
    except ValueError as error:
        raise Stop(NO_KEY) from error
    engine = open_engine(settings.database_url.get_secret_value())
    try:
        await check_tables(engine)
        async with AsyncSession(engine) as session:
            count = await rotate(session, vault, Model.metadata)
            await session.commit()
    except UnreadableSecret as error:
        raise Stop(f"{error}: put the key that sealed it behind the new one in PII_KEY.") from error
    finally:
        await engine.dispose()
    return count
