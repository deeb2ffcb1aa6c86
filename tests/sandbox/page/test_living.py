"""Chat list, persons, keyboard, narrow screens, looks, broken connections."""

import asyncio
import re

import pytest
from playwright.async_api import Route, expect

from tests.sandbox.page.conftest import Server, Visit
from tests.sandbox.page.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_unread_messages_are_counted_until_they_are_seen(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    other = await town.group("Cooks", ana, ben)
    await town.says(ana, other, "mine")
    page = await visit(ana, other)

    await town.says(ben, group, "one")
    await town.says(ben, group, "two")
    row = page.locator(f".chat-row[data-chat='{group}']")
    await expect(row.locator(".badge")).to_have_text("2")
    await expect(page).to_have_title(re.compile(r"^\(2\) Ana"))
    await expect(page.locator(".chat-row").first).to_contain_text("Hikers")

    await row.click()
    await expect(page.locator(".unread-line")).to_be_visible()
    await expect(row.locator(".badge")).to_have_count(0)
    await expect(page).to_have_title(re.compile("^Ana"))


async def test_news_that_overtakes_the_list_of_chats_stays_on_top(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    other = await town.group("Cooks", ana, ben)
    await town.says(ana, other, "mine")
    page = await visit(ana, other)

    async def comes_late(route: Route) -> None:
        answer = await route.fetch()
        await town.says(ben, group, "one")
        await asyncio.sleep(1)
        await route.fulfill(response=answer)

    await page.route(f"**/sim/people/{ana}/chats", comes_late)
    await page.reload()
    await expect(page.locator(".chat-row", has_text="Cooks")).to_be_visible()

    await expect(page.locator(".chat-row").first).to_contain_text("Hikers")
    await expect(page.locator(".chat-row .badge")).to_have_text("1")


async def test_new_messages_below_are_counted_on_the_button(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    for number in range(45):
        await town.says(ana, group, f"line {number}")
    page = await visit(ana, group)
    await expect(page.locator(".line").last).to_be_in_viewport()
    await page.locator(".scroller").evaluate("pane => { pane.scrollTop = 0; }")
    button = page.get_by_role("button", name="To the latest message")
    await expect(button).to_be_visible()

    await town.says(ben, group, "new down here")
    await expect(button.locator(".badge")).to_have_text("1")
    await expect(page.locator(".line").last).not_to_be_in_viewport()

    await button.click()
    await expect(page.locator(".line").last).to_be_in_viewport()
    await expect(button).to_be_hidden()


async def test_switching_persons_changes_the_eyes_and_the_language(
    town: Town, visit: Visit
) -> None:
    ana = await town.person("Ana")
    ben = await town.person("Ben", language_code="de")
    await town.group("Hikers", ana)
    await town.group("Köche", ben)
    page = await visit(ana)
    await expect(page.locator(".chat-row")).to_contain_text(["Hikers"])

    await page.get_by_role("button", name="Switch person").click()
    await page.get_by_role("link", name="Ben").click()

    await expect(page.locator(".me-name")).to_have_text("Ben")
    await expect(page.locator(".chat-row")).to_contain_text(["Köche"])
    await expect(page.get_by_role("searchbox")).to_have_attribute("placeholder", "Suchen")
    assert await page.evaluate("document.documentElement.lang") == "de"
    await page.go_back()
    await expect(page.locator(".me-name")).to_have_text("Ana")


async def test_a_new_person_is_made_and_starts_the_bot(town: Town, visit: Visit) -> None:
    page = await visit(await town.person("Ana"))

    await page.get_by_role("button", name="Switch person").click()
    await page.get_by_role("button", name="New person").click()
    await page.get_by_label("First name").fill("Zoë")
    await page.get_by_role("button", name="Create").click()
    await expect(page.locator(".me-name")).to_have_text("Zoë")

    await page.get_by_role("button", name="New chat").click()
    await page.get_by_role("button", name="Market stall").click()
    assert (await town.bot.hears("message"))["text"] == "/start"
    await expect(page.locator(".title-name")).to_have_text("Market stall")
    await expect(page.locator(".line.out .words")).to_have_text("/start")


async def test_a_refusal_is_seen_above_an_open_sheet(town: Town, visit: Visit) -> None:
    page = await visit(await town.person("Ana", username="taken"))

    await page.get_by_role("button", name="Switch person").click()
    await page.get_by_role("button", name="New person").click()
    await page.get_by_label("First name").fill("Zoë")
    await page.get_by_label("Username").fill("taken")
    await page.get_by_role("button", name="Create").click()

    await expect(page.locator(".toast")).to_contain_text("taken")
    above = """() => {
      const { left, top } = document.querySelector(".toasts").getBoundingClientRect();
      return document.querySelector(".toasts").matches(":popover-open") && left >= 0 && top >= 0;
    }"""
    assert await page.evaluate(above)
    await expect(page.get_by_role("dialog")).to_be_visible()


async def test_topics_are_tabs(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    forum = await town.group("Cooks", ana, ben, is_forum=True)
    pans = (await town.post(f"/sim/chats/{forum}/topics", by=ana, name="Pans"))["message_thread_id"]
    await town.says(ben, forum, "steel or iron?", thread=pans)
    await town.says(ben, forum, "good morning")
    page = await visit(ana, forum)
    await expect(page.locator(".line")).to_have_count(2)

    await page.get_by_role("link", name="Pans").click()
    await expect(page.locator(".line")).to_have_count(1)
    await page.get_by_role("combobox", name="Message").fill("iron!")
    await page.keyboard.press("Enter")

    await expect(page.locator(".line")).to_have_count(2)
    messages = await town.get(f"/sim/people/{ben}/chats/{forum}/messages?thread={pans}")
    assert messages["messages"][-1]["text"] == "iron!"
    assert messages["messages"][-1]["message_thread_id"] == pans


async def test_everything_can_be_done_by_keyboard(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    await town.group("Cooks", ana)
    hikers = await town.group("Hikers", ana, ben)
    await town.says(ben, hikers, "who is in?")
    page = await visit(ana)
    await expect(page.locator(".chat-row")).to_have_count(2)

    await page.keyboard.press("Control+k")
    await page.keyboard.type("hik")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="Message")).to_be_focused()
    await expect(page.locator(".line")).to_have_count(1)

    await page.locator(".history").focus()
    await page.keyboard.press("ArrowUp")
    await expect(page.locator(".line")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Reply")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.type("me")
    await page.keyboard.press("Enter")
    await expect(page.locator(".line.out .quoted")).to_contain_text("who is in?")

    await page.keyboard.press("Escape")
    await expect(page.get_by_text("Pick a chat", exact=True)).to_be_visible()
    await expect(page.locator(f".chat-row[data-chat='{hikers}']")).to_be_focused()


async def test_a_narrow_screen_shows_one_pane(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers with a rather long name, all of them", ana)
    await town.says(ana, group, "Donaudampfschifffahrtsgesellschaftskapitän" * 4)
    page = await visit(ana, size=(390, 800))
    await expect(page.locator(".right")).to_be_hidden()

    await page.locator(f".chat-row[data-chat='{group}']").click()
    await expect(page.locator(".left")).to_be_hidden()
    await expect(page.locator(".line")).to_be_visible()
    wide = "document.documentElement.scrollWidth > innerWidth"
    assert await page.evaluate(wide) is False

    await page.get_by_role("link", name="Back to the chats").click()
    await expect(page.locator(".left")).to_be_visible()
    await expect(page.locator(".right")).to_be_hidden()


async def test_dark_follows_the_system_and_the_switch(town: Town, visit: Visit) -> None:
    page = await visit(await town.person("Ana"), color_scheme="dark")
    paper = "getComputedStyle(document.querySelector('.left')).backgroundColor"
    dark = await page.evaluate(paper)

    await page.get_by_role("button", name="Dark mode").click()

    light = await page.evaluate(paper)
    assert light == "rgb(255, 255, 255)"
    assert dark != light
    await page.reload()
    await expect(page.locator(".left")).to_be_visible()
    assert await page.evaluate(paper) == light


async def test_a_lost_sandbox_is_told_and_nothing_is_missed(
    town: Town, visit: Visit, server: Server
) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    await town.says(ben, group, "before")
    page = await visit(ana, group)
    await expect(page.locator(".line")).to_have_count(1)
    await expect(page.locator(".offline")).to_be_hidden()

    await server.stop()
    await expect(page.locator(".offline")).to_be_visible()
    await expect(page.locator(".offline")).to_contain_text("does not answer")
    await page.get_by_role("combobox", name="Message").fill("kept")
    await page.keyboard.press("Enter")
    await expect(page.locator(".toast")).to_contain_text("does not answer")
    await expect(page.get_by_role("combobox", name="Message")).to_have_value("kept")
    await server.start()
    await town.says(ben, group, "meanwhile")

    await expect(page.locator(".line").last).to_contain_text("meanwhile", timeout=15000)
    await expect(page.locator(".line")).to_have_count(2)
    await expect(page.locator(".offline")).to_be_hidden()


async def test_an_empty_chat_has_kind_words(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    page = await visit(ana)

    await expect(page.get_by_text("No chats yet")).to_be_visible()
    private = town.bot_id
    await page.evaluate(f"location.hash = '{private}'")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(page.locator(".line.out .words")).to_have_text("/start")


async def test_hostile_names_and_links_stay_words(town: Town, visit: Visit) -> None:
    ana = await town.person("<img src=x onerror=alert(1)>", last_name="\u202eevil")
    ben = await town.person("Ben")
    group = await town.group("<script>alert(1)</script>", ana, ben)
    await town.says(ana, group, "javascript:alert(1) https://example.org")
    page = await visit(ben, group)

    await expect(page.locator(".title-name")).to_have_text("<script>alert(1)</script>")
    await expect(page.locator(".sender")).to_contain_text("<img src=x onerror=alert(1)>")
    assert await page.locator("a[href^='javascript']").count() == 0
    assert (
        await page.evaluate("document.querySelectorAll('.history img, .history script').length")
        == 0
    )


async def test_the_bench_moves_the_clock_and_lists_calls(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    await town.bot.call("sendMessage", chat_id=group, text="Good morning")
    page = await visit(ana, group)
    before = (await town.get("/sim/clock"))["now"]

    await page.get_by_role("button", name="Test bench").click()
    await page.get_by_role("button", name="+1 day").click()

    await expect(page.locator(".calls")).to_contain_text("sendMessage")
    await expect(page.locator(".day").first).to_have_text("Yesterday")
    assert (await town.get("/sim/clock"))["now"] >= before + 86400
