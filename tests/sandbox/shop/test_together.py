"""Each kind of group-buy on the running demo, to its end; one window looks on.

Its people accept terms and keep what they bought, so these come after the other stories.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.async_api import Locator, expect

from tests.sandbox.shop.conftest import Look, Photograph
from tests.sandbox.shop.test_browser import SLOW, last
from tests.sandbox.shop.town import (
    ANA,
    BEN,
    GRETA,
    OLIVIA,
    PATIENCE,
    PRIVATE,
    DemoTown,
    Person,
    Place,
    buttons,
    text_of,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(900),
    pytest.mark.asyncio(loop_scope="session"),
]


HOME: Final = {
    "name": "Ana Silva",
    "address": {
        "line1": "Lindenstraße 7",
        "postal_code": "04103",
        "city": "Leipzig",
        "country": "DE",
    },
}


@dataclass(frozen=True)
class Words:
    """What somebody's buttons and messages say in her language."""

    join: str
    kept: str
    reserve: str
    agree: str
    waits: str
    is_in: str


ENGLISH = Words(
    "Join", "Your seat is kept", "Reserve", "I agree", "your seat waits", "You are in: "
)
# The card speaks the group's language, her own seat speaks hers.
GERMAN = Words(
    "Join", "Dein Platz ist", "reservieren", "Einverstanden", "dein Platz wartet", "Du bist dabei: "
)
WORDS: Final = {ANA: ENGLISH, OLIVIA: ENGLISH, BEN: GERMAN}


async def opens(
    town: DemoTown, place: Place, product: str, kind: str, *answers: str, lasts: str = ""
) -> Person:
    """Greta makes a deal: in the topic, then in private, where she answers what is asked."""
    greta = town.person(GRETA)
    await greta.says("/groupbuy", place)
    link = await greta.taps("Privaten Chat", place)
    await town.ask("POST", f"/sim/people/{GRETA}/open", url=link["url"])
    await greta.taps(product, PRIVATE)
    await greta.taps(kind, PRIVATE)
    for button, answer in zip(answers[::2], answers[1::2], strict=True):
        await greta.taps(button, PRIVATE)
        await greta.says(answer, PRIVATE)
        await greta.finds("Einstellen", PRIVATE)
    if lasts:
        await greta.taps(lasts, PRIVATE)
        await greta.finds(f"✓ {lasts}", PRIVATE)
    await greta.taps("Einstellen", PRIVATE)
    await greta.finds("Verwalten", PRIVATE)
    return greta


async def opens_page(town: DemoTown, number: int, place: Place) -> str:
    """Go on from a seat that is held; the very first time the terms come before."""
    person, words = town.person(number), WORDS[number]
    await person.taps(words.reserve, place)
    if await hears_next(person, place, words.agree, words.waits) == words.agree:
        await person.taps(words.agree, place)
        await person.finds(words.waits, place)
    opened = await person.taps(words.reserve, place)
    assert opened["kind"] == "url", opened
    return str(opened["url"])


async def leaves_card(town: DemoTown, number: int, page: str, place: Place) -> None:
    """Fill in the bank's page; nothing is charged, and the bot hears of it."""
    person = town.person(number)
    before = await _seats(person, number, place)
    session = page.rpartition("/")[2]
    path = f"/sim/stripe/checkout_sessions/{session}/complete"
    contact = {"name": "Ana Silva", "email": "ana@example.org", "phone": "+4915112345678"}
    await town.ask("POST", path, **contact, shipping=HOME)
    for _ in range(1200):
        if await _seats(person, number, place) - before:
            return
        await asyncio.sleep(0.1)
    raise AssertionError([text_of(message) for message in await person.sees(place)])


async def _seats(person: Person, number: int, place: Place) -> set[str]:
    """Which messages say that she is in: older ones fall out of what is read."""
    seen = await person.sees(place)
    return {one["seen"]["key"] for one in seen if WORDS[number].is_in in text_of(one)}


async def joins(
    town: DemoTown, number: int, place: Place, *, join: str = "", choose: str = ""
) -> None:
    person, words = town.person(number), WORDS[number]
    await person.taps(join or words.join, place)
    await person.finds(words.kept, place)
    if choose:
        await person.taps(choose, place)
    await leaves_card(town, number, await opens_page(town, number, place), place)


async def ends(greta: Person) -> None:
    await greta.taps("Verwalten", PRIVATE)
    await greta.taps("Jetzt beenden", PRIVATE)
    await greta.taps("Ja, beenden", PRIVATE)


async def hears_next(person: Person, place: Place, *awaited: str) -> str:
    """Wait for the newest message that only she sees to say one of these."""
    shown = ""
    for _ in range(PATIENCE * 10):
        newest = await person.newest(place)
        shown = " ".join((text_of(newest), *buttons(newest)))
        for words in awaited:
            if words in shown:
                return words
        await asyncio.sleep(0.1)
    raise AssertionError(shown)


async def is_over(card: Locator) -> None:
    """The card follows its news: the group may be at its limit of messages and edits."""
    await expect(card.locator(".key", has_text="Over")).to_be_visible(timeout=SLOW)


async def test_a_goal_in_the_browser(town: DemoTown, look: Look, photograph: Photograph) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana = await look(ANA, place)
    greta = await opens(town, place, "Seidentuch Linde", "Ziel", "Ziel: ", "2")

    card = last(ana, "Silk Square Linden")
    await expect(card).to_contain_text("0 of 2 people", timeout=SLOW)
    await card.locator(".key", has_text="Join").click()
    seat = ana.locator(".line.in", has=ana.locator(".only-you")).last
    await expect(seat).to_contain_text("Your seat is kept for", timeout=SLOW)
    await photograph(ana, "group-buy-seat")
    url = await opens_page(town, ANA, place)
    bank = await ana.context.new_page()
    await bank.goto(url)
    await expect(bank.get_by_text("Silk Square Linden").first).to_be_visible(timeout=SLOW)
    await photograph(bank, "group-buy-bank")
    await leaves_card(town, ANA, url, place)
    await joins(town, BEN, place)

    await expect(last(ana, "The goal is reached")).to_be_visible(timeout=SLOW)
    await ends(greta)
    await expect(last(ana, "came true: 2 people get it")).to_be_visible(timeout=SLOW)
    await is_over(last(ana, "2 of 2 people"))
    await photograph(ana, "group-buy-goal")
    await greta.finds("Er hat geklappt. 2 Käufer", PRIVATE)


async def test_a_ladder_gives_the_difference_back(
    town: DemoTown, look: Look, photograph: Photograph
) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana = await look(ANA, place)
    answers = ("Ziel: ", "2", "Weitere Preise", "3 = 50")
    greta = await opens(town, place, "Seidentuch Linde", "Leiter", *answers)

    for number in (ANA, BEN, OLIVIA):
        await joins(town, number, place)
    await expect(last(ana, "3 of 3 people")).to_be_visible(timeout=SLOW)
    await ends(greta)

    await expect(last(ana, "3 people get it for €50.00 each")).to_be_visible(timeout=SLOW)
    await is_over(last(ana, "3 of 3 people"))
    await photograph(ana, "group-buy-ladder")


async def test_whole_cases_are_filled(town: DemoTown, look: Look, photograph: Photograph) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana = await look(ANA, place)
    greta = await opens(town, place, "Seidentuch Linde", "Kiste", "Ziel: ", "2")

    await joins(town, ANA, place)
    await joins(town, OLIVIA, place)
    await expect(last(ana, "2 of 2 pieces")).to_be_visible(timeout=SLOW)
    await ends(greta)

    await expect(last(ana, "came true: 2 people get it")).to_be_visible(timeout=SLOW)
    await is_over(last(ana, "2 of 2 pieces"))
    await photograph(ana, "group-buy-case")


async def test_a_team_fills_up(town: DemoTown, look: Look, photograph: Photograph) -> None:
    place = await town.place("Sunday Market", "Group buys")
    ana = await look(ANA, place)
    await opens(town, place, "Einkaufstasche", "Team", "Ziel: ", "2")

    await joins(town, ANA, place, join="Start a team", choose="natural")
    await expect(last(ana, "1 team is looking for people")).to_be_visible(timeout=SLOW)
    await photograph(ana, "group-buy-team")
    await joins(town, OLIVIA, place, join=" · 1/2", choose="natural")

    await expect(last(ana, "A team for")).to_be_visible(timeout=SLOW)
