"""A query's words against the catalogue's: compounds opened, slips of the finger corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
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
        asked = await self._opened(concepts(text))
        documents, standing = await self._sizes(asked)
        spelt = await self._spelt(asked, standing)
        if spelt == asked:
            return Wording(asked, None, documents, standing)
        asked = await self._opened(spelt)
        documents, standing = await self._sizes(asked)
        corrected = " ".join(concept.written for concept in asked)
        return Wording(asked, corrected, documents, standing)

    async def _opened(self, asked: Sequence[Concept]) -> tuple[Concept, ...]:
        """Let every concept be met by its own kinds, and by itself put before another of them."""
        asked = await self._written_as_one(asked)
        words = [words_like(concept.written) for concept in asked]
        ends = [endings(like) for like in words]
        known = await self._vocabulary.ending_in(frozenset().union(*ends))
        if not known:
            return tuple(asked)
        opened = []
        for at, concept in enumerate(asked):
            others = frozenset().union(*ends[:at], *ends[at + 1 :])
            more = kinds(known, ends[at]) | joined(known, words[at], others)
            opened.append(concept.with_kinds(more) if more else concept)
        return tuple(opened)

    async def _written_as_one(self, asked: Sequence[Concept]) -> tuple[Concept, ...]:
        """Let "tea pot" be met by "teapot" where the catalogue writes it so."""
        pairs = [concept_of(a.written + b.written) for a, b in pairwise(asked)]
        _, standing = await self._sizes(pairs)
        joined = list(asked)
        for at, pair in enumerate(pairs):
            if found := pair.stems & standing.keys():
                joined[at], joined[at + 1] = (one.with_kinds(found) for one in joined[at : at + 2])
        return tuple(joined)

    async def _sizes(self, asked: Sequence[Concept]) -> tuple[int, dict[str, int]]:
        return await self._vocabulary.sizes(frozenset().union(*(c.stems for c in asked)))

    async def _spelt(
        self, asked: Sequence[Concept], standing: dict[str, int]
    ) -> tuple[Concept, ...]:
        spelt: list[Concept] = []
        for concept in asked:
            is_known = any(standing.get(stem) for stem in concept.stems)
            meant = () if is_known else await self._meant(concept.written)
            spelt += [concept_of(word) for word in meant] or [concept]
        return tuple(spelt)

    async def _meant(self, word: str) -> tuple[str, ...]:
        """Correct a word that stands nowhere, unless the language or the trade knows it."""
        if is_everyday(word) or word in same_meaning():
            return ()
        closest = await self._vocabulary.closest(word)
        if closest:
            return (closest,)
        head = head_of(word) or await self._head_elsewhere(word)
        return parts(word, head) if head else ()

    async def _head_elsewhere(self, word: str) -> str | None:
        """Find the head that a compound shares with one of the catalogue, longest first."""
        for head in possible_heads(word):
            ends = endings((head,))
            if kinds(await self._vocabulary.ending_in(ends), ends):
                return head
        return None
