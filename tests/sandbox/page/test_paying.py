import pytest
from playwright.async_api import Page, expect

from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Json, Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

STOVE = {
    "title": "Camp stove",
    "description": "Two burners.",
    "payload": "deal-1",
    "provider_token": "284685063:TEST:shop",
    "currency": "EUR",
    "prices": [{"label": "Stove", "amount": 3950}],
}
STARS = {
    **STOVE,
    "provider_token": "",
    "currency": "XTR",
    "prices": [{"label": "E-book", "amount": 40}],
}


async def shown_invoice(town: Town, visit: Visit, invoice: Json, **person: object) -> Page:
    ana = await town.person("Ana", **person)
    group = await town.group("Hikers", ana)
    await town.bot.call("sendInvoice", chat_id=group, **invoice)
    page = await visit(ana, group)
    await page.locator(".key-pay").click()
    await expect(page.get_by_role("dialog", name="Payment")).to_be_visible()
    return page


async def approve(town: Town, *, ok: bool = True, **more: object) -> Json:
    query = await town.bot.hears("pre_checkout_query")
    await town.bot.call("answerPreCheckoutQuery", pre_checkout_query_id=query["id"], ok=ok, **more)
    return query


async def test_a_card_pays(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STOVE)

    await page.locator(".pay-button", has_text="Pay €39.50").click()
    query = await approve(town)

    await expect(page.locator(".outcome-title")).to_have_text("Paid")
    await page.get_by_role("button", name="Done").click()
    await page.get_by_role("link", name="Market stall").click()
    await expect(page.locator(".service.paid")).to_have_text("You paid €39.50")
    assert query["total_amount"] == 3950
    [charge] = await town.get("/sim/audit")
    assert (charge["kind"], charge["amount"], charge["currency"]) == ("charge", 3950, "EUR")


async def test_a_declined_card_may_be_changed(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STOVE)

    await page.get_by_text("4000 0000 0000 0002").click()
    await page.locator(".pay-button", has_text="Pay €39.50").click()
    await approve(town)
    await expect(page.locator(".outcome-title")).to_have_text("The card was declined")
    assert await town.get("/sim/audit") == []

    await page.get_by_role("button", name="Try again").click()
    await page.get_by_text("4242 4242 4242 4242").click()
    await page.locator(".pay-button", has_text="Pay €39.50").click()
    await approve(town)
    await expect(page.locator(".outcome-title")).to_have_text("Paid")


@pytest.mark.parametrize(
    ("press", "title", "charges"),
    [("Approve", "Paid", 1), ("Reject", "The card was declined", 0)],
)
async def test_a_bank_that_asks(
    town: Town, visit: Visit, press: str, title: str, charges: int
) -> None:
    page = await shown_invoice(town, visit, STOVE)

    await page.get_by_text("4000 0027 6000 3184").click()
    await page.locator(".pay-button", has_text="Pay €39.50").click()
    await approve(town)
    await expect(page.locator(".bank-sum")).to_have_text("€39.50")
    await page.get_by_role("button", name=press).click()

    await expect(page.locator(".outcome-title")).to_have_text(title)
    assert len(await town.get("/sim/audit")) == charges


async def test_the_shop_refuses_in_its_own_words(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STOVE)

    await page.locator(".pay-button", has_text="Pay €39.50").click()
    await approve(town, ok=False, error_message="The last one was just sold.")

    await expect(page.locator(".outcome")).to_contain_text("The last one was just sold.")
    assert await town.get("/sim/audit") == []


async def test_a_delivery_is_chosen_and_a_tip_is_added(town: Town, visit: Visit) -> None:
    wishes = {
        "need_name": True,
        "need_shipping_address": True,
        "is_flexible": True,
        "max_tip_amount": 1000,
        "suggested_tip_amounts": [100, 300],
    }
    page = await shown_invoice(town, visit, {**STOVE, **wishes})
    next_step = page.locator(".pay-button")

    await next_step.click()
    await expect(page.locator("#complaint-name")).to_have_text("Please fill this in.")
    await expect(page.locator("input[name=name]")).to_be_focused()
    await page.get_by_role("button", name="Use a sample").click()
    await page.locator("input[name=country_code]").fill("Sweden")
    await page.locator("input[name=country_code]").fill("S1")
    await next_step.click()
    await expect(page.locator("#complaint-country_code")).to_contain_text("Two letters")
    await page.locator("input[name=country_code]").fill("se")

    await next_step.click()
    shipping = await town.bot.hears("shipping_query")
    assert shipping["shipping_address"]["country_code"] == "SE"
    option = {"id": "std", "title": "Standard", "prices": [{"label": "Shipping", "amount": 490}]}
    await town.bot.call(
        "answerShippingQuery", shipping_query_id=shipping["id"], ok=True, shipping_options=[option]
    )
    await expect(page.get_by_role("radio", name="Standard")).to_be_checked()
    await page.get_by_role("button", name="€3.00").click()
    await expect(next_step).to_have_text("Pay €47.40")
    await next_step.click()
    query = await approve(town)

    await expect(page.locator(".outcome-title")).to_have_text("Paid")
    assert query["shipping_option_id"] == "std"
    assert query["total_amount"] == 3950 + 490 + 300


@pytest.mark.parametrize(
    ("names", "country", "email"),
    [
        (
            {"first_name": "Ben", "last_name": "Winter", "language_code": "de-AT"},
            "AT",
            "ben.winter@example.org",
        ),
        (
            {"first_name": "陈晓", "username": "chenxiao", "language_code": "zh"},
            "CN",
            "chenxiao@example.org",
        ),
    ],
)
async def test_the_sample_is_hers_who_pays(
    town: Town, visit: Visit, names: Json, country: str, email: str
) -> None:
    payer = await town.person(**names)
    group = await town.group("Hikers", payer)
    wishes = {"need_name": True, "need_email": True, "need_shipping_address": True}
    await town.bot.call("sendInvoice", chat_id=group, **{**STOVE, **wishes})
    page = await visit(payer, group)
    await page.locator(".key-pay").click()

    await page.locator(".pay-part-head .inline-action").click()

    name = " ".join(names[part] for part in ("first_name", "last_name") if part in names)
    await expect(page.locator("input[name=name]")).to_have_value(name)
    await expect(page.locator("input[name=email]")).to_have_value(email)
    await expect(page.locator("input[name=country_code]")).to_have_value(country)


async def test_stars_show_the_balance(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STARS, stars=50)

    await expect(page.locator(".balance")).to_contain_text("50")
    await page.locator(".pay-button", has_text="Pay ⭐ 40").click()
    await approve(town)

    await expect(page.locator(".outcome-title")).to_have_text("Paid")
    await expect(page.locator(".outcome")).to_contain_text("10")
    await page.get_by_role("button", name="Done").click()
    await expect(page.locator(".me-stars")).to_have_text("⭐ 10")


async def test_too_few_stars_cannot_be_spent(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STARS, stars=39)

    await expect(page.locator(".pay-button")).to_be_disabled()
    await expect(page.get_by_text("You do not have enough Stars for this.")).to_be_visible()


async def test_escape_closes_the_sheet_and_nothing_is_paid(town: Town, visit: Visit) -> None:
    page = await shown_invoice(town, visit, STOVE)

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog", name="Payment")).to_have_count(0)
    await expect(page.locator(".key-pay")).to_be_focused()
    assert await town.get("/sim/audit") == []
