"""Answering about one product, from what is written down, and saying where it stands."""

from bot.catalog.models import Attribute, Product, in_language
from bot.catalog.repository import CatalogRepository
from bot.kit.clock import Clock
from bot.questions.conversation import (
    Answer,
    Asked,
    DeliveryAnswer,
    DontKnow,
    FactAnswer,
    PriceAnswer,
    ProductIsGone,
    Quote,
)
from bot.questions.evidence import best_passage, passages
from bot.questions.models import Question
from bot.questions.repository import QuestionRepository
from bot.questions.stock import measure_answer, stock_answer, variant_answer
from bot.questions.topics import NEAR, TOPICS
from bot.questions.understanding import (
    AskAttribute,
    AskDelivery,
    AskPrice,
    AskReturns,
    AskStock,
    AskVariant,
    Meaning,
)

_RETURNS = "return"
LONGEST_QUESTION = 1000


class ProductAnswers:
    def __init__(
        self, catalog: CatalogRepository, questions: QuestionRepository, clock: Clock
    ) -> None:
        self._catalog = catalog
        self._questions = questions
        self._clock = clock

    async def answer(self, asked: Asked, meaning: Meaning) -> Answer | None:
        """Answer a question about the product of the card; None for what is no such question."""
        if asked.product_id is None:
            return None
        product = await self._catalog.find(asked.product_id)
        if product is None or not product.is_for_sale:
            return ProductIsGone()

        measure = measure_answer(product, asked.text, meaning)
        if measure is not None:
            return measure
        match meaning:
            case AskAttribute():
                return await self._about_attribute(asked, product, meaning)
            case AskReturns():
                return await self._from_words(asked, product, _RETURNS)
            case _:
                return _at_once(product, meaning)

    async def _about_attribute(
        self, asked: Asked, product: Product, meaning: AskAttribute
    ) -> Answer:
        fact = _typed(product, meaning.names, asked.language)
        if fact is not None:
            return fact
        about = TOPICS[meaning.names[0]][0] if meaning.names else None
        return await self._from_words(asked, product, about)

    async def _from_words(self, asked: Asked, product: Product, about: str | None) -> Answer:
        written = passages(
            product,
            asked.language,
            await self._catalog.questions(product.id),
            await self._catalog.reviews(product.id),
        )
        found = best_passage(asked.text, written, about=about)
        question = await self._keep(asked, product)
        if found is None:
            return DontKnow(product_id=product.id, question_id=question.id)
        return Quote(
            product_id=product.id,
            source=found.source,
            text=found.text,
            asked=found.asked,
            question_id=question.id,
        )

    async def _keep(self, asked: Asked, product: Product) -> Question:
        """Write the question down, so that a button can send it to the merchant."""
        return await self._questions.add(
            Question(
                product_id=product.id,
                merchant_id=product.merchant_id,
                person_id=asked.person_id,
                group_id=asked.group_id,
                thread_id=asked.thread_id,
                text=asked.text[:LONGEST_QUESTION],
                language=asked.language,
                asked_at=self._clock.now(),
            )
        )


def _at_once(product: Product, meaning: Meaning) -> Answer | None:
    answer: Answer | None = None
    match meaning:
        case AskPrice():
            answer = PriceAnswer(product_id=product.id)
        case AskDelivery() if product.needs_shipping:
            answer = DeliveryAnswer(product_id=product.id)
        case AskStock() | AskDelivery():
            answer = stock_answer(product, meaning)
        case AskVariant():
            answer = variant_answer(product, meaning)
        case _:
            pass
    return answer


def _typed(product: Product, names: tuple[str, ...], language: str) -> FactAnswer | None:
    known = {_name(attribute): attribute for attribute in product.attributes}
    near = tuple(other for name in names for other in NEAR.get(name, ()))
    for name in (*names, *near):
        if name in known:
            return _fact(product, known[name], language)
    return None


def _fact(product: Product, attribute: Attribute, language: str) -> FactAnswer:
    name, value = _name(attribute), attribute["value"]
    if isinstance(value, bool):
        return FactAnswer(product_id=product.id, name=name, yes=value)
    text = in_language(value, language) if isinstance(value, dict) else str(value)
    return FactAnswer(
        product_id=product.id, name=name, value=text, unit=attribute.get("unit", "") or ""
    )


def _name(attribute: Attribute) -> str:
    return "_".join(attribute["name"].casefold().split())
