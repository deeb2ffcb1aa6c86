"""/newproduct: three questions, and a product stands on the shelf."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.errors import NotYourProduct
from bot.catalog.models import Merchant, MerchantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.service import CatalogService, checked_title
from bot.handlers.catalog import views
from bot.handlers.catalog.callbacks import Begin, BeginFor
from bot.handlers.catalog.desk import ShelfDesk, chosen
from bot.handlers.catalog.editing import typed_stock
from bot.handlers.catalog.prices import typed_price
from bot.kit.money import Currency, Money
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.filters import Private
from bot.telegram.replies import Reply, Show

router = Router(name=__name__)


@router.message(Command("newproduct"), Private())
async def begin(
    _: Message,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    if len(merchants) > 1:
        return Show(views.which_merchant(actor.words, merchants, Begin.NEW), quote=False)
    return await _ask_title(actor, merchants[0].id, inputs)


@router.callback_query(BeginFor.filter(F.what == Begin.NEW))
async def begin_for(
    _: CallbackQuery,
    callback_data: BeginFor,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = chosen(await catalog.merchants_of(actor.id), callback_data.merchant)
    return await _ask_title(actor, merchant.id, inputs)


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
    await inputs.ask(
        actor.id, PendingKind.NEW_PRICE, merchant_id=merchant.id, said={"title": title}
    )
    facts = {"title": title, "currency": merchant.currency}
    return Show(views.question(actor.words, "catalog-ask-price", **facts), quote=False)


@router.message(Answers(PendingKind.NEW_PRICE))
async def hear_price(
    message: Message,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchant = await _merchant(pending, actor, catalog)
    price = typed_price(message.text or "", merchant)
    said = pending.said | {"minor": price.minor, "currency": price.currency.value}
    await inputs.ask(actor.id, PendingKind.NEW_STOCK, merchant_id=merchant.id, said=said)
    facts = {"title": pending.said["title"]}
    return Show(views.question(actor.words, "catalog-ask-stock", **facts), quote=False)


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


async def _ask_title(actor: Actor, merchant_id: MerchantId, inputs: PendingInputs) -> Reply:
    await inputs.ask(actor.id, PendingKind.NEW_TITLE, merchant_id=merchant_id)
    return Show(views.question(actor.words, "catalog-ask-new-title"), quote=False)


async def _merchant(pending: PendingInput, actor: Actor, catalog: CatalogService) -> Merchant:
    if pending.merchant_id is None:
        raise NotYourProduct
    return chosen(await catalog.merchants_of(actor.id), pending.merchant_id)
