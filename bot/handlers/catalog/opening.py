"""/newproduct: a few questions, and a product stands on the shelf."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.errors import NotYourProduct
from bot.catalog.models import Merchant, ProductKind
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.service import CatalogService, checked_title
from bot.handlers.catalog import views
from bot.handlers.catalog.callbacks import Begin, BeginFor, BeginNew
from bot.handlers.catalog.desk import ShelfDesk, chosen
from bot.handlers.catalog.editing import typed_stock
from bot.handlers.catalog.prices import typed_price
from bot.kit.money import Currency, Money
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import question
from bot.telegram.filters import Private
from bot.telegram.replies import Redraw, Reply, Show

router = Router(name=__name__)


@router.message(Command("newproduct"), Private())
async def begin(_: Message, actor: FromDishka[Actor], catalog: FromDishka[CatalogService]) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    if len(merchants) > 1:
        return Show(views.which_merchant(actor.words, merchants, Begin.NEW), quote=False)
    return Show(views.which_kind(actor.words, merchants[0]), quote=False)


@router.callback_query(BeginFor.filter(F.what == Begin.NEW))
async def begin_for(
    _: CallbackQuery,
    callback_data: BeginFor,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
) -> Reply:
    merchant = chosen(await catalog.merchants_of(actor.id), callback_data.merchant)
    screen = views.which_kind(actor.words, merchant)
    # The shelf has this button as well, and stays; "For which shop?" is answered and goes.
    return Redraw(screen) if callback_data.asked else Show(screen, quote=False)


@router.callback_query(BeginNew.filter())
async def begin_new(
    _: CallbackQuery,
    callback_data: BeginNew,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = chosen(await catalog.merchants_of(actor.id), callback_data.merchant)
    said = {"digital": callback_data.digital}
    await inputs.ask(actor.id, PendingKind.NEW_TITLE, merchant_id=merchant.id, said=said)
    return Redraw(question(actor.words, "catalog-ask-new-title"))


@router.message(Answers(PendingKind.NEW_TITLE))
async def hear_title(
    message: Message,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await _merchant(pending, actor, catalog)
    title = checked_title(message.text or "")
    said = pending.said | {"title": title}
    await inputs.ask(actor.id, PendingKind.NEW_PRICE, merchant_id=merchant.id, said=said)
    return Show(
        views.price_question(actor.words, title, merchant.currency, is_digital=is_digital(pending)),
        quote=False,
    )


@router.message(Answers(PendingKind.NEW_PRICE))
async def hear_price(
    message: Message,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await _merchant(pending, actor, catalog)
    price = typed_price(message.text or "", merchant, is_digital=is_digital(pending))
    if is_digital(pending):
        return await _create_download(pending, price, actor=actor, catalog=catalog, inputs=inputs)
    said = pending.said | {"minor": price.minor, "currency": price.currency.value}
    await inputs.ask(actor.id, PendingKind.NEW_STOCK, merchant_id=merchant.id, said=said)
    facts = {"title": pending.said["title"]}
    return Show(question(actor.words, "catalog-ask-stock", **facts), quote=False)


@router.message(Answers(PendingKind.NEW_STOCK))
async def hear_stock(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    merchant = await _merchant(pending, actor, catalog)
    said = pending.said
    product = await catalog.create(
        merchant.id,
        said["title"],
        by=actor.id,
        price=Money(said["minor"], Currency(said["currency"])),
        stock=typed_stock(message.text or ""),
        language=actor.words.language,
    )
    # A photo is what a card lacks now, so the next one is taken for it.
    await inputs.ask(actor.id, PendingKind.PICTURE, product_id=product.id)
    return await desk.show(actor, product.id, actor.words("catalog-created"))


def is_digital(pending: PendingInput) -> bool:
    return bool(pending.said.get("digital"))


async def _create_download(
    pending: PendingInput,
    price: Money,
    *,
    actor: Actor,
    catalog: CatalogService,
    inputs: PendingInputs,
) -> Reply:
    """It stands on the shelf, and can be bought once its file is there."""
    merchant = await _merchant(pending, actor, catalog)
    product = await catalog.create(
        merchant.id,
        pending.said["title"],
        by=actor.id,
        price=price,
        stock=0,
        kind=ProductKind.DIGITAL,
        language=actor.words.language,
    )
    await inputs.ask(actor.id, PendingKind.DOWNLOAD, product_id=product.id)
    title = product.title(actor.words.language)
    return Show(question(actor.words, "catalog-ask-download", title=title), quote=False)


async def _merchant(pending: PendingInput, actor: Actor, catalog: CatalogService) -> Merchant:
    if pending.merchant_id is None:
        raise NotYourProduct
    return chosen(await catalog.merchants_of(actor.id), pending.merchant_id)
