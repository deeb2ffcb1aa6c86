"""Digital goods: the file or the words that a buyer paid for."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka.integrations.aiogram import FromDishka

from bot.catalog.downloads import DownloadStore
from bot.catalog.models import Product
from bot.handlers.orders.callbacks import SendAgain
from bot.kit.texts import Words
from bot.orders.errors import NothingToSend
from bot.orders.handing_over import HandingOver
from bot.orders.looking import OrderLookup
from bot.orders.models import OrderId
from bot.people.models import PersonId
from bot.telegram.actor import Actor
from bot.telegram.replies import Document, Post, Reply, Screen, Show, Toast

router = Router(name=__name__)


@router.callback_query(SendAgain.filter())
async def send_again(
    _: CallbackQuery,
    *,
    callback_data: SendAgain,
    actor: FromDishka[Actor],
    lookup: FromDishka[OrderLookup],
    handing: FromDishka[HandingOver],
    store: FromDishka[DownloadStore],
) -> Reply:
    """Only in the private chat: in a group the button's page is hers alone, a file is not."""
    sheet = await lookup.for_buyer(OrderId(callback_data.order), actor.id)
    goods = await handing.goods_of(sheet.order)
    if not goods:
        raise NothingToSend
    if not actor.place.is_private:
        return Toast(actor.words.plain("orders-file-in-private"), alert=True)
    return tuple(
        file if (file := document(product, store)) else Show(words_of(actor.words, product))
        for product in goods
    )


def posts(
    words: Words, goods: Sequence[Product], store: DownloadStore, buyer_id: PersonId
) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=buyer_id,
            screen=words_of(words, product),
            document=document(product, store),
        )
        for product in goods
    )


def document(product: Product, store: DownloadStore) -> Document | None:
    """Name the file by where it is kept: it may be fifty megabytes."""
    kept = product.download
    if kept is None or not store.path(kept["file"]).is_file():
        return None
    return Document(name=kept["name"], path=store.path(kept["file"]), sha256=kept["sha256"])


def words_of(words: Words, product: Product) -> Screen:
    title = product.title(words.language)
    if product.download_text:
        return Screen(text=words("orders-goods-text", title=title, text=product.download_text))
    return Screen(text=words("orders-goods-missing", title=title))
