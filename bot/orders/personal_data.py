from collections.abc import Sequence
from typing import Any

from bot.kit.money import Money
from bot.orders.contacts import Contacts
from bot.orders.models import Order, OrderStatus
from bot.orders.repository import OrderRepository
from bot.payments.events import Contact
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData, Unfinished


class OrdersOfPerson(PersonalData):
    """What she bought. Erasing takes names and addresses away; the accounts keep the rest."""

    section = "orders"

    def __init__(self, orders: OrderRepository, contacts: Contacts) -> None:
        self._orders = orders
        self._contacts = contacts

    async def export(self, person_id: PersonId) -> list[dict[str, Any]]:
        return [
            _as_json(order, self._contacts.open(order.contact))
            for order in await self._orders.of_buyer(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        for order in await self._orders.of_buyer(person_id):
            order.contact = None
            if order.status is OrderStatus.DRAFT:
                order.lines.clear()
        await self._orders.flush()

    async def unfinished(self, person_id: PersonId) -> Sequence[Unfinished]:
        """A parcel without an address does not arrive: she is told before."""
        return [
            Unfinished("orders-unfinished", {"number": str(order.number)})
            for order in await self._orders.of_buyer(person_id)
            if order.status in {OrderStatus.PAID, OrderStatus.SHIPPED}
        ]


def _as_json(order: Order, contact: Contact) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status.value,
        "ordered_at": order.created_at.isoformat(),
        "paid_at": order.paid_at and order.paid_at.isoformat(),
        "lines": [
            {"name": line.name, "quantity": line.quantity, "price": _money(line.price)}
            for line in order.lines
        ],
        "delivery": order.shipping_title,
        "total": _money(order.total),
        "refunded": _money(order.refunded),
        "tracking_numbers": [n for sent in order.shipments for n in sent.tracking_numbers],
        "receiver": _receiver(contact),
    }


def _receiver(contact: Contact) -> dict[str, str]:
    address = contact.address
    fields = {"name": contact.name, "phone": contact.phone, "email": contact.email}
    if address is not None:
        fields |= {
            "street": address.street,
            "street2": address.street2,
            "post_code": address.post_code,
            "city": address.city,
            "state": address.state,
            "country": address.country,
        }
    return {name: value for name, value in fields.items() if value}


def _money(money: Money) -> str:
    return f"{money.amount} {money.currency}"
