"""Asking the shop: searching, questions about a product, and the merchant's answers."""

from datetime import timedelta

from bot.handlers.questions import notices
from bot.handlers.questions.commands import COMMANDS
from bot.handlers.questions.desk import AnswerDesk
from bot.handlers.questions.router import router
from bot.questions import jobs
from bot.questions.answering import ProductAnswers
from bot.questions.asking import AskingMerchants
from bot.questions.events import MerchantAsked, QuestionAnswered, QuestionDeclined
from bot.questions.finding import ProductFinder
from bot.questions.personal_data import QuestionsAndSearches
from bot.questions.repository import QuestionRepository, SearchRepository
from bot.telegram.feature import Feature

questions = Feature(
    name="questions",
    services=(
        QuestionRepository,
        SearchRepository,
        ProductFinder,
        ProductAnswers,
        AskingMerchants,
        AnswerDesk,
        QuestionsAndSearches,
    ),
    router=router,
    commands=COMMANDS,
    notices={
        MerchantAsked: notices.tell_merchant,
        QuestionAnswered: notices.tell_asker,
        QuestionDeclined: notices.tell_asker,
    },
    jobs={
        jobs.forget_old_searches: timedelta(hours=6),
        jobs.forget_unsent_questions: timedelta(hours=6),
    },
    personal_data=(QuestionsAndSearches,),
)
