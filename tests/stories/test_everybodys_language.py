"""One order, and everybody reads it in a language of her own."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product, Variant
from tests.stories.shopkeeping import opens_shop, puts_on_shelf
from tests.stories.town import Person, Town

TITLES = {"en": "Red Sneaker", "de": "Roter Turnschuh", "zh": "红色运动鞋"}


async def shoes(town: Town, mia: Person) -> Product:
    shop = await opens_shop(town, mia)
    shoe = await puts_on_shelf(town, shop, "Red Sneaker", sizes=("red",), titles=TITLES)
    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        await session.execute(
            update(Variant)
            .where(Variant.product_id == shoe.id)
            .values(sku="LF-<7>", option_values={"colour": "red"})
        )
        await session.commit()
    return shoe


async def buys(buyer: Person, product: Product, pay: str, agree: str) -> None:
    await buyer.starts(f"buy_{product.id}")
    await buyer.taps(pay)
    await buyer.taps(agree)
    paid = await buyer.settles(await buyer.opens_checkout())
    assert paid["status"] == "paid"


async def test_the_merchant_reads_hers_and_the_buyer_hers(town: Town):
    ana, mia = town.person("Ana", language="zh"), town.person("Mia", language="de")
    await mia.starts()
    shoe = await shoes(town, mia)

    await buys(ana, shoe, "支付", "同意")

    assert "1 × 红色运动鞋 – 红色 – €45.00\n包裹 – €4.90" in ana.reads()
    assert mia.reads() == (
        "🛍 Neue Bestellung 1\nBezahlt\n\n"
        "1 × Roter Turnschuh – Rot – 45,00\xa0€\nArt.-Nr. LF-<7>\n"
        "Paket – 4,90\xa0€\nSumme: 49,90\xa0€\n\n"
        "Adresse\nAna Silva\nLindenstraße 7\n04103 Leipzig\nDeutschland"
    )
    await mia.says("/sales")
    assert labels(mia)[0] == "1 · Roter Turnschuh · 49,90\xa0€ · bezahlt"
    await mia.taps("1 · Roter")
    await mia.taps("Rückzahlung")
    assert "✓ 1/1 × Roter Turnschuh – Rot" in labels(mia)


async def test_a_title_changed_afterwards_is_still_what_was_bought(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia", language="de")
    await mia.starts()
    shoe = await shoes(town, mia)
    await buys(ana, shoe, "Pay", "I agree")

    async with town.container() as scope:
        session = await scope.get(AsyncSession)
        product = await session.get_one(Product, shoe.id)
        product.titles = {"de": "Blaue Sandale", "en": "Blue Sandal"}
        await session.commit()

    await mia.says("/sales")
    assert "Roter Turnschuh" in labels(mia)[0]


async def test_a_reader_who_changes_her_language_reads_old_orders_in_it(town: Town):
    ana, mia = town.person("Ana"), town.person("Mia")
    shoe = await shoes(town, mia)
    await buys(ana, shoe, "Pay", "I agree")

    await ana.says("/language")
    await ana.taps("Deutsch")
    await ana.says("/order 1")

    assert "1 × Roter Turnschuh – Rot – 45,00\xa0€\nPaket – 4,90\xa0€" in ana.reads()
    assert ana.reads().endswith(
        "\n\nAdresse\nAna Silva\nLindenstraße 7\n04103 Leipzig\nDeutschland"
    )


async def test_the_group_reads_its_own(town: Town):
    olivia, ana = town.person("Olivia", language="de"), town.person("Ana", language="zh")
    market = await town.group("Markt", olivia, ana)
    await ana.starts()
    shoe = await shoes(town, town.person("Mia"))

    await ana.says("/shop 红色运动鞋", market)
    await ana.taps("Kaufen", market)
    await ana.taps("支付", market)
    await ana.taps("同意", market)
    assert (await ana.settles(await ana.opens_checkout(market, "支付")))["status"] == "paid"

    [heard] = [one["text"] for one in olivia.sees(market) if "🛍" in one.get("text", "")]
    assert shoe.titles["de"] in heard
    assert shoe.titles["zh"] not in heard


def labels(person: Person) -> list[str]:
    newest: dict[str, Any] = dict(person.sees()[-1])
    rows = newest["reply_markup"]["inline_keyboard"]
    return [str(button["text"]) for row in rows for button in row]
