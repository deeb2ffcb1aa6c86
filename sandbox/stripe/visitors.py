"""What a person does on Stripe's pages: pay, leave a card, tell her bank it is she."""

from typing import Any, Final

from sandbox.stripe.cards import read_number
from sandbox.stripe.confirming import Confirming
from sandbox.stripe.customers import Customers
from sandbox.stripe.errors import StripeError
from sandbox.stripe.events import Announce
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.intents import PaymentIntents
from sandbox.stripe.methods import BILLING, Methods
from sandbox.stripe.objects import Objects
from sandbox.stripe.sessions import Sessions
from sandbox.stripe.setups import SetupIntents
from sandbox.stripe.shipping import choose
from sandbox.world.store import Json

GOOD_CARD: Final = "4242424242424242"
DONE: Final = frozenset({"succeeded", "requires_capture"})


class Visitors:
    def __init__(
        self,
        objects: Objects,
        announce: Announce,
        *,
        customers: Customers,
        methods: Methods,
        intents: PaymentIntents,
        confirming: Confirming,
        setups: SetupIntents,
        sessions: Sessions,
        expiring: Expiring,
    ) -> None:
        self._objects = objects
        self._announce = announce
        self._customers = customers
        self._methods = methods
        self._intents = intents
        self._confirming = confirming
        self._setups = setups
        self._sessions = sessions
        self._expiring = expiring

    def submit(self, number: str, card: str = GOOD_CARD, **about: Any) -> Json:  # noqa: ANN401
        """Fill in the page and press the button.

        ``about``: ``name``, ``email``, ``phone``, ``address`` (of the card's holder), ``shipping``
        (``name`` and ``address``), ``shipping_rate`` (its number). The session is ``complete``, or
        still ``open`` because her bank asks: then ``authenticate`` its intent. Raises
        ``StripeError`` where the card is refused.
        """
        self._expiring.catch_up()
        session = self._open(number)
        session["_shipping"] = about.pop("shipping", None)
        choose(session, about.pop("shipping_rate", None))
        billing = {**BILLING, **{name: about[name] for name in about if about[name]}}
        if billing["email"] is None:
            billing["email"] = session["customer_email"]
        method = self._methods.add(read_number(card, "card[number]"), billing, {}, {})
        session["_details"] = billing
        if session["mode"] == "setup":
            return self._leave_card(session, method)
        return self._pay(session, method)

    def authenticate(self, number: str, *, ok: bool = True) -> Json:
        """``number``: of a payment or setup intent whose holder is asked."""
        self._expiring.catch_up()
        if number.startswith("seti_"):
            intent = self._setups.authenticate(number, ok=ok)
        else:
            intent = self._confirming.authenticate(number, ok=ok)
        if intent["status"] in DONE and (session := intent.get("_session")) is not None:
            self._complete(self._sessions.get(session), intent)
        return intent

    def complete(
        self,
        number: str,
        card: str = GOOD_CARD,
        *,
        authenticates: bool = True,
        **about: Any,  # noqa: ANN401
    ) -> Json:
        """All of it at once, her bank's question too."""
        session = self.submit(number, card, **about)
        asked = session["payment_intent"] or session["setup_intent"]
        if session["status"] == "open" and asked is not None:
            self.authenticate(asked, ok=authenticates)
        return self._sessions.get(number)

    def _open(self, number: str) -> Json:
        session = self._sessions.get(number)
        if session["status"] != "open":
            words = "has expired" if session["status"] == "expired" else "is complete already"
            raise StripeError(400, f"This Checkout Session {words}.", executed=True)
        return session

    def _pay(self, session: Json, method: Json) -> Json:
        if session["payment_intent"] is None:
            session["payment_intent"] = self._begin_intent(session)["id"]
        self._objects.save(session)
        intent = self._intents.get(session["payment_intent"])
        intent |= {"payment_method": method["id"], "next_action": None}
        confirmed = self._confirming.confirm(intent, {"return_url": self._back(session)})
        if confirmed["status"] in DONE:
            return self._complete(session, confirmed)
        return session

    def _begin_intent(self, session: Json) -> Json:
        """Made when she pays, not before; so a page nobody opens leaves none."""
        needed = "setup_future_usage" in session["_intent_data"]
        if session["customer"] is None and (needed or session["customer_creation"] == "always"):
            session["customer"] = self._new_customer(session)
        intent = self._intents.create(
            {
                "amount": session["amount_total"],
                "currency": session["currency"],
                "customer": session["customer"],
                **session["_intent_data"],
            }
        )
        intent |= {"_session": session["id"], "_session_is_open": True}
        if session["_shipping"] is not None:
            intent["shipping"] = session["_shipping"]
        self._objects.save(intent)
        return intent

    def _new_customer(self, session: Json) -> str:
        details = {name: session["_details"][name] for name in ("name", "email", "phone")}
        return str(self._customers.create(details)["id"])

    def _leave_card(self, session: Json, method: Json) -> Json:
        if session["customer"] is None and session["customer_creation"] == "always":
            session["customer"] = self._new_customer(session)
        setup = self._setups.get(session["setup_intent"])
        setup |= {"_session": session["id"], "customer": session["customer"]}
        self._objects.save(setup)
        self._objects.save(session)
        asked = {"payment_method": method["id"], "return_url": self._back(session)}
        confirmed = self._setups.confirm(setup["id"], asked)
        return self._complete(session, confirmed) if confirmed["status"] in DONE else session

    def _complete(self, session: Json, intent: Json) -> Json:
        is_paid = intent["object"] == "payment_intent" and intent["status"] == "succeeded"
        details = session["_details"]
        # "Address details are not present on Sessions in `setup` mode", the reference says.
        address = None if session["mode"] == "setup" else details["address"]
        session |= {
            "customer_details": {
                **{name: details[name] for name in ("email", "name", "phone")},
                "address": address,
                "tax_exempt": "none",
                "tax_ids": [],
            },
            "collected_information": {"shipping_details": session["_shipping"]},
            "status": "complete",
            "url": None,
        }
        # A hold is not yet a payment: Stripe says unpaid until it is captured.
        if session["mode"] == "payment":
            session["payment_status"] = "paid" if is_paid else "unpaid"
        self._objects.save(session)
        if intent.get("_session_is_open"):
            intent["_session_is_open"] = False
            self._objects.save(intent)
        self._expiring.forget(session["id"])
        self._announce("checkout.session.completed", session)
        return session

    def _back(self, session: Json) -> str:
        return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])
