"""What a charge costs is booked by differences, however often and at once it is told."""

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.money import Currency, Money
from bot.payments.cost_models import ChargeCosts
from bot.payments.costs.looker import CostLooker
from bot.payments.costs.service import MOST_ATTEMPTS, CostBook
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.costing import Costs
from bot.payments.ledger import Ledger
from bot.payments.models import AccountKind, ChargeId
from bot.payments.sharing import HUNDREDTHS, basis_of, part_of
from tests.shop import Shop

EUR = Currency.EUR
PAID = 4500


def euro(minor: int) -> Money:
    return Money(minor, EUR)


def told(fee: int | None = 161, **sums: int) -> Costs:
    nothing = dict.fromkeys(("platform_fee", "transferred", "withdrawn", "lost"), 0)
    return Costs(
        gateway_fee=None if fee is None else euro(fee),
        **{name: euro(minor) for name, minor in (nothing | sums).items()},
    )


class Teller:
    """A gateway that says what it is told to say, about any charge."""

    def __init__(self, *answers: Costs | Exception) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def costs(self, secret: str, provider_charge: str) -> Costs:
        assert secret.startswith("sk_test_")
        assert provider_charge.startswith("ch_")
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
async def charge(shop: Shop) -> ChargeId:
    await shop.bought(await shop.buyer(), await shop.product(price="45.00 EUR"))
    return ChargeId(1)


async def row(shop: Shop) -> ChargeCosts:
    async with shop.ask(AsyncSession) as session:
        return (await session.scalars(sa.select(ChargeCosts))).one()


async def looks(shop: Shop, clock, *answers: Costs | Exception) -> Teller:
    teller = Teller(*answers)
    clock.wait(seconds=10)
    await CostLooker(shop.transaction, teller).look_due()
    return teller


async def looks_again(shop: Shop, clock, charge: ChargeId, answer: Costs) -> None:
    async with shop.ask(CostBook) as book:
        await book.look_soon([charge])
    await looks(shop, clock, answer)


class TestFee:
    async def test_is_asked_for_once_and_booked_once(self, shop, clock, charge):
        assert (await looks(shop, clock, told())).asked == 1
        assert (await looks(shop, clock, told())).asked == 0

        balances = await shop.balances()
        assert balances[AccountKind.GATEWAY_CLEARING, 0] == PAID - 161
        assert [n for (kind, _), n in balances.items() if kind is AccountKind.GATEWAY_FEES] == [161]

    async def test_told_twice_at_once_is_booked_once(self, shop, clock, charge):
        clock.wait(seconds=10)
        async with shop.ask(CostBook) as book:
            [look] = await book.claim_due(10)

        async def learn() -> None:
            async with shop.ask(CostBook) as book:
                await book.learn(look, told(transferred=4000, platform_fee=500))

        await asyncio.gather(*[learn() for _ in range(5)])

        balances = await shop.balances()
        assert balances[AccountKind.GATEWAY_CLEARING, 0] == PAID - 161 - 4000
        assert (
            sum(n for (kind, _), n in balances.items() if kind is AccountKind.PLATFORM_FEES) == -500
        )
        assert (await row(shop)).postings == 3

    async def test_two_processes_do_not_look_at_one_charge(self, shop, clock, charge):
        clock.wait(seconds=10)
        teller = Teller(told())
        looker = CostLooker(shop.transaction, teller)

        await asyncio.gather(looker.look_due(), looker.look_due())

        assert teller.asked == 1

    async def test_that_is_not_known_yet_is_asked_for_again(self, shop, clock, charge):
        await looks(shop, clock, told(None))
        assert (await row(shop)).gateway_fee_minor is None
        clock.wait(minutes=1)
        await looks(shop, clock, told(161))

        assert (await row(shop)).gateway_fee_minor == 161
        assert (await row(shop)).next_look_at is None

    async def test_that_is_refused_is_not_asked_for_for_ever(self, shop, clock, charge):
        for _ in range(5):
            clock.wait(hours=7)
            await looks(shop, clock, GatewayRefused("resource_missing"))

        found = await row(shop)
        assert (found.next_look_at, found.trouble) == (None, "resource_missing")

    async def test_outlives_a_gateway_that_is_away(self, shop, clock, charge):
        for _ in range(MOST_ATTEMPTS - 2):
            clock.wait(hours=7)
            await looks(shop, clock, GatewayBusy("timeout"))
        clock.wait(hours=7)
        await looks(shop, clock, told())

        assert (await row(shop)).gateway_fee_minor == 161

    async def test_a_wish_during_a_look_is_not_lost(self, shop, clock, charge):
        clock.wait(seconds=10)
        async with shop.ask(CostBook) as book:
            [look] = await book.claim_due(10)
        async with shop.ask(CostBook) as book:
            await book.look_soon([charge])  # a refund was settled meanwhile
        async with shop.ask(CostBook) as book:
            await book.learn(look, told())

        assert (await looks(shop, clock, told(170))).asked == 1
        assert (await row(shop)).gateway_fee_minor == 170


class TestDispute:
    async def test_is_booked_until_it_is_decided(self, shop, clock, charge):
        merchant = AccountKind.MERCHANT_PAYABLE
        await looks(shop, clock, told(1661, withdrawn=PAID))
        balances = {kind: n for (kind, _), n in (await shop.balances()).items()}
        assert (balances[AccountKind.DISPUTED], balances[merchant]) == (PAID, -PAID)

        await looks_again(shop, clock, charge, told(1661, withdrawn=PAID, lost=PAID))
        balances = {kind: n for (kind, _), n in (await shop.balances()).items()}
        assert AccountKind.DISPUTED not in balances
        assert merchant not in balances

    async def test_that_is_won_leaves_its_fee(self, shop, clock, charge):
        await looks(shop, clock, told(1661, withdrawn=PAID))
        await looks_again(shop, clock, charge, told(1661))

        balances = {kind: n for (kind, _), n in (await shop.balances()).items()}
        assert balances == {
            AccountKind.GATEWAY_CLEARING: PAID - 1661,
            AccountKind.GATEWAY_FEES: 1661,
            AccountKind.MERCHANT_PAYABLE: -PAID,
        }


async def test_a_fee_in_another_currency_is_booked_in_that(shop, clock, charge):
    await looks(shop, clock, replace(told(), gateway_fee=Money(170, Currency.USD)))

    async with shop.ask(AsyncSession) as session:
        found = (await session.scalars(sa.select(ChargeCosts))).one()
    assert (found.gateway_fee_minor, found.fee_currency) == (170, Currency.USD)
    async with shop.ask(Ledger) as ledger:
        await ledger.check()


@given(st.integers(0, 10**12), st.integers(0, HUNDREDTHS))
def test_a_part_is_rounded_down_and_never_more_than_the_whole(minor, basis):
    part = part_of(euro(minor), basis)

    assert 0 <= part.minor <= minor
    assert part.minor * HUNDREDTHS <= minor * basis < (part.minor + 1) * HUNDREDTHS


@pytest.mark.parametrize(
    ("written", "basis"),
    [
        ("7.5", 750),
        ("7,5 %", 750),
        ("0", 0),
        ("12.34%", 1234),
        ("7.555", None),
        ("-1", None),
        ("7 per cent", None),
        ("", None),
    ],
)
def test_a_part_is_read_as_people_write_it(written, basis):
    assert basis_of(written) == basis
