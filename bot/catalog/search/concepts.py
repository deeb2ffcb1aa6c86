"""A query is a few concepts; each may be met by any of several stems."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.catalog.search.everyday import is_everyday
from bot.catalog.search.shopwords import colour_of, is_goods, same_meaning
from bot.catalog.search.terms import is_chinese, pairs, runs, stems

MOST_CONCEPTS = 16  # a query longer than a sentence is cut: people paste whole pages
_LONGEST_CHINESE_WORD = 4
_INDEXED_WHOLE = 2  # signs: the index keeps them one by one and in pairs

# "don't", "chef's" and "I'm" end in letters that would be taken for sizes.
_ENDINGS = re.compile(r"['\u2019](?:s|m|t|re|ve|ll|d)\b", re.IGNORECASE)

_TSHIRT = re.compile(r"\bt(?=shirts?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concept:
    """``written`` is what the person wrote; any of ``stems`` in a document meets it.

    ``kinds`` are those of the stems that only hold it, as "Regenjacke" holds "Jacke".
    """

    written: str
    stems: frozenset[str]
    kinds: frozenset[str] = frozenset()

    @property
    def is_goods(self) -> bool:
        """A kind of thing of the trade: told by a title or a tag, not by a passing remark."""
        return is_goods(self.written) or any(is_goods(form) for form in stems(self.written))

    @property
    def is_colour(self) -> bool:
        return colour_of(self.written) is not None or any(
            colour_of(form) is not None for form in stems(self.written)
        )

    def with_kinds(self, kinds: frozenset[str]) -> "Concept":
        new = kinds - self.stems
        return replace(self, stems=self.stems | new, kinds=self.kinds | new)


def concepts(text: str) -> tuple[Concept, ...]:
    """Read a query. Anything may come in: quotes, operators, emoji, nothing at all."""
    found: dict[frozenset[str], Concept] = {}
    for run in runs(_TSHIRT.sub("t-", _ENDINGS.sub("", text[:4096]))):
        for part in _chinese_words(run) if is_chinese(run) else [run]:
            concept = concept_of(part)
            found.setdefault(concept.stems, concept)
    meaningful = [c for c in found.values() if not is_everyday(c.written)]
    return tuple((meaningful or list(found.values()))[:MOST_CONCEPTS])


def names_goods(text: str) -> bool:
    """Tell whether anything but everyday words stands in a text."""
    return any(not is_everyday(concept.written) for concept in concepts(text))


@lru_cache(maxsize=10_000)
def concept_of(word: str) -> Concept:
    return Concept(word, frozenset().union(*map(_forms, words_like(word))))


def words_like(word: str) -> frozenset[str]:
    """Give a word, and those of the trade that mean the same."""
    same = same_meaning()
    # "roten" and "shoes" bend with their sentence: their stems are known where they are not.
    known = (same[form] for form in (word, *sorted(stems(word))) if form in same)
    return frozenset({word}) | next(known, frozenset())


def _forms(word: str) -> frozenset[str]:
    """Leave out words that the index keeps as several terms: none of them means the whole."""
    parts = runs(word)
    if len(parts) != 1:
        return frozenset()
    if is_chinese(parts[0]):
        return frozenset(parts if len(parts[0]) <= _INDEXED_WHOLE else ())
    return stems(parts[0])


def _chinese_words(run: str) -> list[str]:
    """Cut out the words we know, longest first; what is left is taken in pairs of signs."""
    known = same_meaning()
    words: list[str] = []
    rest = ""
    at = 0
    while at < len(run):
        ends = range(min(len(run), at + _LONGEST_CHINESE_WORD), at, -1)
        end = next((e for e in ends if run[at:e] in known or is_everyday(run[at:e])), None)
        if end is None:
            rest += run[at]
            at += 1
            continue
        words += [*_left_over(rest), run[at:end]]
        rest = ""
        at = end
    return [*words, *_left_over(rest)]


def _left_over(rest: str) -> list[str]:
    return pairs(rest) if rest else []
