"""Delivers what a handler returned. Nothing here decides, and nothing here may undo a fact."""

from datetime import timedelta
from typing import assert_never

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import (
    AnswerInlineQuery,
    AnswerPreCheckoutQuery,
    AnswerShippingQuery,
)
from aiogram.types import (
    InlineQueryResultsButton,
    Update,
)

from bot.kit.errors import ShopError
from bot.kit.texts import Words
from bot.telegram import billing, inline
from bot.telegram.actor import Actor
from bot.telegram.api import PatientBot
from bot.telegram.hosted_pages import HostedPages
from bot.telegram.memory import Memory
from bot.telegram.messages import Messages
from bot.telegram.occasion import Occasion
from bot.telegram.pictures import UploadedPictures
from bot.telegram.pins import Pins
from bot.telegram.replies import (
    Approve,
    Document,
    Follow,
    Invoice,
    Offer,
    OfferShipping,
    One,
    PayPage,
    Pin,
    Post,
    Redraw,
    Reply,
    Screen,
    Show,
    Sorry,
    Toast,
    Unsay,
    Vanish,
    Whisper,
)
from bot.telegram.shared_pace import SharedPace
from bot.telegram.taps import TapAnswers
from bot.telegram.whispers import Whispers

log = structlog.get_logger(__name__)


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
        self._taps = TapAnswers(self._bot)
        self._pins = Pins(self._bot, memory, self._taps)
        self._messages = Messages(self._bot, memory, pictures)
        self._whispers = Whispers(
            bot=self._bot,
            memory=memory,
            pictures=pictures,
            messages=self._messages,
            taps=self._taps,
        )

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
        await self._taps.finish(occasion)

    async def _say(self, one: One, occasion: Occasion, actor: Actor | None) -> None:  # noqa: C901, PLR0912 -- a line for each
        match one:
            case Show():
                await self._messages.show(one, occasion)
            case Whisper():
                await self._whispers.say(one, occasion, actor)
            case Redraw():
                await self._redraw(one, occasion, actor)
            case Vanish():
                await self._whispers.vanish(occasion)
            case Unsay(otherwise):
                await self._messages.unsay(otherwise, occasion)
            case Pin():
                if await self._pins.turn(one, occasion, actor) and one.screen is not None:
                    await self._redraw(Redraw(one.screen), occasion, actor)
            case Toast(text, alert):
                await self._taps.toast(text, occasion, alert=alert)
            case Follow(url):
                await self._taps.follow(url, occasion)
            case Document():
                await self._messages.send_document(one, occasion)
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
        await self._taps.finish(occasion)

    async def _redraw(self, redraw: Redraw, occasion: Occasion, actor: Actor | None) -> None:
        shown = occasion.shown
        if shown is None or occasion.tap is None:
            await self._messages.show(Show(redraw.screen, subject=redraw.subject), occasion)
        elif shown.ephemeral_message_id:
            await self._whispers.redraw(redraw.screen, shown, occasion, actor)
        else:
            await self._messages.redraw(redraw, shown)

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
        await self._whispers.tell_about(invoice.subject, screen, occasion, actor, start=start)

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
        await self._whispers.tell_about(asked.subject, screen, occasion, actor, start=asked.start)

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
            await self._taps.toast(plain, occasion)
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
            await self._whispers.whisper(Screen(text=words(key, **facts)), occasion, actor)

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
