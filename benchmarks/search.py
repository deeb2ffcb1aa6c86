"""How well, and how fast, products are found: nDCG@10 and milliseconds a query.

    TUAN_DATA=<folder> python -m benchmarks.search [a database's address]

Beside it stands the same text in a plain FTS5 table, asked for all words. "typo" is the same
queries with one slip of the finger in the longest word of each. Without an address the shop's
tables are made in a temporary SQLite file; with one (of an empty database) they are made there.
"""

import asyncio
import csv
import gzip
import json
import os
import random
import re
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from math import log2
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

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


@dataclass(frozen=True)
class Item:
    title: str
    tags: str
    attributes: str
    body: str


@dataclass
class Judged:
    name: str
    items: dict[str, Item] = field(default_factory=dict)
    gains: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))


def icecat(folder: Path) -> Judged:
    judged = Judged("electronics (icecat)")
    for archive in sorted((folder / "icecat_chorus").glob("products_*.json.zip")):
        with zipfile.ZipFile(archive) as packed:
            for row in json.loads(packed.read(packed.namelist()[0])):
                judged.items[row["id"]] = Item(
                    title=row.get("title", ""),
                    tags=f"{row.get('supplier', '')} {row.get('name', '')}",
                    attributes=" ".join(_attributes(row)),
                    body=row.get("short_description", ""),
                )
    ratings = folder / "icecat_chorus" / "Broad_Query_Set_rated.csv"
    for row in csv.DictReader(ratings.read_text("utf-8").splitlines()):
        judged.gains[row["query"]][row["docid"]] = float(row["rating"])
    return judged


def _attributes(row: dict[str, Any]) -> list[str]:
    named = ((key, value) for key, value in row.items() if key.startswith("attr_"))
    return [f"{key.split('_', 2)[2].replace('_', ' ')} {value}" for key, value in named]


def esci(folder: Path) -> Judged:
    judged = Judged("general (esci)")
    with gzip.open(folder / "esci_us" / "products.ndjson.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            judged.items[row["_id"]] = Item(
                title=row["title"] or "",
                tags=f"{row['brand'] or ''} {' '.join(row['category'] or [])}",
                attributes=row["color"] or "",
                body=f"{row['bullet_points'] or ''} {row['description'] or ''}",
            )
    judgments = json.loads((folder / "esci_us" / "judgments.json").read_text("utf-8"))
    for entry in judgments["judgmentRatings"]:
        for rating in entry["ratings"]:
            judged.gains[entry["query"]][rating["docId"]] = float(rating["rating"]) / 100
    return judged


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
        rows = self._base.execute(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (words, DEPTH)
        )
        return [self._keys[number] for (number,) in rows]


class Ours:
    def __init__(self, session: AsyncSession, keys: dict[ProductId, str]) -> None:
        self._keys = keys
        self._search = SearchService(Candidates(session), Vocabulary(session))

    async def find(self, query: str) -> list[str]:
        hits = await self._search.find(Query(words=query), limit=DEPTH)
        return [self._keys[hit.product_id] for hit in hits]


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


async def measure(name: str, engine: Ours | PlainFts5, judged: Judged) -> None:
    chance = random.Random(7)  # noqa: S311 -- the same slips every time
    clean, slipped, spent = [], [], []
    for query, gains in judged.gains.items():
        start = time.perf_counter()
        found = await engine.find(query)
        spent.append((time.perf_counter() - start) * 1000)
        clean.append(ndcg(found, gains))
        slipped.append(ndcg(await engine.find(with_typo(query, chance)), gains))
    spent.sort()
    print(
        f"  {name:<12} nDCG@10 {mean(clean):.3f}  typo {mean(slipped):.3f}  "
        f"ms/query {spent[len(spent) // 2]:.1f} (p95 {spent[int(len(spent) * 0.95)]:.1f})"
    )


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


async def main() -> None:
    data = os.environ.get("TUAN_DATA")
    if data is None:
        print("search: skipped, because TUAN_DATA names no folder with judged queries")
        return
    for load in (icecat, esci):
        judged = load(Path(data))
        print(f"{judged.name}: {len(judged.items)} products, {len(judged.gains)} queries")
        await measure("plain FTS5", PlainFts5(judged), judged)
        async with shop(sys.argv[1] if len(sys.argv) > 1 else None) as session:
            start = time.perf_counter()
            keys = await fill(session, judged)
            took = time.perf_counter() - start
            await measure("Tuan", Ours(session, keys), judged)
            print(f"  indexed {len(keys) / took:.0f} products/s, with their rows")


if __name__ == "__main__":
    asyncio.run(main())
