"""Finding products by words, price, merchant and stock."""

from dataclasses import dataclass, field

from bot.catalog.models import MerchantId
from bot.catalog.search.candidates import Candidates, Conditions
from bot.catalog.search.concepts import concepts
from bot.catalog.search.ordering import Order
from bot.catalog.search.ranking import Hit, rank, rarity
from bot.catalog.search.vocabulary import Vocabulary
from bot.catalog.search.wording import Wordings
from bot.kit.money import Currency, Money

# All words first; if that is not enough, the products that have any of the rarest few.
_CANDIDATES = 100
_RAREST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    words: str = ""
    without: str = ""
    min_price: Money | None = None
    max_price: Money | None = None
    currency: Currency | None = None  # only what has a price in it
    merchants: frozenset[MerchantId] | None = None  # None: of all merchants
    in_stock: bool = False
    order: Order = Order.BEST_MATCH
    prices_in: Currency | None = None  # what "cheapest" compares


@dataclass(frozen=True, slots=True)
class Found:
    """``corrected`` are the query's words after spelling; None if they were right."""

    hits: list[Hit] = field(default_factory=list)
    corrected: str | None = None


class SearchService:
    def __init__(self, candidates: Candidates, vocabulary: Vocabulary) -> None:
        self._candidates = candidates
        self._wordings = Wordings(vocabulary)

    async def find(self, query: Query, limit: int = 10, offset: int = 0) -> list[Hit]:
        """Give the hits from ``offset`` on, best first; at most a hundred in all."""
        found = await self.look(query)
        return found.hits[offset : offset + limit]

    async def look(self, query: Query) -> Found:
        """Give all hits, best first, and say whether a word had to be corrected.

        Without words everything that meets the conditions is a hit, the newest first.
        """
        conditions = _conditions(query)
        if not concepts(query.words):
            rows = await self._candidates.all(conditions, _CANDIDATES)
            return Found(await self._in_order(rank(rows, (), documents=0, standing={}), conditions))

        read = await self._wordings.read(query.words)
        documents, standing = read.documents, read.standing
        common_last = sorted(read.asked, key=lambda c: -rarity(c, documents, standing))
        present = [c for c in common_last if any(standing.get(s) for s in c.stems)]
        rows = await self._candidates.having(present, conditions, _CANDIDATES, _RAREST)
        hits = rank(rows, read.asked, documents=documents, standing=standing)
        return Found(await self._in_order(hits, conditions), read.corrected)

    async def _in_order(self, hits: list[Hit], conditions: Conditions) -> list[Hit]:
        """Keep what meets all words before what meets some; among equals the wish decides."""
        if conditions.order is Order.BEST_MATCH:
            return hits
        places = await self._candidates.places([hit.product_id for hit in hits], conditions)
        last = len(places)
        return sorted(
            hits,
            key=lambda hit: (
                not hit.is_complete,
                not hit.is_named,
                places.get(hit.product_id, last),
            ),
        )


def _conditions(query: Query) -> Conditions:
    return Conditions(
        without=concepts(query.without),
        min_price=query.min_price,
        max_price=query.max_price,
        currency=query.currency,
        merchants=query.merchants,
        in_stock=query.in_stock,
        order=query.order,
        prices_in=query.prices_in,
    )
