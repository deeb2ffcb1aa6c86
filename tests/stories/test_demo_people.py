"""Asked for how many people a thing is, the demo's answers are about people, or honest."""

import pytest
import sqlalchemy as sa
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product
from bot.cli.places import DEMO
from bot.cli.seed import seed
from bot.questions.conversation import Answer, Conversation, DontKnow, VariantAnswer
from tests.questions.make import asked

ENOUGH = (
    ("Is it enough for 3 people?", "en"),
    ("Reicht es für 3 Personen?", "de"),
    ("够三个人用吗？", "zh"),
)
OF_NO_NUMBER = ("iron-frying-pan", "wool-scarf", "glass-teapot", "trekking-poles", "linen-shirt")


@pytest.fixture
async def goods(container: AsyncContainer) -> dict[str, Product]:
    await seed(container, DEMO, None)
    async with container() as scope:
        found = await (await scope.get(AsyncSession)).scalars(sa.select(Product))
        return {product.handle: product for product in found}


async def test_enough_for_three_people(container: AsyncContainer, goods: dict[str, Product]):
    async with container() as scope:
        conversation = await scope.get(Conversation)

        async def reply(text: str, handle: str, language: str) -> Answer:
            answers = await conversation.reply(asked(text, goods[handle], language=language))
            answer: Answer = answers[0]
            return answer

        for text, language in ENOUGH:
            tent = await reply(text, "fjord-tent", language)
            assert isinstance(tent, VariantAnswer), text
            assert (tent.wanted, tent.state) == ("3 persons", "in_stock")
            for handle in OF_NO_NUMBER:
                assert isinstance(await reply(text, handle, language), DontKnow), (text, handle)

        # "2.3 kg" was quoted for the three.
        assert isinstance(await reply("Does it fit three people?", "fjord-tent", "en"), DontKnow)
