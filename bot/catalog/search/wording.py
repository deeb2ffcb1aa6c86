"""A query's words against the catalogue's: compounds opened, slips of the finger corrected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.catalog.search.compounds import endings, joined, kinds, parts, possible_heads
from bot.catalog.search.concepts import Concept, concept_of, concepts, words_like
from bot.catalog.search.everyday import is_everyday
from bot.catalog.search.shopwords import head_of, same_meaning
from bot.catalog.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Wording:
    asked: tuple[Concept, ...]
    corrected: str | None  # what is looked for instead; None if the words were right
    documents: int
    standing: dict[str, int]  # in how many products a stem stands


class Wordings:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    async def read(self, text: str) -> Wording:
        read = await self._opened(concepts(text))
        spelt = await self._spelt(read.asked, read.standing)
        if spelt == read.asked:
            return read
        right = await self._opened(spelt)
        corrected = " ".join(concept.written for concept in right.asked)
        return replace(right, corrected=corrected)

    async def _opened(self, asked: Sequence[Concept]) -> Wording:
        """Let every concept be met by its own kinds, and by itself put before another of them.

        "tea pot" is met by "teapot" too, where the catalogue writes it so.
        """
        pairs = [concept_of(a.written + b.written) for a, b in pairwise(asked)]
        words = [words_like(concept.written) for concept in asked]
        ends = [endings(like) for like in words]
        stems = frozenset().union(*(concept.stems for concept in (*asked, *pairs)))
        looked = await self._vocabulary.look_up(stems, frozenset().union(*ends))

        opened = _written_as_one(asked, pairs, looked.standing)
        for at, concept in enumerate(opened):
            others = frozenset().union(*ends[:at], *ends[at + 1 :])
            more = kinds(looked.ending, ends[at]) | joined(looked.ending, words[at], others)
            opened[at] = concept.with_kinds(more)
        standing = dict(looked.standing)
        for one in looked.ending:
            standing.setdefault(one.stem, one.documents)
        return Wording(tuple(opened), None, looked.documents, standing)

    async def _spelt(
        self, asked: Sequence[Concept], standing: dict[str, int]
    ) -> tuple[Concept, ...]:
        """Correct words that stand nowhere, unless the language or the trade knows them."""
        lost = {
            concept.written
            for concept in asked
            if not any(standing.get(stem) for stem in concept.stems)
            and not is_everyday(concept.written)
            and concept.written not in same_meaning()
        }
        if not lost:
            return tuple(asked)
        meant: dict[str, tuple[str, ...]] = {
            word: (right,) for word, right in (await self._vocabulary.closest(lost)).items()
        }
        meant |= await self._taken_apart(lost - meant.keys())
        spelt: list[Concept] = []
        for concept in asked:
            right = meant.get(concept.written)
            spelt += [concept_of(word) for word in right] if right else [concept]
        return tuple(spelt)

    async def _taken_apart(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Cut each before a head of the trade, or one that it shares with a compound of ours."""
        heads = {word: head_of(word) for word in words}
        cuts = {word: possible_heads(word) for word, head in heads.items() if head is None}
        if ends := endings(frozenset().union(*cuts.values())):
            known = (await self._vocabulary.look_up((), ends)).ending
            for word, longest_first in cuts.items():
                shared = (head for head in longest_first if kinds(known, endings((head,))))
                heads[word] = next(shared, None)
        return {word: parts(word, head) for word, head in heads.items() if head}


def _written_as_one(
    asked: Sequence[Concept], pairs: Sequence[Concept], standing: Mapping[str, int]
) -> list[Concept]:
    joined = list(asked)
    for at, pair in enumerate(pairs):
        if found := pair.stems & standing.keys():
            joined[at], joined[at + 1] = (one.with_kinds(found) for one in joined[at : at + 2])
    return joined
