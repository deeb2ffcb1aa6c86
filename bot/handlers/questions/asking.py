"""Somebody speaks to the bot: by command, by name, by a reply, or in private."""

from datetime import timedelta

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.models import ProductId
from bot.catalog.repository import CatalogRepository
from bot.handlers.questions import views
from bot.handlers.questions.address import (
    Address,
    ForUs,
    ForwardedCard,
    UnknownCommand,
    product_on_buttons,
)
from bot.handlers.questions.callbacks import AskMerchant, Leaf, ShowPopular
from bot.handlers.questions.desk import PRODUCT, AnswerDesk
from bot.kit.texts import Html
from bot.questions.asking import AskingMerchants
from bot.questions.conversation import Answer, DontKnow, NothingFound, SmallTalk
from bot.questions.finding import ProductFinder
from bot.questions.models import QuestionId, SearchId
from bot.telegram.actor import Actor
from bot.telegram.buy_button import CHOICE
from bot.telegram.replies import Redraw, Reply, Screen, Show, Subject, Toast
from bot.telegram.shown import ShownMessages

router = Router(name=__name__)
# A message that we could not answer. Edited soon after, it is a new question.
UNANSWERED = "unanswered"
SOON = timedelta(minutes=2)
LONGEST_COMMAND = 33  # with its slash: core.telegram.org/bots/api#botcommand


@router.message(Command("shop", "ask", ignore_case=True))
async def ask_by_command(
    message: Message,
    command: CommandObject,
    actor: FromDishka[Actor],
    desk: FromDishka[AnswerDesk],
    shown: FromDishka[ShownMessages],
) -> Reply:
    replied = message.reply_to_message
    product_id = await _product_replied_to(message, shown)
    # "/shop" under somebody's wish asks for her.
    overheard = replied.text if replied and product_id is None else None
    text = (command.args or overheard or "").strip()
    if not text:
        return Show(views.small_talk(actor.public_words, SmallTalk(about="help")))
    return await _answer(
        message, Address(text, True), actor, desk=desk, shown=shown, product_id=product_id
    )


@router.message(ForwardedCard())
async def see_forwarded_card(
    message: Message, actor: FromDishka[Actor], desk: FromDishka[AnswerDesk]
) -> Reply:
    """Find the product again by the title on the card, and show it with its buttons."""
    lines = (message.caption or message.text or "").splitlines()
    answers = await desk.answer(actor, next((line for line in lines if line.strip()), ""))
    return await desk.draw(actor, answers)


@router.message(ForUs())
async def ask(
    message: Message,
    address: Address,
    actor: FromDishka[Actor],
    desk: FromDishka[AnswerDesk],
    shown: FromDishka[ShownMessages],
) -> Reply:
    product_id = await _product_replied_to(message, shown)
    return await _answer(message, address, actor, desk=desk, shown=shown, product_id=product_id)


@router.message(UnknownCommand())
async def do_not_know_that_command(message: Message, actor: FromDishka[Actor]) -> Reply:
    command = (message.text or "").split()[0][:LONGEST_COMMAND]
    return Show(Screen(text=actor.words("questions-unknown-command", command=command)))


@router.edited_message(ForUs())
async def ask_again(
    message: Message,
    address: Address,
    actor: FromDishka[Actor],
    desk: FromDishka[AnswerDesk],
    shown: FromDishka[ShownMessages],
) -> Reply:
    """Answer an edited question only where the first one got no answer, and only soon after."""
    earlier = await shown.find(message.chat.id, message.message_id)
    if earlier is None or earlier.feature != UNANSWERED or not _is_soon(message):
        return None
    product_id = await _product_replied_to(message, shown)
    return await _answer(message, address, actor, desk=desk, shown=shown, product_id=product_id)


@router.callback_query(Leaf.filter())
async def turn_page(
    query: CallbackQuery,
    callback_data: Leaf,
    *,
    actor: FromDishka[Actor],
    finder: FromDishka[ProductFinder],
    desk: FromDishka[AnswerDesk],
    shown: FromDishka[ShownMessages],
) -> Reply:
    found = await finder.leaf(SearchId(callback_data.search), callback_data.at)
    screen = await desk.leaf(actor, found)
    if isinstance(query.message, Message):
        # From now on a reply to this card is about the product that it shows now.
        await shown.remember(
            Subject(PRODUCT, found.product_id),
            chat_id=query.message.chat.id,
            message_id=query.message.message_id,
            thread_id=actor.place.thread_id,
            has_picture=screen.picture is not None or bool(query.message.photo),
        )
    return Redraw(screen)


@router.callback_query(AskMerchant.filter())
async def ask_merchant(
    query: CallbackQuery,
    callback_data: AskMerchant,
    actor: FromDishka[Actor],
    asking: FromDishka[AskingMerchants],
    catalog: FromDishka[CatalogRepository],
) -> Reply:
    question = await asking.ask(QuestionId(callback_data.question), by=actor.id)
    product = await catalog.get(question.product_id)
    said = query.message.html_text if isinstance(query.message, Message) else ""
    quoted = Html(said) if callback_data.quoted and said else None
    toast = actor.words.plain("questions-merchant-is-asked-toast", merchant=product.merchant.name)
    return Toast(toast), Redraw(views.merchant_is_asked(actor.public_words, product, quoted))


@router.callback_query(ShowPopular.filter())
async def show_popular(
    _: CallbackQuery, actor: FromDishka[Actor], desk: FromDishka[AnswerDesk]
) -> Reply:
    return await desk.draw(actor, await desk.popular(actor))


async def _answer(
    message: Message,
    address: Address,
    actor: Actor,
    *,
    desk: AnswerDesk,
    shown: ShownMessages,
    product_id: ProductId | None,
) -> Reply:
    answers = await desk.answer(
        actor, address.text, product_id=product_id, expects_answer=address.expects_answer
    )
    if any(_is_no_answer(answer) for answer in answers):
        await shown.remember(
            Subject(UNANSWERED, 0), chat_id=message.chat.id, message_id=message.message_id
        )
    return await desk.draw(actor, answers) or None


def _is_no_answer(answer: Answer) -> bool:
    return isinstance(answer, DontKnow | NothingFound)


def _is_soon(message: Message) -> bool:
    return message.edit_date is not None and (
        message.edit_date - message.date.timestamp() <= SOON.total_seconds()
    )


async def _product_replied_to(message: Message, shown: ShownMessages) -> ProductId | None:
    replied = message.reply_to_message
    if replied is None:
        return None
    subject = await shown.find(message.chat.id, replied.message_id)
    if subject is not None and subject.feature in {PRODUCT, CHOICE}:
        return ProductId(subject.id)
    return product_on_buttons(replied)
