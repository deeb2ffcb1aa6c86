"""The account's book: each movement of money is a balance transaction."""

from typing import Final

from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

FEE_PER_MILLE: Final = 29
FEE_FIXED: Final = 30


def fee_of(amount: int) -> int:
    return -(-amount * FEE_PER_MILLE // 1000) + FEE_FIXED


def add_movement(
    objects: Objects, kind: str, source: str, amount: int, currency: str, *, fee: int = 0
) -> Json:
    """A balance transaction. Stripe keeps its fee when money goes back."""
    details = [
        {"amount": fee, "currency": currency.lower(), "type": "stripe_fee"}
        | {"application": None, "description": "Stripe processing fees"}
    ]
    return objects.add(
        {
            "id": objects.number("txn"),
            "object": "balance_transaction",
            "amount": amount,
            "available_on": objects.now(),
            "created": objects.now(),
            "currency": currency.lower(),
            "description": None,
            "exchange_rate": None,
            "fee": fee,
            "fee_details": details if fee else [],
            "net": amount - fee,
            "reporting_category": kind,
            "source": source,
            "status": "available",
            "type": kind,
        }
    )
