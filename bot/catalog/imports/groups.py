"""Rows that stand together in a file and belong to one product."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.catalog.imports.drafts import Remark
from bot.catalog.imports.tables import Row
from bot.catalog.imports.values import BadCell, unescape_formula
from bot.catalog.texts import HANDLE_LIMIT, clean_line

MAX_ROWS_A_PRODUCT = 2_000


@dataclass(frozen=True, slots=True)
class Group:
    handle: str
    rows: list[Row]


def grouped(
    rows: Iterator[Row | Remark], handle_of: Callable[[Row], str]
) -> Iterator[Group | Remark]:
    """Gather the rows that follow each other under one handle."""
    gathered: list[Row] = []
    handle = ""
    for row in rows:
        if isinstance(row, Remark):
            yield row
            continue
        here = clean_line(unescape_formula(handle_of(row)))
        if not here or len(here) > HANDLE_LIMIT:
            problem = "handle-long" if here else "handle"
            yield Remark(text=f"catalog-import-bad-{problem}", line=row.line, column="Handle")
            continue
        if gathered and (here != handle or len(gathered) >= MAX_ROWS_A_PRODUCT):
            yield Group(handle, gathered)
            gathered = []
        handle = here
        gathered.append(row)
    if gathered:
        yield Group(handle, gathered)


@dataclass(slots=True)
class Cells:
    """Reads a row's cells and keeps what is wrong with them."""

    row: Row
    remarks: list[Remark]

    def line(self, column: str) -> str:
        return clean_line(unescape_formula(self.row[column]))

    def value(self, column: str, read: Callable[[str], int | None]) -> int | None:
        """Read a number; None where it is absent or wrong, and then ``remarks`` has grown."""
        try:
            return read(self.row[column])
        except BadCell as bad:
            self.remarks.append(bad.remark(self.row.line, column))
            return None
