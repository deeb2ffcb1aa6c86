"""Each kind of group-buy on the running demo, to its end; one window looks on."""

from typing import Final

import pytest
from playwright.async_api import expect

from tests.sandbox.shop.conftest import Look, Photograph
from tests.sandbox.shop.test_browser import SLOW, last
from tests.sandbox.shop.town import ANA, BEN, GRETA, OLIVIA, PRIVATE, DemoTown, Person, Place, buttons

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(900),
    pytest.mark.asyncio(loop_scope="session"),
]
WORDS: Final = {
    ANA: ("Join", "Pay", "I agree"),
    OLIVIA: ("Join", "Pay", "I agree"),
    BEN: ("Join", "zahlen", "Einverstanden"),
}


async def opens(town: DemoTown, place: Place, product: str, kind: str, *answers: str) -> Person:
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
    await greta.taps("Einstellen", PRIVATE)
    await greta.finds("Verwalten", PRIVATE)
    return greta


async def pays(town: DemoTown, number: int, place: Place) -> None:
    """Go on from a seat that is held."""
    person = town.person(number)
    _, pay, agree = WORDS[number]
    await person.taps(pay, place)
    asked = await person.finds(agree, place) if await _is_asked(person, agree, place) else None
    if asked is not None:
        await person.taps(agree, place)
    paid = await person.pays(pay, place)
    assert paid["status"] == "paid", paid


async def joins(town: DemoTown, number: int, place: Place) -> None:
    await town.person(number).taps(WORDS[number][0], place)
    await pays(town, number, place)


async def ends(greta: Person) -> None:
    await greta.taps("Verwalten", PRIVATE)
    await greta.taps("Jetzt beenden", PRIVATE)
    await greta.taps("Ja, beenden", PRIVATE)


async def _is_asked(person: Person, agree: str, place: Place) -> bool:
    """Her first payment asks for the terms, later ones do not: wait for whatever comes."""
    for _ in range(200):
        newest = (await person.sees(place))[-1]
        labels = " ".join(buttons(newest))
        if agree in labels:
            return True
        if newest["seen"]["ephemeral"] and len(buttons(newest)) <= 2:  # noqa: PLR2004
            return False
        await town_waits()
    raise AssertionError("Nothing came after the tap on Pay")
