"""Invoices and shipping answers as Telegram's methods. Pure."""

from dataclasses import replace
from typing import Any

from aiogram.methods import AnswerShippingQuery, CreateInvoiceLink, SendInvoice
from aiogram.types import LabeledPrice, ShippingOption

from bot.kit.texts import Words
from bot.telegram.replies import Button, Invoice, Link, OfferShipping, PayPage, Screen

TITLE, DESCRIPTION, LABEL = 32, 255, 64


def invoice(asked: Invoice, chat_id: int, *, thread_id: int | None = None) -> SendInvoice:
    return SendInvoice(
        chat_id=chat_id,
        message_thread_id=thread_id,
        # Whoever forwards it forwards a deep link, not a form that anybody can pay.
        start_parameter=start_of(asked),
        **_form(asked),
    )


def start_of(asked: Invoice) -> str:
    """The deep link by which somebody comes back to an invoice."""
    if asked.start:
        return asked.start
    return f"pay_{asked.subject.id}" if asked.subject else "pay"


def invoice_link(asked: Invoice) -> CreateInvoiceLink:
    return CreateInvoiceLink(**_form(asked))


def _form(asked: Invoice) -> dict[str, Any]:
    """What the payment form shows, however it is reached."""
    return {
        "title": cut(asked.title, TITLE),
        "description": cut(asked.description, DESCRIPTION),
        "payload": asked.payload,
        "provider_token": asked.provider_token,
        "currency": asked.lines[0][1].currency.value,
        "prices": _prices(asked),
        "photo_url": asked.picture_url,
        "need_name": asked.needs_name or None,
        "need_shipping_address": asked.needs_address or None,
        "need_phone_number": asked.needs_phone or None,
        "need_email": asked.needs_email or None,
        "is_flexible": asked.flexible or None,
    }


def payment_screen(asked: Invoice, link: str, words: Words) -> Screen:
    """What the payer alone sees in a group: what is bought, and a button to the form."""
    label = asked.pay_label or words.plain("telegram-pay-button")
    pay = (Button(label, Link(link)),)
    if asked.screen is None:
        return Screen(text=asked.description, rows=(pay,))
    return Screen(
        text=asked.screen.text, picture=asked.screen.picture, rows=(pay, *asked.screen.rows)
    )


def page_screen(asked: PayPage, url: str) -> Screen:
    pay = (Button(asked.pay_label, Link(url)),)
    return replace(asked.screen, rows=(pay, *asked.screen.rows))


def shipping_answer(offer: OfferShipping, query_id: str) -> AnswerShippingQuery:
    return AnswerShippingQuery(
        shipping_query_id=query_id,
        ok=True,
        shipping_options=[
            ShippingOption(
                id=choice.code,
                title=choice.title,
                prices=[LabeledPrice(label=choice.title, amount=choice.price.minor)],
            )
            for choice in offer.choices
        ],
    )


def cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _prices(asked: Invoice) -> list[LabeledPrice]:
    return [
        LabeledPrice(label=cut(label, LABEL), amount=price.minor) for label, price in asked.lines
    ]
