from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.people.models import PersonId
from bot.questions.models import KeptSearch, Question, QuestionId, QuestionStatus, SearchId


class QuestionRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, question: Question) -> Question:
        self._session.add(question)
        await self._session.flush()
        return question

    async def find(self, question_id: QuestionId) -> Question | None:
        return await self._session.get(Question, question_id)

    async def lock(self, question_id: QuestionId) -> Question | None:
        return await self._session.get(Question, question_id, with_for_update=True)

    async def count_sent(self, person_id: PersonId, since: datetime) -> int:
        sent = select(func.count(Question.id)).where(
            Question.person_id == person_id, Question.sent_at >= since
        )
        return await self._session.scalar(sent) or 0

    async def of_person(self, person_id: PersonId) -> list[Question]:
        found = await self._session.scalars(
            select(Question).where(Question.person_id == person_id).order_by(Question.id)
        )
        return list(found)

    async def forget_person(self, person_id: PersonId) -> None:
        await self._session.execute(
            update(Question).where(Question.person_id == person_id).values(person_id=None)
        )

    async def forget_unsent(self, before: datetime) -> None:
        await self._session.execute(
            delete(Question).where(
                Question.status == QuestionStatus.UNANSWERED, Question.asked_at < before
            )
        )


class SearchRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, search: KeptSearch) -> KeptSearch:
        self._session.add(search)
        await self._session.flush()
        return search

    async def find(self, search_id: SearchId) -> KeptSearch | None:
        return await self._session.get(KeptSearch, search_id)

    async def of_person(self, person_id: PersonId) -> list[KeptSearch]:
        found = await self._session.scalars(
            select(KeptSearch).where(KeptSearch.person_id == person_id).order_by(KeptSearch.id)
        )
        return list(found)

    async def forget_person(self, person_id: PersonId) -> None:
        await self._session.execute(delete(KeptSearch).where(KeptSearch.person_id == person_id))

    async def forget_before(self, moment: datetime) -> None:
        await self._session.execute(delete(KeptSearch).where(KeptSearch.made_at < moment))
