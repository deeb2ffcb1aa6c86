"""BM25F: one score over several fields.

Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
The same ranker runs over both databases, so that they answer alike.
"""

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from bot.catalog.models import MerchantId, ProductId
from bot.catalog.search.concepts import Concept

# Found on judged queries, see benchmarks/search.py: the weight of a field, and how much its
# length counts.
_FIELDS = {
    "title": (5.0, 0.5),
    "tags": (2.5, 0.4),
    "options": (1.5, 0.3),
    "attributes": (1.0, 0.6),
    "body": (0.6, 0.7),
}
_SATURATION = 1.5
_OF_A_KIND = 0.3  # a word that only ends in what was asked for


@dataclass(frozen=True, slots=True)
class Candidate:
    product_id: ProductId
    merchant_id: MerchantId
    fields: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Hit:
    product_id: ProductId
    merchant_id: MerchantId
    score: float
    met: int  # how many of the query's concepts stand in the product
    asked: int
    named: int = 0  # how many of them its title, tags, options or attributes name, colours apart
    nameable: int = 0

    @property
    def is_complete(self) -> bool:
        return self.met >= self.asked

    @property
    def is_named(self) -> bool:
        """True where nothing is met by a passing remark in the description alone."""
        return self.named >= self.nameable


def rank(
    candidates: Sequence[Candidate],
    asked: Sequence[Concept],
    *,
    documents: int,
    standing: Mapping[str, int],
) -> list[Hit]:
    """Order candidates, best first and the newer of two equals.

    ``standing`` tells in how many products a stem stands.
    """
    average = _average_lengths(candidates)
    telling = _telling(asked)
    weights = [rarity(concept, documents, standing) for concept in asked]
    goods = [concept.is_goods for concept in asked]
    colours = [concept.is_colour for concept in asked]
    hits = []
    for candidate in candidates:
        found, strong = _met(candidate, telling, average, len(asked))
        hits.append(
            Hit(
                product_id=candidate.product_id,
                merchant_id=candidate.merchant_id,
                score=sum(w * f / (_SATURATION + f) for w, f in zip(weights, found, strict=True)),
                met=sum(map(_is_met, found, strong, goods)),
                asked=len(asked),
                named=sum(map(operator.gt, strong, colours)),
                nameable=len(asked) - sum(colours),
            )
        )
    return sorted(hits, key=lambda hit: (-hit.score, -hit.product_id))


def rarity(concept: Concept, documents: int, standing: Mapping[str, int]) -> float:
    """A rare word tells more (idf); a word with several forms stands where any of them does."""
    own = concept.stems - concept.kinds
    if not any(standing.get(stem) for stem in own):
        own = concept.stems
    stands = min(documents, sum(standing.get(stem, 0) for stem in own))
    return log(1 + (documents - stands + 0.5) / (stands + 0.5))


def _is_met(frequency: float, strong: bool, is_goods: bool) -> bool:
    """Kinds of things have to be named: "good with a teapot" makes nothing a teapot."""
    return strong or (frequency > 0 and not is_goods)


def _telling(asked: Sequence[Concept]) -> dict[str, list[tuple[int, float]]]:
    """Say of each stem which concepts it meets, by their places, and how well."""
    telling: dict[str, list[tuple[int, float]]] = {}
    for place, concept in enumerate(asked):
        for stem in concept.stems:
            well = _OF_A_KIND if stem in concept.kinds else 1.0
            telling.setdefault(stem, []).append((place, well))
    return telling


def _met(
    candidate: Candidate,
    telling: Mapping[str, Sequence[tuple[int, float]]],
    average: Mapping[str, float],
    asked: int,
) -> tuple[list[float], list[bool]]:
    """Tell how often each concept is met, and whether it is named; few words of any are asked."""
    often, strong = [0.0] * asked, [False] * asked
    wanted = frozenset(telling)
    for name, (weight, by_length) in _FIELDS.items():
        words = candidate.fields[name]
        for stem in wanted.intersection(words):
            length = len(words) / average[name]
            times = weight * words.count(stem) / (1 - by_length + by_length * length)
            for place, well in telling[stem]:
                often[place] += well * times
                strong[place] |= name != "body"
    return often, strong


def _average_lengths(candidates: Sequence[Candidate]) -> dict[str, float]:
    # Of the candidates rather than of the whole catalogue: close enough, and nothing to keep.
    return {
        name: max(1.0, sum(len(c.fields[name]) for c in candidates) / max(1, len(candidates)))
        for name in _FIELDS
    }
