"""The bot comes into a group, and people get to know it."""

from tests.stories.town import Town


async def test_the_bot_greets_the_group_it_is_added_to(town: Town):
    olivia = town.person("Olivia")

    market = await town.group("Sunday Market", olivia)

    assert olivia.reads(market).startswith("Hello, Sunday Market!")


async def test_a_german_is_welcomed_in_german(town: Town):
    ben = town.person("Ben", language="de")

    await ben.starts()

    assert ben.reads().startswith("Hallo Ben")


async def test_an_unknown_command_gets_a_kind_word(town: Town):
    ana = town.person("Ana")

    await ana.says("/tea <b>now</b>")

    assert ana.reads().startswith("I do not know /tea.")


async def test_help_begins_with_what_people_do_most(town: Town):
    ana = town.person("Ana")

    await ana.says("/help")

    assert ana.reads().index("/shop") < ana.reads().index("/paysupport")
