"""Delivers what a handler returned. Nothing here decides, and nothing here may undo a fact."""

from datetime import timedelta
from typing import assert_never

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    AnswerPreCheckoutQuery,
    AnswerShippingQuery,
    DeleteEphemeralMessage,
    DeleteMessage,
)
from aiogram.types import (
    EphemeralMessageParameters,
    InlineQueryResultsButton,
    Message,
    Update,
)

from bot.kit.errors import ShopError
from bot.kit.texts import Words
from bot.telegram import billing, drawing, inline
from bot.telegram.actor import Actor
from bot.telegram.api import PatientBot
from bot.telegram.hosted_pages import HostedPages
from bot.telegram.memory import Memory
from bot.telegram.occasion import Occasion
from bot.telegram.pictures import UploadedPictures
from bot.telegram.replies import (
    Approve,
    Button,
    Document,
    Follow,
    Invoice,
    Link,
    Offer,
    OfferShipping,
    One,
    PayPage,
    Post,
    Redraw,
    Reply,
    Screen,
    Show,
    Sorry,
    Subject,
    Toast,
    Unsay,
    Vanish,
    Whisper,
)
from bot.telegram.shared_pace import SharedPace

log = structlog.get_logger(__name__)
TOAST = 200
SHORT = 80  # a longer text is read in a box that stays
# What Telegram says when there is nothing left to change.
UNCHANGED = "message is not modified"


class Sender:
    def __init__(
        self,
        bot: Bot,
        memory: Memory,
        pictures: UploadedPictures,
        pace: SharedPace,
        pages: HostedPages,
    ) -> None:
        self._bot = PatientBot(bot, pace)
        self._pages = pages
        self._memory = memory
        self._pictures = pictures

    async def deliver(self, reply: Reply, *, about: Update, actor: Actor | None) -> None:
        """Speak. A message that cannot be delivered is logged; the fact it told stands."""
        occasion = Occasion.of(about)
        for one in reply if isinstance(reply, tuple) else (reply,):
            if one is None:
                continue
            try:
                await self._say(one, occasion, actor)
            except TelegramForbiddenError:
                await self._shut_out(occasion, actor)
            except TelegramRetryAfter as error:
                await self._say_later(one, occasion, timedelta(seconds=error.retry_after))
            except TelegramAPIError as error:
                log.warning("reply.undelivered", reply=type(one).__name__, reason=error.message)
                if isinstance(one, Invoice | PayPage):  # nothing else tells her
                    await self.apologise(about=about, actor=actor)
            except Exception:
                # A picture that is gone, an answer that is no JSON: the fact it told stands.
                log.exception("reply.failed", reply=type(one).__name__)
                await self.apologise(about=about, actor=actor)
        await self._answer_tap(occasion)

    async def _say(self, one: One, occasion: Occasion, actor: Actor | None) -> None:  # noqa: C901, PLR0912 -- a line for each
        match one:
            case Show():
                await self._show(one, occasion)
            case Whisper(screen, start):
                await self._whisper(screen, occasion, actor, start=start)
            case Redraw():
                await self._redraw(one, occasion, actor)
            case Vanish():
                await self._vanish(occasion)
            case Unsay(otherwise):
                await self._unsay(otherwise, occasion)
            case Toast(text, alert):
                await self._toast(text, occasion, alert=alert)
            case Follow(url):
                await self._follow(url, occasion)
            case Document():
                await self._send_document(one, occasion)
            case Invoice():
                await self._invoice(one, occasion, actor)
            case PayPage():
                await self._pay_page(one, occasion, actor)
            case Approve() | OfferShipping():
                await self._approve(one, occasion)
            case Offer():
                await self._offer(one, occasion)
            case Sorry(error):
                words = actor.words if actor else Words("en")
                await self._break_news(words, error.text, error.facts, occasion, actor)
            case _:
                assert_never(one)

    async def apologise(self, *, about: Update, actor: Actor | None) -> None:
        """Say that it was our fault, in whatever way fits."""
        occasion = Occasion.of(about)
        words = actor.words if actor else Words("en")
        try:
            await self._break_news(words, "telegram-apology", {}, occasion, actor)
        except AiogramError as error:
            log.warning("apology.undelivered", reason=str(error))
        await self._answer_tap(occasion)

    async def _show(self, show: Show, occasion: Occasion) -> None:
        here = occasion.here
        if occasion.chat_id is None:
            return
        asked = occasion.message if show.quote and not occasion.is_private else None
        sent = await self._send(
            show.screen,
            occasion.chat_id,
            thread_id=occasion.thread_id,
            reply_to=asked.message_id if asked and not occasion.is_ephemeral else None,
        )
        if show.subject and here:
            await self._memory.remember(show.subject, sent, show.screen)

    async def _send(
        self,
        screen: Screen,
        chat_id: int,
        *,
        thread_id: int | None = None,
        reply_to: int | None = None,
        ephemeral: EphemeralMessageParameters | None = None,
    ) -> Message:
        file_id = await self._pictures.file_id(screen.picture)
        sent = await self._bot(
            drawing.new_message(
                screen,
                chat_id,
                file_id=file_id,
                thread_id=thread_id,
                reply_to=reply_to,
                ephemeral=ephemeral,
            )
        )
        await self._pictures.remember(screen.picture, sent)
        return sent

    async def _whisper(
        self, screen: Screen, occasion: Occasion, actor: Actor | None, *, start: str = "hello"
    ) -> Message | None:
        """Tell one person alone; gives the message where she reads it."""
        if actor is None or occasion.chat_id is None:
            return None
        if occasion.is_private:
            return await self._send(screen, occasion.chat_id)
        alone = EphemeralMessageParameters(
            receiver_user_id=actor.id, callback_query_id=occasion.tap.id if occasion.tap else None
        )
        try:
            return await self._send(
                screen, occasion.chat_id, thread_id=occasion.thread_id, ephemeral=alone
            )
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            # Forbidden: an old card in a group that has put the bot out.
            log.info("whisper.private_instead", reason=error.message)
            return await self._write_privately(screen, occasion, actor, start=start)

    async def _write_privately(
        self, screen: Screen, occasion: Occasion, actor: Actor, *, start: str
    ) -> Message | None:
        try:
            return await self._send(screen, actor.id)
        except (TelegramForbiddenError, TelegramBadRequest):
            await self._invite(occasion, actor, start=start)
            return None

    async def _invite(self, occasion: Occasion, actor: Actor, *, start: str) -> None:
        """She never started the bot, so only she can open the conversation."""
        url = f"https://t.me/{(await self._bot.me()).username}?start={start}"
        if occasion.tap:
            await self._follow(url, occasion)
            return
        label = actor.public_words.plain("telegram-open-private-button")
        text = actor.public_words("telegram-open-private")
        await self._show(Show(Screen(text=text, rows=((Button(label, Link(url)),),))), occasion)

    async def _redraw(self, redraw: Redraw, occasion: Occasion, actor: Actor | None) -> None:
        shown, screen = occasion.shown, redraw.screen
        if shown is None or occasion.tap is None:
            await self._show(Show(screen, subject=redraw.subject), occasion)
            return
        if shown.ephemeral_message_id:
            await self._redraw_whisper(screen, shown, occasion, actor)
            return
        file_id = await self._pictures.file_id(screen.picture)
        edited: Message | bool = False
        try:
            edited = await self._bot(
                drawing.edit(
                    screen,
                    shown.chat.id,
                    shown.message_id,
                    had_picture=bool(shown.photo),
                    file_id=file_id,
                )
            )
        except TelegramBadRequest as error:
            if UNCHANGED not in error.message:
                raise
        if redraw.subject:
            await self._memory.remember(redraw.subject, shown, screen)
        if isinstance(edited, Message):
            await self._pictures.remember(screen.picture, edited)

    async def _redraw_whisper(
        self,
        screen: Screen,
        shown: Message,
        occasion: Occasion,
        actor: Actor | None,
        *,
        start: str = "hello",
    ) -> Message | None:
        """Change what one person alone sees, or say it anew; gives where she reads it."""
        if occasion.tap is None:
            return None
        receiver = occasion.tap.from_user.id
        file_id = await self._pictures.file_id(screen.picture)
        try:
            await self._bot(drawing.edit_ephemeral(screen, shown, receiver, file_id=file_id))
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            if UNCHANGED in error.message:
                return shown
            # It is gone from her screen, as such messages go, or the bot has left.
            log.info("whisper.said_anew", reason=error.message)
            return await self._whisper(screen, occasion, actor, start=start)
        return shown

    async def _vanish(self, occasion: Occasion) -> None:
        shown = occasion.shown
        if shown is None or occasion.tap is None:
            return
        if shown.ephemeral_message_id:
            await self._bot(
                DeleteEphemeralMessage(
                    chat_id=shown.chat.id,
                    receiver_user_id=occasion.tap.from_user.id,
                    ephemeral_message_id=shown.ephemeral_message_id,
                )
            )
        else:
            await self._bot(DeleteMessage(chat_id=shown.chat.id, message_id=shown.message_id))

    async def _unsay(self, otherwise: Screen, occasion: Occasion) -> None:
        said = occasion.message
        if said is None or not occasion.is_private:
            return
        try:
            await self._bot(DeleteMessage(chat_id=said.chat.id, message_id=said.message_id))
        except TelegramAPIError as error:
            log.info("message.undeleted", reason=error.message)
            await self._show(Show(otherwise), occasion)

    async def _toast(self, text: str, occasion: Occasion, *, alert: bool = False) -> None:
        if occasion.tap and not occasion.tap_answered:
            occasion.tap_answered = True
            await self._bot(
                AnswerCallbackQuery(
                    callback_query_id=occasion.tap.id,
                    text=text if len(text) <= TOAST else f"{text[: TOAST - 1]}…",
                    show_alert=alert or len(text) > SHORT,
                )
            )

    async def _follow(self, url: str, occasion: Occasion) -> None:
        if occasion.tap and not occasion.tap_answered:
            occasion.tap_answered = True
            await self._bot(AnswerCallbackQuery(callback_query_id=occasion.tap.id, url=url))

    async def _answer_tap(self, occasion: Occasion) -> None:
        if occasion.tap is None or occasion.tap_answered:
            return
        try:
            await self._bot(AnswerCallbackQuery(callback_query_id=occasion.tap.id))
        except AiogramError as error:
            log.info("tap.unanswered", reason=str(error))

    async def _send_document(self, document: Document, occasion: Occasion) -> None:
        if occasion.chat_id is None:
            return
        file_id = await self._pictures.document_id(document)
        sent = await self._bot(drawing.document(document, occasion.chat_id, file_id=file_id))
        await self._pictures.remember_document(document, sent)

    async def _invoice(self, invoice: Invoice, occasion: Occasion, actor: Actor | None) -> None:
        if occasion.is_private or invoice.public:
            if occasion.chat_id is None:
                return
            await self._bot(
                billing.invoice(invoice, occasion.chat_id, thread_id=occasion.thread_id)
            )
            return
        link = await self._bot(billing.invoice_link(invoice))
        screen = billing.payment_screen(invoice, link, actor.words if actor else Words("en"))
        start = billing.start_of(invoice)
        await self._whisper_about(invoice.subject, screen, occasion, actor, start=start)

    async def _pay_page(self, asked: PayPage, occasion: Occasion, actor: Actor | None) -> None:
        back = f"https://t.me/{(await self._bot.me()).username}?start={asked.start}"
        try:
            url = await self._pages.open(asked.number, back)
        except ShopError as error:
            words = actor.words if actor else Words("en")
            await self._break_news(words, error.text, error.facts, occasion, actor)
            return
        screen = billing.page_screen(asked, url)
        if occasion.is_private:
            await self._redraw(Redraw(screen, subject=asked.subject), occasion, actor)
            return
        await self._whisper_about(asked.subject, screen, occasion, actor, start=asked.start)

    async def _whisper_about(
        self,
        subject: Subject | None,
        screen: Screen,
        occasion: Occasion,
        actor: Actor | None,
        *,
        start: str,
    ) -> None:
        """Tell one person alone, in the whisper she tapped if there is one, and remember it."""
        if occasion.shown and occasion.is_ephemeral:
            shown = await self._redraw_whisper(screen, occasion.shown, occasion, actor, start=start)
        else:
            shown = await self._whisper(screen, occasion, actor, start=start)
        if subject and shown and actor:
            await self._memory.remember_whisper(subject, shown, actor.id)
            await self._memory.remember(subject, shown, screen)

    async def _approve(self, answer: Approve | OfferShipping, occasion: Occasion) -> None:
        if isinstance(answer, Approve) and occasion.pre_checkout:
            await self._bot(
                AnswerPreCheckoutQuery(pre_checkout_query_id=occasion.pre_checkout.id, ok=True)
            )
        if isinstance(answer, OfferShipping) and occasion.shipping:
            await self._bot(billing.shipping_answer(answer, occasion.shipping.id))

    async def _offer(self, offer: Offer, occasion: Occasion) -> None:
        if occasion.inline:
            await self._bot(inline.answer(offer, occasion.inline.id))

    async def _break_news(
        self,
        words: Words,
        key: str,
        facts: dict[str, object],
        occasion: Occasion,
        actor: Actor | None,
    ) -> None:
        plain = words.plain(key, **facts)
        if occasion.tap:
            await self._toast(plain, occasion)
        elif occasion.pre_checkout:
            await self._bot(
                AnswerPreCheckoutQuery(
                    pre_checkout_query_id=occasion.pre_checkout.id, ok=False, error_message=plain
                )
            )
        elif occasion.shipping:
            await self._bot(
                AnswerShippingQuery(
                    shipping_query_id=occasion.shipping.id, ok=False, error_message=plain
                )
            )
        elif occasion.inline:
            button = InlineQueryResultsButton(text=plain[:64], start_parameter="hello")
            await self._bot(
                AnswerInlineQuery(
                    inline_query_id=occasion.inline.id, results=[], button=button, cache_time=0
                )
            )
        else:
            await self._whisper(Screen(text=words(key, **facts)), occasion, actor)

    async def _say_later(self, one: One, occasion: Occasion, wait: timedelta) -> None:
        """The chat is flooded: a public answer waits its turn; one that is tapped for is late."""
        if not isinstance(one, Show) or occasion.chat_id is None:
            log.warning("reply.flooded", reply=type(one).__name__, seconds=wait.seconds)
            return
        await self._memory.post_later(
            Post(
                chat_id=occasion.chat_id,
                thread_id=occasion.thread_id,
                screen=one.screen,
                subject=one.subject,
            ),
            wait,
        )

    async def _shut_out(self, occasion: Occasion, actor: Actor | None) -> None:
        """A 403: she blocked the bot, or the group put it out."""
        if occasion.is_private and actor:
            await self._memory.mark_unreachable(actor.id)
        log.info("reply.forbidden", private=occasion.is_private)
