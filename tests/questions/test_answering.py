from bot.catalog.models import ProductQuestion, ProductStatus, Review
from bot.questions.conversation import (
    DeliveryAnswer,
    DontKnow,
    FactAnswer,
    PriceAnswer,
    ProductIsGone,
    Quote,
    StockAnswer,
    VariantAnswer,
)
from bot.questions.repository import QuestionRepository
from bot.questions.understanding import (
    AskAttribute,
    AskDelivery,
    AskPrice,
    AskReturns,
    AskStock,
    AskVariant,
    Greeting,
)
from tests.catalog import make as shelf
from tests.fakes import NOON
from tests.questions.make import asked

WATERPROOF = AskAttribute(names=("waterproof",))


class TestVariants:
    async def test_a_size_in_stock(self, session, answers):
        product = await shelf.product(session, sizes=("41", "42"), stock=3)

        answer = await answers.answer(asked(product=product), AskVariant(size="42"))

        assert answer == VariantAnswer(product_id=product.id, wanted="42", state="in_stock", left=3)

    async def test_a_size_within_a_range(self, session, answers):
        product = await shelf.product(session, sizes=("39-41", "42-44"), stock=1)

        answer = await answers.answer(asked(product=product), AskVariant(size="43"))

        assert (answer.state, answer.left) == ("in_stock", 1)

    async def test_a_size_that_is_sold_out_names_the_others(self, session, answers):
        product = await shelf.product(session, sizes=("M", "L"))
        product.variants[0].on_hand = 0

        answer = await answers.answer(asked(product=product), AskVariant(size="M"))

        assert (answer.state, answer.others) == ("sold_out", ("L",))

    async def test_a_size_that_does_not_exist(self, session, answers):
        product = await shelf.product(session, sizes=("41", "42"))

        answer = await answers.answer(asked(product=product), AskVariant(size="4"))

        assert (answer.state, answer.others) == ("not_offered", ("41", "42"))

    async def test_a_colour_whatever_it_is_called(self, session, answers):
        product = await shelf.product(session, sizes=("a", "b"), options=["Farbe"])
        product.variants[0].option_values = {"Farbe": "Dunkelblau"}
        product.variants[1].option_values = {"Farbe": "Rot"}
        await session.flush()

        navy = await answers.answer(asked(product=product), AskVariant(colour="navy"))
        green = await answers.answer(asked(product=product), AskVariant(colour="green"))

        assert navy.state == "in_stock"
        assert (green.state, green.others) == ("not_offered", ("Dunkelblau", "Rot"))

    async def test_a_thing_of_one_kind(self, session, answers):
        product = await shelf.product(session)

        for meaning in (AskVariant(size="42"), AskVariant(colour="red")):
            answer = await answers.answer(asked(product=product), meaning)
            assert answer.state == "not_made_so"


class TestAttributes:
    async def test_only_a_typed_fact_is_a_flat_yes_or_no(self, session, answers):
        for value in (True, False):
            product = await shelf.product(
                session, attributes=[{"name": "waterproof", "type": "bool", "value": value}]
            )
            answer = await answers.answer(asked(product=product), WATERPROOF)
            assert answer == FactAnswer(product_id=product.id, name="waterproof", yes=value)

    async def test_something_near_is_said_under_its_own_name(self, session, answers):
        product = await shelf.product(
            session, attributes=[{"name": "water_resistant", "type": "bool", "value": True}]
        )

        answer = await answers.answer(asked(product=product), WATERPROOF)

        assert answer == FactAnswer(product_id=product.id, name="water_resistant", yes=True)

    async def test_a_text_and_a_number(self, session, answers):
        product = await shelf.product(
            session,
            attributes=[
                {"name": "Material", "type": "text", "value": {"en": "wool", "de": "Wolle"}},
                {"name": "weight", "type": "number", "value": 640, "unit": "g"},
            ],
        )
        german = asked(product=product, language="de")

        material = await answers.answer(german, AskAttribute(names=("material",)))
        weight = await answers.answer(german, AskAttribute(names=("weight",)))

        assert (material.value, material.yes) == ("Wolle", None)
        assert (weight.value, weight.unit) == ("640", "g")


class TestWords:
    async def test_an_earlier_answer_is_quoted_with_its_source(self, session, answers):
        product = await shelf.product(session)
        session.add_all(
            ProductQuestion(
                product_id=product.id,
                question=question,
                answer=answer,
                language="en",
                answered_by=by,
            )
            for question, answer, by in (
                ("Do they run small?", "No, true to size.", "merchant"),
                ("Can I wash them in the machine?", "Better not.", "buyer"),
            )
        )
        await session.flush()

        small = "do these shoes run small"
        run = await answers.answer(asked(small, product), AskAttribute(text=small))
        wash = await answers.answer(
            asked("washing machine?", product), AskAttribute(names=("machine_washable",))
        )

        assert (run.source, run.text) == ("merchant", "No, true to size.")
        assert (wash.source, wash.text) == ("buyer", "Better not.")

    async def test_a_review_and_the_description_are_quoted(self, session, answers):
        product = await shelf.product(
            session, descriptions={"en": "A low shoe. The insole is made of cork."}
        )
        session.add(
            Review(
                product_id=product.id,
                author="Tess",
                rating=3,
                text="Nice. But the canvas soaks through in the rain.",
                language="en",
                written_on=NOON.date(),
            )
        )
        await session.flush()

        cork = "is the insole cork?"
        rain = "does the canvas soak through in rain?"
        described = await answers.answer(asked(cork, product), AskAttribute(text=cork))
        told = await answers.answer(asked(rain, product), AskAttribute(text=rain))

        assert (described.source, described.text) == (
            "description",
            "The insole is made of cork.",
        )
        assert (told.source, told.text) == (
            "review",
            "But the canvas soaks through in the rain.",
        )

    async def test_what_is_not_written_is_not_known(self, session, answers):
        product = await shelf.product(
            session, descriptions={"en": "A low shoe in bright red canvas."}
        )
        text = "does it glow in the dark?"

        answer = await answers.answer(asked(text, product), AskAttribute(text=text))

        assert isinstance(answer, DontKnow)
        kept = await QuestionRepository(session).find(answer.question_id)
        assert kept is not None
        assert (kept.text, kept.person_id, kept.status) == (text, 7, "unanswered")

    async def test_returns_are_answered_from_what_is_written(self, session, answers):
        silent = await shelf.product(session)
        clear = await shelf.product(
            session, descriptions={"en": "Warm. Returns are free for 30 days."}
        )

        unknown = await answers.answer(asked("returns?", silent), AskReturns(text="returns?"))
        known = await answers.answer(asked("returns?", clear), AskReturns(text="returns?"))

        assert isinstance(unknown, DontKnow)
        assert isinstance(known, Quote)
        assert known.text == "Returns are free for 30 days."


async def test_plain_questions(session, answers):
    product = await shelf.product(session)
    ask = asked(product=product)

    assert await answers.answer(ask, AskPrice()) == PriceAnswer(product_id=product.id)
    assert await answers.answer(ask, AskStock()) == StockAnswer(product_id=product.id)
    assert await answers.answer(ask, AskDelivery()) == DeliveryAnswer(product_id=product.id)
    assert await answers.answer(ask, Greeting()) is None


async def test_a_product_that_is_gone(session, answers):
    product = await shelf.product(session, status=ProductStatus.ARCHIVED)

    assert await answers.answer(asked(product=product), AskPrice()) == ProductIsGone()
    assert await answers.answer(asked(product_id=10**6), AskPrice()) == ProductIsGone()
