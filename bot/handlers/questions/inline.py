"""Searching from any chat: @bot red shoes."""

from aiogram import Router
from aiogram.types import InlineQuery
from dishka.integrations.aiogram import FromDishka

from bot.catalog.media import MediaStore
from bot.catalog.models import Product
from bot.catalog.repository import CatalogRepository
from bot.handlers.questions import views
from bot.handlers.questions.desk import AnswerDesk
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.questions.conversation import Asked
from bot.questions.finding import ProductFinder
from bot.questions.understanding import Context, Search, Understanding
from bot.telegram.actor import Actor
from bot.telegram.product_card import cut
from bot.telegram.replies import Found, Offer, Reply

router = Router(name=__name__)
PAGE = 20
_LINE = 100


@router.inline_query()
async def search(
    query: InlineQuery,
    *,
    actor: FromDishka[Actor],
    understanding: FromDishka[Understanding],
    finder: FromDishka[ProductFinder],
    catalog: FromDishka[CatalogRepository],
    desk: FromDishka[AnswerDesk],
    media: FromDishka[MediaStore],
) -> Reply:
    currency = desk.currency(actor)
    language = actor.words.language
    meaning = understanding.read(query.query, language, Context(currency=currency))
    wish = meaning if isinstance(meaning, Search) else Search(words=query.query)
    asked = Asked(text=query.query, person_id=actor.id, language=language, currency=currency)
    hits, _, _ = await finder.look(asked, wish)

    start = int(query.offset) if query.offset.isdecimal() else 0
    page = await catalog.get_many(hits[start : start + PAGE])
    more = start + PAGE < len(hits)
    return Offer(
        found=tuple(_found(actor.words, product, currency, media) for product in page),
        next_offset=str(start + PAGE) if more else "",
    )


def _found(words: Words, product: Product, currency: Currency, media: MediaStore) -> Found:
    prices = product.price_range(product.paid_in(currency))
    price = words.money(prices[0]) if prices else ""
    picture = next((p.url for p in product.pictures if p.url), None)
    description = product.description(words.language)
    return Found(
        id=str(product.id),
        title=cut(product.title(words.language), _LINE),
        description=cut(f"{price} · {description}" if price else description, _LINE),
        screen=views.card(words, product, currency=currency, media=media, rating=None),
        thumbnail_url=picture,
    )
