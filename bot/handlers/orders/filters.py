from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message, ShippingQuery
from dishka import AsyncContainer
from dishka.integrations.aiogram import CONTAINER_NAME

from bot.orders.models import ORDER, OrderId
from bot.payments.errors import UnknownPayment
from bot.payments.payload import Payload
from bot.telegram.shown import ShownMessages

TRACKING = "tracking"  # the part of an order's subject that asks for numbers


class OrdersInvoice(BaseFilter):
    """A shipping query about an order. Gives its ``payload``."""

    async def __call__(self, query: ShippingQuery) -> bool | dict[str, Any]:
        try:
            payload = Payload.read(query.invoice_payload)
        except UnknownPayment:
            return False
        return {"payload": payload} if payload.kind == ORDER else False


class AnswersTracking(BaseFilter):
    """A reply to our question for tracking numbers. Gives the ``order_id``."""

    async def __call__(self, message: Message, **data: Any) -> bool | dict[str, Any]:  # noqa: ANN401
        asked = message.reply_to_message
        if asked is None or not message.text or not (asked.from_user and asked.from_user.is_bot):
            return False
        scope: AsyncContainer = data[CONTAINER_NAME]
        shown = await scope.get(ShownMessages)
        subject = await shown.find(message.chat.id, asked.message_id)
        if subject is None or (subject.feature, subject.part) != ("orders", TRACKING):
            return False
        return {"order_id": OrderId(subject.id)}
