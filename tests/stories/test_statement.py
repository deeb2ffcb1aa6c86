"""An owner reads what her shop earned."""

from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Town


async def test_an_owner_reads_her_month_and_takes_it_home_as_a_table(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    await ana.starts()
    await mia.starts()
    shoe = await puts_on_shelf(town, await opens_shop(town, mia), "Red Sneaker", stock=5)
    await mia.says("/statement")
    assert "Nothing was paid or given back." in mia.reads()

    await ana.starts(f"buy_{shoe.id}")
    await ana.taps("Pay")
    await ana.taps("I agree")
    assert (await ana.pays())["status"] == "paid"
    await mia.says("/statement")

    assert mia.reads().startswith(
        "Lindenfaden, May 2026\n\nPaid by buyers: €49.90\nGiven back: €0.00\n"
        "Left of this month: €49.90\nSince the beginning: €49.90"
    )
    await mia.taps("As a table")
    assert "document" in mia.sees()[-1]
    assert mia.reads() == "Lindenfaden, May 2026: 1 movement"

    await ana.says("/statement")
    assert "Lindenfaden" not in ana.reads()
