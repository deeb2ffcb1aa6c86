"""The catalogue's own words: how rare each is, and which one a misspelt word meant."""

from collections.abc import Collection, Mapping

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.search.compounds import Known
from bot.catalog.search.models import SearchWord
from bot.catalog.search.spelling import best_correction, slips_forgiven

ALL_DOCUMENTS = "/"  # counts every product; no word and no stem is empty
_SHORTEST_CORRECTED = 4
_LOCK = 7_350_201  # no other advisory lock of ours has this number
_BATCH = 2000


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
        if any(by < 0 for _, by in changed):
            await self._session.execute(delete(SearchWord).where(SearchWord.documents <= 0))

    async def sizes(self, stems: Collection[str]) -> tuple[int, dict[str, int]]:
        """Tell how many products there are, and in how many each stem stands."""
        found = await self._session.execute(
            select(SearchWord.stem, func.sum(SearchWord.documents))
            .where(SearchWord.stem.in_({*stems, ""}))
            .group_by(SearchWord.stem)
        )
        documents = {stem: int(count) for stem, count in found}
        everything = documents.pop("", 0)
        return everything, {stem: min(n, everything) for stem, n in documents.items()}

    async def closest(self, misspelt: str) -> str | None:
        """Give the word of the catalogue that was most likely meant; None if none is close.

        Ask only for a word that stands nowhere: correcting rare words turns "xbox" into "box".
        """
        if len(misspelt) < _SHORTEST_CORRECTED or not misspelt.isalpha():
            return None
        slips = slips_forgiven(misspelt)
        found = await self._session.execute(
            select(SearchWord.word, func.max(SearchWord.documents))
            .where(
                (SearchWord.head == misspelt[:2]) | (SearchWord.tail == misspelt[-2:]),
                func.length(SearchWord.word).between(
                    max(_SHORTEST_CORRECTED - 1, len(misspelt) - slips), len(misspelt) + slips
                ),
            )
            .group_by(SearchWord.word)
        )
        return best_correction(misspelt, ((str(word), int(count)) for word, count in found))

    async def ending_in(self, ends: Collection[str]) -> list[Known]:
        """List the longer words of the catalogue that end in one of these, letters all of them."""
        if not ends:
            return []
        found = await self._session.execute(
            select(SearchWord.word, SearchWord.stem).where(
                SearchWord.tail.in_({end[-2:] for end in ends}),
                func.length(SearchWord.word) > min(map(len, ends)) + 1,
                or_(*(SearchWord.word.like(f"_%{end}") for end in sorted(ends))),
            )
        )
        return [Known(word, stem) for word, stem in found]

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
    return {"word": word, "stem": stem, "head": word[:2], "tail": word[-2:], "documents": by}
