"""Which word of the catalogue a misspelt one may have been."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA, Levenshtein

from bot.catalog.search.everyday import is_everyday

LONG = 8  # from here on two slips of the finger are forgiven
_SHORT = 4  # up to here a word with one other letter is mostly another word: "viel" is not "vier"
_BEGINS_RIGHT = 5  # nobody means "phone" by "iphone"
_VOWELS = frozenset("aeiouyäöü")
# QWERTY and QWERTZ alike, but for y and z, which lie beside others on each.
_KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm", "qwertyuiop", "zxcvbnm")
_BESIDE = frozenset(frozenset(row[at : at + 2]) for row in _KEYS for at in range(len(row) - 1))


def slips_forgiven(misspelt: str) -> int:
    return 2 if len(misspelt) >= LONG else 1


def best_correction(misspelt: str, words: Iterable[tuple[str, int]]) -> str | None:
    """Choose the nearest word, the most frequent of several; ``words`` come with their number."""
    slips = slips_forgiven(misspelt)
    close = [
        (distance, -documents, word)
        for word, documents in words
        if word.isalpha()
        and not is_everyday(word)
        and (distance := OSA.distance(misspelt, word, score_cutoff=slips)) <= slips
        and _is_likely(misspelt, word)
    ]
    return min(close)[2] if close else None


def _is_likely(misspelt: str, word: str) -> bool:
    shorter = min(len(misspelt), len(word))
    if shorter <= _BEGINS_RIGHT and misspelt[0] != word[0]:
        return False
    if shorter > _SHORT:
        return True
    replaced = [
        (misspelt[edit.src_pos], word[edit.dest_pos])
        for edit in Levenshtein.editops(misspelt, word)
        if edit.tag == "replace"
    ]
    swapped = sorted(misspelt) == sorted(word)
    return swapped or all(_may_be_mistaken(typed, meant) for typed, meant in replaced)


def _may_be_mistaken(typed: str, meant: str) -> bool:
    return frozenset((typed, meant)) in _BESIDE or (typed in _VOWELS and meant in _VOWELS)
