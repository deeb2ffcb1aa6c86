from bot.people.models import PersonId
from bot.people.personal_data import PersonalData
from bot.questions.repository import QuestionRepository, SearchRepository


class QuestionsAndSearches(PersonalData):
    """What she asked and looked for. The questions stay, without her: others read the answers."""

    section = "questions"

    def __init__(self, questions: QuestionRepository, searches: SearchRepository) -> None:
        self._questions = questions
        self._searches = searches

    async def export(self, person_id: PersonId) -> dict[str, list[dict[str, object]]]:
        return {
            "asked": [
                {"text": q.text, "answer": q.answer, "asked_at": q.asked_at.isoformat()}
                for q in await self._questions.of_person(person_id)
            ],
            "searched": [
                {"words": s.words, "at": s.made_at.isoformat()}
                for s in await self._searches.of_person(person_id)
            ],
        }

    async def erase(self, person_id: PersonId) -> None:
        await self._questions.forget_person(person_id)
        await self._searches.forget_person(person_id)
