"""The catalogue's own words: how rare each is, and which one a misspelt word meant."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    and_,
    bindparam,
    delete,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.search.compounds import Known
from bot.catalog.search.models import SearchWord
from bot.catalog.search.spelling import best_correction, slips_forgiven
from bot.kit.many_rows import Rows, rows_of

ALL_DOCUMENTS = "/"  # counts every product; no word and no stem is empty
_SHORTEST_CORRECTED = 4
_LOCK = 7_350_201  # no other advisory lock of ours has this number
_BATCH = 2000
_LAST_SIGN = chr(0x10FFFF)


class Looked(NamedTuple):
    documents: int  # in all
    standing: dict[str, int]  # in how many of them a stem stands
    ending: tuple[Known, ...]


class _LookUp(NamedTuple):
    stems: Rows
    ends: Rows
    statement: CompoundSelect[str | None, str, int]


@cache
def _look_up(dialect: str) -> _LookUp:
    rows = rows_of(dialect)
    stems, ends = rows("stems", str), rows("ends", str, str)
    counted = (
        select(null().label("word"), SearchWord.stem, func.sum(SearchWord.documents))
        .where(SearchWord.stem.in_(select(stems.cell(0)).select_from(stems.table)))
        .group_by(SearchWord.stem)
    )
    begun = (SearchWord.backwards >= ends.cell(0)) & (SearchWord.backwards < ends.cell(1))
    ending = (
        select(SearchWord.word, SearchWord.stem, func.max(SearchWord.documents))
        .select_from(ends.table)
        .join(SearchWord, begun)
        .group_by(SearchWord.word, SearchWord.stem)
    )
    return _LookUp(stems, ends, union_all(counted, ending))


_FORGET = delete(SearchWord).where(
    SearchWord.word == bindparam("word"),
    SearchWord.stem == bindparam("stem"),
    SearchWord.documents <= 0,
)


class Vocabulary:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, change: Mapping[str, int]) -> None:
        """Add to, or take from, the number of products in which each "word/stem" stands."""
        changed = sorted((key, by) for key, by in change.items() if by)
        if not changed:
            return

        await self._wait_for_turn()
        for start in range(0, len(changed), _BATCH):
            await self._session.execute(
                self._add(), [_row(key, by) for key, by in changed[start : start + _BATCH]]
            )
        rarer = [_row(key, by) for key, by in changed if by < 0]
        for start in range(0, len(rarer), _BATCH):
            connection = await self._session.connection()
            await connection.execute(_FORGET, rarer[start : start + _BATCH])

    async def look_up(self, stems: Collection[str], ends: Collection[str]) -> Looked:
        """Tell in how many products each stem stands, and which words end in one of ``ends``.

        One statement, whose cost does not grow with the catalogue: every stem and every end is a
        search in an index.
        """
        say = _look_up(self._session.get_bind().dialect.name)
        found = await self._session.execute(
            say.statement,
            {
                **say.stems.parameters([(stem,) for stem in {*stems, ""}]),
                **say.ends.parameters([_span(end) for end in ends]),
            },
        )
        standing: dict[str, int] = {}
        ending: list[Known] = []
        for word, stem, documents in found:
            if word is None:
                standing[stem] = int(documents)
            else:
                ending.append(Known(word, stem, int(documents)))
        everything = standing.pop("", 0)
        return Looked(
            everything, {stem: min(n, everything) for stem, n in standing.items()}, tuple(ending)
        )

    async def closest(self, misspelt: Collection[str]) -> dict[str, str]:
        """Give for each the word of the catalogue that was most likely meant, if one is close.

        Ask only for words that stand nowhere: correcting rare words turns "xbox" into "box".
        """
        asked = [word for word in misspelt if len(word) >= _SHORTEST_CORRECTED and word.isalpha()]
        if not asked:
            return {}
        found = await self._session.execute(
            select(SearchWord.word, func.max(SearchWord.documents))
            .where(or_(*map(_may_be, asked)))
            .group_by(SearchWord.word)
        )
        words = [(str(word), int(count)) for word, count in found]
        meant = {word: best_correction(word, words) for word in asked}
        return {word: right for word, right in meant.items() if right is not None}

    async def _wait_for_turn(self) -> None:
        # Two imports that count the same words in different order would wait for each other.
        if self._dialect == "postgresql":
            await self._session.execute(select(func.pg_advisory_xact_lock(_LOCK)))

    def _add(self) -> sqlite.Insert | postgresql.Insert:
        # The two databases spell this alike, but SQLAlchemy keeps a class for each.
        if self._dialect == "postgresql":
            added = postgresql.insert(SearchWord)
            return added.on_conflict_do_update(
                index_elements=["word", "stem"],
                set_={"documents": SearchWord.documents + added.excluded.documents},
            )
        put = sqlite.insert(SearchWord)
        return put.on_conflict_do_update(
            index_elements=["word", "stem"],
            set_={"documents": SearchWord.documents + put.excluded.documents},
        )

    @property
    def _dialect(self) -> str:
        return self._session.get_bind().dialect.name


def _row(key: str, by: int) -> dict[str, str | int]:
    word, _, stem = key.partition("/")
    return {
        "word": word,
        "stem": stem,
        "head": word[:2],
        "tail": word[-2:],
        "backwards": word[::-1],
        "documents": by,
    }


def _may_be(misspelt: str) -> ColumnElement[bool]:
    slips = slips_forgiven(misspelt)
    shortest = max(_SHORTEST_CORRECTED - 1, len(misspelt) - slips)
    return and_(
        (SearchWord.head == misspelt[:2]) | (SearchWord.tail == misspelt[-2:]),
        func.length(SearchWord.word).between(shortest, len(misspelt) + slips),
    )


def _span(end: str) -> tuple[str, str]:
    """Give the bounds between which every word with this end lies, read backwards."""
    begun = end[::-1]
    return begun, begun + _LAST_SIGN
