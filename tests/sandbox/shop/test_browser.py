"""The same sale on the chat page, in two windows: Olivia's, who buys, and Greta's, who sells."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.sandbox.shop.conftest import Look, Photograph
from tests.sandbox.shop.town import GRETA, OLIVIA, PRIVATE, DemoTown

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(900),
    pytest.mark.asyncio(loop_scope="session"),
]
SLOW = 120_000  # milliseconds: on a busy machine, in a group that hears 20 messages a minute


async def says(page: Page, text: str, *, box: str = "Message") -> None:
    await page.get_by_role("combobox", name=box).fill(text)
    await page.keyboard.press("Enter")


def last(page: Page, words: str) -> Locator:
    return page.locator(".line.in", has_text=words).last


async def taps(page: Page, label: str, *, below: str) -> None:
    await last(page, below).locator(".key", has_text=label).first.click()


async def test_a_sale_in_two_windows(town: DemoTown, look: Look, photograph: Photograph) -> None:
    market = await town.place("Sunday Market", "Shop talk")
    olivia, greta = await look(OLIVIA, market), await look(GRETA, PRIVATE)

    # Olivia asks, and sees a card with its picture.
    await says(olivia, "/shop linen shirt")
    card = last(olivia, "★ 4.3")
    await expect(card).to_be_visible(timeout=SLOW)
    await expect(card.locator("img").first).to_be_visible()
    await card.locator(".key", has_text="Buy").click()

    # Size and number are chosen where nobody else sees it.
    await expect(last(olivia, "Choose a size")).to_be_visible(timeout=SLOW)
    await photograph(olivia, "chat")
    await taps(olivia, "M", below="Choose a size")
    await taps(olivia, "sky", below="Choose a colour")
    choice = olivia.locator(".line.in", has=olivia.locator(".only-you")).last
    await expect(choice).to_contain_text("Only you", timeout=SLOW)
    pay = choice.locator(".key", has_text="Pay")
    await expect(pay).to_be_visible(timeout=SLOW)
    await pay.click()
    await taps(olivia, "I agree", below="Before your first payment")

    # The sheet asks where to send it, and how.
    await taps(olivia, "Pay", below="kept for you")
    sheet = olivia.get_by_role("dialog", name="Payment")
    await sheet.get_by_text("Use a sample").click()
    await sheet.locator(".pay-button").click()
    await sheet.get_by_text("Express delivery").click()
    await sheet.locator(".pay-button").click()
    await expect(sheet.locator(".outcome-title")).to_have_text("Paid", timeout=SLOW)
    await sheet.get_by_role("button", name="Done").click()
    await expect(last(olivia, "Somebody here bought")).to_be_visible(timeout=SLOW)

    # Greta's window hears of it by itself; she sends it and takes it back.
    await taps(greta, "Verschicken", below="Neue Bestellung")
    await taps(greta, "Ohne Nummer verschickt", below="Antworte auf diese Nachricht")
    await olivia.get_by_role("link", name="Tuan").click()
    await expect(last(olivia, "is on its way, Lindenfaden says")).to_be_visible(timeout=SLOW)

    await taps(greta, "Rückzahlung", below="Summe")
    await taps(greta, "zurückzahlen …", below="Rückzahlung für Bestellung")
    await taps(greta, "Ja, ", below="zurückzahlen?")
    await expect(last(olivia, "gives you back")).to_be_visible(timeout=SLOW)
