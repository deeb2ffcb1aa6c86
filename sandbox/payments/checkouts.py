"""One person's payment sheet for one invoice."""

import secrets
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

from sandbox.payments.invoices import Invoice, total_of
from sandbox.world.store import Json, Store, pack, unpack

TABLE: Final = """
CREATE TABLE IF NOT EXISTS checkouts (id TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
"""


class Status(StrEnum):
    OPEN = "open"
    PAID = "paid"
    REFUSED = "refused"
    DECLINED = "declined"
    CONFIRM = "confirm"
    TIMEOUT = "timeout"


@dataclass(slots=True)
class Checkout:
    """``room`` and ``message`` lead back to the invoice's message, where there is one."""

    id: str
    slug: str
    person: int
    room: int | None = None
    message: int | None = None
    status: str = Status.OPEN
    details: Json = field(default_factory=dict)
    shipping_options: list[Json] | None = None
    chosen_option: str | None = None
    tip: int = 0
    card: str = ""
    charge: str | None = None
    error: str | None = None

    @property
    def option(self) -> Json | None:
        offered = self.shipping_options or []
        return next((one for one in offered if one["id"] == self.chosen_option), None)

    def total(self, invoice: Invoice) -> int:
        option = self.option
        return invoice.total + (total_of(option["prices"]) if option else 0) + self.tip

    def order_info(self) -> Json | None:
        """The Bot API's ``OrderInfo``: what the person was asked for, nothing else."""
        names = {"name": "name", "phone": "phone_number", "email": "email"}
        info: Json = {
            theirs: self.details[ours] for ours, theirs in names.items() if ours in self.details
        }
        if "address" in self.details:
            info["shipping_address"] = self.details["address"]
        return info or None


class Checkouts:
    def __init__(self, store: Store) -> None:
        self._store = store
        store.connection.executescript(TABLE)

    def open(
        self, invoice: Invoice, person: int, *, room: int | None = None, message: int | None = None
    ) -> Checkout:
        checkout = Checkout(secrets.token_hex(8), invoice.slug, person, room, message)
        self._store.write(
            "INSERT INTO checkouts VALUES (?, ?)", checkout.id, pack(asdict(checkout))
        )
        return checkout

    def find(self, checkout_id: str) -> Checkout | None:
        row = self._store.one("SELECT doc FROM checkouts WHERE id = ?", checkout_id)
        return None if row is None else Checkout(**unpack(row[0]))

    def save(self, checkout: Checkout) -> None:
        self._store.write(
            "UPDATE checkouts SET doc = ? WHERE id = ?", pack(asdict(checkout)), checkout.id
        )


def shown(checkout: Checkout, invoice: Invoice, *, merchant: str, balance: int) -> Json:
    """The ``Checkout`` of docs/features/sandbox-api.md."""
    doc: dict[str, Any] = invoice.doc
    sheet: Json = {
        "id": checkout.id,
        "status": str(checkout.status),
        "title": doc["title"],
        "description": doc["description"],
        "currency": invoice.currency,
        "prices": invoice.prices,
        "total_amount": checkout.total(invoice),
        "max_tip_amount": doc.get("max_tip_amount", 0),
        "suggested_tip_amounts": doc.get("suggested_tip_amounts", []),
        "needs": invoice.needs,
        "is_flexible": bool(doc.get("is_flexible")),
        "is_stars": invoice.is_stars,
        "merchant": merchant,
    }
    if "photo_url" in doc:
        sheet["photo_url"] = doc["photo_url"]
    if checkout.shipping_options is not None:
        sheet["shipping_options"] = checkout.shipping_options
    if checkout.chosen_option is not None:
        sheet["chosen_option"] = checkout.chosen_option
    if invoice.is_stars:
        sheet["balance"] = balance
    if checkout.error is not None:
        sheet["error"] = checkout.error
    return sheet
