"""Stripe's own lists, to hold our books against."""

from datetime import datetime
from typing import Any

import stripe

from bot.kit.money import Currency
from bot.payments.gateways import Dispute
from bot.payments.gateways.listing import ListedCharge, ListedDispute, ListedRefund
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words, money
from bot.payments.gateways.stripe.refunds import given_back


class StripeLists:
    def __init__(self, line: StripeLine) -> None:
        self._line = line

    async def charges(self, secret: str, since: datetime) -> list[ListedCharge]:
        found = await self._all(secret, "charges", since)
        return [
            ListedCharge(_numbers(one.id, one), money(one.amount_captured, one.currency))
            for one in found
            if one.captured
        ]

    async def refunds(self, secret: str, since: datetime) -> list[ListedRefund]:
        found = await self._all(secret, "refunds", since)
        return [ListedRefund(_numbers(one.charge, one), given_back(one)) for one in found]

    async def disputes(self, secret: str, since: datetime) -> list[ListedDispute]:
        found = await self._all(secret, "disputes", since)
        return [
            ListedDispute(
                one.id,
                _numbers(one.charge, one),
                Dispute(money(one.amount, one.currency), one.reason),
                state=f"{one.status}-{len(one.balance_transactions)}",
            )
            for one in found
        ]

    async def _all(self, secret: str, kind: str, since: datetime) -> list[Any]:
        """The oldest first."""
        resource: Any = getattr(self._line.client(secret).v1, kind)
        try:
            page = await resource.list_async(
                {"created": {"gte": int(since.timestamp())}, "limit": 100}
            )
            found = [one async for one in page.auto_paging_iter()]
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        # An account may have other uses, in currencies that nothing is sold for here.
        return [one for one in reversed(found) if one.currency.upper() in Currency.__members__]


def _numbers(charge: object, one: Any) -> tuple[str, ...]:  # noqa: ANN401
    numbers = (charge, getattr(one, "payment_intent", None))
    return tuple(number for number in numbers if isinstance(number, str) and number)
