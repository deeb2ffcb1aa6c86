"""A list of any length as parameters that never change in number: nor do statement and plan."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from bot.kit.db import ID

Row: TypeAlias = tuple[object, ...]
Cell: TypeAlias = type[int] | type[str]


class Rows(Protocol):
    """A table of rows that come with the statement; each has cells of the same kinds."""

    def __init__(self, name: str, *cells: Cell) -> None: ...

    @property
    def table(self) -> sa.FromClause: ...

    def cell(self, nth: int) -> sa.ColumnElement[Any]: ...

    def parameters(self, rows: Sequence[Row]) -> Mapping[str, object]: ...


class JsonRows:
    """One text with all rows, which SQLite reads faster than it is called for each."""

    def __init__(self, name: str, *cells: Cell) -> None:
        self._name = name
        self._cells = cells
        each = sa.func.json_each(sa.bindparam(name, type_=sa.String))
        self.table: sa.FromClause = each.table_valued(sa.column("value", sa.JSON), name=name)

    def cell(self, nth: int) -> sa.ColumnElement[Any]:
        text: sa.ColumnElement[str] = self.table.c.value[nth].as_string()
        return sa.cast(text, ID) if self._cells[nth] is int else text

    def parameters(self, rows: Sequence[Row]) -> Mapping[str, object]:
        return {self._name: json.dumps(rows)}


class ArrayRows:
    """A column is an array, which PostgreSQL reads in half the time of JSON."""

    def __init__(self, name: str, *cells: Cell) -> None:
        self._names = [f"{name}_{nth}" for nth in range(len(cells))]
        types = [ID if cell is int else sa.String() for cell in cells]
        arrays = [
            sa.bindparam(parameter, type_=ARRAY(kind))
            for parameter, kind in zip(self._names, types, strict=True)
        ]
        columns = [sa.column(each, kind) for each, kind in zip(self._names, types, strict=True)]
        self.table: sa.FromClause = (
            sa.func.unnest(*arrays).table_valued(*columns, name=name).render_derived()
        )

    def cell(self, nth: int) -> sa.ColumnElement[Any]:
        column: sa.ColumnElement[Any] = self.table.c[self._names[nth]]
        return column

    def parameters(self, rows: Sequence[Row]) -> Mapping[str, object]:
        columns = map(list, zip(*rows, strict=True)) if rows else ([] for _ in self._names)
        return dict(zip(self._names, columns, strict=True))


def rows_of(dialect: str) -> type[JsonRows] | type[ArrayRows]:
    return ArrayRows if dialect == "postgresql" else JsonRows
