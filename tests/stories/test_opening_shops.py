"""A live shop is opened and run by words and buttons alone: operator, owner, staff, buyer."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import sqlalchemy as sa
from dishka import AsyncContainer, Provider, Scope
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.app import build_container, build_dispatcher
from bot.catalog.models import Merchant, MerchantStaff, ShippingOption, StaffRole
from bot.kit.clock import Clock
from bot.payments.models import GatewayAccount
from bot.telegram.sender import Sender
from config.settings import Settings
from sandbox.sandbox import Sandbox
from tests.fakes import FakeClock
from tests.stories.line import SandboxLine
from tests.stories.shopkeeping import puts_on_shelf
from tests.stories.town import TOKEN, Person, Town

from aiogram import Bot  # isort: skip

LINK = re.compile(r"https://t\.me/tuan_bot\?start=(\S+)")
STRIPE_KEY = "sk_test_51Abcdefghijk9876"
PROVIDER = "1877:TEST:tuan"


@pytest.fixture
async def container(
    engine: AsyncEngine, clock: FakeClock, sandbox: Sandbox
) -> AsyncIterator[AsyncContainer]:
    """The shop as it is on its first day: one operator, no keys of the house."""
    operator = sandbox.sim.add_person("Olga", language_code="en")
    settings = Settings(
        operator_ids=(int(operator["id"]),), payment_provider_token=None, stripe_api_key=None
    )
    line = Bot(TOKEN, session=SandboxLine(sandbox))
    border = Provider(scope=Scope.APP)
    border.provide(lambda: engine, provides=AsyncEngine, override=True)
    border.provide(lambda: clock, provides=Clock, override=True)
    border.provide(lambda: line, provides=Bot, override=True)
    container = build_container(settings, border)
    yield container
    await container.close()


@pytest.fixture
async def olga(town: Town, container: AsyncContainer) -> Person:
    settings = await container.get(Settings)
    olga = Person(town, settings.operator_ids[0], "Olga")
    await olga.starts()
    return olga


@pytest.fixture
async def town(container: AsyncContainer, sandbox: Sandbox, clock: FakeClock) -> Town:
    dispatcher = build_dispatcher(container, await container.get(Sender))
    return Town(sandbox, container, dispatcher, clock)


async def opens(olga: Person, name: str = "Lindenfaden") -> str:
    """Open a shop and give the deep link's payload for its owner."""
    await olga.says("/merchants")
    await olga.taps("Open a new shop")
    await olga.says(name)
    await olga.says("Germany")
    await olga.says("EUR")
    return link_in(olga)


def link_in(person: Person) -> str:
    found = LINK.search(person.reads())
    assert found, person.reads()
    return found[1]


async def moves_in(town: Town, olga: Person, name: str = "Greta") -> Person:
    greta = town.person(name)
    await greta.starts(await opens(olga))
    return greta


async def rows(town: Town, kind: type) -> list[Any]:
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        return list(await session.scalars(sa.select(kind)))


async def test_from_nothing_to_the_first_sale_by_bot_commands_alone(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    assert greta.reads().startswith("Welcome! Lindenfaden is yours now.")
    assert olga.reads() == "Greta joined Lindenfaden as its owner."

    await greta.taps("Payments")
    await greta.taps("Provider token")
    await greta.says(PROVIDER)
    assert "Payments: your own account, token ending in tuan (TEST, no real money)" in greta.reads()
    await greta.says("/newproduct")
    await greta.taps("A thing to ship")
    for answer in ("Mug", "12.50", "3"):
        await greta.says(answer)

    ana = town.person("Ana")
    group = await town.group("Trail friends", ana)
    await ana.says("/shop mug", group)
    await ana.taps("Buy", group)
    await ana.taps("Pay", group)
    await ana.taps("I agree", group)
    paid = await ana.pays(group)
    assert paid["status"] == "paid"
    assert any("Mug" in one.get("text", "") for one in greta.sees()[-2:])


async def test_an_invitation_makes_one_owner_once(town: Town, olga: Person):
    payload = await opens(olga)
    greta, mallory = town.person("Greta"), town.person("Mallory")
    await greta.starts(payload)

    await mallory.starts(payload)

    assert mallory.reads().startswith("This invitation has been used")
    assert [one.person_id for one in await rows(town, MerchantStaff)] == [greta.id]


async def test_an_invitation_ends_after_a_week_and_a_new_one_takes_its_place(
    town: Town, olga: Person
):
    first = await opens(olga)
    await olga.says("/merchants")
    await olga.taps("Lindenfaden")
    assert "An invitation waits for its owner until" in olga.reads()
    await olga.taps("Invite an owner")
    second = link_in(olga)
    greta = town.person("Greta")
    await greta.starts(first)
    assert greta.reads().startswith("This invitation has been used")

    town.clock.wait(days=8)
    await greta.starts(second)

    assert greta.reads().startswith("This invitation has been used")
    assert await rows(town, MerchantStaff) == []


async def test_only_the_operator_opens_shops(town: Town, olga: Person):
    await olga.says("/merchants")
    ana = town.person("Ana")
    await ana.starts()

    await ana.says("/merchants")

    assert ana.reads() == "Only the people who run this bot can do that."


async def test_bad_answers_are_asked_again(town: Town, olga: Person):
    await olga.says("/merchants")
    await olga.taps("Open a new shop")
    await olga.says("x" * 200)
    assert olga.reads() == "That is too long. Please use 60 characters at most."
    await olga.says("Lindenfaden")
    await olga.says("Narnia")
    assert olga.reads().startswith("I do not know the country “Narnia”.")
    await olga.says("Deutschland")
    await olga.says("Taler")
    assert olga.reads().startswith("I do not know the currency “Taler”.")
    await olga.says("eur")

    assert link_in(olga).startswith("own_")
    (merchant,) = await rows(town, Merchant)
    assert (merchant.name, merchant.country, merchant.currencies) == ("Lindenfaden", "DE", ["EUR"])


async def test_a_closed_shop_sells_nothing_and_loses_nothing(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    (merchant,) = await rows(town, Merchant)
    await puts_on_shelf(town, merchant, "Red Sneaker")
    ana = town.person("Ana")
    group = await town.group("Trail friends", ana)
    await ana.says("/shop red sneaker", group)
    card = ana.finds("Buy", group)

    await olga.says("/merchants")
    await olga.taps("Lindenfaden")
    await olga.taps("Close this shop")
    assert olga.reads().startswith("✓ The shop is closed.")
    assert greta.reads().startswith("Lindenfaden is closed for now")
    answer = await ana.taps("Buy", group, on=card)
    assert answer["text"] == "This product is no longer for sale."
    await ana.says("/shop red sneaker", group)
    assert "Red Sneaker" not in ana.reads(group)

    await olga.taps("Open again")
    assert greta.reads() == "Lindenfaden is open again."
    await ana.says("/shop red sneaker", group)
    assert "Red Sneaker" in ana.reads(group)


async def test_an_owner_says_everything_about_her_shop(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    for button, answer, seen in (
        ("Name", "Faden & Co", "Faden & Co"),
        ("About", "Wool from <Saxony>", "About: Wool from <Saxony>"),
        ("Support contact", "@greta", "Support: @greta"),
        ("Ships to", "DE, Austria", "Ships to: Germany, Austria"),
        ("Currencies", "EUR, USD", "Currencies: EUR, USD"),
    ):
        await greta.taps(button)
        await greta.says(answer)
        assert greta.reads().startswith("✓ Changed."), button
        assert seen in greta.reads()

    await greta.taps("Delivery")
    await greta.taps("Add a way of delivery")
    await greta.says("Parcel")
    await greta.says("4.90 EUR; 5.50 USD")
    assert greta.reads().startswith("✓ Added.")
    await greta.taps("Days")
    await greta.says("2-4")
    await greta.taps("Countries")
    await greta.says("Germany")
    assert greta.reads() == (
        "✓ Changed.\n\nParcel (parcel)\n\nPrice: €4.90, US$5.50\nTime: 2\u20134 days\nTo: Germany"
    )
    (option,) = await rows(town, ShippingOption)
    assert (option.prices, option.days_min, option.days_max, option.countries) == (
        {"EUR": 490, "USD": 550},
        2,
        4,
        ["DE"],
    )

    await greta.taps("Remove")
    await greta.taps("Yes")
    assert "No way of delivery yet" in greta.reads()
    assert await rows(town, ShippingOption) == []


async def test_staff_join_by_a_link_and_may_not_touch_keys_or_team(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    await greta.taps("Team")
    await greta.taps("Invite somebody")
    payload = link_in(greta)
    sam = town.person("Sam")
    await sam.starts(payload)
    assert sam.reads().startswith("Welcome to the team of Lindenfaden!")
    assert greta.reads() == "Sam joined Lindenfaden as staff."

    await sam.says("/myshop")
    assert sam.reads() == "Only the owner of a shop can do that."
    await sam.says("/products")
    assert "The shelf is empty" in sam.reads()

    await greta.says("/myshop")
    await greta.taps("Team")
    await greta.taps("Remove Sam")
    await greta.taps("Yes")
    assert sam.reads() == "You are not on the team of Lindenfaden any more."
    assert [one.role for one in await rows(town, MerchantStaff)] == [StaffRole.OWNER]


async def test_a_message_with_a_secret_is_gone_at_once(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    await greta.taps("Payments")
    await greta.taps("Provider token")
    await greta.says("1877:TEST:tu an, I think")
    assert greta.reads().startswith("This is not a provider token.")
    await greta.says(PROVIDER)
    await greta.taps("Stripe key")
    await greta.says("pk_test_51Abcdefghijk9876")
    assert greta.reads().startswith("This is Stripe’s publishable key.")
    await greta.says("sk_live_51Abcdefghijk9876")
    assert greta.reads().startswith("One of the two is for tests")
    await greta.says(STRIPE_KEY)
    assert "Refunds: Stripe key ending in 9876 (TEST)" in greta.reads()

    seen = " ".join(str(one.get("text", "")) for one in greta.sees())
    for secret in (PROVIDER, STRIPE_KEY, "sk_live", "pk_test", "I think"):
        assert secret not in seen
    (account,) = await rows(town, GatewayAccount)
    assert PROVIDER not in str(account.provider_token)
    assert STRIPE_KEY not in str(account.stripe_key)


async def test_a_secret_that_nobody_asked_for_is_gone_too(town: Town):
    ana = town.person("Ana")
    await ana.starts()

    await ana.says(STRIPE_KEY)

    assert ana.reads().startswith("That looked like a payment key, so I deleted it")
    assert STRIPE_KEY not in str(ana.sees())


async def test_where_telegram_keeps_the_message_she_is_asked_to_delete_it(
    town: Town, olga: Person, sandbox: Sandbox
):
    greta = await moves_in(town, olga)
    await greta.taps("Payments")
    await greta.taps("Provider token")
    sandbox.sim.plan_fault("403", method="deleteMessage")

    await greta.says(PROVIDER)

    told = [str(one.get("text", "")) for one in greta.sees()]
    assert "I could not delete your message with the key. Please delete it yourself." in told


async def test_a_buyer_is_told_kindly_and_the_owner_once(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    (merchant,) = await rows(town, Merchant)
    await puts_on_shelf(town, merchant, "Red Sneaker")
    ana = town.person("Ana")
    group = await town.group("Trail friends", ana)
    await ana.says("/shop red sneaker", group)
    before = len(greta.sees())

    for _ in range(2):
        answer = await ana.taps("Buy", group)
        assert answer["text"].startswith("Lindenfaden cannot take payments yet.")

    assert len(greta.sees()) == before + 1
    assert greta.reads().startswith("Somebody wanted to buy from Lindenfaden")
    await greta.taps("Connect payments")
    await greta.taps("Provider token")
    await greta.says(PROVIDER)
    await ana.taps("Buy", group)
    assert ana.finds("Pay", group)


async def test_an_owner_takes_her_keys_away_again(town: Town, olga: Person):
    greta = await moves_in(town, olga)
    await greta.taps("Payments")
    await greta.taps("Provider token")
    await greta.says(PROVIDER)
    await greta.taps("Disconnect")
    await greta.taps("Yes")

    assert "Payments: not connected. Nobody can buy yet." in greta.reads()
    (account,) = await rows(town, GatewayAccount)
    assert account.until is not None


async def test_questions_survive_a_restart(town: Town, olga: Person, sandbox: Sandbox):
    await olga.says("/merchants")
    await olga.taps("Open a new shop")
    await olga.says("Lindenfaden")

    dispatcher = build_dispatcher(town.container, await town.container.get(Sender))
    again = Person(Town(sandbox, town.container, dispatcher, town.clock), olga.id, "Olga")
    await again.says("DE")

    assert again.reads().startswith("Germany. In which currency")
