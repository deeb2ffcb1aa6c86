"""From what people write to what the index keeps: words, their stems, pairs of Chinese signs."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af"
_FIRST_CJK = "\u3040"
_CJK_RUN = re.compile(rf"[{_CJK}]+")
_RUN = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_MEASURE = re.compile(r"(\d+)([^\W\d]{1,4})")
_EBOOK = re.compile(r"\be-(?=[a-z]{3})", re.IGNORECASE)
LONGEST_WORD = 40
# Indexed text without a language goes by the English rules; German umlauts still find each other,
# because a query is always stemmed by both.
_STEMMERS = {"en": Stemmer.Stemmer("english"), "de": Stemmer.Stemmer("german")}
_EVERY_LANGUAGE = tuple(_STEMMERS)
# The stemmer cuts a beech down to a book, and a bowl to a scarf.
_KEPT_WHOLE = {"buche": "buche", "buchen": "buche", "schale": "schale", "schalen": "schale"}


class Term(NamedTuple):
    word: str  # as written, in lower case: what a speller may suggest
    stem: str  # as indexed


def terms(text: str, language: str) -> list[Term]:
    """Cut a text of the catalogue into what the index keeps."""
    return list(_terms(text, language if language in _STEMMERS else "en"))


def runs(text: str) -> list[str]:
    """Cut a text into words and unbroken runs of Chinese signs, in lower case."""
    return list(_runs(text))


@lru_cache(maxsize=50_000)
def stems(word: str) -> frozenset[str]:
    """Give every form under which a catalogue in any of our languages may keep this word."""
    return frozenset(stem(word, language) for language in _EVERY_LANGUAGE)


def pairs(run: str) -> list[str]:
    """Cut a run of Chinese signs into overlapping pairs; a single sign stays alone."""
    if len(run) == 1:
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]


def is_chinese(run: str) -> bool:
    return run >= _FIRST_CJK and _CJK_RUN.fullmatch(run) is not None


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    return _KEPT_WHOLE.get(word) or _without_marks(str(_STEMMERS[language].stemWord(word)))


def _terms(text: str, language: str) -> Iterator[Term]:
    for run in _runs(text):
        if is_chinese(run):
            signs = run if len(run) > 1 else ""
            yield from (Term(part, part) for part in (*pairs(run), *signs))
        else:
            yield Term(run, stem(run, language))


def _runs(text: str) -> Iterator[str]:
    plain = _EBOOK.sub("e", unicodedata.normalize("NFKC", text).casefold())  # "e-book" is one word
    for run in _RUN.findall(plain):
        measure = _MEASURE.fullmatch(run) if run[0].isdigit() else None
        if measure:  # "40l" and "40 l" are the same
            yield from measure.groups()
        else:
            yield run[:LONGEST_WORD]


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
