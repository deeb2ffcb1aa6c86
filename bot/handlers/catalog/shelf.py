"""/products: a merchant's shelf, and each product on it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import MerchantId, ProductId
from bot.catalog.service import CatalogService
from bot.handlers.catalog import views
from bot.handlers.catalog.callbacks import Archive, FetchPictures, OpenProduct, OpenShelf
from bot.handlers.catalog.desk import ShelfDesk
from bot.telegram.actor import Actor
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Show, Toast

router = Router(name=__name__)


@router.message(Command("products"), Private())
async def open_shelf(
    _: Message,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    return Show(await desk.shelf(actor, OpenShelf(merchant=merchants[0].id)), quote=False)


@router.callback_query(OpenShelf.filter())
async def turn_to(
    query: CallbackQuery,
    callback_data: OpenShelf,
    actor: FromDishka[Actor],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    screen = await desk.shelf(actor, callback_data)
    # A product's picture cannot be turned into a list: that gets a message of its own.
    is_text = isinstance(query.message, Message) and query.message.text is not None
    return Redraw(screen) if is_text else Show(screen, quote=False)


@router.callback_query(FetchPictures.filter())
async def fetch_pictures_again(
    _: CallbackQuery,
    callback_data: FetchPictures,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    merchant_id = MerchantId(callback_data.merchant)
    count = await catalog.fetch_pictures_again(merchant_id, by=actor.id)
    told = actor.words.plain("catalog-pictures-again", count=count)
    return Toast(told), Redraw(await desk.shelf(actor, OpenShelf(merchant=merchant_id)))


@router.callback_query(OpenProduct.filter())
async def open_product(
    _: CallbackQuery,
    callback_data: OpenProduct,
    actor: FromDishka[Actor],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    return await desk.show(actor, ProductId(callback_data.product))


@router.callback_query(Archive.filter())
async def archive(
    _: CallbackQuery,
    callback_data: Archive,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    product_id = ProductId(callback_data.product)
    change = catalog.archive if callback_data.archived else catalog.restore
    product = await change(product_id, by=actor.id)
    done = "catalog-archived" if callback_data.archived else "catalog-restored"
    return Redraw(
        views.panel(
            actor.words,
            product,
            desk.media,
            note=actor.words(done),
            may_undo=callback_data.archived,
        )
    )
