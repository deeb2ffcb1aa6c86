"""What the bot says by itself, against the sandbox's Telegram."""

from datetime import timedelta

import pytest
from dishka import AsyncContainer
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.service import GroupService
from bot.kit.secrets import Vault
from bot.people.models import PersonId
from bot.people.service import PeopleService
from bot.telegram import letters
from bot.telegram.mailbox import Mailbox
from bot.telegram.models import Delivery
from bot.telegram.poster import Poster
from bot.telegram.replies import Post, Screen, Subject
from tests.stories.town import Person, Town

CARD = Subject("card", 1)


@pytest.fixture
async def poster(container: AsyncContainer) -> Poster:
    return await container.get(Poster)


async def put(container: AsyncContainer, *posts: Post) -> None:
    async with container() as scope:
        mailbox = await scope.get(Mailbox)
        for post in posts:
            mailbox.put(post)
        await (await scope.get(AsyncSession)).commit()


async def outcomes(container: AsyncContainer) -> list[str | None]:
    async with container() as scope:
        session = await scope.get(AsyncSession)
        return list(await session.scalars(select(Delivery.outcome).order_by(Delivery.id)))


def words(person: Person, chat: int | None = None) -> list[str]:
    return [str(message.get("text", "")) for message in person.sees(chat)]


def post(chat_id: int, text: str, **facts: object) -> Post:
    return Post(chat_id=chat_id, screen=Screen(text=text), **facts)  # type: ignore[arg-type]


async def test_posts_of_one_chat_go_in_order_at_one_a_second(town, container, poster, clock):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    await put(container, post(ana.id, "one"), post(ana.id, "two"))

    await poster.send_due()
    assert words(ana)[-1] == "one"
    await poster.send_due()
    assert words(ana)[-1] == "one"

    clock.wait(seconds=1)
    await poster.send_due()
    assert words(ana)[-1] == "two"


async def test_a_post_waits_for_its_hour(town, container, poster, clock):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    await put(container, post(ana.id, "morning", not_before=clock.now() + timedelta(hours=8)))

    await poster.send_due()
    assert "morning" not in words(ana)

    clock.wait(hours=8)
    await poster.send_due()
    assert words(ana)[-1] == "morning"


async def test_a_429_is_obeyed_and_nothing_is_lost(town, container, poster, clock, sandbox):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    sandbox.sim.plan_fault("429", method="sendMessage", retry_after=9)
    await put(container, post(ana.id, "patience"))

    await poster.send_due()
    clock.wait(seconds=8)
    await poster.send_due()
    assert "patience" not in words(ana)

    clock.wait(seconds=2)
    await poster.send_due()
    assert words(ana)[-1] == "patience"


async def test_a_server_error_is_tried_again(town, container, poster, clock, sandbox):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    sandbox.sim.plan_fault("5xx", method="sendMessage")
    await put(container, post(ana.id, "again"))

    await poster.send_due()
    clock.wait(seconds=5)
    await poster.send_due()

    assert words(ana)[-1] == "again"


async def test_who_blocked_the_bot_is_not_written_to_again(town, container, poster, clock, sandbox):
    ana = town.person("Ana")
    await ana.starts()
    sandbox.sim.block(ana.id, "tuan_bot")
    clock.wait(minutes=2)
    await put(container, post(ana.id, "hello?"))

    await poster.send_due()

    async with container() as scope:
        person = await (await scope.get(PeopleService)).get(PersonId(ana.id))
    assert person.can_be_written_to is False
    assert "blocked" in str((await outcomes(container))[-1])


async def test_edits_of_one_card_are_coalesced_into_the_last(
    town: Town, container, poster, clock, sandbox
):
    olivia = town.person("Olivia")
    market = await town.group("Market", olivia)
    clock.wait(minutes=2)
    await put(container, post(market, "0 of 9", subject=CARD))
    await poster.send_due()
    before = len(sandbox.sim.calls())

    clock.wait(seconds=5)
    await put(
        container,
        *[post(market, f"{number} of 9", subject=CARD, replace=True) for number in range(1, 10)],
    )
    for _ in range(12):
        await poster.send_due()
        clock.wait(seconds=1)

    assert words(olivia, market)[-1] == "9 of 9"
    assert len(sandbox.sim.calls()) - before == 1
    assert (await outcomes(container)).count("superseded") == 8


async def test_a_card_that_changes_ten_times_a_second_keeps_within_the_group_s_limit(
    town: Town, container, poster, clock, sandbox
):
    olivia = town.person("Olivia")
    market = await town.group("Market", olivia)
    clock.wait(minutes=2)
    await put(container, post(market, "0 joined", subject=CARD))
    await poster.send_due()
    sandbox.sim.flood(on=True)
    before = len(sandbox.sim.calls())

    for second in range(1, 121):
        changes = range(second * 10, second * 10 + 10)
        await put(
            container,
            *[post(market, f"{n} joined", subject=CARD, replace=True) for n in changes],
        )
        await poster.send_due()
        clock.wait(seconds=1)
    for _ in range(5):
        await poster.send_due()
        clock.wait(seconds=1)

    said = sandbox.sim.calls()[before:]
    assert words(olivia, market)[-1] == "1209 joined"
    assert all(call["ok"] for call in said)  # Telegram never had to say 429
    assert 30 <= len(said) <= 45  # twenty a minute, and the last one


async def test_a_card_that_was_deleted_is_shown_anew(town: Town, container, poster, clock, sandbox):
    olivia = town.person("Olivia")
    market = await town.group("Market", olivia)
    clock.wait(minutes=2)
    await put(container, post(market, "the card", subject=CARD))
    await poster.send_due()
    sandbox.sim.delete(olivia.id, market, olivia.sees(market)[-1]["seen"]["key"])

    clock.wait(seconds=5)
    await put(container, post(market, "the card, changed", subject=CARD, replace=True))
    await poster.send_due()

    assert words(olivia, market)[-1] == "the card, changed"


async def test_a_group_that_moved_takes_its_posts_along(
    town: Town, container, poster, clock, sandbox
):
    olivia = town.person("Olivia")
    old = int(sandbox.sim.create_chat("group", "Flat 12", olivia.id, members=[])["id"])
    sandbox.sim.add(olivia.id, old, town.bot_id)
    await town.settle()
    new = int(sandbox.sim.migrate(old)["id"])
    await sandbox.take_updates("42:SANDBOX")  # lost, as if the bot had been away
    clock.wait(minutes=2)
    await put(container, post(old, "still there?"))

    await poster.send_due()
    clock.wait(seconds=2)
    await poster.send_due()

    assert words(olivia, new)[-1] == "still there?"
    async with container() as scope:
        moved = await (await scope.get(GroupService)).find_by_chat(new)
    assert moved is not None
    assert moved.is_here


async def test_a_post_that_cannot_be_read_does_not_stop_the_others(town, container, poster, clock):
    ana, ben = town.person("Ana"), town.person("Ben")
    await ana.starts()
    await ben.starts()
    clock.wait(minutes=2)
    await put(container, post(ana.id, "broken"), post(ben.id, "whole"))
    async with container() as scope:
        session = await scope.get(AsyncSession)
        broken = await session.scalar(select(Delivery).where(Delivery.chat_id == ana.id))
        assert broken
        vault = await scope.get(Vault)
        broken.letter = letters.seal(vault, {"written": "by another version"})
        await session.commit()

    await poster.send_due()

    assert words(ben)[-1] == "whole"
    for _ in range(8):
        clock.wait(minutes=5)
        await poster.send_due()
    assert await outcomes(container) == ["KeyError", "sent"]


async def test_what_was_said_is_not_kept(town, container, poster, clock):
    ana = town.person("Ana")
    await ana.starts()
    clock.wait(minutes=2)
    card = post(ana.id, "Lindenstraße 7", subject=CARD, replace=True)
    await put(container, card, card, post(ana.id, "Leipzig"))

    for _ in range(5):
        await poster.send_due()
        clock.wait(seconds=5)

    async with container() as scope:
        session = await scope.get(AsyncSession)
        kept = list(await session.scalars(select(Delivery.letter)))
    assert set(await outcomes(container)) == {"sent", "superseded"}
    assert kept == [None, None, None]


async def test_what_waits_is_sealed(town, container, poster, clock):
    ana = town.person("Ana")
    await put(container, post(ana.id, "Lindenstraße 7"))

    async with container() as scope:
        session = await scope.get(AsyncSession)
        waiting = str(await session.scalar(select(Delivery.letter)))

    assert waiting
    assert "Lindenstra" not in waiting
