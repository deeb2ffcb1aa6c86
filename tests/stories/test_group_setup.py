"""A group's admins settle the bot in, and nobody else does."""

from aiogram import Bot
from aiogram.methods import GetChatAdministrators

from bot.features import FEATURES
from bot.telegram.command_menu import register
from tests.stories.shopkeeping import opens_shop
from tests.stories.town import Seen, Town

NOT_YOURS = "That is for the admins"


def labels(seen: Seen) -> list[str]:
    return [button["text"] for row in seen["reply_markup"]["inline_keyboard"] for button in row]


async def test_an_admin_sets_the_group_up_and_only_she_sees_it(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben)
    before = len(ben.sees(market))

    await olivia.taps("Settings", market)
    assert olivia.sees(market)[-1]["seen"]["ephemeral"]
    await olivia.taps("Currency", market)
    await olivia.taps("Other currencies", market)
    await olivia.taps("CHF", market)
    await olivia.taps("Back", market)

    assert "Currency: CHF" in olivia.reads(market)
    assert len(ben.sees(market)) == before


async def test_the_currencies_of_those_who_sell_here_come_first(town: Town):
    olivia, mia = town.person("Olivia"), town.person("Mia")
    market = await town.group("Sunday Market", olivia, mia)
    await opens_shop(town, mia, currencies=("USD", "XTR"))
    await opens_shop(town, mia, "Nordlauf", currencies=("USD", "GBP"))

    await olivia.taps("Settings", market)
    await olivia.taps("Currency", market)

    assert labels(olivia.sees(market)[-1]) == ["USD", "GBP", "✓ EUR", "Other currencies", "‹ Back"]
    await olivia.taps("GBP", market)
    assert labels(olivia.sees(market)[-1]) == ["USD", "✓ GBP", "Other currencies", "‹ Back"]


async def test_who_is_an_admin_is_asked_while_no_transaction_is_open(town: Town, engine):
    olivia = town.person("Olivia")
    market = await town.group("Sunday Market", olivia)
    await olivia.starts()
    held: list[int] = []
    bot = await town.container.get(Bot)

    @bot.session.middleware
    async def look(make_request, bot, method):
        if isinstance(method, GetChatAdministrators):
            held.append(engine.pool.checkedout())
        return await make_request(bot, method)

    await olivia.says("/help", market)
    await olivia.says("/setup@tuan_bot", market)
    town.clock.wait(minutes=2)
    await olivia.taps("Language")  # in private: the group is known by its number alone
    town.clock.wait(minutes=2)
    await olivia.taps("Settings", market)

    assert held == [0, 0, 0]
    assert olivia.reads().startswith("Which language")


async def test_somebody_else_is_told_kindly_that_this_is_for_admins(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben)

    answer = await ben.taps("Settings", market)

    assert answer["text"].startswith(NOT_YOURS)
    assert not ben.sees(market)[-1]["seen"]["ephemeral"]


async def test_the_command_reaches_an_admin_alone_or_in_private(town: Town):
    olivia = town.person("Olivia")
    market = await town.group("Sunday Market", olivia, bot_is_admin=True)

    await olivia.says("/setup", market)

    assert "Who sells here: all merchants" in olivia.reads(market)
    assert olivia.sees(market)[-1]["seen"]["ephemeral"]


async def test_where_a_whisper_is_not_allowed_the_settings_come_in_private(town: Town):
    olivia = town.person("Olivia")
    market = await town.group("Sunday Market", olivia)
    await olivia.starts()

    await olivia.says("/setup@tuan_bot", market)
    assert olivia.reads().startswith("Sunday Market")

    await olivia.taps("Language")
    await olivia.taps("Deutsch")
    await olivia.says("/setup@tuan_bot", market)
    assert "Language: Deutsch" in olivia.reads()


async def test_an_admin_who_hides_behind_the_group_opens_it_by_a_tap(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben, bot_is_admin=True)
    town.sandbox.sim.promote(olivia.id, market, ben.id, anonymous=True)

    await ben.says("/setup", market)
    door = ben.finds("Settings", market)
    assert door["text"] == "Settings open for you alone:"

    await ben.taps("Settings", market, on=door)
    assert ben.reads(market).startswith("Sunday Market")
    assert ben.sees(market)[-1]["seen"]["ephemeral"]


async def test_an_admin_who_lost_her_rights_is_refused_on_her_old_settings(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben, bot_is_admin=True)
    town.sandbox.sim.promote(olivia.id, market, ben.id)
    await ben.says("/setup", market)
    town.sandbox.sim.demote(olivia.id, market, ben.id)
    town.clock.wait(minutes=2)

    answer = await ben.taps("Language", market)

    assert answer["text"].startswith(NOT_YOURS)


async def test_the_bot_is_silent_in_topics_it_may_not_speak_in(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben, forum=True, bot_is_admin=True)
    shop = town.sandbox.sim.create_topic(market, olivia.id, "Shop")["message_thread_id"]
    talk = town.sandbox.sim.create_topic(market, olivia.id, "Talk")["message_thread_id"]
    await olivia.says("/setup", market, thread=shop)
    await olivia.taps("Topics", market)
    await olivia.taps("Only this topic", market)
    assert "I speak in: one topic" in olivia.reads(market)

    await ben.says("/help", market, thread=talk)
    assert ben.reads(market) == "/help"
    await ben.says("/help", market, thread=shop)
    assert ben.reads(market).startswith("What you can do here")


async def test_who_asks_in_a_silent_topic_is_told_where_only_she_sees_it(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben, forum=True, bot_is_admin=True)
    await register(await town.container.get(Bot), FEATURES)  # so /help is an ephemeral command
    talk = town.sandbox.sim.create_topic(market, olivia.id, "Talk")["message_thread_id"]
    await olivia.says("/setup", market)
    await olivia.taps("Topics", market)
    await olivia.taps("Only this topic", market)

    await ben.says("/help", market, thread=talk)

    assert ben.reads(market).startswith("In this topic I stay silent")
    assert all("silent" not in one.get("text", "") for one in olivia.sees(market))


async def test_a_group_becomes_a_supergroup_and_keeps_its_settings(town: Town):
    olivia = town.person("Olivia")
    sim = town.sandbox.sim
    old = int(sim.create_chat("group", "Sunday Market", olivia.id)["id"])
    sim.add(olivia.id, old, town.bot_id)
    await town.settle()
    await olivia.taps("Settings", old)
    await olivia.taps("Currency", old)
    await olivia.taps("Other currencies", old)
    await olivia.taps("CHF", old)

    new = int(sim.migrate(old)["id"])
    await town.settle()
    greetings = [one for one in olivia.sees(new) if "Hello" in one.get("text", "")]
    sim.promote(olivia.id, new, town.bot_id)
    await town.settle()
    await olivia.says("/setup", new)

    assert "Currency: CHF" in olivia.reads(new)
    assert greetings == []


async def test_a_promoted_bot_says_plainly_what_it_hears(town: Town):
    olivia = town.person("Olivia")
    market = await town.group("Sunday Market", olivia)
    assert "only if you make me an admin" in olivia.reads(market)

    town.sandbox.sim.promote(olivia.id, market, town.bot_id)
    await town.settle()

    assert "As an admin I receive every message here;" in olivia.reads(market)
