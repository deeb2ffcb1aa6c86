"""A list of any length as one parameter: the statement, and its plan, stay the same."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from bot.kit.db import ID


class _Elements(FunctionElement[Any]):
    name = "json_elements"
    inherit_cache = True


@compiles(_Elements)
def _elsewhere(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401
    return f"json_each({compiler.process(element.clauses, **how)})"


@compiles(_Elements, "postgresql")
def _on_postgres(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401
    return f"json_array_elements({compiler.process(element.clauses, **how)})"


class JsonRows:
    """The rows of a parameter: a list of lists of numbers and texts, each with as many cells."""

    def __init__(self, parameter: str) -> None:
        value = sa.column("value", sa.JSON)
        self.table = _Elements(sa.bindparam(parameter, type_=sa.JSON)).table_valued(value)

    def number(self, cell: int) -> sa.ColumnElement[int]:
        return sa.cast(self.text(cell), ID)

    def text(self, cell: int) -> sa.ColumnElement[str]:
        text: sa.ColumnElement[str] = self.table.c.value[cell].as_string()
        return text
