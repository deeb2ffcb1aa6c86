"""Stripe's own pages: Checkout, and the bank's question."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import urlencode

from aiohttp import web

from sandbox.stripe.errors import StripeError
from sandbox.stripe.expiring import Expiring
from sandbox.stripe.objects import Objects
from sandbox.stripe.sessions import Sessions
from sandbox.stripe.visitors import DONE, GOOD_CARD, Visitors
from sandbox.world.store import Json

PAGES: Final = Path(__file__).parent.parent / "page" / "pay"
LONGEST: Final = 200
Deed: TypeAlias = Callable[[str, Json], Json]


class StripePages:
    def __init__(
        self, objects: Objects, visitors: Visitors, sessions: Sessions, expiring: Expiring
    ) -> None:
        self._objects = objects
        self._visitors = visitors
        self._sessions = sessions
        self._expiring = expiring

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/pay/{id:cs_test_[A-Za-z0-9]+}", _page("checkout.html")),
            web.get("/pay/confirm/{id:(?:pi|seti)_[A-Za-z0-9]+}", _page("confirm.html")),
            web.get("/sim/stripe/pages/{id}", _answering(self._show)),
            web.post("/sim/stripe/pages/{id}/pay", _answering(self._pay)),
            web.post("/sim/stripe/pages/{id}/confirm", _answering(self._confirm)),
        ]

    def _show(self, number: str, _body: Json) -> Json:
        self._expiring.catch_up()
        if not number.startswith("cs_"):
            return self._question(number)
        session = self._sessions.get(number)
        return {
            "mode": session["mode"],
            "status": session["status"],
            "items": [_item(one) for one in session.get("_line_items", [])],
            "total": session["amount_total"],
            "currency": session["currency"],
            "email": session["customer_email"] or self._known_email(session),
            "is_held": session.get("_intent_data", {}).get("capture_method") == "manual",
            "submit_type": session["submit_type"],
            "words": (session["_asked"].get("custom_text") or {}).get("submit", {}),
            "wants_phone": (session["_asked"].get("phone_number_collection") or {}).get(
                "enabled", False
            ),
            "wants_address": session["_asked"].get("billing_address_collection") == "required",
            "countries": (session["shipping_address_collection"] or {}).get("allowed_countries"),
            "delivery": [_way(one) for one in session["shipping_options"]],
            "cancel_url": session["cancel_url"],
            "next": _back(session) if session["status"] == "complete" else None,
        }

    def _pay(self, number: str, body: Json) -> Json:
        about: dict[str, Any] = {
            name: str(body[name])[:LONGEST]
            for name in ("name", "email", "phone", "shipping_rate")
            if isinstance(body.get(name), str)
        }
        for name in ("shipping", "address"):
            if isinstance(body.get(name), dict):
                about[name] = body[name]
        session = self._visitors.submit(number, str(body.get("card", GOOD_CARD)), **about)
        if session["status"] == "complete":
            return {"next": _back(session)}
        return {"next": f"/pay/confirm/{session['payment_intent'] or session['setup_intent']}"}

    def _question(self, number: str) -> Json:
        kind = "setup_intent" if number.startswith("seti_") else "payment_intent"
        intent = self._objects.get(kind, number)
        return {
            "amount": intent.get("amount"),
            "currency": intent.get("currency"),
            "status": intent["status"],
            "next": self._after(intent),
        }

    def _confirm(self, number: str, body: Json) -> Json:
        try:
            intent = self._visitors.authenticate(number, ok=body.get("ok") is True)
        except StripeError as refused:
            intent = self._objects.get("payment_intent", number)
            if (page := intent.get("_session")) is None or refused.status != 402:  # noqa: PLR2004 - the card was refused
                raise
            return {"next": f"/pay/{page}?refused=declined"}
        return {"next": self._after(intent)}

    def _after(self, intent: Json) -> str | None:
        """Where the person goes from the bank's page."""
        page = intent.get("_session")
        if page is not None and intent["status"] not in DONE:
            return f"/pay/{page}?refused=confirmation"
        url: str | None = intent.get("_return_url")
        if url is None or page is not None:
            return url
        kind = intent["object"]
        told = {kind: intent["id"], f"{kind}_client_secret": intent["client_secret"]}
        return f"{url}{'&' if '?' in url else '?'}{urlencode(told)}"

    def _known_email(self, session: Json) -> str | None:
        customer = self._objects.find("customer", session["customer"] or "")
        return None if customer is None else customer["email"]


def _item(item: Json) -> Json:
    return {
        "name": item["description"],
        "more": item["_more"],
        "image": next(iter(item["_images"]), None),
        "quantity": item["quantity"],
        "amount": item["amount_total"],
    }


def _way(option: Json) -> Json:
    return {
        "rate": option["shipping_rate"],
        "name": option["_name"],
        "amount": option["shipping_amount"],
    }


def _back(session: Json) -> str:
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def _page(name: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        del request
        return web.FileResponse(PAGES / name, headers={"Cache-Control": "no-store"})

    return answer


def _answering(deed: Deed) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return web.json_response({"error": "the body must be an object"}, status=400)
        try:
            return web.json_response(deed(request.match_info["id"], body))
        except StripeError as refused:
            error = refused.body["error"]
            return web.json_response(
                {"error": error["message"], "code": error.get("code")}, status=refused.status
            )

    return answer
