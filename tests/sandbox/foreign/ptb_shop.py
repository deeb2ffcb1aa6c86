"""The same small shop bot, written with python-telegram-bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LabeledPrice, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    PreCheckoutQueryHandler,
    filters,
)

Context = ContextTypes.DEFAULT_TYPE


@asynccontextmanager
async def ptb_shop(address: str, token: str, photo: Path) -> AsyncIterator[str]:
    """Poll until the block ends; gives the username that ``getMe`` told."""
    app = (
        Application.builder()
        .token(token)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .build()
    )
    app.add_handlers(_handlers(photo))
    async with app:
        assert app.updater is not None
        await app.updater.start_polling(timeout=1)
        await app.start()
        yield app.bot.username
        await app.updater.stop()
        await app.stop()


def _handlers(photo: Path) -> list[Any]:
    async def start(update: Update, _: Context) -> None:
        assert update.message is not None
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Tap me", callback_data="tapped")]])
        await update.message.reply_text(
            "<b>Welcome</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard
        )

    async def tapped(update: Update, _: Context) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("You tapped")

    async def send_photo(update: Update, _: Context) -> None:
        assert update.message is not None
        await update.message.reply_photo(photo, caption="A red square")

    async def buy(update: Update, context: Context) -> None:
        assert update.effective_chat is not None
        await context.bot.send_invoice(
            update.effective_chat.id,
            "Tea",
            "A tin of tea",
            "tea-1",
            "EUR",
            [LabeledPrice("Tea", 1200)],
            provider_token="284685063:TEST:merchant",
        )

    async def agree(update: Update, _: Context) -> None:
        assert update.pre_checkout_query is not None
        await update.pre_checkout_query.answer(ok=True)

    async def thank(update: Update, _: Context) -> None:
        assert update.message is not None
        assert update.message.successful_payment is not None
        await update.message.reply_text(f"Paid {update.message.successful_payment.total_amount}")

    async def wrong(update: Update, context: Context) -> None:
        assert update.message is not None
        try:
            await context.bot.send_message(-1009999999999, "Is anybody there?")
        except BadRequest as refused:
            await update.message.reply_text(f"{type(refused).__name__} {refused.message}")

    return [
        CommandHandler("start", start),
        CallbackQueryHandler(tapped),
        CommandHandler("photo", send_photo),
        CommandHandler("buy", buy),
        PreCheckoutQueryHandler(agree),
        MessageHandler(filters.SUCCESSFUL_PAYMENT, thank),
        CommandHandler("wrong", wrong),
    ]
