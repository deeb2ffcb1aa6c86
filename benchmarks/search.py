"""How well, and how fast, products are found: nDCG@10 and milliseconds a query.

    TUAN_DATA=<folder> python -m benchmarks.search [--database ADDRESS] [--products 100000]

Beside it stands the same text in a plain FTS5 table, asked for all words. "typo" is the same
queries with one slip of the finger in the longest word of each. Without an address the shop's
tables are made in a temporary SQLite file; with one (of an empty database) they are made there.
``--products`` pads each set with products put together from its own texts, which nobody judged:
then only the time tells something. The processor's time is that of this process: with PostgreSQL
the server's own comes to it.
"""

import asyncio
import os
import random
import re
import sqlite3
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from math import log2
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.judged import Item, Judged, esci, icecat, pad
from bot.catalog.models import Merchant, MerchantId, Product, ProductId
from bot.catalog.search.candidates import Candidates
from bot.catalog.search.documents import Description
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.service import Query, SearchService
from bot.catalog.search.vocabulary import Vocabulary
from bot.kit.db import Model, open_engine

DEPTH = 10
BATCH = 500
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def ndcg(found: Sequence[str], gains: dict[str, float]) -> float:
    ideal = sorted(gains.values(), reverse=True)[:DEPTH]
    best = sum(gain / log2(place + 2) for place, gain in enumerate(ideal))
    got = sum(gains.get(one, 0.0) / log2(place + 2) for place, one in enumerate(found[:DEPTH]))
    return got / best if best else 0.0


def with_typo(query: str, chance: random.Random) -> str:
    words = query.split()
    at = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[at]
    if len(word) < len("four"):
        return query
    place = chance.randrange(1, len(word) - 1)
    slips: list[Callable[[], str]] = [
        lambda: word[:place] + word[place + 1 :],
        lambda: word[:place] + chance.choice(LETTERS) + word[place:],
        lambda: word[:place] + chance.choice(LETTERS) + word[place + 1 :],
        lambda: word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    ]
    words[at] = chance.choice(slips)()
    return " ".join(words)


class PlainFts5:
    """What one gets without any of our work: all words, in SQLite's own order."""

    def __init__(self, judged: Judged) -> None:
        self.statements = 0
        self._keys = list(judged.items)
        self._base = sqlite3.connect(":memory:")
        self._base.execute("CREATE VIRTUAL TABLE plain USING fts5(title, tags, attributes, body)")
        self._base.executemany(
            "INSERT INTO plain(rowid, title, tags, attributes, body) VALUES (?, ?, ?, ?, ?)",
            (
                (number, item.title, item.tags, item.attributes, item.body)
                for number, item in enumerate(judged.items.values())
            ),
        )

    async def find(self, query: str) -> list[str]:
        words = " ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        if not words:
            return []
        self.statements += 1
        rows = self._base.execute(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (words, DEPTH)
        )
        return [self._keys[number] for (number,) in rows]


class Ours:
    def __init__(self, session: AsyncSession, keys: dict[ProductId, str]) -> None:
        self.statements = 0
        self._keys = keys
        event.listen(session.get_bind(), "before_cursor_execute", self._count)
        self._search = SearchService(Candidates(session), Vocabulary(session))

    async def find(self, query: str) -> list[str]:
        hits = await self._search.find(Query(words=query), limit=DEPTH)
        return [self._keys[hit.product_id] for hit in hits]

    def _count(self, *_: object) -> None:
        self.statements += 1


@asynccontextmanager
async def shop(url: str | None) -> AsyncIterator[AsyncSession]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(url or f"sqlite+aiosqlite:///{folder}/shop.db")
        async with engine.begin() as connection:
            await connection.run_sync(Model.metadata.create_all)
        async with AsyncSession(engine, expire_on_commit=False) as session:
            yield session
        async with engine.begin() as connection:
            await connection.run_sync(Model.metadata.drop_all)
        await engine.dispose()


async def fill(session: AsyncSession, judged: Judged) -> dict[ProductId, str]:
    merchant = Merchant(handle="bench", name="", currencies=["EUR"])
    session.add(merchant)
    await session.flush()
    index = SearchIndex(session, Vocabulary(session))
    keys: dict[ProductId, str] = {}
    rows = iter(judged.items.items())
    while batch := list(islice(rows, BATCH)):
        products = [_product(merchant.id, key, item) for key, item in batch]
        session.add_all(products)
        await session.flush()
        keys |= {product.id: key for product, (key, _) in zip(products, batch, strict=True)}
        pairs = zip(products, batch, strict=True)
        await index.write([_described(product, item) for product, (_, item) in pairs])
        await session.commit()
        session.expunge_all()
    return keys


def _product(merchant_id: MerchantId, key: str, item: Item) -> Product:
    now = datetime.now(UTC)
    return Product(merchant_id=merchant_id, handle=key, titles={"en": item.title}, changed_at=now)


def _described(product: Product, item: Item) -> Description:
    return Description(
        product_id=product.id,
        merchant_id=product.merchant_id,
        title=(("en", item.title),),
        tags=(("en", item.tags),),
        attributes=(("en", item.attributes),),
        body=(("en", item.body),),
    )


@dataclass
class Costs:
    """What each query took: milliseconds by the clock and of the processor, and statements."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"CPU-ms {middle(self.cpu):.1f} (p95 {late(self.cpu):.1f})  "
            f"ms {middle(self.wall):.1f} (p95 {late(self.wall):.1f})  "
            f"statements {middle(self.statements)}"
        )


async def measure(name: str, engine: Ours | PlainFts5, judged: Judged) -> None:
    chance = random.Random(7)  # noqa: S311 -- the same slips every time
    queries = {query: with_typo(query, chance) for query in judged.gains}
    for what, wording in (("", dict(zip(queries, queries, strict=True))), ("typo", queries)):
        costs, found = Costs(), []
        for query, written in wording.items():
            asked = engine.statements
            start, cpu = time.perf_counter(), time.process_time()
            keys = await engine.find(written)
            costs.cpu.append((time.process_time() - cpu) * 1000)
            costs.wall.append((time.perf_counter() - start) * 1000)
            costs.statements.append(engine.statements - asked)
            found.append(ndcg(keys, judged.gains[query]))
        print(f"  {name:<11}{what:<5} nDCG@10 {mean(found):.3f}  {costs}")


def middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def late(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


async def main() -> None:
    parser = ArgumentParser(prog="search", description="How well and how fast products are found.")
    parser.add_argument("--database", help="the address of an empty one")
    parser.add_argument("--products", type=int, default=0, help="pad each set up to so many")
    arguments = parser.parse_args()
    data = os.environ.get("TUAN_DATA")
    if data is None:
        print("search: skipped, because TUAN_DATA names no folder with judged queries")
        return
    for load in (icecat, esci):
        judged = load(Path(data))
        pad(judged, arguments.products)
        print(f"{judged.name}: {len(judged.items)} products, {len(judged.gains)} queries")
        await measure("plain FTS5", PlainFts5(judged), judged)
        async with shop(arguments.database) as session:
            start = time.perf_counter()
            keys = await fill(session, judged)
            took = time.perf_counter() - start
            await measure("Tuan", Ours(session, keys), judged)
            print(f"  indexed {len(keys) / took:.0f} products/s, with their rows")


if __name__ == "__main__":
    asyncio.run(main())
