from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product, ProductId
from bot.kit.money import Currency
from bot.people.models import PersonId
from bot.questions.conversation import Asked
from bot.questions.models import Question
from tests.fakes import NOON


def asked(text: str = "?", product: Product | None = None, **facts: Any) -> Asked:
    fields: dict[str, Any] = {
        "person_id": PersonId(7),
        "language": "en",
        "currency": Currency.EUR,
        "product_id": ProductId(product.id) if product else None,
    }
    return Asked(text=text, **(fields | facts))


async def question(session: AsyncSession, product: Product, **facts: Any) -> Question:
    fields: dict[str, Any] = {
        "product_id": product.id,
        "merchant_id": product.merchant_id,
        "person_id": 7,
        "text": "Does it shrink?",
        "language": "en",
        "asked_at": NOON,
    }
    made = Question(**(fields | facts))
    session.add(made)
    await session.flush()
    return made
