"""How each database is asked for words. Nothing a person typed is ever read as an operator."""

from collections.abc import Sequence
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import Select

from bot.catalog.models import ProductId
from bot.catalog.search.concepts import Concept
from bot.catalog.search.models import SearchDocument

Numbers = Select[ProductId]


class FullText(Protocol):
    def all_of(self, asked: Sequence[Concept]) -> str:
        """Write a condition that every concept is met."""
        ...

    def any_of(self, asked: Sequence[Concept]) -> str: ...

    @property
    def newest_first(self) -> sa.ColumnElement[Any]: ...

    def matching(self, rows: Numbers, condition: str) -> Numbers:
        """Keep what meets the condition."""
        ...

    def unlikeliness(self, condition: str) -> sa.ColumnElement[float]:
        """Weigh what matches; the least comes first. People never see this order."""
        ...

    def lacking(self, rows: Numbers, condition: str) -> Numbers: ...


def full_text(dialect: str) -> FullText:
    return _POSTGRES if dialect == "postgresql" else _SQLITE


class _Fts5:
    _table = sa.table("search_fts", sa.column("rowid", sa.Integer))
    # Weights in the order of the columns, near those of the ranker.
    _weight = sa.literal_column("bm25(search_fts, 5.0, 2.5, 1.5, 1.0, 0.6)", sa.Float())

    @property
    def newest_first(self) -> sa.ColumnElement[Any]:
        return self._table.c.rowid.desc()

    def all_of(self, asked: Sequence[Concept]) -> str:
        return " AND ".join(map(self._concept, asked))

    def any_of(self, asked: Sequence[Concept]) -> str:
        return " OR ".join(map(self._concept, asked))

    def matching(self, rows: Numbers, condition: str) -> Numbers:
        found = rows.join(self._table, self._table.c.rowid == SearchDocument.product_id)
        return found.where(self._match(condition))

    def unlikeliness(self, _condition: str) -> sa.ColumnElement[float]:
        return self._weight

    def lacking(self, rows: Numbers, condition: str) -> Numbers:
        unwanted = sa.select(self._table.c.rowid).where(self._match(condition))
        return rows.where(SearchDocument.product_id.not_in(unwanted))

    def _match(self, condition: str) -> sa.ColumnElement[bool]:
        everywhere = sa.literal_column("search_fts", sa.String)
        return everywhere.op("MATCH", return_type=sa.Boolean())(condition)

    def _concept(self, concept: Concept) -> str:
        # A stem holds letters and digits only, so nothing in it can end the quotation.
        return "(" + " OR ".join(f'"{stem}"' for stem in sorted(concept.stems)) + ")"


class _TsVector:
    _vector = sa.literal_column("search_documents.search_vector", sa.String)

    @property
    def newest_first(self) -> sa.ColumnElement[Any]:
        return SearchDocument.product_id.desc()

    def all_of(self, asked: Sequence[Concept]) -> str:
        return " & ".join(map(self._concept, asked))

    def any_of(self, asked: Sequence[Concept]) -> str:
        return " | ".join(map(self._concept, asked))

    def matching(self, rows: Numbers, condition: str) -> Numbers:
        return rows.where(self._match(condition))

    def unlikeliness(self, condition: str) -> sa.ColumnElement[float]:
        return -sa.func.ts_rank(self._vector, self._query(condition), type_=sa.Float())

    def lacking(self, rows: Numbers, condition: str) -> Numbers:
        return rows.where(sa.not_(self._match(condition)))

    def _match(self, condition: str) -> sa.ColumnElement[bool]:
        return self._vector.op("@@", return_type=sa.Boolean())(self._query(condition))

    def _query(self, condition: str) -> sa.ColumnElement[str]:
        return sa.cast(sa.literal(condition, sa.String), _TsQuery())

    def _concept(self, concept: Concept) -> str:
        return "(" + " | ".join(f"'{stem}'" for stem in sorted(concept.stems)) + ")"


class _TsQuery(sa.types.UserDefinedType[str]):
    cache_ok = True

    def get_col_spec(self, **_kw: object) -> str:
        return "tsquery"


_SQLITE = _Fts5()
_POSTGRES = _TsVector()
