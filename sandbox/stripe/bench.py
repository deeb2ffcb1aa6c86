"""``/sim/stripe``: doing what people, banks and time do at Stripe, and looking behind it."""

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from aiohttp import web

from sandbox.stripe.errors import StripeError
from sandbox.stripe.showing import shown
from sandbox.stripe.visitors import GOOD_CARD
from sandbox.world.store import Json

if TYPE_CHECKING:
    from sandbox.stripe.standing import StripeStandIn

Deed: TypeAlias = Callable[[str, Json], object]

DECLINED_CARD: Final = "4000000000000002"
KINDS: Final = (
    "customer", "payment_method", "setup_intent", "payment_intent", "charge", "refund",
    "checkout.session", "dispute", "transfer", "application_fee", "balance_transaction", "event",
    "account",
)  # fmt: skip


class StripeBench:
    def __init__(self, stripe: "StripeStandIn") -> None:
        self._stripe = stripe

    def routes(self) -> list[web.RouteDef]:
        stripe = self._stripe
        refunds, disputes = stripe.refunds, stripe.disputes
        deeds: tuple[tuple[str, Deed], ...] = (
            ("checkout_sessions/{id}/complete", self._complete),
            ("checkout_sessions/{id}/fail", self._fail),
            ("checkout_sessions/{id}/expire", lambda number, _: stripe.sessions.expire(number)),
            ("payment_intents/{id}/authenticate", self._authenticate),
            ("setup_intents/{id}/authenticate", self._authenticate),
            ("refunds/{id}/fail", lambda number, _: refunds.fail(number)),
            ("refunds/{id}/succeed", lambda number, _: refunds.succeed(number)),
            ("charges/{id}/dispute", self._dispute),
            ("disputes/{id}/close", lambda n, b: disputes.close(n, won=bool(b.get("won")))),
            ("accounts/{id}/finish", lambda number, _: stripe.accounts.finish(number)),
            ("accounts/{id}/pause", lambda number, _: stripe.accounts.pause(number)),
            ("events/{id}/resend", lambda number, _: stripe.deliveries.again(number)),
            ("webhooks", lambda _, body: self._webhooks(body)),
        )
        return [
            web.get("/sim/stripe/objects", self._objects),
            web.get("/sim/stripe/audit", self._audit),
            *(web.post(f"/sim/stripe/{path}", _answering(deed)) for path, deed in deeds),
        ]

    def _complete(self, number: str, body: Json) -> Json:
        about = {n: body[n] for n in ("name", "email", "phone", "address", "shipping") if n in body}
        return self._stripe.visitors.complete(
            number,
            str(body.get("card", GOOD_CARD)),
            authenticates=bool(body.get("authenticates", True)),
            **about,
        )

    def _fail(self, number: str, body: Json) -> Json:
        """She tries a card that is declined; the page stays open."""
        try:
            self._stripe.visitors.submit(number, str(body.get("card", DECLINED_CARD)))
        except StripeError as refused:
            if refused.body["error"]["type"] != "card_error":
                raise
        return self._stripe.sessions.get(number)

    def _authenticate(self, number: str, body: Json) -> Json:
        return self._stripe.visitors.authenticate(number, ok=bool(body.get("ok", True)))

    def _dispute(self, number: str, body: Json) -> Json:
        reason = str(body.get("reason", "fraudulent"))
        return self._stripe.disputes.open(number, reason, is_inquiry=bool(body.get("inquiry")))

    def _webhooks(self, body: Json) -> Json:
        """``{hold: true}`` keeps events back, ``{release: true, times?, shuffle?}`` lets go."""
        deliveries = self._stripe.deliveries
        if body.get("hold"):
            deliveries.hold()
        if body.get("release"):
            deliveries.release(times=int(body.get("times", 1)), shuffle=body.get("shuffle"))
        return {"waiting": deliveries.waiting()}

    async def _objects(self, request: web.Request) -> web.Response:
        self._stripe.expiring.catch_up()
        wanted = request.query.get("kind")
        kinds = [wanted] if wanted else KINDS
        found = {kind: [shown(one) for one in self._stripe.objects.all(kind)] for kind in kinds}
        return web.json_response(found)

    async def _audit(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(self._stripe.audit.sums())


def _answering(deed: Deed) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return web.json_response({"error": "the body must be an object"}, status=400)
        try:
            done: Any = deed(request.match_info.get("id", ""), body)
        except StripeError as refused:
            return web.json_response(refused.body, status=refused.status)
        return web.json_response(shown(done))

    return answer
