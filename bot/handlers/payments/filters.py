from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message, ShippingQuery

from bot.payments.errors import UnknownPayment
from bot.payments.payload import Payload


class NobodysInvoice(BaseFilter):
    """A payload this shop never wrote."""

    async def __call__(self, query: ShippingQuery) -> bool:
        try:
            Payload.read(query.invoice_payload)
        except UnknownPayment:
            return True
        return False


class StarsReturned(BaseFilter):
    """A service message that says Stars went back."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        returned = message.refunded_payment
        return {"returned": returned} if returned else False
