"""Checkout sessions: a page of Stripe's on which a person pays, or leaves her card."""

from typing import Any, Final

from stripe.params.checkout import (
    SessionCreateParams,
    SessionExpireParams,
    SessionListLineItemsParams,
    SessionListParams,
    SessionRetrieveParams,
    SessionUpdateParams,
)

from sandbox.stripe.address import Address
from sandbox.stripe.amounts import check_amount
from sandbox.stripe.connect import check_shares
from sandbox.stripe.customers import Customers
from sandbox.stripe.errors import StripeError, missing
from sandbox.stripe.events import Announce
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.line_items import UNDERSTOOD as LINE_ITEMS
from sandbox.stripe.line_items import add_up, written_down
from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.stripe.page_checks import check_page
from sandbox.stripe.parameters import Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.stripe.setups import SetupIntents
from sandbox.stripe.shipping import UNDERSTOOD as SHIPPING
from sandbox.stripe.shipping import offered
from sandbox.world.store import Json

CREATE: Final = Parameters.of(
    SessionCreateParams,
    "mode success_url cancel_url expires_at client_reference_id customer customer_creation "
    "customer_email currency metadata allowed_payment_method_types locale submit_type ui_mode "
    "payment_intent_data setup_intent_data billing_address_collection phone_number_collection "
    f"shipping_address_collection custom_text {LINE_ITEMS} {SHIPPING}",
)
UPDATE: Final = Parameters.of(SessionUpdateParams, "metadata")
LIST: Final = Parameters.of(SessionListParams, f"{PAGING} customer payment_intent status")
READ: Final = Parameters.of(SessionRetrieveParams, "")
EXPIRE: Final = Parameters.of(SessionExpireParams, "")
ITEMS: Final = Parameters.of(SessionListLineItemsParams, "limit starting_after ending_before")
INTENT_DATA: Final = frozenset({
    "application_fee_amount", "capture_method", "description", "metadata", "on_behalf_of",
    "receipt_email", "setup_future_usage", "shipping", "statement_descriptor",
    "statement_descriptor_suffix", "transfer_data", "transfer_group",
})  # fmt: skip
NOT_WHILE_SAVING: Final = (
    "line_items",
    "payment_intent_data",
    "phone_number_collection",
    "shipping_address_collection",
    "shipping_options",
)
LIFE_SECONDS: Final = 24 * 3600
SHORTEST_LIFE: Final = 30 * 60
LEEWAY: Final = 60  # between the caller's clock and ours
WHOLE: Final = "checkout.session"


class Sessions:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        *,
        customers: Customers,
        setups: SetupIntents,
        expiring: Expiring,
        address: Address,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._customers = customers
        self._setups = setups
        self._expiring = expiring
        self._address = address
        expiring.on_end("cs", self._run_out)

    def routes(self) -> list[Route]:
        plural, one = "checkout/sessions", "checkout/sessions/:id"
        filters = ("customer", "payment_intent", "status")
        return [
            route("POST", plural, CREATE, lambda _, asked: self.create(asked)),
            route("GET", plural, LIST, lister(self._objects, plural, WHOLE, filters)),
            route("GET", one, READ, lambda number, _: self.get(number)),
            route("POST", one, UPDATE, self._update),
            route("POST", f"{one}/expire", EXPIRE, lambda number, _: self.expire(number)),
            route("GET", f"{one}/line_items", ITEMS, self._line_items),
        ]

    def get(self, number: str) -> Json:
        session = self._objects.find(WHOLE, number)
        if session is None:
            missing("checkout.session", number, "session")
        return session

    def create(self, asked: Json) -> Json:
        mode = asked.get("mode")
        check_page(asked)
        number = f"cs_test_{self._objects.number('a1').replace('_', '')}"
        facts = self._payment(asked) if mode == "payment" else self._setup(asked)
        if asked.get("customer"):
            self._customers.living(asked["customer"])
        session = self._objects.add(
            {
                "id": number,
                "object": WHOLE,
                "after_expiration": None,
                "amount_subtotal": None,
                "amount_total": None,
                "cancel_url": asked.get("cancel_url"),
                "client_reference_id": asked.get("client_reference_id"),
                "client_secret": None,
                "created": self._objects.now(),
                "currency": None,
                "customer": asked.get("customer"),
                "customer_creation": asked.get("customer_creation"),
                "customer_details": None,
                "customer_email": asked.get("customer_email"),
                "expires_at": self._expiry(asked.get("expires_at")),
                "invoice": None,
                "livemode": False,
                "locale": asked.get("locale"),
                "metadata": asked.get("metadata") or {},
                "mode": mode,
                "payment_intent": None,
                "payment_link": None,
                "payment_method_collection": "always" if mode == "setup" else "if_required",
                "allowed_payment_method_types": asked.get("allowed_payment_method_types"),
                "payment_method_types": ["card"],
                "payment_status": "no_payment_required" if mode == "setup" else "unpaid",
                "setup_intent": None,
                "shipping_address_collection": asked.get("shipping_address_collection"),
                "shipping_cost": None,
                "shipping_options": [],
                "status": "open",
                "submit_type": asked.get("submit_type"),
                "success_url": asked["success_url"],
                "ui_mode": "hosted",
                "url": self._address.of(f"/pay/{number}"),
                "_asked": {
                    name: asked[name]
                    for name in (
                        "billing_address_collection",
                        "custom_text",
                        "phone_number_collection",
                    )
                    if name in asked
                },
                **facts,
            }
        )
        self._expiring.plan(number, session["expires_at"])
        return session

    def expire(self, number: str) -> Json:
        session = self.get(number)
        if session["status"] != "open":
            raise StripeError(
                400,
                f'Only Checkout Sessions with a status in ["open"] can be expired. This '
                f"Checkout Session has a status of `{session['status']}`.",
                executed=True,
            )
        return self._end(session)

    def _run_out(self, number: str) -> None:
        session = self.get(number)
        if session["status"] == "open":
            self._end(session)

    def _end(self, session: Json) -> Json:
        session |= {"status": "expired", "url": None}
        self._objects.save(session)
        self._expiring.forget(session["id"])
        for name in ("payment_intent", "setup_intent"):
            if session[name] is not None:
                self._cancel(name, session[name])
        self._announce("checkout.session.expired", session)
        return session

    def _cancel(self, kind: str, number: str) -> None:
        """What was begun on the page and not finished comes to nothing."""
        intent = self._objects.get(kind, number)
        intent |= {
            "canceled_at": self._objects.now(),
            "cancellation_reason": None,
            "next_action": None,
            "status": "canceled",
            "_session_is_open": False,
        }
        self._objects.save(intent)
        self._announce(f"{kind}.canceled", intent)

    def _payment(self, asked: Json) -> Json:
        items = written_down(self._objects, asked.get("line_items") or [])
        if not items:
            raise StripeError(
                400,
                "You must pass `line_items` in `payment` mode.",
                code="parameter_missing",
                param="line_items",
            )
        total, currency = add_up(items)
        check_amount(total, currency, "line_items")
        data = dict(asked.get("payment_intent_data") or {})
        if unknown := data.keys() - INTENT_DATA:
            name = min(unknown)
            raise StripeError(
                400,
                f"The sandbox's Stripe does not know what to do with payment_intent_data.{name}.",
                code="sandbox_not_implemented",
                param=f"payment_intent_data[{name}]",
            )
        check_shares(self._objects, data, total, "payment_intent_data")
        delivery = offered(self._objects, asked.get("shipping_options") or [], currency)
        on_top = delivery["shipping_cost"]["amount_total"] if delivery["shipping_cost"] else 0
        return {
            "amount_subtotal": total,
            "amount_total": total + on_top,
            **delivery,
            "currency": currency,
            "customer_creation": asked.get("customer_creation", "if_required")
            if "customer" not in asked
            else None,
            "_line_items": items,
            "_intent_data": data,
        }

    def _setup(self, asked: Json) -> Json:
        for name in NOT_WHILE_SAVING:
            if name in asked:
                raise StripeError(400, f"You can not pass `{name}` in `setup` mode.", param=name)
        data = asked.get("setup_intent_data") or {}
        setup = self._setups.create({"customer": asked.get("customer"), **data})
        return {"currency": asked.get("currency"), "setup_intent": setup["id"]}

    def _expiry(self, wanted: int | None) -> int:
        now = self._objects.now()
        if wanted is None:
            return now + LIFE_SECONDS
        if not SHORTEST_LIFE - LEEWAY <= wanted - now <= LIFE_SECONDS + LEEWAY:
            raise StripeError(
                400,
                "The `expires_at` timestamp must be at least 30 minutes and less than 24 hours "
                "from Checkout Session creation.",
                param="expires_at",
            )
        return wanted

    def _update(self, number: str, asked: Json) -> Json:
        session = self.get(number)
        session["metadata"] = changed(session["metadata"], asked.get("metadata"))
        self._objects.save(session)
        return session

    def _line_items(self, number: str, asked: Json) -> Json:
        items: list[Any] = self.get(number).get("_line_items", [])
        size = asked.get("limit", 10)
        url = f"/v1/checkout/sessions/{number}/line_items"
        return {"object": "list", "url": url, "has_more": len(items) > size, "data": items[:size]}
