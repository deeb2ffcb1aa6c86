"""A long group-buy on the running demo: cards are saved, charged at the end, and one is refused."""

import asyncio
from typing import Final

import pytest
from playwright.async_api import expect

from sandbox.world.store import Json
from tests.sandbox.shop.conftest import Look, Photograph
from tests.sandbox.shop.test_browser import SLOW, last
from tests.sandbox.shop.test_together import HOME, ends, opens
from tests.sandbox.shop.town import ANA, OLIVIA, PATIENCE, DemoTown, Place, buttons, text_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(600),
    pytest.mark.asyncio(loop_scope="session"),
]
FAILS_LATER: Final = "4000000000000341"
CHOICES: Final = ("I agree", "Standard delivery", "Save card")
CONTACT: Final = {"name": HOME["name"], "email": "ana@example.org", "address": HOME["address"]}


async def opens_card_page(town: DemoTown, number: int, place: Place) -> str:
    person = town.person(number)
    await person.taps("Join", place)
    newest = await person.finds("Your seat is kept", place)
    while True:  # terms and a way of delivery may come before
        shown = " ".join(buttons(newest))
        choice = next((one for one in CHOICES if one in shown), "")
        assert choice, shown
        tapped = await person.taps(choice, place)
        if tapped["kind"] == "url":
            return str(tapped["url"])
        newest = await _moves_on(town, number, place, text_of(newest))


async def completes(town: DemoTown, page: str, **facts: object) -> None:
    session = page.rpartition("/")[2]
    await town.ask("POST", f"/sim/stripe/checkout_sessions/{session}/complete", **facts)


async def _moves_on(town: DemoTown, number: int, place: Place, before: str) -> Json:
    person = town.person(number)
    for _ in range(PATIENCE * 10):
        newest = await person.newest(place)
        if text_of(newest) != before:
            return newest
        await asyncio.sleep(0.1)
    raise AssertionError(before)


async def test_a_refused_card_is_made_up_for(
    town: DemoTown, look: Look, photograph: Photograph
) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana = await look(ANA, place)
    greta = await opens(town, place, "Seidentuch Linde", "Ziel", "Ziel: ", "2", lasts="1 Woche")
    card = last(ana, "Silk Square Linden")
    await expect(card).to_contain_text("0 of 2 people", timeout=SLOW)

    url = await opens_card_page(town, ANA, place)
    bank = await ana.context.new_page()
    await bank.goto(url)
    await expect(bank.get_by_text("Nothing is charged now.").first).to_be_visible(timeout=SLOW)
    await expect(bank.get_by_text("parcel goes to the billing address")).to_be_visible(timeout=SLOW)
    await completes(town, url, **CONTACT)
    await expect(last(ana, "1 of 2 people")).to_be_visible(timeout=SLOW)
    await completes(town, await opens_card_page(town, OLIVIA, place), **CONTACT, card=FAILS_LATER)
    await expect(last(ana, "2 of 2 people")).to_be_visible(timeout=SLOW)
    await ends(greta)

    olivia = town.person(OLIVIA)
    # She never started the bot, so her group is told; what the button shows she alone sees.
    await expect(last(ana, "was refused. If it may be yours")).to_be_visible(timeout=SLOW)
    await photograph(ana, "group-buy-collecting")
    await olivia.taps("Show", place)
    await olivia.finds("Your seat in", place)
    await olivia.taps("Pay ", place)
    await olivia.finds("opens the payment page", place)
    opened = await olivia.taps("Pay ", place)
    await completes(town, str(opened["url"]), name="Olivia", email="olivia@example.org")

    await expect(last(ana, "came true: 2 people get it")).to_be_visible(timeout=SLOW)
