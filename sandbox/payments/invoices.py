"""Invoices: what ``sendInvoice`` and ``createInvoiceLink`` accept, and where they are kept."""

import json
import re
import secrets
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from sandbox.botapi.errors import bad_request
from sandbox.payments.currencies import STARS, is_known, is_payable
from sandbox.world.store import Json, Store, pack, unpack

TABLE: Final = """
CREATE TABLE IF NOT EXISTS invoices (
    slug TEXT PRIMARY KEY, bot INTEGER NOT NULL, paid_by INTEGER, doc TEXT NOT NULL) WITHOUT ROWID;
"""
LONGEST_TITLE: Final = 32
LONGEST_DESCRIPTION: Final = 255
LONGEST_PAYLOAD_BYTES: Final = 128
MOST_SUGGESTED_TIPS: Final = 4
SUBSCRIPTION_SECONDS: Final = 2_592_000
START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")
PROVIDER_TOKEN: Final = re.compile(r"\w+:(?:TEST|LIVE):\S+")
WEB_ADDRESS: Final = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
KEPT: Final = (
    "title", "description", "payload", "currency", "prices", "max_tip_amount",
    "suggested_tip_amounts", "start_parameter", "photo_url", "need_name", "need_phone_number",
    "need_email", "need_shipping_address", "is_flexible", "subscription_period",
)  # fmt: skip


@dataclass(slots=True)
class Invoice:
    """``paid_by`` is set once somebody paid an invoice that can be paid only once."""

    slug: str
    bot: int
    paid_by: int | None
    doc: Json

    @property
    def currency(self) -> str:
        return str(self.doc["currency"])

    @property
    def is_stars(self) -> bool:
        return self.currency == STARS

    @property
    def payload(self) -> str:
        return str(self.doc["payload"])

    @property
    def prices(self) -> list[Json]:
        prices: list[Json] = self.doc["prices"]
        return prices

    @property
    def total(self) -> int:
        return total_of(self.prices)

    @property
    def is_open_to_many(self) -> bool:
        """With a ``start_parameter`` it is for one payment; without, for as many as come."""
        return not self.doc.get("start_parameter")

    @property
    def needs(self) -> dict[str, bool]:
        asked = self.doc.get
        return {
            "name": bool(asked("need_name")),
            "phone": bool(asked("need_phone_number")),
            "email": bool(asked("need_email")),
            "address": bool(asked("need_shipping_address") or asked("is_flexible")),
        }

    def as_media(self) -> Json:
        """The Bot API's ``Invoice``."""
        return {
            "title": self.doc["title"],
            "description": self.doc["description"],
            "start_parameter": self.doc.get("start_parameter", ""),
            "currency": self.currency,
            "total_amount": self.total,
        }


class Invoices:
    def __init__(self, store: Store) -> None:
        self._store = store
        store.connection.executescript(TABLE)

    def add(self, bot: int, parameters: Json) -> Invoice:
        """Check what a bot asks for and keep it. Raises ``ApiError``."""
        check(parameters)
        doc: Json = {name: parameters[name] for name in KEPT if name in parameters}
        invoice = Invoice(secrets.token_urlsafe(12), bot, None, doc)
        self._store.write(
            "INSERT INTO invoices VALUES (?, ?, NULL, ?)", invoice.slug, bot, pack(doc)
        )
        return invoice

    def find(self, slug: str) -> Invoice | None:
        row = self._store.one("SELECT slug, bot, paid_by, doc FROM invoices WHERE slug = ?", slug)
        return None if row is None else Invoice(row[0], row[1], row[2], unpack(row[3]))

    def close(self, invoice: Invoice, paid_by: int) -> None:
        invoice.paid_by = paid_by
        self._store.write("UPDATE invoices SET paid_by = ? WHERE slug = ?", paid_by, invoice.slug)


def total_of(prices: list[Json]) -> int:
    return sum(int(price["amount"]) for price in prices)


def check(parameters: Json) -> None:
    if not 1 <= len(parameters["title"]) <= LONGEST_TITLE:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= len(parameters["description"]) <= LONGEST_DESCRIPTION:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(parameters["payload"].encode()) <= LONGEST_PAYLOAD_BYTES:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if START_PARAMETER.fullmatch(parameters.get("start_parameter", "")) is None:
        raise bad_request("STARTPARAM_INVALID")
    if "photo_url" in parameters and WEB_ADDRESS.match(parameters["photo_url"]) is None:
        raise bad_request("WEBDOCUMENT_URL_INVALID")
    if not _is_json(parameters.get("provider_data", "{}")):
        raise bad_request("DATA_JSON_INVALID")
    check_prices(parameters["prices"])
    if parameters["currency"] == STARS:
        _check_stars(parameters)
    else:
        _check_money(parameters)


def check_prices(prices: list[Json]) -> None:
    if not prices:
        raise bad_request("there must be at least one price")
    if not all(price["label"] for price in prices):
        raise bad_request("can't parse labeled price: LabeledPrice label must be non-empty")


def _check_stars(parameters: Json) -> None:
    if parameters.get("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    # Stars buy what is digital: nothing to ship, no tip, and one price.
    physical = ("max_tip_amount", "suggested_tip_amounts", "is_flexible", "need_shipping_address")
    if len(parameters["prices"]) != 1 or any(parameters.get(name) for name in physical):
        raise bad_request("STARS_INVOICE_INVALID")
    if not is_payable(total_of(parameters["prices"]), STARS):
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    if parameters.get("subscription_period", SUBSCRIPTION_SECONDS) != SUBSCRIPTION_SECONDS:
        raise bad_request("SUBSCRIPTION_PERIOD_INVALID")


def _check_money(parameters: Json) -> None:
    currency = parameters["currency"]
    if not is_known(currency):
        raise bad_request("CURRENCY_INVALID")
    if PROVIDER_TOKEN.fullmatch(parameters.get("provider_token", "")) is None:
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    if "subscription_period" in parameters:
        raise bad_request("SUBSCRIPTION_PERIOD_INVALID")
    if not is_payable(total_of(parameters["prices"]), currency):
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    _check_tips(parameters.get("max_tip_amount", 0), parameters.get("suggested_tip_amounts", []))


def _check_tips(largest: int, suggested: list[int]) -> None:
    rising = all(one < other for one, other in pairwise(suggested))
    allowed = len(suggested) <= MOST_SUGGESTED_TIPS and all(0 < tip <= largest for tip in suggested)
    if largest < 0 or not rising or not allowed:
        raise bad_request("SUGGESTED_TIP_AMOUNTS_INVALID")


def _is_json(written: str) -> bool:
    try:
        parsed: Any = json.loads(written)
    except ValueError:
        return False
    return isinstance(parsed, dict)
