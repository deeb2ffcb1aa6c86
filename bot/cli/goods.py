"""``tuan import`` and ``tuan export``: a merchant's products from a file, and into one."""

import asyncio
import re
import sys
import time
from argparse import Namespace
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path

from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import build_container
from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.drafts import Item, ProductDraft, Remark
from bot.catalog.imports.exporting import ShopExport
from bot.catalog.imports.models import FileKind
from bot.catalog.imports.reading import kind_of, read
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.imports.shelving import Placed, Shelving
from bot.catalog.models import Merchant
from bot.catalog.repository import MerchantRepository
from bot.cli.readiness import check_readiness
from bot.cli.stop import Stop
from bot.kit.money import Currency
from bot.kit.texts import FALLBACK, Words
from config.settings import Settings

BATCH = 100
NEWS = 2.0  # seconds between two lines of progress
REMARKS_SHOWN = 100
TAG = re.compile(r"</?b>")
words = Words(FALLBACK)


def take_in(arguments: Namespace) -> int:
    """Import a file. Bad rows are named and left out; run twice, nothing doubles."""
    file: Path = arguments.file
    try:
        placed = asyncio.run(_take_in(arguments))
    except OSError as error:
        raise Stop(f"{file} cannot be read: {error.strerror}.") from error
    except FileUnreadable as error:
        raise Stop(f"{file}: {words.plain(error.text, **error.facts)}") from error
    report(placed, preview=arguments.preview)
    return 0


def give_out(arguments: Namespace) -> int:
    """Export a merchant's products, in the form that the file's name asks for."""
    file: Path = arguments.file
    if file.suffix.lower() not in {".csv", ".json"}:
        raise Stop(f"{file} ends neither in .csv nor in .json.")
    content = asyncio.run(_give_out(arguments.merchant, as_csv=file.suffix.lower() == ".csv"))
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Stop(f"{file} cannot be written: {error.strerror}.") from error
    _say(f"{file}: {len(content) // 1024 + 1} KiB")
    return 0


async def _take_in(arguments: Namespace) -> Placed:
    kind = kind_of(arguments.file)
    async with _shop() as shop:
        if arguments.merchant:
            return await _import(shop, arguments, kind)
        if kind is not FileKind.JSON or arguments.preview:
            raise Stop("Name whose products these are: --merchant HANDLE")
        async with _transaction(shop) as scope:
            return await (await scope.get(ShopSeeding)).seed(arguments.file)


async def _import(shop: AsyncContainer, arguments: Namespace, kind: FileKind) -> Placed:
    """Place a batch a transaction: a shop that is open goes on selling meanwhile."""
    placed, done, told = Placed(), 0, time.monotonic()
    items = await _items(shop, arguments, kind)
    while batch := await asyncio.to_thread(lambda: list(islice(items, BATCH))):
        placed.add(_remarked(batch))
        async with _transaction(shop) as scope:
            merchant = await _merchant(scope, arguments.merchant)
            shelving = await scope.get(Shelving)
            found = await shelving.place(
                merchant,
                [one for one in batch if isinstance(one, ProductDraft)],
                really=not arguments.preview,
                folder=arguments.file.parent,
            )
            await shelving.tell(merchant, found)
        placed.add(found)
        done += len(batch)
        if time.monotonic() - told >= NEWS:
            told = time.monotonic()
            _say(words.plain("catalog-import-read", count=done))
    return placed


async def _items(shop: AsyncContainer, arguments: Namespace, kind: FileKind) -> Iterator[Item]:
    usual = _currency(arguments.currency)
    async with _transaction(shop) as scope:
        merchant = await _merchant(scope, arguments.merchant)
        return read(
            arguments.file,
            kind,
            merchant=merchant.handle,
            language=merchant.language,
            currency=usual or merchant.currency,
        )


async def _give_out(handle: str, *, as_csv: bool) -> bytes:
    async with _shop() as shop, _transaction(shop) as scope:
        merchant = await _merchant(scope, handle)
        export = await scope.get(ShopExport)
        return await (export.as_csv(merchant) if as_csv else export.as_json(merchant))


@asynccontextmanager
async def _shop() -> AsyncIterator[AsyncContainer]:
    shop = build_container(Settings())
    try:
        await check_readiness(shop)
        yield shop
    finally:
        await shop.close()


@asynccontextmanager
async def _transaction(shop: AsyncContainer) -> AsyncIterator[AsyncContainer]:
    async with shop() as scope:
        yield scope
        await (await scope.get(AsyncSession)).commit()


async def _merchant(scope: AsyncContainer, handle: str) -> Merchant:
    merchants = await scope.get(MerchantRepository)
    merchant = await merchants.find_by_handle(handle)
    if merchant is None:
        known = ", ".join(sorted(one.handle for one in await merchants.all()))
        raise Stop(f"There is no merchant “{handle}”. Known: {known or 'none yet'}.")
    return merchant


def _currency(code: str | None) -> Currency | None:
    try:
        return Currency(code.upper()) if code else None
    except ValueError as error:
        raise Stop(f"{code} is not a currency of this shop, such as EUR.") from error


def _remarked(batch: list[Item]) -> Placed:
    remarks = [one for one in batch if isinstance(one, Remark)]
    placed = Placed(remarks=remarks)
    placed.counts["bad"] = sum(one.is_bad for one in remarks)
    return placed


def report(placed: Placed, *, preview: bool = False) -> None:
    for remark in placed.remarks[:REMARKS_SHOWN]:
        _say(_remark(remark))
    if len(placed.remarks) > REMARKS_SHOWN:
        more = len(placed.remarks) - REMARKS_SHOWN
        _say(words.plain("catalog-import-more", count=more))
    if preview:
        _say("Preview: nothing was changed.")
    for line in _counts(placed):
        _say(line)


def _remark(remark: Remark) -> str:
    """Say where and what, such as ``✗ Line 7, price: “abc” is not a price``."""
    line = [words.plain("catalog-import-line", line=str(remark.line))] if remark.line else []
    where = ", ".join([*line, *([remark.column] if remark.column else [])])
    said = words.plain(remark.text, **remark.facts)
    return f"{'✗' if remark.is_bad else 'ℹ'} {f'{where}: ' if where else ''}{said}"


def _counts(placed: Placed) -> list[str]:
    count = placed.counts
    told = [
        words.plain(
            f"catalog-import-count-{kind}",
            products=count[kind],
            variants=count[f"variants-{kind}"],
        )
        for kind in ("new", "changed", "unchanged")
        if count[kind] or count[f"variants-{kind}"]
    ]
    if count["bad"]:
        told.append(TAG.sub("", words.plain("catalog-import-count-bad", count=count["bad"])))
    return told or [words.plain("catalog-import-nothing")]


def _say(line: str) -> None:
    print(line, file=sys.stdout, flush=True)  # noqa: T201 -- the command line speaks to a person
