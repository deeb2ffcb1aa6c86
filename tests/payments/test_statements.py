from datetime import UTC, datetime

from dishka import Provider, Scope

from bot.handlers.merchants.statement import as_csv
from bot.kit.money import Currency, Money
from bot.payments.models import PayeeId, Purpose
from bot.payments.refunding import RefundService
from bot.payments.statements import Statements
from bot.telegram.months import month
from tests.shop import Shop

MAY, JUNE = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


def provider() -> Provider:
    made = Provider(scope=Scope.REQUEST)
    made.provide(Statements)
    return made


def euro(minor: int) -> Money:
    return Money(minor, Currency.EUR)


async def test_a_statement_tells_what_was_paid_and_given_back(sessions, clock):
    shop = Shop(sessions, clock, more=provider())
    shoe = await shop.product(price="45.00 EUR", stock=5)
    order = await shop.bought(await shop.buyer(), shoe, 2)
    assert order.payment_id is not None
    async with shop.ask(RefundService) as refunds:
        await refunds.refund(order.payment_id, euro(4500), key="one-back", reason="merchant")

    async with shop.ask(Statements) as statements:
        payee = PayeeId(shoe.merchant_id)
        may = await statements.of(payee, MAY, JUNE)
        june = await statements.of(payee, JUNE, datetime(2026, 7, 1, tzinfo=UTC))
    await shop.close()

    assert [(line.kind, line.money) for line in may.lines] == [
        ("charge", euro(9000)),
        ("refund", euro(-4500)),
    ]
    assert {line.purpose for line in may.lines} == {Purpose("order", order.id)}
    assert (may.earned(Currency.EUR), may.given_back(Currency.EUR)) == (euro(9000), euro(4500))
    assert (june.lines, june.before) == ([], {Currency.EUR: euro(4500)})
    assert june.balance(Currency.EUR) == euro(4500)


async def test_a_table_holds_every_movement(sessions, clock):
    shop = Shop(sessions, clock, more=provider())
    shoe = await shop.product(price="45.00 EUR", stock=5)
    await shop.bought(await shop.buyer(), shoe)
    async with shop.ask(Statements) as statements:
        table = as_csv(await statements.of(PayeeId(shoe.merchant_id), MAY, JUNE))
    await shop.close()

    rows = table.decode("utf-8-sig").splitlines()
    assert rows[0] == "time,movement,reference,order,amount,currency,account"
    assert rows[1].endswith(",charge,charge-1,1,45.00,EUR,merchant-payable")


def test_months_begin_at_midnight_and_cross_the_year():
    now = datetime(2026, 1, 15, 8, 30, tzinfo=UTC)

    assert month(now, 0) == (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))
    assert month(now, 1) == (datetime(2025, 12, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
