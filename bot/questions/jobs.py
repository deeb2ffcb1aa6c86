"""What was only leafed through, or never sent to anybody, is not kept for long."""

from datetime import timedelta

from bot.kit.clock import Clock
from bot.questions.repository import QuestionRepository, SearchRepository

KEPT_FOR = timedelta(days=7)


async def forget_old_searches(searches: SearchRepository, clock: Clock) -> None:
    await searches.forget_before(clock.now() - KEPT_FOR)


async def forget_unsent_questions(questions: QuestionRepository, clock: Clock) -> None:
    await questions.forget_unsent(clock.now() - KEPT_FOR)
