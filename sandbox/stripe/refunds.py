"""Giving money back, in whole or in part, never more than was taken."""

from collections.abc import Callable
from typing import Final, TypeAlias

from sandbox.stripe.charges import Announce, add_movement
from sandbox.stripe.errors import StripeError
from sandbox.stripe.fields import Field, Fields, flag, metadata, one_of, positive, text, texts
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

Refunded: TypeAlias = Callable[[Json], None]

SYMBOLS: Final = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}
WITHOUT_CENTS: Final = frozenset({"clp", "jpy", "krw", "pyg", "ugx", "vnd"})
CREATE: Final[Fields] = {
    "charge": Field(text),
    "payment_intent": Field(text),
    "amount": Field(positive),
    "currency": Field(text),
    "reason": Field(one_of("duplicate", "fraudulent", "requested_by_customer")),
    "metadata": Field(metadata),
    "refund_application_fee": Field(flag),
    "reverse_transfer": Field(flag),
    "expand": Field(texts),
}
UPDATE: Final[Fields] = {"metadata": Field(metadata), "expand": Field(texts)}


class Refunds:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce
        self.on_refund: list[Refunded] = []

    def create(self, asked: Json) -> Json:
        charge = self._charge(asked)
        amount = self._amount(charge, asked.get("amount"))
        refund = self._write(charge, amount, asked)
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        self._objects.save(charge)
        for tell in self.on_refund:
            tell(refund)
        self._announce("refund.created", refund)
        self._announce("charge.refunded", charge)
        return refund

    def update(self, number: str, asked: Json) -> Json:
        refund = self._objects.get("refund", number)
        changes = asked.get("metadata", {})
        kept = {**refund["metadata"], **changes}
        refund["metadata"] = {name: value for name, value in kept.items() if value}
        self._objects.save(refund)
        self._announce("refund.updated", refund)
        return refund

    def _charge(self, asked: Json) -> Json:
        if "charge" not in asked and "payment_intent" not in asked:
            raise StripeError(
                400,
                "One of the following params should be provided for this request: "
                "payment_intent or charge.",
                code="parameter_missing",
            )
        number = asked.get("charge")
        if "payment_intent" in asked:
            intent = self._objects.get("payment_intent", asked["payment_intent"], "payment_intent")
            if number not in (None, intent["latest_charge"]):
                raise StripeError(
                    400,
                    f"The charge {number} does not belong to the payment_intent {intent['id']}.",
                    param="charge",
                    executed=True,
                )
            number = intent["latest_charge"]
        return self._objects.get("charge", str(number), "charge")

    def _amount(self, charge: Json, asked: int | None) -> int:
        left = charge["amount"] - charge["amount_refunded"]
        if left == 0:
            raise StripeError(
                400,
                f"Charge {charge['id']} has already been refunded.",
                code="charge_already_refunded",
                executed=True,
            )
        if asked is not None and asked > left:
            currency = charge["currency"]
            raise StripeError(
                400,
                f"Refund amount ({_money(asked, currency)}) is greater than "
                f"unrefunded amount on charge ({_money(left, currency)})",
                param="amount",
                executed=True,
            )
        return left if asked is None else asked

    def _write(self, charge: Json, amount: int, asked: Json) -> Json:
        objects = self._objects
        number = objects.number("re")
        movement = add_movement(objects, "refund", number, -amount, charge["currency"])
        return objects.add(
            {
                "id": number,
                "object": "refund",
                "amount": amount,
                "balance_transaction": movement["id"],
                "charge": charge["id"],
                "created": objects.now(),
                "currency": charge["currency"],
                "destination_details": {
                    "card": {
                        "reference_status": "pending",
                        "reference_type": "acquirer_reference_number",
                        "type": "refund",
                    },
                    "type": "card",
                },
                "metadata": asked.get("metadata", {}),
                "payment_intent": charge["payment_intent"],
                "reason": asked.get("reason"),
                "receipt_number": None,
                "source_transfer_reversal": None,
                "status": "succeeded",
                "transfer_reversal": None,
            }
        )


def _money(minor: int, currency: str) -> str:
    symbol = SYMBOLS.get(currency, "")
    written = str(minor) if currency in WITHOUT_CENTS else f"{minor / 100:,.2f}"
    return f"{symbol}{written}" if symbol else f"{written} {currency}"
