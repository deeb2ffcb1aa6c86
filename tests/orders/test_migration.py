"""An order from before 0002 is still there after it, and keeps its one language."""

from typing import Any

import sqlalchemy as sa
from alembic import command
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli.database import alembic_config, migrate
from bot.kit.db import open_engine, synchronous
from bot.orders.models import Order, OrderId
from bot.orders.repository import OrderRepository
from tests.fakes import NOON

# What the first day's tables asked for.
ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "people",
        {
            "id": 7,
            "name": "Ana",
            "language": "de",
            "language_chosen": True,
            "zone": "UTC",
            "role": "shopper",
            "can_be_written_to": True,
            "shows_name": False,
            "seen_at": NOON,
        },
    ),
    (
        "merchants",
        {
            "id": 1,
            "handle": "lindenfaden",
            "name": "Lindenfaden",
            "about_texts": {},
            "language": "en",
            "ships_to": [],
            "currencies": ["EUR"],
        },
    ),
    (
        "products",
        {
            "id": 1,
            "merchant_id": 1,
            "handle": "sneaker",
            "titles": {"en": "Red Sneaker", "de": "Roter Turnschuh"},
            "descriptions": {},
            "kind": "physical",
            "status": "active",
            "tags": [],
            "options": [],
            "attributes": [],
            "changed_at": NOON,
        },
    ),
    (
        "variants",
        {
            "id": 1,
            "product_id": 1,
            "merchant_id": 1,
            "sku": "LF-1",
            "option_values": {"colour": "red"},
            "position": 0,
            "on_hand": 1,
            "reserved": 0,
            "unlimited": False,
            "is_offered": True,
        },
    ),
    (
        "orders",
        {
            "id": 12,
            "buyer_id": 7,
            "merchant_id": 1,
            "currency": "EUR",
            "status": "paid",
            "from_cart": False,
            "needs_shipping": True,
            "shipping_title": "Paket",
            "shipping_minor": 490,
            "shipping_refunded": False,
            "created_at": NOON,
        },
    ),
    (
        "order_lines",
        {
            "id": 3,
            "order_id": 12,
            "product_id": 1,
            "variant_id": 1,
            "title": "Roter Turnschuh",
            "label": "red",
            "price_minor": 4500,
            "currency": "EUR",
            "quantity": 1,
            "refunded_quantity": 0,
        },
    ),
)


def buys_on_the_first_day(url: str) -> None:
    command.upgrade(alembic_config(url), "0001")
    engine = sa.create_engine(synchronous(url))
    tables = sa.MetaData()
    with engine.begin() as connection:
        tables.reflect(connection)
        for name, facts in ROWS:
            connection.execute(tables.tables[name].insert().values(facts))
    engine.dispose()


async def the_order(url: str) -> Order:
    engine = open_engine(url)
    async with AsyncSession(engine) as session:
        order = await OrderRepository(session).get(OrderId(12))
    await engine.dispose()
    return order


async def test_an_old_order_keeps_the_language_it_was_written_in(empty_database_url: str):
    buys_on_the_first_day(empty_database_url)

    migrate(empty_database_url)

    order = await the_order(empty_database_url)
    [line] = order.lines
    assert (line.title_in("en"), line.title_in("de")) == ("Roter Turnschuh", "Roter Turnschuh")
    assert (line.titles, line.option_values, line.sku) == ({}, {}, None)
    assert order.shipping_title_in("zh") == "Paket"


def test_taking_it_back_keeps_the_order(empty_database_url: str):
    buys_on_the_first_day(empty_database_url)
    migrate(empty_database_url)

    command.downgrade(alembic_config(empty_database_url), "0001")

    engine = sa.create_engine(synchronous(empty_database_url))
    with engine.connect() as connection:
        kept = connection.execute(sa.text("SELECT order_id, title FROM order_lines")).all()
    engine.dispose()
    assert [tuple(row) for row in kept] == [(12, "Roter Turnschuh")]
