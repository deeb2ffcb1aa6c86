"""Charges that were made elsewhere, as by Telegram with a merchant's provider token."""

from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

FEE_PER_MILLE: Final = 29
FEE_FIXED: Final = 30

Announce: TypeAlias = Callable[[str, Json], None]


class PaidCard(Protocol):
    @property
    def brand(self) -> str: ...
    @property
    def last4(self) -> str: ...


class Charges:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce

    def charge(
        self,
        amount: int,
        currency: str,
        card: PaidCard,
        *,
        description: str,
        metadata: dict[str, str],
    ) -> str:
        """Charge a card that pays; returns the ``ch_`` number."""
        objects = self._objects
        number, intent = objects.number("ch"), objects.number("pi")
        fee = -(-amount * FEE_PER_MILLE // 1000) + FEE_FIXED
        movement = add_movement(objects, "charge", number, amount, currency, fee=fee)
        charge = objects.add(
            {
                "id": number,
                "object": "charge",
                "amount": amount,
                "amount_captured": amount,
                "amount_refunded": 0,
                "balance_transaction": movement["id"],
                "captured": True,
                "created": objects.now(),
                "currency": currency.lower(),
                "customer": None,
                "description": description,
                "disputed": False,
                "failure_code": None,
                "failure_message": None,
                "livemode": False,
                "metadata": metadata,
                "outcome": {
                    "network_status": "approved_by_network",
                    "risk_level": "normal",
                    "seller_message": "Payment complete.",
                    "type": "authorized",
                },
                "paid": True,
                "payment_intent": intent,
                "payment_method_details": {
                    "card": {"brand": card.brand, "last4": card.last4},
                    "type": "card",
                },
                "receipt_email": None,
                "refunded": False,
                "status": "succeeded",
            }
        )
        paid = objects.add(
            {
                "id": intent,
                "object": "payment_intent",
                "amount": amount,
                "amount_received": amount,
                "capture_method": "automatic",
                "created": objects.now(),
                "currency": currency.lower(),
                "customer": None,
                "description": description,
                "latest_charge": number,
                "livemode": False,
                "metadata": metadata,
                "payment_method_types": ["card"],
                "status": "succeeded",
            }
        )
        self._announce("charge.succeeded", charge)
        self._announce("payment_intent.succeeded", paid)
        return number


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
