"""Somebody who bought here wants to be forgotten; the books must still add up."""

import json

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.money import Currency, Money
from bot.orders.buying import BuyingService
from bot.orders.looking import OrderLookup
from bot.orders.models import Order, OrderStatus
from bot.payments.events import NOBODY, Address, Contact
from bot.payments.ledger import Ledger
from bot.payments.receipts import Checkout, Receipt
from bot.payments.service import PaymentService
from bot.people.models import Person, PersonId
from tests.catalog import make
from tests.stories.town import Town

HOME = Contact(
    name="Ana Silva",
    phone="+351 555 0100",
    address=Address(country="PT", city="Lisboa", street="Rua das Flores 7"),
)
TOTAL = Money.of("45.00", Currency.EUR)


async def buys(town: Town, person_id: PersonId) -> Order:
    """Pay for a pair of shoes that is still to be sent."""
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        ana = await session.get_one(Person, person_id)
        product = await make.product(session, "Red Sneaker", price="45.00 EUR")
        buying = await scope.get(BuyingService)
        to_pay = await buying.reserve(ana, {product.variants[0].id: 1})
        payments = await scope.get(PaymentService)
        await payments.check(
            to_pay.payment.id,
            Checkout(payer_id=ana.id, total=TOTAL, shipping_code="included", contact=HOME),
        )
        await payments.succeed(
            to_pay.payment.id,
            Receipt(payer_id=ana.id, money=TOTAL, gateway_charge="c1", provider_charge="ch_1"),
        )
        await session.commit()
        return to_pay.order


async def test_a_buyer_is_forgotten_and_the_books_stay_right(town: Town):
    ana = town.person("Ana")
    await ana.starts()
    await ana.says("/terms")
    await ana.taps("I accept")
    order = await buys(town, PersonId(ana.id))
    await town.settle()

    await ana.says("/export_me")
    content, _, _ = town.sandbox.sim.file(ana.sees()[-1]["document"]["file_id"])
    assert "Rua das Flores 7" in json.dumps(json.loads(content))

    await ana.says("/delete_me")
    assert f"{order.number}" in ana.reads()
    assert ana.reads().startswith("Before you go")
    await ana.taps("Erase it all")

    async with town.container() as scope:
        sheet = await (await scope.get(OrderLookup)).for_buyer(order.id, PersonId(ana.id))
        await (await scope.get(Ledger)).check()
        session = await scope.get(AsyncSession)
        erased = await session.get_one(Person, PersonId(ana.id))
    assert (sheet.order.status, sheet.order.total) == (OrderStatus.PAID, TOTAL)
    assert sheet.contact == NOBODY
    assert (erased.name, erased.username) == ("", None)


async def test_who_comes_back_accepts_the_terms_anew(town: Town):
    ana = town.person("Ana")
    await ana.starts()
    await ana.says("/terms")
    await ana.taps("I accept")
    await ana.says("/delete_me")
    await ana.taps("Erase it all")

    await ana.starts()
    assert ana.reads().startswith("Hello Ana")
    await ana.says("/terms")

    assert ana.finds("I accept")["text"].startswith("Terms of sale")
