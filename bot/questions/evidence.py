"""Finding, in what has been written about a product, the words that may answer a question."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.catalog.models import Product, ProductQuestion, Review
from bot.catalog.search.concepts import Concept, concepts
from bot.catalog.search.terms import terms

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
_FRACTION = re.compile(r"\d+[.,]\d+")
LONGEST_QUOTE = 300

# Words of a question that say nothing about what it is about.
_ASKING = frozenset(
    [
        "how",
        "what",
        "when",
        "where",
        "who",
        "why",
        "which",
        "will",
        "would",
        "could",
        "should",
        "can",
        "may",
        "does",
        "did",
        "do",
        "is",
        "are",
        "was",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "they",
        "them",
        "these",
        "those",
        "this",
        "that",
        "there",
        "here",
        "he",
        "she",
        "you",
        "your",
        "if",
        "then",
        "so",
        "very",
        "really",
        "too",
        "much",
        "many",
        "get",
        "got",
        "use",
        "used",
        "using",
        "make",
        "made",
        "good",
        "well",
        "okay",
        "ok",
        "wie",
        "was",
        "wann",
        "wo",
        "wer",
        "warum",
        "welche",
        "welcher",
        "kann",
        "können",
        "könnte",
        "man",
        "wird",
        "werden",
        "würde",
        "sie",
        "er",
        "es",
        "sich",
        "auch",
        "noch",
        "sehr",
        "gut",
        "denn",
        "mal",
        "bitte",
        "beim",
        "bei",
        "machen",
        "nicht",
        "什么",
        "怎么",
        "多少",
        "哪里",
        "可以",
        "能",
        "会",
        "吗",
        "呢",
        "这",
        "那",
        "它",
        "个",
    ]
)


@dataclass(frozen=True, slots=True)
class Passage:
    source: Literal["merchant", "buyer", "description", "review"]
    text: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """How much of a question must stand in a passage before it may be quoted as an answer."""

    part: float
    least: int


# An earlier question says what its answer is about; a sentence of a text does not.
_RULES = {
    "merchant": _Rule(0.6, 1),
    "buyer": _Rule(0.6, 1),
    "description": _Rule(0.75, 2),
    "review": _Rule(0.75, 2),
}


def passages(
    product: Product, language: str, questions: Iterable[ProductQuestion], reviews: Iterable[Review]
) -> list[Passage]:
    """List what can be quoted, the most trustworthy first."""
    answered = [Passage(_source(row), row.answer, row.question) for row in questions]
    described = [Passage("description", text) for text in _sentences(product.description(language))]
    told = [Passage("review", text) for row in reviews for text in _sentences(row.text)]
    return [*answered, *described, *told]


def best_passage(
    question: str, among: Sequence[Passage], *, about: str | None = None
) -> Passage | None:
    """Choose what answers best; None if nothing is near enough.

    ``about`` is a word that has to stand in it, in any of our languages: what is asked about.
    """
    asked = [c for c in concepts(question) if c.written not in _ASKING]
    subject = concepts(about) if about else ()
    scored = [
        (score, -place, passage)
        for place, passage in enumerate(among)
        if (score := _score(asked, subject, passage)) > 0
    ]
    return max(scored, key=lambda found: found[:2])[2] if scored else None


def _score(asked: Sequence[Concept], subject: Sequence[Concept], passage: Passage) -> float:
    stands = _stems(f"{passage.asked} {passage.text}")
    if subject and all(concept.stems & stands for concept in subject):
        return 1.0 + _part(asked, stands)
    rule = _RULES[passage.source]
    met = sum(bool(concept.stems & stands) for concept in asked)
    if not asked or met < rule.least or met / len(asked) < rule.part:
        return 0.0
    return met / len(asked) + 0.5 * _part(asked, _stems(passage.asked))


def _part(asked: Sequence[Concept], stands: frozenset[str]) -> float:
    return sum(bool(concept.stems & stands) for concept in asked) / max(1, len(asked))


def _stems(text: str) -> frozenset[str]:
    # "2.3 kg" is no 3: nobody who asks for three people wants to read of a weight.
    whole = _FRACTION.sub(" ", text)
    return frozenset(term.stem for language in ("en", "de") for term in terms(whole, language))


def _sentences(text: str) -> Iterator[str]:
    for found in _SENTENCE.finditer(text):
        sentence = found.group().strip()
        if sentence:
            yield sentence[:LONGEST_QUOTE]


def _source(row: ProductQuestion) -> Literal["merchant", "buyer"]:
    return "merchant" if row.answered_by == "merchant" else "buyer"
