"""Changing a product: a button asks, and the next message answers."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.arrivals.models import ArrivalPurpose
from bot.catalog.arrivals.service import ArrivalService
from bot.catalog.errors import BadStock, ProductGone
from bot.catalog.imports.values import BadCell, stock_of
from bot.catalog.models import Product, ProductId, VariantId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.service import CatalogService
from bot.catalog.stock.service import MAX_ON_HAND
from bot.handlers.catalog import views
from bot.handlers.catalog.callbacks import Ask, Field
from bot.handlers.catalog.desk import ShelfDesk
from bot.handlers.catalog.filters import ProductPicture
from bot.handlers.catalog.prices import typed_price
from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.asking import ForgetQuestion, question
from bot.telegram.replies import Redraw, Reply, Screen, Show

router = Router(name=__name__)
_KINDS = {
    Field.TITLE: PendingKind.TITLE,
    Field.DESCRIPTION: PendingKind.DESCRIPTION,
    Field.PRICE: PendingKind.PRICE,
    Field.STOCK: PendingKind.STOCK,
    Field.PICTURE: PendingKind.PICTURE,
    Field.DOWNLOAD: PendingKind.DOWNLOAD,
}
_OF_A_VARIANT = (Field.PRICE, Field.STOCK)


@router.callback_query(Ask.filter())
async def ask(
    query: CallbackQuery,
    callback_data: Ask,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    pending: FromDishka[PendingInputs],
) -> Reply:
    product = await catalog.get_own(ProductId(callback_data.product), by=actor.id)
    field = callback_data.field
    if field in _OF_A_VARIANT and len(product.variants) > 1 and not callback_data.chosen:
        screen = views.which_variant(actor.words, product, callback_data)
        is_list = isinstance(query.message, Message) and callback_data.page > 0
        return Redraw(screen) if is_list else Show(screen, quote=False)

    await pending.ask(
        actor.id,
        _KINDS[field],
        product_id=product.id,
        variant_id=_variant_of(product, callback_data),
    )
    screen = _question(actor.words, product, field)
    # The list of variants is answered; a product's picture cannot be turned into a question.
    return Redraw(screen) if callback_data.chosen else Show(screen, quote=False)


@router.callback_query(ForgetQuestion.filter())
async def forget_question(
    _: CallbackQuery, actor: FromDishka[Actor], pending: FromDishka[PendingInputs]
) -> Reply:
    was_open = await pending.forget(actor.id)
    key = "catalog-never-mind" if was_open else "catalog-question-over"
    return Redraw(Screen(text=actor.words(key)))


@router.message(Answers(PendingKind.TITLE, PendingKind.DESCRIPTION))
async def set_words(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    product_id = _product_of(pending)
    change = catalog.retitle if pending.kind is PendingKind.TITLE else catalog.describe
    await change(product_id, message.text or "", by=actor.id, language=actor.words.language)
    await inputs.forget(actor.id)
    return await desk.show(actor, product_id, actor.words("catalog-changed"))


@router.message(Answers(PendingKind.PRICE))
async def set_price(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    product_id = _product_of(pending)
    product = await catalog.get_own(product_id, by=actor.id)
    is_digital = not product.needs_shipping
    price = typed_price(message.text or "", product.merchant, is_digital=is_digital)
    await catalog.change_price(product_id, price, by=actor.id, variant_id=pending.variant_id)
    await inputs.forget(actor.id)
    return await desk.show(actor, product_id, actor.words("catalog-price-changed", price=price))


@router.message(Answers(PendingKind.STOCK))
async def set_stock(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    product_id = _product_of(pending)
    if pending.variant_id is None:
        raise ProductGone
    on_hand = typed_stock(message.text or "")
    await catalog.change_stock(product_id, pending.variant_id, on_hand, by=actor.id)
    await inputs.forget(actor.id)
    return await desk.show(actor, product_id, actor.words("catalog-stock-changed", stock=on_hand))


@router.message(ProductPicture())
async def add_picture(
    _: Message,
    *,
    file_id: str,
    product_id: ProductId,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    arrivals: FromDishka[ArrivalService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    await catalog.get_own(product_id, by=actor.id)
    await arrivals.expect(file_id, ArrivalPurpose.PICTURE, product_id, by=actor.id)
    await inputs.forget(actor.id)
    return Show(Screen(text=actor.words("catalog-picture-coming")))


def _question(words: Words, product: Product, field: Field) -> Screen:
    title, currency = product.title(words.language), product.merchant.currency
    if field is Field.PRICE:
        return views.price_question(words, title, currency, is_digital=not product.needs_shipping)
    return question(words, f"catalog-ask-{field.name.lower()}", title=title)


def typed_stock(text: str) -> int:
    try:
        stock = stock_of(text)
    except BadCell:
        stock = None
    if stock is None or stock < 0:
        raise BadStock(max=MAX_ON_HAND)
    return stock


def _variant_of(product: Product, asked: Ask) -> VariantId | None:
    if asked.variant:
        return VariantId(asked.variant)
    is_counted_alone = asked.field is Field.STOCK and len(product.variants) == 1
    return product.variants[0].id if is_counted_alone else None


def _product_of(pending: PendingInput) -> ProductId:
    if pending.product_id is None:
        raise ProductGone
    return pending.product_id
