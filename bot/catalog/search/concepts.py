"""A query is a few concepts; each may be met by any of several stems."""

from dataclasses import dataclass

from bot.catalog.search.shopwords import same_meaning
from bot.catalog.search.terms import is_chinese, pairs, runs, stems

MOST_CONCEPTS = 16  # a query longer than a sentence is cut: people paste whole pages
_LONGEST_CHINESE_WORD = 4
_INDEXED_WHOLE = 2  # signs: the index keeps them one by one and in pairs

_EMPTY = (
    "a an and any are at by can do does for from have i in is it me my need of on or some show "
    "something that the this to want we what which with you "
    "auf aus das dem den der des die ein eine einem einen einer es etwas für gibt habt hast ich "
    "ihr im in ist mir mit oder sind und von was wir zu zum zur "
    "的 了 吗 呢 吧 和 有 我 你 要 是 个 一 双 件 条 想 买 请 找 给"
)
_EMPTY_WORDS = frozenset(_EMPTY.split())


@dataclass(frozen=True, slots=True)
class Concept:
    """``written`` is what the person wrote; any of ``stems`` in a document meets it."""

    written: str
    stems: frozenset[str]


def concepts(text: str) -> tuple[Concept, ...]:
    """Read a query. Anything may come in: quotes, operators, emoji, nothing at all."""
    found: dict[frozenset[str], Concept] = {}
    for run in runs(text[:4096]):
        for part in _chinese_words(run) if is_chinese(run) else [run]:
            concept = concept_of(part)
            found.setdefault(concept.stems, concept)
    meaningful = [c for c in found.values() if c.written not in _EMPTY_WORDS]
    return tuple((meaningful or list(found.values()))[:MOST_CONCEPTS])


def concept_of(word: str) -> Concept:
    same = same_meaning()
    # "roten" and "shoes" bend with their sentence: their stems are known where they are not.
    known = [same[form] for form in (word, *sorted(stems(word))) if form in same]
    forms = frozenset().union(*map(_forms, known[0] if known else ()))
    return Concept(word, forms | _forms(word))


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
        end = next((e for e in ends if run[at:e] in known or run[at:e] in _EMPTY_WORDS), None)
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
