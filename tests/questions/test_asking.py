import pytest
from sqlalchemy import select

from bot.catalog.models import MerchantStaff, ProductQuestion, StaffRole
from bot.people.models import Person
from bot.questions.asking import LONGEST_ANSWER, MOST_A_DAY
from bot.questions.errors import (
    AlreadyAnswered,
    AlreadyAsked,
    AnswerEmpty,
    AnswerTooLong,
    NobodyToAsk,
    NotYourQuestion,
    NotYourShop,
    QuestionGone,
    TooManyQuestions,
)
from bot.questions.events import MerchantAsked, QuestionAnswered, QuestionDeclined
from bot.questions.jobs import forget_unsent_questions
from bot.questions.models import ARROWS, QuestionId, QuestionStatus
from bot.questions.repository import QuestionRepository
from tests.catalog import make as shelf
from tests.fakes import NOON
from tests.questions import make

ASKER, MIA, STRANGER = 7, 8, 9


@pytest.fixture
async def product(session):
    """A product whose shop can be reached."""
    made = await shelf.product(session)
    session.add(Person(id=MIA, name="Mia", language="en", can_be_written_to=True, seen_at=NOON))
    session.add(MerchantStaff(merchant_id=made.merchant_id, person_id=MIA, role=StaffRole.STAFF))
    await session.flush()
    return made


@pytest.fixture
async def question(session, product):
    return await make.question(session, product)


class TestAsk:
    async def test_tells_the_merchant_once(self, asking, question, events):
        await asking.ask(question.id, by=ASKER)

        assert question.status is QuestionStatus.OPEN
        assert events.published == [MerchantAsked(question_id=question.id)]
        with pytest.raises(AlreadyAsked):
            await asking.ask(question.id, by=ASKER)

    async def test_only_who_asked_may(self, asking, question):
        with pytest.raises(NotYourQuestion):
            await asking.ask(question.id, by=STRANGER)

    async def test_needs_somebody_to_ask(self, asking, session):
        nobodys = await make.question(session, await shelf.product(session))

        with pytest.raises(NobodyToAsk):
            await asking.ask(nobodys.id, by=ASKER)

    async def test_has_an_end_each_day(self, asking, session, product, clock):
        for _ in range(MOST_A_DAY):
            await asking.ask((await make.question(session, product)).id, by=ASKER)
        one_more = await make.question(session, product)

        with pytest.raises(TooManyQuestions):
            await asking.ask(one_more.id, by=ASKER)
        clock.wait(hours=25)
        await asking.ask(one_more.id, by=ASKER)

    async def test_of_a_question_that_is_gone(self, asking):
        with pytest.raises(QuestionGone):
            await asking.ask(QuestionId(10**6), by=ASKER)


class TestAnswer:
    async def test_is_kept_for_the_next_one(self, asking, question, session, events):
        await asking.ask(question.id, by=ASKER)
        await asking.answer(question.id, "  No,\u202e never. ", by=MIA)

        kept = (await session.scalars(select(ProductQuestion))).one()
        assert (kept.question, kept.answer, kept.answered_by) == (
            "Does it shrink?",
            "No, never.",
            "merchant",
        )
        assert events.published[-1] == QuestionAnswered(question_id=question.id)

    async def test_counts_once(self, asking, question):
        await asking.ask(question.id, by=ASKER)
        await asking.answer(question.id, "No.", by=MIA)

        with pytest.raises(AlreadyAnswered):
            await asking.answer(question.id, "Yes.", by=MIA)
        with pytest.raises(AlreadyAnswered):
            await asking.decline(question.id, by=MIA)

    async def test_only_of_the_shop(self, asking, question):
        await asking.ask(question.id, by=ASKER)

        for attempt in (
            asking.answer(question.id, "No.", by=STRANGER),
            asking.decline(question.id, by=STRANGER),
            asking.get_open(question.id, by=STRANGER),
        ):
            with pytest.raises(NotYourShop):
                await attempt

    async def test_has_to_say_something_short(self, asking, question):
        await asking.ask(question.id, by=ASKER)

        with pytest.raises(AnswerEmpty):
            await asking.answer(question.id, " \u200b\n ".replace("\u200b", ""), by=MIA)
        with pytest.raises(AnswerTooLong):
            await asking.answer(question.id, "x" * (LONGEST_ANSWER + 1), by=MIA)

    async def test_may_come_after_all(self, asking, question, events):
        await asking.ask(question.id, by=ASKER)
        await asking.decline(question.id, by=MIA)
        await asking.answer(question.id, "I found out: no.", by=MIA)

        assert events.published[1:] == [
            QuestionDeclined(question_id=question.id),
            QuestionAnswered(question_id=question.id),
        ]


async def test_what_was_never_sent_is_forgotten(asking, question, session, product, clock):
    sent = await make.question(session, product)
    await asking.ask(sent.id, by=ASKER)
    unsent_id, sent_id = question.id, sent.id
    clock.wait(days=8)
    await forget_unsent_questions(QuestionRepository(session), clock)
    session.expunge_all()

    assert await QuestionRepository(session).find(unsent_id) is None
    assert await QuestionRepository(session).find(sent_id) is not None


def test_every_status_has_its_arrows():
    assert set(ARROWS) == set(QuestionStatus)
