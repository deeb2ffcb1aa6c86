"""A bargain and a sale day on the running demo, to their ends; one window looks on.

After the other group-buys, because their people have accepted terms by then, or do so here.
"""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import expect

from tests.sandbox.shop.conftest import Look, Photograph
from tests.sandbox.shop.test_browser import SLOW, last
from tests.sandbox.shop.test_together import hears_next, opens
from tests.sandbox.shop.town import ANA, BEN, OLIVIA, PRIVATE, DemoTown, Person, Place

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(900),
    pytest.mark.asyncio(loop_scope="session"),
]


async def buys(person: Person, price: str, place: Place) -> None:
    """The very first time the terms come before."""
    await person.taps(f"Buy for {price}", place)
    if await hears_next(person, place, "I agree", f"Pay {price}") == "I agree":
        await person.taps("I agree", place)
    paid = await person.pays(f"Pay {price}", place)
    assert paid["status"] == "paid", paid


async def link_of(person: Person, place: Place) -> str:
    """Her own link, as she would pass it on."""
    message = await person.finds("Send it to friends", place)
    [[button]] = message["reply_markup"]["inline_keyboard"]
    return str(parse_qs(urlsplit(button["url"]).query)["url"][0])


async def test_friends_cut_a_price_in_the_browser(
    town: DemoTown, look: Look, photograph: Photograph
) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana, page = town.person(ANA), await look(ANA, place)
    answers = ("Niedrigster Preis", "45", "Hilfen", "2")
    greta = await opens(town, place, "Seidentuch Linde", "Feilschen", *answers)

    offer = last(page, "Nobody is bargaining right now")
    await expect(offer).to_be_visible(timeout=SLOW)
    await offer.locator(".key", has_text="Ask for help").click()
    card = last(page, "0 of 2 helpers")
    await expect(card).to_be_visible(timeout=SLOW)
    await page.locator(".key", has_text="Show my first name").last.click()
    await expect(last(page, "Ana bargains for Silk Square Linden")).to_be_visible(timeout=SLOW)
    await town.person(BEN).taps("🪓 Help", place)
    await expect(last(page, "1 of 2 helpers")).to_be_visible(timeout=SLOW)
    await photograph(page, "bargain")

    await town.person(OLIVIA).taps("🪓 Help", place)
    await expect(last(page, "All have helped!")).to_be_visible(timeout=SLOW)
    await buys(ana, "€45.00", place)
    await expect(last(page, "It is bought.")).to_be_visible(timeout=SLOW)
    form = page.locator(".line", has_text="kept for you")  # a reader's log still says it
    await expect(form).to_have_count(0, timeout=SLOW)
    await last(page, "bargains for").locator(".key", has_text="The cuts").click()
    await expect(last(page, "Every cut follows from it")).to_be_visible(timeout=SLOW)
    await photograph(page, "bargain-cuts")

    await greta.taps("Verwalten", PRIVATE)
    await greta.taps("Beenden", PRIVATE)
    await greta.taps("Ja, beenden", PRIVATE)
    await expect(last(page, "1 person has reached the lowest price")).to_be_visible(timeout=SLOW)
    listed = await greta.finds("abgeschlossen: 1 Stück wurde verkauft", PRIVATE)
    assert listed["document"]["file_name"].startswith("bargain-")


async def test_a_sale_day_in_the_browser(
    town: DemoTown, look: Look, photograph: Photograph
) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana, page = town.person(ANA), await look(ANA, place)
    answers = ("% je Person", "10", "zählen je Gruppe", "3")
    greta = await opens(town, place, "Seidentuch Linde", "Verkaufstag", *answers)

    card = last(page, "Nobody has joined yet")
    await expect(card).to_be_visible(timeout=SLOW)
    await card.locator(".key", has_text="My link").click()
    link = await link_of(ana, place)
    for number, words in ((BEN, "Zähl mich mit"), (OLIVIA, "Count me in")):
        await town.ask("POST", f"/sim/people/{number}/open", url=link)
        await town.person(number).taps(words, PRIVATE)
    await expect(last(page, "2 people have joined")).to_be_visible(timeout=SLOW)
    await photograph(page, "sale-day")

    await greta.taps("Verwalten", PRIVATE)
    await greta.taps("Preis jetzt festlegen", PRIVATE)
    await greta.taps("Ja, festlegen", PRIVATE)
    await expect(last(page, "froze the price before")).to_be_visible(timeout=SLOW)
    bought = await town.person(OLIVIA).finds("Everybody may buy until", PRIVATE)
    label = next(iter(bought["reply_markup"]["inline_keyboard"][0]))["text"]
    await buys(town.person(OLIVIA), label.removeprefix("Buy for "), PRIVATE)
    await last(page, "froze the price before").locator(".key", has_text="Who counts").click()
    await expect(last(page, "The chain is whole")).to_be_visible(timeout=SLOW)
    await photograph(page, "sale-day-frozen")

    await greta.taps("Absagen", PRIVATE)
    await greta.taps("Ja, absagen", PRIVATE)
    await expect(last(page, "has called off the sale day")).to_be_visible(timeout=SLOW)
    await greta.finds("abgeschlossen: 1 Stück wurde verkauft", PRIVATE)
