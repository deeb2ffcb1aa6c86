"""Inline results as Telegram's method. Pure."""

from aiogram.methods import AnswerInlineQuery
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from bot.telegram.drawing import HTML, keyboard
from bot.telegram.replies import Found, Offer

MOST = 50


def answer(offer: Offer, query_id: str) -> AnswerInlineQuery:
    return AnswerInlineQuery(
        inline_query_id=query_id,
        results=[_article(found) for found in offer.found[:MOST]],
        next_offset=offer.next_offset,
        is_personal=offer.personal,
        cache_time=0 if offer.personal else 60,
    )


def _article(found: Found) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=found.id,
        title=found.title,
        description=found.description,
        thumbnail_url=found.thumbnail_url,
        input_message_content=InputTextMessageContent(
            message_text=found.screen.text, parse_mode=HTML
        ),
        reply_markup=keyboard(found.screen.rows),
    )
