"""She answers with words where the bot waits for a tap on a size."""

import pytest

from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town


@pytest.fixture
async def ana(town: Town) -> Person:
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    await mia.starts()
    shop = await opens_shop(town, mia)
    await puts_on_shelf(town, shop, "Red Sneaker", sizes=("41", "42"), stock=3)
    await ana.says("red sneaker")
    await ana.taps("Buy")
    assert ana.reads() == "Red Sneaker\nChoose a size"
    return ana


@pytest.mark.parametrize("words", ["42", "size 42", "Größe 42 bitte", "42码", "in 42 please"])
async def test_a_size_in_words_is_her_choice(ana: Person, words: str):
    await ana.says(words)

    assert ana.reads().splitlines()[:2] == ["Red Sneaker", "42 · €45.00"]
    assert ana.finds("Pay €45.00") == ana.sees()[-1]


async def test_then_a_number_is_how_many(ana: Person):
    await ana.taps("42")
    await ana.says("two pieces")
    assert "42 · 2 × €45.00 = €90.00" in ana.reads()

    await ana.says("3")
    assert "42 · 3 × €45.00 = €135.00" in ana.reads()


async def test_size_and_number_at_once(ana: Person):
    await ana.says("two pairs in 41")

    assert "41 · 2 × €45.00 = €90.00" in ana.reads()


async def test_a_size_that_there_is_not_is_told_what_to_tap(ana: Person):
    await ana.says("47")

    assert ana.reads().startswith("I did not find that among the choices.")
    assert ana.reads().endswith("Red Sneaker\nChoose a size")
    assert ana.finds("42") == ana.sees()[-1]


async def test_other_words_are_a_search_as_ever(ana: Person):
    await ana.says("do you have boots?")

    assert ana.reads().startswith("I found nothing for “boots”.")


async def test_nobody_waits_for_an_hour(town: Town, ana: Person):
    town.clock.wait(hours=1)
    await ana.says("42")

    assert "Choose a size" not in ana.reads()
    assert "42 · €45.00" not in ana.reads()
