"""The merchant's side, in private: answering what nobody else knows."""

from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message
from dishka import AsyncContainer
from dishka.integrations.aiogram import CONTAINER_NAME, FromDishka

from bot.handlers.questions import views
from bot.handlers.questions.callbacks import Decline, WriteAnswer
from bot.questions.asking import AskingMerchants
from bot.questions.models import QuestionId
from bot.telegram.actor import Actor
from bot.telegram.filters import Private
from bot.telegram.replies import Reply, Show, Subject, Toast
from bot.telegram.shown import ShownMessages

router = Router(name=__name__)
QUESTION = "question"


class AnswersQuestion(BaseFilter):
    """A reply to the message in which we passed a question on."""

    async def __call__(self, message: Message, **data: Any) -> bool | dict[str, Any]:  # noqa: ANN401 -- aiogram's
        replied = message.reply_to_message
        if replied is None or not message.text or message.text.startswith("/"):
            return False
        scope: AsyncContainer = data[CONTAINER_NAME]
        shown = await scope.get(ShownMessages)
        subject = await shown.find(message.chat.id, replied.message_id)
        if subject is None or subject.feature != QUESTION:
            return False
        return {"question_id": QuestionId(subject.id), "text": message.text}


@router.message(Private(), AnswersQuestion())
async def answer(
    _: Message,
    question_id: QuestionId,
    text: str,
    actor: FromDishka[Actor],
    asking: FromDishka[AskingMerchants],
) -> Reply:
    await asking.answer(question_id, text, by=actor.id)
    return Show(views.answer_sent(actor.words))


@router.callback_query(WriteAnswer.filter())
async def ask_for_answer(
    _: CallbackQuery,
    callback_data: WriteAnswer,
    actor: FromDishka[Actor],
    asking: FromDishka[AskingMerchants],
) -> Reply:
    question = await asking.get_open(QuestionId(callback_data.question), by=actor.id)
    return Show(views.answer_prompt(actor.words, question), subject=Subject(QUESTION, question.id))


@router.callback_query(Decline.filter())
async def decline(
    _: CallbackQuery,
    callback_data: Decline,
    actor: FromDishka[Actor],
    asking: FromDishka[AskingMerchants],
) -> Reply:
    await asking.decline(QuestionId(callback_data.question), by=actor.id)
    return Toast(actor.words.plain("questions-declined-toast"))
