"""Stripe: the sandbox's stand-in by HTTP, with bad days and a careless postman."""

import random
from collections import Counter
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.kit.money import Currency, Money
from bot.payments.gateways import Heard
from bot.payments.gateways.stripe import StripeLine, read_event
from bot.payments.hearing import DISPUTES, HOLDS, REFUNDS
from bot.payments.reconciling import Direction, Movement
from sandbox.botapi.faults import Fault, Faults
from sandbox.sandbox import Sandbox
from sandbox.stripe.errors import StripeError
from sandbox.stripe.standing import StripeStandIn
from tests.fakes import FakeClock
from tests.simulation.faults import Fuse
from tests.simulation.history import History

Doc = dict[str, Any]
HOME = {"name": "Ana", "address": {"line1": "Lindenstraße 7", "city": "Leipzig", "country": "DE"}}
GOOD, DECLINED = "4242424242424242", "4000000000000002"
ASKS, FAILS_LATER = "4000002760003184", "4000000000000341"
TELLS = sorted(HOLDS | REFUNDS | DISPUTES)
TROUBLES = ("lost_answer", "timeout", "429", "5xx", "403")
OFTEN = (5, 4, 3, 3, 1)
TROUBLED = 0.12  # of all calls
CALL = "stripe:/v1/"


class MortalLine(StripeLine):
    """One process's line to Stripe: it may die on the way."""

    def __init__(self, url: str, fuse: Fuse) -> None:
        super().__init__(url)
        self._fuse = fuse

    def client(self, key: str) -> Any:
        self._fuse.burn()
        return super().client(key)


class Weather(Faults):
    """Troubles nobody ordered; stripe-python tries again by itself, so some of them last."""

    def __init__(self, rng: random.Random, history: History, met: Counter[str]) -> None:
        super().__init__()
        self.is_fair = False
        self._rng = rng
        self._history = history
        self._met = met
        self._lasting: dict[str, list[Fault]] = {}

    def take(self, method: str, chat: object = None) -> Fault | None:
        del chat
        if self.is_fair or not method.startswith(CALL):
            return None
        if self._lasting.get(method):
            return self._lasting[method].pop()
        if self._rng.random() > TROUBLED:
            return None
        (trouble,) = self._rng.choices(TROUBLES, OFTEN)
        self._met[f"stripe {trouble}"] += 1
        self._history.note("stripe", f"{trouble} at {method.removeprefix(CALL)}")
        fault = Fault(trouble, seconds=0)
        self._lasting[method] = [fault] * self._rng.choice((0, 0, 2, 3))
        return fault


class Office:
    def __init__(
        self, clock: FakeClock, rng: random.Random, history: History, met: Counter[str]
    ) -> None:
        self.letters: list[Heard] = []
        self._rng = rng
        self._history = history
        self._met = met
        self._sandbox = Sandbox(now=lambda: clock.now().timestamp())
        self.weather = self._sandbox.api.faults = Weather(rng, history, met)
        self._server: TestServer | None = None
        self._secret = ""

    @property
    def stripe(self) -> StripeStandIn:
        return self._sandbox.payments.stripe

    @property
    def url(self) -> str:
        assert self._server is not None
        return str(self._server.make_url("/stripe"))

    async def open(self) -> None:
        app = web.Application()
        app.add_routes(self._sandbox.hooks.routes)
        app.router.add_post("/letters", self._take_letter)
        self._server = TestServer(app)
        await self._server.start_server()
        address = str(self._server.make_url("/letters"))
        endpoint = self.stripe.endpoints.create({"url": address, "enabled_events": TELLS})
        self._secret = str(endpoint["secret"])

    async def close(self) -> None:
        await self._sandbox.close()
        if self._server is not None:
            await self._server.close()

    def fills_in(self, page: str, card: str) -> None:
        """She gives a card on her page; it may have ended, or her bank may refuse."""
        try:
            self.stripe.visitors.complete(
                page, card, shipping=HOME, name=HOME["name"], address=HOME["address"]
            )
        except StripeError as refused:
            self._history.note("stripe", f"{page[-6:]}: {refused.body['error']['message']}")
        else:
            self._met["pages paid"] += 1
            self._history.note("stripe", f"holds money on {page[-6:]}")

    def by_hand(self, deed: str) -> None:
        """The merchant, in her dashboard: ``capture`` or ``cancel`` something that is held."""
        held = [
            one
            for one in self.stripe.objects.all("payment_intent")
            if one["status"] == "requires_capture"
        ]
        if not held:
            return
        number = self._rng.choice(held)["id"]
        self._history.note("merchant", f"by hand at Stripe: {deed} {number[-6:]}")
        self._met[f"{deed} by hand"] += 1
        self.stripe.api.perform("POST", f"payment_intents/{number}/{deed}", {})

    def saved_cards(self) -> int:
        """How many cards it still keeps for anybody."""
        methods = self.stripe.objects.all("payment_method")
        return sum(method["customer"] is not None for method in methods)

    def held(self) -> int:
        return int(self.stripe.audit.sums().get("eur", {}).get("held", 0))

    @property
    def charges(self) -> list[Doc]:
        """What was really taken."""
        every = self.stripe.objects.all("charge")
        return [one for one in every if one["captured"] and one["status"] == "succeeded"]

    def given_back(self, charge: Doc) -> list[Doc]:
        refunds = self.stripe.objects.of_charge("refund", charge["id"])
        return [one for one in refunds if one["status"] not in {"failed", "canceled"}]

    def left(self, charge: Doc) -> Money:
        back = sum(refund["amount"] for refund in self.given_back(charge))
        return Money(charge["amount_captured"] - back, Currency.EUR)

    @property
    def movements(self) -> list[Movement]:
        moved = []
        for charge in self.charges:
            taken = Money(charge["amount_captured"], Currency.EUR)
            moved.append(Movement(Direction.CHARGE, charge["id"], taken))
            for refund in self.given_back(charge):
                back = Money(refund["amount"], Currency.EUR)
                moved.append(Movement(Direction.REFUND, charge["id"], back))
        return moved

    async def _take_letter(self, request: web.Request) -> web.Response:
        signature = request.headers["Stripe-Signature"]
        self.letters.append(read_event(await request.read(), signature, self._secret))
        return web.Response()
