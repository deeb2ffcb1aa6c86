"""What a group hears when somebody buys there."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.service import GroupService
from bot.kit.money import Currency, Money
from bot.orders.buying import BuyingService
from bot.orders.models import Origin
from bot.payments.events import Address, Contact
from bot.payments.receipts import Checkout, Receipt
from bot.payments.service import PaymentService
from bot.people.models import PersonId
from bot.people.service import PeopleService
from tests.catalog import make
from tests.stories.town import Person, Town

HOME = Contact(name="Ana Silva", address=Address(country="PT", city="Lisboa"))
TOTAL = Money.of("45.00", Currency.EUR)


async def buys(town: Town, person: Person, chat: int, thread: int | None = None) -> None:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        buyer = await (await scope.get(PeopleService)).accept_terms(PersonId(person.id))
        group = await (await scope.get(GroupService)).find_by_chat(chat)
        assert group is not None
        product = await make.product(session, "Red Sneaker", price="45.00 EUR")
        wanted = {product.variants[0].id: 1}
        buying = await scope.get(BuyingService)
        to_pay = await buying.reserve(buyer, wanted, origin=Origin(group.id, thread))
        payments = await scope.get(PaymentService)
        checkout = Checkout(payer_id=buyer.id, total=TOTAL, shipping_code="included", contact=HOME)
        await payments.check(to_pay.payment.id, checkout)
        receipt = Receipt(
            payer_id=buyer.id, money=TOTAL, gateway_charge="c1", provider_charge="ch_1"
        )
        await payments.succeed(to_pay.payment.id, receipt)
        await session.commit()
    await town.settle()


def heard(person: Person, chat: int) -> list[str]:
    return [one["text"] for one in person.sees(chat) if "🛍" in one.get("text", "")]


async def test_the_group_hears_what_was_bought_and_not_by_whom(town: Town):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Sunday Market", olivia, ana)
    await ana.starts()

    await buys(town, ana, market)

    assert heard(olivia, market) == ["🛍 Somebody here bought “Red Sneaker”."]


async def test_a_name_is_heard_when_the_group_and_she_want_it(town: Town):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Sunday Market", olivia, ana)
    await olivia.taps("Settings", market)
    await olivia.taps("“Bought” lines", market)
    await olivia.taps("first name", market)
    await ana.starts()
    await ana.says("/privacy")
    await ana.taps("Show my first name")

    await buys(town, ana, market)

    assert heard(olivia, market) == ["🛍 Ana bought “Red Sneaker”."]


async def test_a_group_that_sleeps_hears_it_in_the_morning(town: Town):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Sunday Market", olivia, ana)
    await olivia.says("/setup@tuan_bot Auckland", market)  # at noon in UTC it is midnight there
    await olivia.taps("Settings", market)
    await olivia.taps("Quiet hours", market)
    await olivia.taps("22:00–07:00", market)
    await ana.starts()

    await buys(town, ana, market)
    assert heard(olivia, market) == []

    await town.passes(hours=7)
    assert heard(olivia, market) == ["🛍 Somebody here bought “Red Sneaker”."]


async def test_it_is_heard_in_the_topic_it_was_bought_in(town: Town):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Sunday Market", olivia, ana, forum=True)
    shoes = town.sandbox.sim.create_topic(market, olivia.id, "Shoes")["message_thread_id"]
    await ana.starts()

    await buys(town, ana, market, shoes)

    [line] = [one for one in olivia.sees(market) if "🛍" in one.get("text", "")]
    assert line["message_thread_id"] == shoes
