"""What Stripe's own book says of one charge: fees, shares, and what banks have taken back.

https://docs.stripe.com/connect/destination-charges
"""

from collections.abc import Iterable, Sequence
from typing import Any

import stripe

from bot.kit.money import Currency, Money
from bot.payments.gateways.costing import Costs
from bot.payments.gateways.stripe.connection import StripeLine, in_our_words, money

EXPANDED = ["balance_transaction", "application_fee", "transfer"]
LOST = frozenset({"lost"})


class StripeCosts:
    def __init__(self, line: StripeLine) -> None:
        self._line = line

    async def costs(self, secret: str, provider_charge: str) -> Costs:
        v1 = self._line.client(secret).v1
        try:
            charge = await self._charge(v1, provider_charge)
            refunds, disputes = [], []
            if charge.amount_refunded:
                page = await v1.refunds.list_async(
                    {"charge": charge.id, "limit": 100, "expand": ["data.balance_transaction"]}
                )
                refunds = [one async for one in page.auto_paging_iter()]
            if charge.disputed:
                listed = await v1.disputes.list_async({"charge": charge.id, "limit": 100})
                disputes = listed.data
        except stripe.StripeError as error:
            raise in_our_words(error) from None
        return _costs(charge, refunds, disputes)

    async def _charge(self, v1: Any, number: str) -> Any:  # noqa: ANN401 -- expanded, which types do not say
        if not number.startswith("pi_"):
            return await v1.charges.retrieve_async(number, {"expand": EXPANDED})
        inner = [f"latest_charge.{name}" for name in EXPANDED]
        intent = await v1.payment_intents.retrieve_async(number, {"expand": inner})
        return intent.latest_charge


def as_captured(charge: Any) -> Costs | None:  # noqa: ANN401 -- expanded, which types do not say
    """Tell what a fresh charge costs; None where something has happened to it since."""
    rest = charge.amount - charge.amount_captured  # let go of, and counted as refunded
    if charge.disputed or charge.amount_refunded > rest:
        return None
    none = Money.zero(money(0, charge.currency).currency)
    fee = money(charge.application_fee_amount or 0, charge.currency)
    is_shared = bool(charge.transfer_data and charge.transfer_data.destination)
    return Costs(
        gateway_fee=_fee([charge.balance_transaction]),
        platform_fee=fee if is_shared else none,
        transferred=money(charge.amount_captured, charge.currency) - fee if is_shared else none,
        withdrawn=none,
        lost=none,
    )


def _costs(charge: Any, refunds: Iterable[Any], disputes: Sequence[Any]) -> Costs:  # noqa: ANN401
    def of_charge(minor: int) -> Money:
        return money(minor, charge.currency)

    fee, transfer = charge.application_fee, charge.transfer
    kept = fee.amount - fee.amount_refunded if fee else 0
    handed_on = transfer.amount - transfer.amount_reversed - kept if transfer else 0
    withdrawn = [one for one in disputes if _is_out(one)]
    lost = [one for one in withdrawn if one.status in LOST]
    movements = [charge.balance_transaction]
    movements += [one.balance_transaction for one in refunds]
    movements += [movement for one in disputes for movement in one.balance_transactions]
    return Costs(
        gateway_fee=_fee(movements),
        platform_fee=of_charge(kept),
        transferred=of_charge(handed_on),
        withdrawn=of_charge(sum(one.amount for one in withdrawn)),
        lost=of_charge(sum(one.amount for one in lost)),
    )


def _is_out(dispute: Any) -> bool:  # noqa: ANN401
    """Whether a bank has its money and has not brought it back."""
    return sum(int(movement.amount) for movement in dispute.balance_transactions) < 0


def _fee(movements: Sequence[Any]) -> Money | None:
    """Add up what Stripe kept; None until it has written the charge itself into its book.

    Nor is it told where the account is kept in a currency that nothing is sold for here.
    """
    first, *more = movements
    if (
        first is None
        or isinstance(first, str)
        or first.currency.upper() not in Currency.__members__
    ):
        return None
    told = [one for one in more if one is not None and not isinstance(one, str)]
    same = [one.fee for one in (first, *told) if one.currency == first.currency]
    return money(sum(same), first.currency)
