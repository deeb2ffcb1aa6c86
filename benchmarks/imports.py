"""Rows a second of a merchant's file: previewed and imported, beside rows that are only inserted.

    python -m benchmarks.imports [--rows 8000]

The file is a Shopify export, four variants a product. The plain reader believes every cell, looks
nothing up and makes nothing searchable; a second run of it would double everything. Each runs in
a process of its own; told is by how much its largest resident size grew.
"""

import asyncio
import csv
import resource
import sys
import time
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.ground import Ground, grounds
from bot.app import build_container
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRun
from bot.catalog.imports.service import ImportService
from bot.catalog.models import (
    Merchant,
    MerchantStaff,
    Product,
    StaffRole,
    Variant,
    VariantPrice,
)
from bot.kit.clock import SystemClock
from bot.kit.db import open_engine
from bot.kit.money import Currency
from bot.people.models import PersonId

SIZES = ("S", "M", "L", "XL")
COLOURS = ("red", "blue", "green", "black", "white", "grey", "olive")
THINGS = ("shirt", "jacket", "lamp", "kettle", "tent", "mug", "scarf", "lantern", "bowl")
HEADER = (
    "Handle",
    *("Title", "Body (HTML)", "Vendor", "Tags", "Published"),
    *("Option1 Name", "Option1 Value", "Variant SKU", "Variant Inventory Qty"),
    *("Variant Price", "Variant Compare At Price", "Image Src"),
)
OWNER = PersonId(7)
BATCH = 500
MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


@dataclass(frozen=True, slots=True)
class Took:
    what: str
    seconds: float
    cpu: float


Reader: TypeAlias = Callable[[Ground, Path], Awaitable[list[Took]]]


def write_file(file: Path, rows: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(HEADER)
        writer.writerows(islice(_rows(), rows))


def _rows() -> Iterator[list[str]]:
    number = 0
    while True:
        title = f"{COLOURS[number % len(COLOURS)]} {THINGS[number % len(THINGS)]} {number}"
        body = f"<p>A {title} for <b>every day</b>.</p><ul><li>Made to last</li></ul>"
        for place, size in enumerate(SIZES):
            first = [title.capitalize(), body, "Bench", "every day, made to last", "true"]
            yield [
                title.replace(" ", "-"),
                *(first if place == 0 else [""] * len(first)),
                *("Size", size, f"B-{number}-{size}", str(number % 50), "19.90", "24.90"),
                f"https://pictures.example/{number}.jpg" if place == 0 else "",
            ]
        number += 1


async def tuan(ground: Ground, file: Path) -> list[Took]:
    container = build_container(ground.settings())
    async with container() as scope:
        session = await scope.get(AsyncSession)
        merchant = await _merchant(session, "tuan")
        kept = await (await scope.get(ImportFiles)).keep(await asyncio.to_thread(file.read_bytes))
        imports = await scope.get(ImportService)
        run = await imports.begin(merchant, file.name, by=OWNER)
        await imports.receive(run.id, kept)
        await session.commit()
    preview = await _timed("Tuan, preview", _work_off(container))
    async with container() as scope:
        await (await scope.get(ImportService)).confirm(run.id, by=OWNER)
        await (await scope.get(AsyncSession)).commit()
    placing = await _timed("Tuan, import", _work_off(container))
    async with container() as scope:
        done = await (await scope.get(AsyncSession)).get_one(ImportRun, run.id)
        if done.counts.get("bad"):
            raise RuntimeError(f"The file was not taken: {done.counts}, {done.remarks[:1]}")
    await container.close()
    return [preview, placing]


async def _work_off(container: AsyncContainer) -> None:
    """Do what the job does every second, without its pauses."""
    busy = True
    while busy:
        async with container() as scope:
            busy = await (await scope.get(ImportService)).advance()
            await (await scope.get(AsyncSession)).commit()


async def plain(ground: Ground, file: Path) -> list[Took]:
    engine = open_engine(ground.url)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        merchant = await _merchant(session, "plain")
        took = await _timed("plain reader, ORM", _insert(session, merchant, file))
    await engine.dispose()
    return [took]


async def _insert(session: AsyncSession, merchant: Merchant, file: Path) -> None:
    product = Product()
    with file.open(encoding="utf-8", newline="") as opened:
        for number, row in enumerate(csv.DictReader(opened)):
            if row["Title"]:
                product = _product(merchant, row)
                session.add(product)
            product.variants.append(_variant(merchant, row))
            if number % BATCH == 0:
                await session.commit()
    await session.commit()


def _product(merchant: Merchant, row: dict[str, str]) -> Product:
    return Product(
        merchant_id=merchant.id,
        handle=row["Handle"],
        titles={"en": row["Title"]},
        descriptions={"en": row["Body (HTML)"]},
        tags=row["Tags"].split(", "),
        options=["Size"],
        changed_at=SystemClock().now(),
        variants=[],
    )


def _variant(merchant: Merchant, row: dict[str, str]) -> Variant:
    minor = int(Decimal(row["Variant Price"]) * 100)
    return Variant(
        merchant_id=merchant.id,
        sku=row["Variant SKU"],
        option_values={"Size": row["Option1 Value"]},
        on_hand=int(row["Variant Inventory Qty"]),
        prices=[VariantPrice(currency=Currency.EUR, minor=minor)],
    )


async def _merchant(session: AsyncSession, handle: str) -> Merchant:
    merchant = Merchant(handle=handle, name=handle, currencies=["EUR"], about_texts={})
    session.add(merchant)
    await session.flush()
    staff = MerchantStaff(merchant_id=merchant.id, person_id=OWNER, role=StaffRole.OWNER)
    session.add(staff)
    await session.commit()
    return merchant


async def _timed(what: str, work: Awaitable[None]) -> Took:
    begun, cpu = time.perf_counter(), time.process_time()
    await work
    return Took(what, time.perf_counter() - begun, time.process_time() - cpu)


def in_its_own_process(reader: Reader, ground: Ground, file: Path) -> tuple[list[Took], float]:
    before = _largest()
    return asyncio.run(_run(reader, ground, file)), _largest() - before


def _largest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


async def _run(reader: Reader, ground: Ground, file: Path) -> list[Took]:
    return await reader(ground, file)


def main() -> None:
    parser = ArgumentParser(prog="imports", description="Rows of a merchant's file a second.")
    parser.add_argument("--rows", type=int, default=8_000)
    rows: int = parser.parse_args().rows
    with grounds() as found:
        for ground in found:
            file = ground.folder / "shop.csv"
            write_file(file, rows)
            print(f"{ground.name}: {rows:,} rows, {rows // len(SIZES):,} products")
            for reader in (tuan, plain):
                with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                    done = process.submit(in_its_own_process, reader, ground, file)
                    took, grown = done.result()
                for one in took:
                    print(
                        f"  {one.what:<20}{rows / one.seconds:>7.0f} rows/s "
                        f"{one.cpu / rows * 1000:>7.2f} CPU-s per 1,000   memory +{grown:.0f} MB"
                    )
            _check(ground, rows)


def _check(ground: Ground, rows: int) -> None:
    async def count() -> int:
        engine = open_engine(ground.url)
        async with engine.connect() as connection:
            counted = await connection.scalar(sa.select(sa.func.count(Variant.id)))
        await engine.dispose()
        return counted or 0

    if (there := asyncio.run(count())) != rows * 2:
        raise RuntimeError(f"{there} variants are there, not twice {rows}")


if __name__ == "__main__":
    main()
