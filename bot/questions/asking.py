"""A question nobody but the merchant can answer, and the answer that stays for the next one."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId, ProductQuestion
from bot.catalog.repository import MerchantRepository
from bot.catalog.texts import clean_text
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.people.models import Person, PersonId
from bot.people.repository import PersonRepository
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
from bot.questions.models import Question, QuestionId, QuestionStatus
from bot.questions.repository import QuestionRepository

MOST_A_DAY = 10
LONGEST_ANSWER = 1000


class AskingMerchants:
    def __init__(
        self,
        session: AsyncSession,
        questions: QuestionRepository,
        merchants: MerchantRepository,
        *,
        people: PersonRepository,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._questions = questions
        self._merchants = merchants
        self._people = people
        self._events = events
        self._clock = clock

    async def get(self, question_id: QuestionId) -> Question:
        question = await self._questions.find(question_id)
        if question is None:
            raise QuestionGone
        return question

    async def reachable_staff(self, merchant_id: MerchantId) -> list[Person]:
        """List who of the merchant's people has opened a chat with the bot."""
        staff = await self._merchants.staff(merchant_id)
        people = [await self._people.find(one.person_id) for one in staff]
        return [person for person in people if person and person.can_be_written_to]

    async def ask(self, question_id: QuestionId, *, by: PersonId) -> Question:
        """Send a question to the merchant's people. Only who asked it may, and only once."""
        question = await self._lock(question_id)
        if question.person_id != by:
            raise NotYourQuestion
        if question.status is not QuestionStatus.UNANSWERED:
            raise AlreadyAsked
        if not await self.reachable_staff(question.merchant_id):
            raise NobodyToAsk
        now = self._clock.now()
        if await self._questions.count_sent(by, now - timedelta(days=1)) >= MOST_A_DAY:
            raise TooManyQuestions(max=MOST_A_DAY)

        question.move(QuestionStatus.OPEN)
        question.sent_at = now
        await self._events.publish(MerchantAsked(question_id=question.id))
        return question

    async def get_open(self, question_id: QuestionId, *, by: PersonId) -> Question:
        """Load a question that can still be answered by this person."""
        question = await self.get(question_id)
        if not await self._merchants.is_staff(question.merchant_id, by):
            raise NotYourShop
        if not question.can_be_answered:
            raise AlreadyAnswered
        return question

    async def answer(self, question_id: QuestionId, text: str, *, by: PersonId) -> Question:
        """Answer for the merchant. The first of the staff wins; the answer is kept for others."""
        question = await self._lock_own(question_id, by)
        if not question.can_be_answered:
            raise AlreadyAnswered
        answer = clean_text(text)
        if not answer:
            raise AnswerEmpty
        if len(answer) > LONGEST_ANSWER:
            raise AnswerTooLong(max=LONGEST_ANSWER)

        question.move(QuestionStatus.ANSWERED)
        question.answer = answer
        question.answered_at, question.answered_by_id = self._clock.now(), by
        self._session.add(
            ProductQuestion(
                product_id=question.product_id,
                question=question.text,
                answer=answer,
                language=question.language,
                answered_by="merchant",
            )
        )
        await self._events.publish(QuestionAnswered(question_id=question.id))
        return question

    async def decline(self, question_id: QuestionId, *, by: PersonId) -> Question:
        """Say that the merchant does not know either, so that nobody waits."""
        question = await self._lock_own(question_id, by)
        if question.status is not QuestionStatus.OPEN:
            raise AlreadyAnswered

        question.move(QuestionStatus.DECLINED)
        await self._events.publish(QuestionDeclined(question_id=question.id))
        return question

    async def _lock_own(self, question_id: QuestionId, by: PersonId) -> Question:
        question = await self._lock(question_id)
        if not await self._merchants.is_staff(question.merchant_id, by):
            raise NotYourShop
        return question

    async def _lock(self, question_id: QuestionId) -> Question:
        question = await self._questions.lock(question_id)
        if question is None:
            raise QuestionGone
        return question
