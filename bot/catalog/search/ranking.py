"""BM25F: one score over several fields.

Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
The same ranker runs over both databases, so that they answer alike.
"""

from collections import Counter
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
_STRONG = tuple(name for name in _FIELDS if name != "body")


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
    wanted = frozenset().union(*(concept.stems for concept in asked))
    weights = [rarity(concept, documents, standing) for concept in asked]
    hits = []
    for candidate in candidates:
        counts = {
            name: Counter([stem for stem in stems if stem in wanted])
            for name, stems in candidate.fields.items()
        }
        found = [_frequency(concept, candidate, counts, average) for concept in asked]
        score = sum(
            weight * frequency / (_SATURATION + frequency)
            for weight, frequency in zip(weights, found, strict=True)
        )
        strong = [_is_strong(concept, counts) for concept in asked]
        hits.append(
            Hit(
                product_id=candidate.product_id,
                merchant_id=candidate.merchant_id,
                score=score,
                met=sum(map(_is_met, asked, found, strong)),
                asked=len(asked),
                named=sum(
                    named and not concept.is_colour
                    for concept, named in zip(asked, strong, strict=True)
                ),
                nameable=sum(not concept.is_colour for concept in asked),
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


def _is_strong(concept: Concept, counts: Mapping[str, Counter[str]]) -> bool:
    return any(counts[name][stem] for name in _STRONG for stem in concept.stems)


def _is_met(concept: Concept, frequency: float, strong: bool) -> bool:
    """Kinds of things have to be named: "good with a teapot" makes nothing a teapot."""
    return strong or (frequency > 0 and not concept.is_goods)


def _frequency(
    concept: Concept,
    candidate: Candidate,
    counts: Mapping[str, Counter[str]],
    average: Mapping[str, float],
) -> float:
    total = 0.0
    for name, (weight, by_length) in _FIELDS.items():
        present = counts[name]
        times = (
            sum([_weight(concept, stem) * present[stem] for stem in concept.stems])
            if present
            else 0
        )
        if times:
            length = len(candidate.fields[name]) / average[name]
            total += weight * times / (1 - by_length + by_length * length)
    return total


def _weight(concept: Concept, stem: str) -> float:
    return _OF_A_KIND if stem in concept.kinds else 1.0


def _average_lengths(candidates: Sequence[Candidate]) -> dict[str, float]:
    # Of the candidates rather than of the whole catalogue: close enough, and nothing to keep.
    return {
        name: max(1.0, sum(len(c.fields[name]) for c in candidates) / max(1, len(candidates)))
        for name in _FIELDS
    }
