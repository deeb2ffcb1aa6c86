from dataclasses import dataclass

from bot.kit.events import Event
from bot.questions.models import QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class MerchantAsked(Event):
    question_id: QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered(Event):
    question_id: QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDeclined(Event):
    question_id: QuestionId
