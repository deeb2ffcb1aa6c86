"""Keeping the promise to give money back, whatever the gateway does."""

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.money import Currency, Money
from bot.payments.claiming import MOST_ATTEMPTS
from bot.payments.errors import NothingToRefund, RefundTooLarge, UnknownRefund
from bot.payments.events import RefundFailed, RefundSucceeded, SurplusReturned
from bot.payments.gateways import Claim, Gateway, GatewayBusy, GatewayRefused, Gateways
from bot.payments.models import AccountKind, Payment, PaymentStatus, Rail, Refund, RefundStatus
from bot.payments.reconciling import Difference, Direction, Movement, Reconciliation
from bot.payments.refunding import RefundService
from bot.payments.repository import PaymentRepository, RefundRepository
from bot.payments.settling import RefundSettler
from tests.shop import Shop

EUR = Currency.EUR


def euros(amount: str) -> Money:
    return Money.of(amount, EUR)


class Moody:
    """A gateway that says what it is told to say."""

    def __init__(self, *moods: Exception | str) -> None:
        self.moods = list(moods)
        self.keys: list[str] = []

    async def refund(self, claim: Claim) -> str:
        self.keys.append(claim.key)
        mood = self.moods.pop(0) if len(self.moods) > 1 else self.moods[0]
        if isinstance(mood, Exception):
            raise mood
        return mood


def settler(shop: Shop, gateway: Gateway) -> RefundSettler:
    return RefundSettler(shop.transaction, Gateways(dict.fromkeys(Rail, gateway)))


@pytest.fixture
async def paid(shop):
    order = await shop.bought(await shop.buyer(), await shop.product(price="45.00 EUR"), 2)
    async with shop.ask(PaymentRepository) as payments:
        return await payments.get(order.payment_id)


async def refunds(
    shop: Shop, payment: Payment, amount: str | None = None, key: str = "r1"
) -> Refund:
    async with shop.ask(RefundService) as service:
        money = euros(amount) if amount else None
        return await service.refund(payment.id, money, key=key, reason="merchant")


async def status(shop: Shop, refund: Refund) -> RefundStatus:
    async with shop.ask(RefundRepository) as found:
        return (await found.get(refund.id)).status


class TestRefund:
    async def test_in_parts_until_nothing_is_left(self, shop, paid):
        await refunds(shop, paid, "30.00", "r1")
        await refunds(shop, paid, "60.00", "r2")

        async with shop.ask(PaymentRepository) as payments:
            assert (await payments.get(paid.id)).status is PaymentStatus.REFUNDED
        with pytest.raises(NothingToRefund):
            await refunds(shop, paid, key="r3")

    async def test_never_more_than_was_paid(self, shop, paid):
        await refunds(shop, paid, "30.00", "r1")

        with pytest.raises(RefundTooLarge) as told:
            await refunds(shop, paid, "60.01", "r2")

        assert told.value.facts == {"left": euros("60.00")}

    async def test_one_key_is_one_refund(self, shop, paid):
        first = await refunds(shop, paid, "30.00", "r1")
        second = await refunds(shop, paid, "30.00", "r1")

        assert first.id == second.id
        assert (await shop.balances())[AccountKind.REFUNDS_PAYABLE, paid.payer_id] == -3000

    async def test_of_nothing_is_refused(self, shop, paid):
        with pytest.raises(NothingToRefund):
            await refunds(shop, paid, "0.00")
        with pytest.raises(NothingToRefund):
            await refunds(shop, paid, "-1.00")


class TestSettling:
    async def test_pays_once_and_the_books_agree(self, shop, paid):
        refund = await refunds(shop, paid, "30.00")

        await shop.settler.settle_due()
        await shop.settler.settle_due()

        assert await status(shop, refund) is RefundStatus.SUCCEEDED
        assert len(shop.told.of(RefundSucceeded)) == 1
        assert await shop.balances() == {
            (AccountKind.GATEWAY_CLEARING, 0): 6000,
            (AccountKind.MERCHANT_PAYABLE, paid.payee_id): -6000,
        }

    async def test_asks_again_with_the_same_key_when_the_answer_was_lost(self, shop, paid, clock):
        refund = await refunds(shop, paid)
        gateway = Moody(*[GatewayBusy("timeout")] * 3, "re_1")

        await settler(shop, gateway).settle_due()
        assert await status(shop, refund) is RefundStatus.REQUESTED
        await settler(shop, gateway).settle_due()
        assert len(gateway.keys) == 3  # its next turn has not come yet
        clock.wait(minutes=1)
        await settler(shop, gateway).settle_due()

        assert await status(shop, refund) is RefundStatus.SUCCEEDED
        assert set(gateway.keys) == {f"refund-{refund.id}"}

    async def test_tells_when_the_gateway_will_not_and_still_owes_the_money(self, shop, paid):
        refund = await refunds(shop, paid, "30.00")

        await settler(shop, Moody(GatewayRefused("charge_disputed"))).settle_due()

        assert await status(shop, refund) is RefundStatus.FAILED
        assert [told.trouble for told in shop.told.of(RefundFailed)] == ["charge_disputed"]
        assert (await shop.balances())[AccountKind.REFUNDS_PAYABLE, paid.payer_id] == -3000

    async def test_an_operator_tries_again(self, shop, paid):
        refund = await refunds(shop, paid)
        await settler(shop, Moody(GatewayRefused("no-stripe-key"))).settle_due()

        for _ in range(2):
            async with shop.ask(RefundService) as service:
                await service.retry(refund.id)
        await shop.settler.settle_due()

        assert await status(shop, refund) is RefundStatus.SUCCEEDED

    async def test_does_not_try_for_ever(self, shop, paid):
        refund = await refunds(shop, paid)
        async with shop.ask(RefundRepository) as found:
            (await found.get(refund.id)).attempts = MOST_ATTEMPTS - 1

        await settler(shop, Moody(GatewayBusy("timeout"))).settle_due()

        assert await status(shop, refund) is RefundStatus.FAILED

    async def test_learns_of_stars_that_telegram_gave_back(self, shop, paid):
        async with shop.ask(RefundService) as service:
            await service.learn(f"tg-{paid.purpose.id}")
        async with shop.ask(RefundService) as service:
            await service.learn(f"tg-{paid.purpose.id}")
            await service.learn("nobody-knows")

        assert await shop.balances() == {}
        assert shop.gateway.refunds == {}


class Forgetful:
    """While this gateway gives money back, one promise of it vanishes from our books."""

    def __init__(self, shop: Shop, vanishing: Refund) -> None:
        self.shop = shop
        self.vanishing = vanishing

    async def refund(self, claim: Claim) -> str:
        if claim.refund_id == self.vanishing.id:
            async with self.shop.ask(AsyncSession) as session:
                await session.execute(delete(Refund).where(Refund.id == claim.refund_id))
        return f"re_{claim.refund_id}"


async def test_what_cannot_be_written_down_keeps_nobody_else_waiting(shop):
    product = await shop.product(price="45.00 EUR")
    promised = []
    for number in range(1, 6):
        order = await shop.bought(await shop.buyer(number), product)
        async with shop.ask(RefundService) as service:
            promised.append(
                await service.refund(order.payment_id, key=f"r{number}", reason="merchant")
            )
    vanishing = promised.pop(1)

    with pytest.raises(UnknownRefund):
        await settler(shop, Forgetful(shop, vanishing)).settle_due()

    assert [await status(shop, refund) for refund in promised] == [RefundStatus.SUCCEEDED] * 4
    told = [event.refund_id for event in shop.told.of(RefundSucceeded)]
    assert sorted(told) == [refund.id for refund in promised]


class TestSurplus:
    async def test_a_second_charge_goes_back_by_itself(self, shop):
        to_pay = await shop.reserve(await shop.buyer(), await shop.product(price="45.00 EUR"))
        await shop.checks(to_pay)
        await shop.charged(to_pay, "tg-1")

        await shop.charged(to_pay, "tg-2")
        await shop.charged(to_pay, "tg-2")
        await shop.settler.settle_due()

        assert list(shop.gateway.refunds.values()) == [("tg-2", euros("45.00"))]
        assert [told.money for told in shop.told.of(SurplusReturned)] == [euros("45.00")]
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 4500

    async def test_a_wrong_amount_goes_back_and_the_right_one_still_counts(self, shop):
        to_pay = await shop.reserve(await shop.buyer(), await shop.product(price="45.00 EUR"))
        await shop.checks(to_pay)

        await shop.charged(to_pay, "tg-1", euros("44.00"))
        await shop.charged(to_pay, "tg-2")
        await shop.settler.settle_due()

        assert list(shop.gateway.refunds.values()) == [("tg-1", euros("44.00"))]
        assert (await shop.balances())[AccountKind.GATEWAY_CLEARING, 0] == 4500


async def test_reconciliation_names_every_difference(shop, paid):
    await refunds(shop, paid, "30.00", "r1")
    await refunds(shop, paid, "10.00", "r2")
    await shop.settler.settle_due()
    charge = f"tg-{paid.purpose.id}"
    right = [
        Movement(Direction.CHARGE, charge, euros("90.00")),
        Movement(Direction.REFUND, charge, euros("40.00")),
    ]
    wrong = [
        Movement(Direction.CHARGE, charge, euros("91.00")),
        Movement(Direction.CHARGE, "tg-x", euros("5.00")),
    ]

    async with shop.ask(Reconciliation) as books:
        assert await books.compare(right) == []
        assert await books.compare(wrong) == [
            Difference(Direction.CHARGE, charge, euros("90.00"), euros("91.00")),
            Difference(Direction.CHARGE, "tg-x", None, euros("5.00")),
            Difference(Direction.REFUND, charge, euros("40.00"), None),
        ]
