"""What every gateway promises, asked of each of them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.kit.money import Currency, Money
from bot.payments.gateways import Claim, Gateway, GatewayRefused
from bot.payments.gateways.pretend import PretendGateway
from bot.payments.gateways.stars import AlreadyGivenBack, StarsGateway
from bot.payments.gateways.stripe import StripeGateway, StripeLine
from bot.payments.models import Rail, RefundId
from bot.people.models import PersonId
from sandbox.payments.cards import DEFAULT, KNOWN
from sandbox.sandbox import Sandbox

PRICE = Money(4500, Currency.EUR)
ANA = PersonId(7)


@dataclass(frozen=True)
class Case:
    """A gateway that has taken 45.00 from Ana, and what it says it has given back."""

    gateway: Gateway
    charge: str
    given_back: Callable[[], int]
    gives_parts: bool = True

    def claim(self, minor: int = PRICE.minor, key: str = "refund-1") -> Claim:
        return Claim(
            refund_id=RefundId(1),
            rail=Rail.PRETEND,
            key=key,
            money=Money(minor, PRICE.currency),
            payer_id=ANA,
            gateway_charge=self.charge,
            provider_charge=self.charge,
            secret="sk_test_sandbox",
        )


def pretend() -> Case:
    gateway = PretendGateway()
    gateway.charges["tg-1"] = PRICE
    return Case(gateway, "tg-1", lambda: sum(money.minor for _, money in gateway.refunds.values()))


class PretendStars:
    """Telegram's side of Stars: a charge goes back whole, once."""

    def __init__(self) -> None:
        self.given_back: set[str] = set()

    async def refund_star_payment(self, person_id: PersonId, charge: str) -> None:
        if charge != "stars-1" or person_id != ANA:
            raise GatewayRefused("CHARGE_NOT_FOUND")
        if charge in self.given_back:
            raise AlreadyGivenBack
        self.given_back.add(charge)


def stars() -> Case:
    telegram = PretendStars()
    return Case(
        StarsGateway(telegram),
        "stars-1",
        lambda: PRICE.minor * len(telegram.given_back),
        gives_parts=False,
    )


def stripe(sandbox: Sandbox, gateway: StripeGateway) -> Case:
    standing = sandbox.payments.stripe
    charge = standing.charges.charge(
        PRICE.minor, "EUR", KNOWN[DEFAULT], description="shoes", metadata={}
    )
    return Case(
        gateway, charge, lambda: int(standing.objects.get("charge", charge)["amount_refunded"])
    )


@pytest.fixture(params=["pretend", "stars", "stripe"])
async def case(request: pytest.FixtureRequest) -> AsyncIterator[Case]:
    if request.param != "stripe":
        yield pretend() if request.param == "pretend" else stars()
        return
    sandbox = Sandbox()
    app = web.Application()
    app.add_routes(sandbox.hooks.routes)
    async with TestServer(app) as server:
        line = StripeLine(str(server.make_url("/stripe")))
        yield stripe(sandbox, StripeGateway(line))
        await line.close()
    await sandbox.close()


async def test_the_same_key_refunds_once(case: Case) -> None:
    first = await case.gateway.refund(case.claim())
    second = await case.gateway.refund(case.claim())

    assert first == second
    assert case.given_back() == PRICE.minor


async def test_two_keys_are_two_refunds(case: Case) -> None:
    if not case.gives_parts:
        pytest.skip("Stars go back only as a whole")
    await case.gateway.refund(case.claim(1000, "refund-1"))
    await case.gateway.refund(case.claim(2000, "refund-2"))

    assert case.given_back() == 3000


async def test_more_than_was_taken_is_refused(case: Case) -> None:
    if not case.gives_parts:
        pytest.skip("Stars go back only as a whole")
    await case.gateway.refund(case.claim(4000, "refund-1"))

    with pytest.raises(GatewayRefused):
        await case.gateway.refund(case.claim(501, "refund-2"))

    assert case.given_back() == 4000


async def test_a_charge_nobody_knows_is_refused(case: Case) -> None:
    claim = replace(case.claim(), gateway_charge="ch_nobody", provider_charge="ch_nobody")

    with pytest.raises(GatewayRefused):
        await case.gateway.refund(claim)

    assert case.given_back() == 0
