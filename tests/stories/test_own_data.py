"""Language, terms, and what is kept about a person, in her own hands."""

import json

from sqlalchemy.ext.asyncio import AsyncSession

from bot.people.models import Person
from tests.stories.town import Town


async def stored(town: Town, person_id: int) -> Person:
    async with town.container() as scope:
        return await (await scope.get(AsyncSession)).get_one(Person, person_id)


async def test_she_changes_the_language_and_is_understood_at_once(town: Town):
    ana = town.person("Ana")
    await ana.starts()

    await ana.says("/language")
    await ana.taps("中文")
    await ana.says("/help")

    assert ana.reads().startswith("你能在这里做什么")


async def test_terms_are_accepted_once_and_the_date_stays(town: Town):
    ana = town.person("Ana")
    await ana.starts()

    await ana.says("/terms")
    await ana.taps("I accept")
    assert "You accepted these terms on" in ana.reads()

    await ana.says("/terms")
    assert "You accepted these terms on" in ana.reads()


async def test_she_takes_her_data_along_and_has_it_erased(town: Town):
    ana = town.person("Ana")
    await ana.starts()

    await ana.says("/export_me")
    document = ana.sees()[-1]["document"]
    content, _, _ = town.sandbox.sim.file(document["file_id"])
    assert json.loads(content)["profile"]["name"] == "Ana"

    await ana.says("/delete_me")
    await ana.taps("Keep my data")
    assert (await stored(town, ana.id)).name == "Ana"

    await ana.says("/delete_me")
    await ana.taps("Erase it all")
    assert "erased" in ana.reads()
    assert (await stored(town, ana.id)).name == ""


async def test_her_data_is_never_shown_in_a_group(town: Town):
    olivia, ana = town.person("Olivia"), town.person("Ana")
    market = await town.group("Sunday Market", olivia, ana, bot_is_admin=True)

    await ana.says("/export_me", market)

    assert "document" not in ana.sees(market)[-1]
    assert ana.reads(market).startswith("That is between the two of us")
    assert all("between" not in one.get("text", "") for one in olivia.sees(market))


async def test_who_blocks_the_bot_is_left_in_peace_until_she_comes_back(town: Town):
    ana = town.person("Ana")
    await ana.starts()
    assert (await stored(town, ana.id)).can_be_written_to

    town.sandbox.sim.block(ana.id, "tuan_bot")
    await town.settle()
    assert not (await stored(town, ana.id)).can_be_written_to

    town.sandbox.sim.unblock(ana.id, "tuan_bot")
    await town.settle()
    assert (await stored(town, ana.id)).can_be_written_to


async def test_help_in_a_group_names_setup_to_its_admins_alone(town: Town):
    olivia, ben = town.person("Olivia"), town.person("Ben")
    market = await town.group("Sunday Market", olivia, ben, bot_is_admin=True)

    await olivia.says("/help", market)
    assert "/setup" in olivia.reads(market)

    await ben.says("/help", market)
    assert "/setup" not in ben.reads(market)
    assert "/export_me" not in ben.reads(market)
