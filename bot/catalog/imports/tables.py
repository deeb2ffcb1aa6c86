"""Tables in text files, row by row: any separator, broken quotes named and stepped over."""

import csv
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.drafts import Remark
from bot.catalog.imports.encodings import encoding_of
from bot.catalog.imports.values import shorten

MAX_LINES_A_ROW = 2_000
MAX_LINE = 1_000_000  # letters: one line of a real table is far below
MAX_COLUMNS = 500
_DELIMITERS = ",;\t|"
_HEADER_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: Mapping[str, str]  # by the names of the header

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Table:
    """A text file with a header. ``known`` tells how many names of a header make sense."""

    def __init__(self, file: Path, known: Callable[[Sequence[str]], int]) -> None:
        self._file = file
        self._encoding = encoding_of(file)
        self._delimiter, self.header = self._best_header(known)

    def rows(self) -> Iterator[Row | Remark]:
        """Read again from the start. Memory stays small however long the file is."""
        with self._file.open(encoding=self._encoding, errors="replace", newline="") as opened:
            lines = _Lines(opened)
            yield from self._rows(lines)

    def _rows(self, lines: "_Lines") -> Iterator[Row | Remark]:
        is_header = True
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        while True:
            lines.start_row()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, _TooLong):
                yield Remark(text="catalog-import-bad-quote", line=lines.first)
                lines.back_to_second_line()
                reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
                continue
            if is_header or not any(cell.strip() for cell in cells):
                is_header = is_header and not any(cell.strip() for cell in cells)
                continue
            yield self._row(cells, lines)

    def _row(self, cells: list[str], lines: "_Lines") -> Row | Remark:
        width = len(self.header)
        too_many = len(cells) > width and any(cell.strip() for cell in cells[width:])
        # A quote that was closed by a later row's quote swallows the rows between.
        swallowed = lines.is_long and len(cells) != width
        if too_many or swallowed:
            remark = Remark(
                text="catalog-import-bad-columns",
                line=lines.first,
                facts={"found": len(cells), "expected": width},
            )
            if lines.is_long:
                lines.back_to_second_line()
            return remark
        return Row(lines.first, dict(zip(self.header, cells, strict=False)))

    def _best_header(self, known: Callable[[Sequence[str]], int]) -> tuple[str, list[str]]:
        with self._file.open(encoding=self._encoding, errors="replace", newline="") as opened:
            sample = opened.read(_HEADER_SAMPLE).lstrip("\ufeff\r\n")
        first = sample.splitlines()[0] if sample.strip() else ""
        if not first:
            raise FileUnreadable(why="empty")
        tried = {delimiter: _cells(sample, delimiter) for delimiter in _candidates(first)}
        best = max(tried, key=lambda delimiter: known(tried[delimiter]))
        header = [name.strip().strip("\ufeff") for name in tried[best]]
        if known(header) == 0 or len(header) > MAX_COLUMNS:
            found = ", ".join(shorten(name, 20) for name in header[:4])
            raise FileUnreadable(why="header", found=found)
        return best, header


class _TooLong(Exception):
    """A row that does not end: a quote was opened and never closed."""


class _Lines:
    """Gives a reader its lines, and remembers those of the row it is in."""

    def __init__(self, opened: Iterator[str]) -> None:
        self._source = opened
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self._number += 1
        self._row.append(line)
        if len(self._row) > MAX_LINES_A_ROW or len(line) > MAX_LINE:
            raise _TooLong
        return line.lstrip("\ufeff") if self._number == 1 else line

    @property
    def first(self) -> int:
        return self._number - len(self._row) + 1

    @property
    def is_long(self) -> bool:
        return len(self._row) > 1

    def start_row(self) -> None:
        self._row = []

    def back_to_second_line(self) -> None:
        """Read the row's lines but for the first again, each as a row of its own."""
        self._again.extendleft(reversed(self._row[1:]))
        self._number -= len(self._row) - 1
        self._row = self._row[:1]


def _candidates(first_line: str) -> str:
    try:
        sniffed = csv.Sniffer().sniff(first_line, delimiters=_DELIMITERS).delimiter
    except csv.Error:
        sniffed = ""
    return sniffed + _DELIMITERS


def _cells(sample: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []
