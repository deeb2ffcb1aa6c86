"""Searching on somebody's behalf, and saying honestly what was not met."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from bot.catalog.errors import ProductGone
from bot.catalog.models import ProductId
from bot.catalog.repository import CatalogRepository
from bot.catalog.search.ordering import Order
from bot.catalog.search.ranking import Hit
from bot.catalog.search.service import Found, Query, SearchService
from bot.catalog.search.shopwords import names_download
from bot.kit.clock import Clock
from bot.kit.money import Money
from bot.questions.conversation import Answer, Asked, Missed, NothingFound, ProductsFound
from bot.questions.errors import SearchForgotten
from bot.questions.models import KeptSearch, SearchId
from bot.questions.repository import SearchRepository
from bot.questions.understanding import Search

MOST_HITS = 50
_FOUND = TypeAdapter(ProductsFound)


class ProductFinder:
    def __init__(
        self,
        search: SearchService,
        catalog: CatalogRepository,
        searches: SearchRepository,
        clock: Clock,
    ) -> None:
        self._search = search
        self._catalog = catalog
        self._searches = searches
        self._clock = clock

    async def find(self, asked: Asked, wish: Search) -> Answer | None:
        """Answer with products: those that meet every wish, else the nearest, and say so."""
        hits, missed, corrected = await self.look(asked, wish)
        if not hits:
            shown = wish.words or asked.text
            return NothingFound(words=shown[:200]) if asked.expects_answer else None
        if missed == "words" and not asked.expects_answer:
            return None

        kept = await self._searches.add(
            KeptSearch(
                person_id=asked.person_id,
                words=wish.words[:200],
                product_ids=list(hits[:MOST_HITS]),
                made_at=self._clock.now(),
            )
        )
        found = ProductsFound(
            search_id=kept.id,
            product_id=hits[0],
            total=len(kept.product_ids),
            corrected=corrected,
            missed=missed,
            max_price=wish.max_price,
            min_price=wish.min_price,
            order=wish.order,
        )
        kept.said = _FOUND.dump_python(found, mode="json")
        return found

    async def look(self, asked: Asked, wish: Search) -> tuple[list[ProductId], Missed, str | None]:
        """Give product ids best first, what they miss, and the corrected words."""
        query = _query(asked, wish)
        found = await self._search.look(replace(query, in_stock=True))
        if complete := _complete(found):
            return complete, None, found.corrected

        whatever_stock = await self._search.look(query)
        if complete := _complete(whatever_stock):
            return complete, "stock", whatever_stock.corrected
        if bound := wish.max_price or wish.min_price:
            at_any_price = await self._search.look(
                replace(query, min_price=None, max_price=None, in_stock=True)
            )
            if complete := _complete(at_any_price):
                hits = await self._by_price(complete, bound)
                if hits:
                    return hits, "price", at_any_price.corrected
                cheapest = replace(query, min_price=None, max_price=None, order=Order.CHEAPEST)
                return _complete(await self._search.look(cheapest)), "currency", None
        if nearest := _nearest(found):
            return nearest, "words", found.corrected
        return await self._instead(query), "words", None

    async def _instead(self, query: Query) -> list[ProductId]:
        """Where no word is met: downloads for a kind of download, whatever is in reach of a price.

        Words alone that name nothing here bring nothing: a random shelf would be no answer.
        """
        if query.max_price or query.min_price:
            found = await self._search.look(replace(query, words="", in_stock=True))
        elif names_download(query.words):
            found = await self._search.look(replace(query, words="download", in_stock=True))
        else:
            return []
        return _complete(found)

    async def leaf(self, search_id: SearchId, at: int) -> ProductsFound:
        """Open one of the hits, or the next that is still for sale; the ends join.

        Raises SearchForgotten for a search of long ago, ProductGone where nothing is left of it.
        """
        kept = await self._searches.find(search_id)
        if kept is None or not kept.product_ids:
            raise SearchForgotten

        total = len(kept.product_ids)
        for step in range(total):
            here = (at + step) % total
            product = await self._catalog.find(ProductId(kept.product_ids[here]))
            if product and product.is_for_sale:
                said = _FOUND.validate_python(kept.said)
                return replace(said, product_id=product.id, at=here)
        raise ProductGone

    async def _by_price(self, hits: Sequence[ProductId], bound: Money) -> list[ProductId]:
        """The nearest price first: the lowest if it should have been less.

        Empty where all of it is sold for other money: no bound in this one says anything about it.
        """
        products = await self._catalog.get_many(hits[:MOST_HITS])
        distance = {
            product.id: min(abs(price.minor - bound.minor) for price in prices)
            for product in products
            if (prices := product.price_range(bound.currency))
        }
        return sorted(distance, key=lambda product_id: distance[product_id])


def _query(asked: Asked, wish: Search) -> Query:
    words = f"{wish.words} {wish.size or ''}"  # a colour stands among the words already
    return Query(
        words=words,
        without=wish.without,
        min_price=wish.min_price,
        max_price=wish.max_price,
        merchants=asked.merchants,
        order=wish.order,
        prices_in=asked.currency,
    )


def _complete(found: Found) -> list[ProductId]:
    """Hits that meet all words; what only mentions them gives way to what is called so."""
    complete = [hit for hit in found.hits if hit.is_complete]
    named = [hit for hit in complete if hit.is_named]
    return [hit.product_id for hit in named or complete]


def _nearest(found: Found) -> list[ProductId]:
    """Hits that meet as many words as any, if that is at least half of them and names a thing."""
    named = [hit for hit in found.hits if hit.named]
    most = max((hit.met for hit in named), default=0)
    return [hit.product_id for hit in named if _is_near(hit, most)]


def _is_near(hit: Hit, most: int) -> bool:
    return hit.met == most and hit.met * 2 >= hit.asked
