"""A draft's button is sent with the number of a group that it has nothing to do with."""

import pytest

from tests.stories.buying_together import forum
from tests.stories.test_offers_in_topics import drafts, takes_nobody
from tests.stories.town import Town


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("🪓 Bargain", "of-topic:bargain:1:2:-1"),
        ("📉 Sale day", "of-topic:saleday:1:2:-1"),
        ("🎯 Goal", "dl-topic:1:2:-1"),
    ],
)
async def test_no_title_and_no_topic_of_it_is_told(town: Town, kind: str, data: str):
    olga, mia, _, _ = await forum(town)
    other = await town.group("Quarry Lane", olga, forum=True, bot_is_admin=True)
    town.sandbox.sim.create_topic(other, olga.id, "Secret Plans")
    await town.settle()
    await takes_nobody(town, other)
    await drafts(mia, kind)
    await mia.taps("Food")

    await mia.forges(data, "Post", town.bot_id)
    await town.settle()

    told = str(mia.sees())
    assert "Quarry Lane" not in told
    assert "Secret Plans" not in told
    assert "📣 Goes to: Kiln Street → Food" in mia.reads()
