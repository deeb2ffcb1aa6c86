"""What stands on a Checkout page to be paid for."""

from typing import Final

from sandbox.stripe.errors import StripeError
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

UNDERSTOOD: Final = (
    "line_items.quantity line_items.price_data.currency line_items.price_data.unit_amount "
    "line_items.price_data.product_data.name line_items.price_data.product_data.description "
    "line_items.price_data.product_data.images line_items.price_data.product_data.metadata"
)


def written_down(objects: Objects, asked: list[Json]) -> list[Json]:
    return [_item(objects, one, number) for number, one in enumerate(asked)]


def _item(objects: Objects, asked: Json, number: int) -> Json:
    price = asked.get("price_data") or {}
    for name in ("product_data", "unit_amount"):
        if name not in price:
            raise StripeError(
                400,
                f"Missing required param: line_items[{number}][price_data][{name}].",
                code="parameter_missing",
                param=f"line_items[{number}][price_data][{name}]",
            )
    quantity, currency = asked.get("quantity", 1), price["currency"].lower()
    total = price["unit_amount"] * quantity
    product = price["product_data"]
    return {
        "id": objects.number("li"),
        "object": "item",
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": currency,
        "description": product["name"],
        "price": {
            "id": objects.number("price"),
            "object": "price",
            "active": False,
            "currency": currency,
            "type": "one_time",
            "unit_amount": price["unit_amount"],
        },
        "quantity": quantity,
        "_more": product.get("description"),
        "_images": product.get("images") or [],
    }


def add_up(items: list[Json]) -> tuple[int, str]:
    currencies = {item["currency"] for item in items}
    if len(currencies) > 1:
        raise StripeError(
            400,
            "All line items of a Checkout Session must have the same currency.",
            param="line_items",
        )
    return sum(item["amount_total"] for item in items), currencies.pop()
