"""Charges: asking a bank for money, taking it, letting it go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from sandbox.stripe.cards import Card, Refusal
from sandbox.stripe.connect import Connect
from sandbox.stripe.events import Announce
from sandbox.stripe.movements import add_movement, fee_of
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

HOLD_SECONDS: Final = 7 * 24 * 3600
# Visa, where the holder of the card is away: 4 days and 18 hours.
HOLD_SECONDS_WITHOUT_HER: Final = (4 * 24 + 18) * 3600
APPROVED: Final[Json] = {
    "network_status": "approved_by_network",
    "risk_level": "normal",
    "seller_message": "Payment complete.",
    "type": "authorized",
}


class PaidCard(Protocol):
    @property
    def brand(self) -> str: ...
    @property
    def last4(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What a payment intent asks of a card. ``more``: what it hands on to the charge as it is."""

    amount: int
    currency: str
    card: Card
    is_kept_for_later: bool  # authorised only: a hold
    off_session: bool
    intent: str
    more: Json = field(default_factory=dict)


class Charges:
    def __init__(self, objects: Objects, announce: Announce, connect: Connect) -> None:
        self._objects = objects
        self._announce = announce
        self._connect = connect
        self.on_capture: list[Callable[[Json], None]] = []

    def charge(
        self,
        amount: int,
        currency: str,
        card: PaidCard,
        *,
        description: str,
        metadata: dict[str, str],
    ) -> str:
        """Charge a card that pays, as Telegram does for a merchant; returns the ``ch_`` number."""
        objects = self._objects
        intent = objects.number("pi")
        told = {"description": description, "metadata": metadata}
        doc = self._doc(amount, currency, intent, _shown(card), told)
        charge = self._collect(objects.add(doc), amount)
        paid = objects.add(
            {
                "id": intent,
                "object": "payment_intent",
                "amount": amount,
                "amount_capturable": 0,
                "amount_received": amount,
                "canceled_at": None,
                "cancellation_reason": None,
                "capture_method": "automatic",
                "client_secret": objects.secret_of(intent),
                "created": objects.now(),
                "currency": currency.lower(),
                "customer": None,
                "last_payment_error": None,
                "latest_charge": charge["id"],
                "livemode": False,
                "next_action": None,
                "payment_method": None,
                "payment_method_types": ["card"],
                "status": "succeeded",
                **told,
            }
        )
        self._announce("charge.succeeded", charge)
        self._announce("payment_intent.succeeded", paid)
        return str(charge["id"])

    def authorize(self, wish: Wish) -> Json:
        """The bank says yes: the money is held, and taken at once unless it is kept for later."""
        charge = self._objects.add(self._asked_for(wish))
        if not wish.is_kept_for_later:
            charge = self._collect(charge, wish.amount)
            self._tell_captured(charge)
        self._announce("charge.succeeded", charge)
        return charge

    def refuse(self, wish: Wish, refusal: Refusal) -> Json:
        charge = self._objects.add(
            self._asked_for(wish)
            | {
                "failure_code": refusal.code,
                "failure_message": refusal.words,
                "outcome": {
                    "network_status": "declined_by_network",
                    "reason": refusal.outcome,
                    "risk_level": "normal",
                    "seller_message": "The bank did not return any further details.",
                    "type": "issuer_declined",
                },
                "paid": False,
                "status": "failed",
            }
        )
        self._announce("charge.failed", charge)
        return charge

    def capture(self, charge: Json, amount: int, application_fee: int | None) -> Json:
        """Take some or all of what is held; the bank lets go of the rest."""
        if application_fee is not None:
            charge["application_fee_amount"] = application_fee
        captured = self._collect(charge, amount)
        self._tell_captured(captured)
        self._announce("charge.captured", captured)
        return captured

    def release(self, charge: Json, *, expired: bool) -> None:
        charge["refunded"] = True
        charge["amount_refunded"] = charge["amount"]
        self._objects.save(charge)
        self._announce("charge.expired" if expired else "charge.refunded", charge)

    def _tell_captured(self, charge: Json) -> None:
        for tell in self.on_capture:
            tell(charge)

    def _collect(self, charge: Json, amount: int) -> Json:
        objects = self._objects
        movement = add_movement(
            objects, "charge", charge["id"], amount, charge["currency"], fee=fee_of(amount)
        )
        charge |= {
            "amount_captured": amount,
            # "Any additional amount is automatically refunded", the reference says.
            "amount_refunded": charge["amount"] - amount,
            "balance_transaction": movement["id"],
            "captured": True,
        }
        charge |= self._connect.share(charge, amount)
        objects.save(charge)
        return charge

    def _asked_for(self, wish: Wish) -> Json:
        more = wish.more | {"_fate": wish.card.fate.value}
        return self._doc(wish.amount, wish.currency, wish.intent, self._details(wish), more)

    def _details(self, wish: Wish) -> Json:
        details = _shown(wish.card)
        if wish.is_kept_for_later:
            seconds = HOLD_SECONDS_WITHOUT_HER if _is_short(wish) else HOLD_SECONDS
            details["card"]["capture_before"] = self._objects.now() + seconds
        return details

    def _doc(self, amount: int, currency: str, intent: str, details: Json, more: Json) -> Json:
        return {
            "id": self._objects.number("ch"),
            "object": "charge",
            "amount": amount,
            "amount_captured": 0,
            "amount_refunded": 0,
            "application_fee": None,
            "application_fee_amount": None,
            "balance_transaction": None,
            "billing_details": {"address": None, "email": None, "name": None, "phone": None},
            "captured": False,
            "created": self._objects.now(),
            "currency": currency.lower(),
            "customer": None,
            "description": None,
            "disputed": False,
            "failure_code": None,
            "failure_message": None,
            "livemode": False,
            "metadata": {},
            "on_behalf_of": None,
            "outcome": APPROVED,
            "paid": True,
            "payment_intent": intent,
            "payment_method": None,
            "payment_method_details": details,
            "receipt_email": None,
            "refunded": False,
            "status": "succeeded",
            "transfer": None,
            "transfer_data": None,
            "transfer_group": None,
            **more,
        }


def _is_short(wish: Wish) -> bool:
    return wish.off_session and wish.card.brand == "visa"


def _shown(card: PaidCard) -> Json:
    return {"card": {"brand": card.brand, "last4": card.last4}, "type": "card"}
