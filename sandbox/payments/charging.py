"""Money changes hands: a card is charged, Stars move, and the bot is told."""

import secrets
from typing import Final, Protocol

from sandbox.payments.audit import Audit, Entry
from sandbox.payments.cards import Card
from sandbox.payments.checkouts import Checkout
from sandbox.payments.invoices import SUBSCRIPTION_SECONDS, Invoice
from sandbox.world.store import Json
from sandbox.world.world import World

STARS_CHARGE_PREFIX: Final = "stx"


class CardRail(Protocol):
    """The provider behind an invoice's token."""

    def charge(
        self, amount: int, currency: str, card: Card, *, description: str, metadata: dict[str, str]
    ) -> str:
        """Charge a card that pays; returns the provider's id for it."""
        ...


class Charging:
    def __init__(self, world: World, audit: Audit, cards: CardRail) -> None:
        self._world = world
        self._audit = audit
        self._cards = cards

    def by_card(self, invoice: Invoice, checkout: Checkout, card: Card) -> Entry:
        charge = f"{checkout.person}_{secrets.token_hex(12)}"
        amount = checkout.total(invoice)
        provider_charge = self._cards.charge(
            amount,
            invoice.currency,
            card,
            description=str(invoice.doc["title"]),
            metadata={"telegram_payment_charge_id": charge},
        )
        return self._done(invoice, checkout, charge, provider_charge)

    def by_stars(self, invoice: Invoice, checkout: Checkout) -> Entry:
        payer = self._world.account(checkout.person)
        payer.doc["stars"] = self.balance(checkout.person) - checkout.total(invoice)
        self._world.people.save(payer)
        charge = STARS_CHARGE_PREFIX + secrets.token_urlsafe(48)
        return self._done(invoice, checkout, charge, f"{checkout.person}_{secrets.token_hex(4)}")

    def balance(self, person: int) -> int:
        return int(self._world.account(person).doc.get("stars", 0))

    def _done(
        self, invoice: Invoice, checkout: Checkout, charge: str, provider_charge: str
    ) -> Entry:
        entry = self._audit.write(
            charge,
            "charge",
            "stars" if invoice.is_stars else "card",
            charge=charge,
            provider_charge=provider_charge,
            amount=checkout.total(invoice),
            currency=invoice.currency,
            payer=checkout.person,
            payload=invoice.payload,
            bot=invoice.bot,
        )
        self._tell(invoice, checkout, entry)
        return entry

    def _tell(self, invoice: Invoice, checkout: Checkout, entry: Entry) -> None:
        """The service message stands in the private chat, wherever the invoice was.

        A payment opens that chat for the bot: it has heard from the person.
        """
        paid: Json = {
            "currency": entry.currency,
            "total_amount": entry.amount,
            "invoice_payload": invoice.payload,
            "telegram_payment_charge_id": entry.charge,
            "provider_payment_charge_id": entry.provider_charge,
        }
        if checkout.chosen_option is not None:
            paid["shipping_option_id"] = checkout.chosen_option
        if (info := checkout.order_info()) is not None:
            paid["order_info"] = info
        if "subscription_period" in invoice.doc:
            ends = self._world.clock.seconds() + SUBSCRIPTION_SECONDS
            paid |= {
                "subscription_expiration_date": ends,
                "is_recurring": True,
                "is_first_recurring": True,
            }
        room = self._world.rooms.private(checkout.person, invoice.bot)
        if not room.doc.get("started"):
            room.doc["started"] = True
            self._world.rooms.save(room)
        self._world.service(room, checkout.person, {"successful_payment": paid})
