"""Whatever happens, and in whatever order, the books come to nothing and nobody loses money."""

import random

import pytest

from bot.kit.errors import ShopError
from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.payments.models import AccountKind
from bot.payments.reconciling import Direction, Movement, Reconciliation
from bot.payments.refunding import RefundService


@pytest.mark.parametrize("seed", range(4))
async def test_a_random_day_leaves_the_books_right(shop, clock, seed):
    dice = random.Random(seed)  # noqa: S311 -- a story, not a secret
    shoe = await shop.product(price="45.00 EUR", stock=6)
    people = [await shop.buyer(7_000_000_010 + number) for number in range(4)]
    waiting: list[ToPay] = []
    taken: dict[str, ToPay] = {}
    for step in range(30):
        deed = dice.choice(["reserve", "check", "charge", "again", "expire", "refund", "settle"])
        try:
            match deed:
                case "reserve":
                    quantity = dice.randint(1, 2)
                    waiting.append(await shop.reserve(dice.choice(people), shoe, quantity))
                case "check" if waiting:
                    await shop.checks(dice.choice(waiting))
                case "charge" | "again" if waiting:
                    to_pay = dice.choice(waiting)
                    charge = (
                        f"tg-{step}" if deed == "charge" or not taken else dice.choice(list(taken))
                    )
                    if charge in taken:
                        to_pay = taken[charge]
                    await shop.charged(to_pay, charge)
                    taken[charge] = to_pay
                case "expire":
                    clock.wait(minutes=dice.choice([1, 20]))
                    await shop.expire()
                case "refund" if waiting:
                    async with shop.ask(RefundService) as refunds:
                        part = Money(dice.randint(1, 4500), Currency.EUR)
                        payment = dice.choice(waiting).payment.id
                        await refunds.refund(payment, part, key=f"r-{step}", reason="dice")
                case _:
                    await shop.settler.settle_due()
        except ShopError:
            continue  # people are told, and nothing has happened
    await shop.settler.settle_due()

    balances = await shop.balances()
    assert sum(balances.values()) == 0
    held = sum(to_pay.order.goods.minor for to_pay in taken.values())
    given = sum(money.minor for _, money in shop.gateway.refunds.values())
    assert balances.get((AccountKind.GATEWAY_CLEARING, 0), 0) == held - given
    assert not [kind for kind, _ in balances if kind is AccountKind.REFUNDS_PAYABLE]
    theirs = [Movement(Direction.CHARGE, c, one.order.goods) for c, one in taken.items()]
    theirs += [Movement(Direction.REFUND, c, m) for c, m in shop.gateway.refunds.values()]
    async with shop.ask(Reconciliation) as books:
        assert await books.compare(theirs) == []
