from datetime import UTC, datetime, time

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.events import GroupWelcomed
from bot.groups.models import Group, PurchaseLines
from bot.groups.service import GroupService
from bot.handlers.groups import notices, views
from bot.handlers.groups.callbacks import OpenSetup, Page, Setup
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES, Words
from bot.orders.events import OrderPaid
from bot.orders.models import Order, OrderLine, OrderStatus
from bot.orders.repository import OrderRepository
from bot.people.models import Person, PersonId
from bot.telegram.replies import Button, Post
from tests.catalog import make as make_catalog
from tests.fakes import NOON, FakeClock, RecordedEvents
from tests.groups import make
from tests.groups.make import CHAT, SUPERGROUP
from tests.people import make as make_people
from tests.people.make import ANA

EN = Words("en")
BIGGEST = 2**52  # Telegram's ids stay below


async def paid_order(
    session: AsyncSession, group: Group | None, *titles: str, thread_id: int | None = None
) -> OrderPaid:
    """Ana has bought one piece of each."""
    product = await make_catalog.product(session)
    order = Order(
        buyer_id=ANA,
        merchant_id=product.merchant.id,
        group_id=group and group.id,
        thread_id=thread_id,
        currency=Currency.EUR,
        status=OrderStatus.PAID,
        needs_shipping=True,
        created_at=NOON,
        lines=[
            OrderLine(
                product_id=product.id,
                variant_id=product.variants[0].id,
                title=title,
                label="",
                price_minor=4500,
                currency=Currency.EUR,
                quantity=1,
            )
            for title in titles
        ],
    )
    session.add(order)
    await session.flush()
    return OrderPaid(
        order_id=order.id,
        buyer_id=ANA,
        merchant_id=order.merchant_id,
        group_id=order.group_id,
        thread_id=thread_id,
    )


class TestBoughtLine:
    @pytest.fixture(autouse=True)
    async def ana(self, session, clock):
        return await make_people.person(session, clock, name="Ana Maria")

    @pytest.fixture
    def tell(self, session: AsyncSession, clock: FakeClock):
        async def tell(event: OrderPaid) -> Post | None:
            groups = make.group_service(session, RecordedEvents(), clock)
            people = make_people.people_service(session, clock)
            return await notices.tell_the_group(event, groups, people, OrderRepository(session))

        return tell

    async def test_names_the_goods_and_nobody(self, tell, session, clock):
        group = await make.group(session, clock)

        post = await tell(await paid_order(session, group, "Wok <28 cm>", "Ladle"))

        assert post.chat_id == SUPERGROUP
        assert post.screen.text == (
            "🛍 Somebody here bought “<b>Wok &lt;28 cm&gt;</b>” and one thing more."
        )

    @pytest.mark.parametrize("she_agrees", [False, True])
    @pytest.mark.parametrize("group_wants", [PurchaseLines.ANONYMOUS, PurchaseLines.FIRST_NAME])
    async def test_a_first_name_needs_two_who_agree(
        self, tell, session, clock, she_agrees, group_wants
    ):
        await make_people.person(session, clock, name="Ana Maria", shows_name=she_agrees)
        group = await make.group(session, clock, purchase_lines=group_wants)

        post = await tell(await paid_order(session, group, "Wok"))

        named = she_agrees and group_wants is PurchaseLines.FIRST_NAME
        assert ("Ana" in post.screen.text) is named
        assert "Maria" not in post.screen.text

    async def test_is_not_said_where_the_group_wants_none(self, tell, session, clock):
        group = await make.group(session, clock, purchase_lines=PurchaseLines.OFF)

        assert await tell(await paid_order(session, group, "Wok")) is None

    async def test_is_not_said_of_what_is_bought_in_private(self, tell, session):
        assert await tell(await paid_order(session, None, "Wok")) is None

    async def test_is_not_said_in_a_group_the_bot_has_left(self, tell, session, clock):
        group = await make.group(session, clock, left_at=clock.now())

        assert await tell(await paid_order(session, group, "Wok")) is None

    async def test_waits_for_the_end_of_the_quiet_hours(self, tell, session, clock):
        group = await make.group(
            session, clock, zone="Asia/Shanghai", quiet_from=time(20), quiet_to=time(9)
        )

        post = await tell(await paid_order(session, group, "Wok"))

        assert post.not_before == datetime(2026, 5, 5, 1, tzinfo=UTC)

    async def test_is_said_at_once_while_the_group_is_awake(self, tell, session, clock):
        group = await make.group(session, clock, quiet_from=time(22), quiet_to=time(7))

        assert (await tell(await paid_order(session, group, "Wok"))).not_before is None

    async def test_goes_to_the_topic_it_was_bought_in(self, tell, session, clock):
        group = await make.group(session, clock, is_forum=True)

        assert (await tell(await paid_order(session, group, "Wok", thread_id=7))).thread_id == 7

    async def test_goes_to_an_allowed_topic_if_that_one_is_not(self, tell, session, clock):
        group = await make.group(session, clock, is_forum=True, topics=[1, 9])

        assert (await tell(await paid_order(session, group, "Wok", thread_id=7))).thread_id == 9

    async def test_finds_the_group_after_it_moved(self, tell, session, clock):
        group = await make.group(session, clock, CHAT)
        event = await paid_order(session, group, "Wok")
        groups = make.group_service(session, RecordedEvents(), clock)
        await groups.migrate(CHAT, SUPERGROUP)

        assert (await tell(event)).chat_id == SUPERGROUP


class TestGreeting:
    @pytest.fixture
    def groups(self, session, clock) -> GroupService:
        return make.group_service(session, RecordedEvents(), clock)

    async def test_says_what_the_bot_reads(self, groups, session, clock):
        group = await make.group(session, clock)

        quiet = await notices.greet(
            GroupWelcomed(group_id=group.id, hears_everything=False), groups
        )
        nosy = await notices.greet(GroupWelcomed(group_id=group.id, hears_everything=True), groups)

        assert quiet is not None
        assert nosy is not None
        assert "only if you make me an admin" in quiet.screen.text
        assert "every message here reaches me" in nosy.screen.text

    async def test_is_not_said_twice_when_the_chat_migrated_meanwhile(self, groups, session, clock):
        await make.group(session, clock, CHAT)
        younger = await make.group(session, clock, SUPERGROUP)
        await groups.migrate(CHAT, SUPERGROUP)

        again = GroupWelcomed(group_id=younger.id, hears_everything=False)
        assert await notices.greet(again, groups) is None

    async def test_is_not_said_to_a_group_that_put_the_bot_out_at_once(
        self, groups, session, clock
    ):
        group = await make.group(session, clock)
        await groups.leave(group.chat_id)

        gone = GroupWelcomed(group_id=group.id, hears_everything=False)
        assert await notices.greet(gone, groups) is None


class TestSetupPages:
    @pytest.fixture
    def group(self) -> Group:
        return Group(
            id=BIGGEST,
            chat_id=SUPERGROUP,
            title="<b>Hikers</b>",
            language="de",
            currency=Currency.CHF,
            zone="Europe/Berlin",
            is_forum=True,
            purchase_lines=PurchaseLines.FIRST_NAME,
            quiet_from=time(22),
            quiet_to=time(7),
        )

    def test_the_first_page_shows_every_choice(self, group):
        screen = views.main(EN, group, Setup(group=1), frozenset())

        assert screen.text == (
            "<b>&lt;b&gt;Hikers&lt;/b&gt;</b>\n\n"
            "Language: Deutsch\n"
            "Currency: CHF\n"
            "Time zone: Europe/Berlin\n"
            "I speak in: all topics\n"
            "Who sells here: nobody\n"
            "When somebody buys: first name, if the person agrees\n"
            "Quiet hours: 22:00–07:00"
        )

    def test_topics_are_offered_only_where_there_are_any(self, group):
        group.is_forum = False

        labels = _labels(views.main(EN, group, Setup(group=1), None).rows)

        assert "Topics" not in labels
        assert "Quiet hours" in labels

    def test_what_is_chosen_is_ticked(self, group):
        here = Setup(group=1, page=Page.QUIET)

        ticked = [one for one in _labels(views.quiet(EN, group, here).rows) if one.startswith("✓")]

        assert ticked == ["✓ 22:00–07:00"]

    def test_currencies_that_merchants_here_price_in_stand_alone(self, group):
        here = Setup(group=1, page=Page.CURRENCY)

        few = _labels(views.currencies(EN, group, here, (Currency.USD, Currency.EUR)).rows)
        every = _labels(views.currencies(EN, group, here, views.CURRENCIES).rows)

        assert few == ["USD", "EUR", "✓ CHF", "Other currencies", "‹ Back"]
        assert len(every) == len(views.CURRENCIES) + 1

    @pytest.mark.parametrize("language", LANGUAGES)
    async def test_every_button_fits_into_what_telegram_carries(self, group, language):
        words = Words(language)
        here = Setup(group=BIGGEST, thread=2**31)
        pages = [views.main(words, group, here, None), views.setup_door(words, group)]
        for page, draw in (
            (Page.LANGUAGE, views.languages),
            (Page.ZONE, views.zones),
            (Page.TOPICS, views.topics),
            (Page.LINES, views.lines),
            (Page.QUIET, views.quiet),
        ):
            pages.append(draw(words, group, here.model_copy(update={"page": page})))
        everything = here.model_copy(update={"page": Page.ALL_CURRENCIES})
        pages.append(views.currencies(words, group, everything, views.CURRENCIES))

        buttons = [button for screen in pages for row in screen.rows for button in row]

        assert all(isinstance(button.opens, Setup | OpenSetup) for button in buttons)
        assert max(len(button.opens.pack().encode()) for button in buttons) <= 64  # type: ignore[union-attr]
        assert all(len([one for row in screen.rows for one in row]) <= 100 for screen in pages)


def _labels(rows: tuple[tuple[Button, ...], ...]) -> list[str]:
    return [button.label for row in rows for button in row]


def test_a_person_without_a_name_is_nobody():
    group = Group(purchase_lines=PurchaseLines.FIRST_NAME)
    erased = Person(id=PersonId(1), name="", shows_name=True)

    assert notices._public_name(group, erased) is None  # noqa: SLF001
