"""Finding products by words, price, merchant and stock."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.catalog.models import MerchantId
from bot.catalog.search.candidates import Candidates, Conditions
from bot.catalog.search.concepts import Concept, concept_of, concepts
from bot.catalog.search.ranking import Hit, rank, rarity
from bot.catalog.search.shopwords import head_of, same_meaning
from bot.catalog.search.vocabulary import Vocabulary
from bot.kit.money import Currency, Money

# All words first; if that is not enough, the products that have any of the rarest few.
_CANDIDATES = 100
_RAREST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    words: str = ""
    without: str = ""
    min_price: Money | None = None
    max_price: Money | None = None
    currency: Currency | None = None  # only what has a price in it
    merchants: frozenset[MerchantId] | None = None  # None: of all merchants
    in_stock: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """``corrected`` are the query's words after spelling; None if they were right."""

    hits: list[Hit] = field(default_factory=list)
    corrected: str | None = None


class SearchService:
    def __init__(self, candidates: Candidates, vocabulary: Vocabulary) -> None:
        self._candidates = candidates
        self._vocabulary = vocabulary

    async def find(self, query: Query, limit: int = 10, offset: int = 0) -> list[Hit]:
        """Give the hits from ``offset`` on, best first; at most a hundred in all."""
        found = await self.look(query)
        return found.hits[offset : offset + limit]

    async def look(self, query: Query) -> Found:
        """Give all hits, best first, and say whether a word had to be corrected.

        Without words everything that meets the conditions is a hit, the newest first.
        """
        conditions = _conditions(query)
        asked = concepts(query.words)
        if not asked:
            rows = await self._candidates.newest(conditions, _CANDIDATES)
            return Found(rank(rows, (), documents=0, standing={}))

        documents, standing = await self._sizes(asked)
        asked, corrected = await self._spell(asked, standing)
        if corrected:
            documents, standing = await self._sizes(asked)
        common_last = sorted(asked, key=lambda c: -rarity(c, documents, standing))
        present = [c for c in common_last if any(standing.get(s) for s in c.stems)]
        rows = await self._candidates.having(present, conditions, _CANDIDATES, _RAREST)
        return Found(rank(rows, asked, documents=documents, standing=standing), corrected)

    async def _meant(self, word: str) -> str | None:
        """Correct a word that stands nowhere, unless the trade knows it: then it is right."""
        if word in same_meaning():
            return None
        return await self._vocabulary.closest(word) or head_of(word)

    async def _sizes(self, asked: Sequence[Concept]) -> tuple[int, dict[str, int]]:
        return await self._vocabulary.sizes(frozenset().union(*(c.stems for c in asked)))

    async def _spell(
        self, asked: Sequence[Concept], standing: dict[str, int]
    ) -> tuple[tuple[Concept, ...], str | None]:
        spelt = []
        for concept in asked:
            unknown = not any(standing.get(stem) for stem in concept.stems)
            meant = await self._meant(concept.written) if unknown else None
            spelt.append(concept_of(meant) if meant else concept)
        if all(old.written == new.written for old, new in zip(asked, spelt, strict=True)):
            return tuple(asked), None
        return tuple(spelt), " ".join(concept.written for concept in spelt)


def _conditions(query: Query) -> Conditions:
    return Conditions(
        without=concepts(query.without),
        min_price=query.min_price,
        max_price=query.max_price,
        currency=query.currency,
        merchants=query.merchants,
        in_stock=query.in_stock,
    )
