"""``tuan reindex``: make every product findable by this version's rules."""

import asyncio
import time
from argparse import Namespace
from collections.abc import Iterator

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.search.rebuilding import IndexRebuilding
from bot.cli.database import import_models
from bot.cli.readiness import check_tables
from bot.kit.db import open_engine
from config.settings import Settings

NEWS = 2.0  # seconds between two lines of progress


def run(_: Namespace) -> int:
    done = asyncio.run(_reindex(Settings().database_url.get_secret_value()))
    _say(f"{done} {'product' if done == 1 else 'products'} indexed.")
    return 0


async def _reindex(url: str) -> int:
    import_models()
    engine = open_engine(url)
    try:
        await check_tables(engine)
        return await _go_through(engine)
    finally:
        await engine.dispose()


async def _go_through(engine: AsyncEngine) -> int:
    async with AsyncSession(engine) as session:
        merchants = await IndexRebuilding(session).merchants()
    total = sum(count for _, count in merchants)
    done, news = 0, _news()
    for merchant_id, _ in merchants:
        after = None
        while True:
            # One transaction a batch: a shop that is open goes on selling meanwhile.
            async with AsyncSession(engine) as session:
                numbers = await IndexRebuilding(session).next_batch(merchant_id, after)
                await session.commit()
            if not numbers:
                break
            after = numbers[-1]
            done += len(numbers)
            if next(news):
                _say(f"{done} of {total}")
    return done


def _news() -> Iterator[bool]:
    told = time.monotonic()
    while True:
        is_time = time.monotonic() - told >= NEWS
        if is_time:
            told = time.monotonic()
        yield is_time


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 -- the command line speaks to a person
