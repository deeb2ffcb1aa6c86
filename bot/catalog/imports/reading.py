"""Any import file as one stream of drafts and remarks, and the place where streams wait."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.catalog.errors import FileUnreadable
from bot.catalog.imports import plain, shop_json, shopify
from bot.catalog.imports.drafts import Item, MerchantDraft, Remark
from bot.catalog.imports.duplicates import without_duplicates
from bot.catalog.imports.models import FileKind, ImportRun, ImportRunId
from bot.catalog.imports.tables import Table
from bot.kit.money import Currency

_HEAD = 4_096
MAX_OPEN = 8


def kind_of(file: Path) -> FileKind:
    """Look at the beginning of a file. Raises FileUnreadable."""
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")):
        return FileKind.JSON
    table = Table(file, lambda names: max(shopify.known_columns(names), plain.known_columns(names)))
    return FileKind.SHOPIFY if shopify.known_columns(table.header) else FileKind.PLAIN


def read(
    file: Path, kind: FileKind, *, merchant: str, language: str, currency: Currency
) -> Iterator[Item]:
    """Read what belongs to one merchant, named by handle. Raises FileUnreadable."""
    match kind:
        case FileKind.SHOPIFY:
            return without_duplicates(shopify.read(file, language, currency))
        case FileKind.PLAIN:
            return without_duplicates(plain.read(file, language, currency))
        case FileKind.JSON:
            return without_duplicates(_only_of(merchant, shop_json.read(file, language)))


def _only_of(handle: str, items: Iterator[Item]) -> Iterator[Item]:
    """Nobody brings in products for a merchant they do not act for."""
    is_theirs = True
    for item in items:
        if not isinstance(item, MerchantDraft):
            if is_theirs:
                yield item
            continue
        is_theirs = item.handle == handle
        if not is_theirs:
            yield Remark(text="catalog-import-bad-merchant", facts={"name": item.name})


@dataclass(slots=True)
class _Open:
    items: Iterator[Item]
    position: int


class ReadingDesk:
    """Keeps files open between two batches. What is not here is read again from the start."""

    def __init__(self) -> None:
        self._open: dict[ImportRunId, _Open] = {}
        self._stumbles: dict[ImportRunId, int] = {}

    def read(self, run: ImportRun, file: Path, merchant: str, count: int) -> list[Item]:
        """Read the next things after ``run.done``; fewer than ``count`` means the end.

        A transaction that was rolled back leaves us ahead of the run: then we start over.
        """
        here = self._open.pop(run.id, None)
        if here is None or here.position != run.done:
            here = _Open(_items(run, file, merchant), run.done)
            next(islice(here.items, run.done, run.done), None)
        batch = list(islice(here.items, count))
        if len(batch) == count:
            while len(self._open) >= MAX_OPEN:
                self._open.pop(next(iter(self._open)))
            self._open[run.id] = _Open(here.items, run.done + len(batch))
        return batch

    def stumble(self, run_id: ImportRunId) -> int:
        """Count the times that a batch did not go through."""
        self._stumbles[run_id] = self._stumbles.get(run_id, 0) + 1
        return self._stumbles[run_id]

    def recover(self, run_id: ImportRunId) -> None:
        self._stumbles.pop(run_id, None)

    def close(self) -> None:
        self._open.clear()


def _items(run: ImportRun, file: Path, merchant: str) -> Iterator[Item]:
    if run.kind is None:
        raise FileUnreadable(why="shape")
    return read(file, run.kind, merchant=merchant, language=run.language, currency=run.currency)


def as_json(remark: Remark) -> dict[str, object]:
    return {
        "text": remark.text,
        "line": remark.line,
        "column": remark.column,
        "facts": json.loads(json.dumps(remark.facts)),
        "is_bad": remark.is_bad,
    }
