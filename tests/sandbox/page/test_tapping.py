import pytest
from playwright.async_api import expect

from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BUY = {"inline_keyboard": [[{"text": "Buy", "callback_data": "buy"}]]}


async def test_a_pressed_button_waits_and_then_says_the_toast(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=BUY)
    page = await visit(ana, group)
    button = page.get_by_role("button", name="Buy")

    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await town.bot.hears("callback_query")
    assert query["data"] == "buy"
    await town.bot.answers(query, "In your basket.")

    await expect(page.locator(".toast")).to_have_text("In your basket.")
    await expect(button).to_have_attribute("aria-busy", "false")


async def test_an_alert_stays_until_it_is_read(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=BUY)
    page = await visit(ana, group)

    await page.get_by_role("button", name="Buy").click()
    await town.bot.answers(await town.bot.hears("callback_query"), "Sold out.", show_alert=True)

    alert = page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Sold out.")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_an_ephemeral_message_is_seen_by_one_alone(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=BUY)
    hers, his = await visit(ana, group), await visit(ben, group)

    await hers.get_by_role("button", name="Buy").click()
    query = await town.bot.hears("callback_query")
    to_her = {"receiver_user_id": ana, "callback_query_id": query["id"]}
    await town.bot.call(
        "sendMessage", chat_id=group, text="Which size?", ephemeral_message_parameters=to_her
    )
    await town.bot.answers(query)

    whisper = hers.locator(".line.ephemeral")
    await expect(whisper).to_contain_text("Only you see this")
    await expect(whisper.locator(".words")).to_have_text("Which size?")
    await town.bot.call("sendMessage", chat_id=group, text="Heard by all")
    await expect(his.locator(".line").last).to_contain_text("Heard by all")
    await expect(his.locator(".line")).to_have_count(2)
    await expect(hers.locator(".line")).to_have_count(3)


async def test_a_disabled_button_cannot_be_pressed(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    keyboard = {"inline_keyboard": [[{"text": "Sold out", "disabled": {}}]]}
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=keyboard)
    page = await visit(ana, group)

    await expect(page.get_by_role("button", name="Sold out")).to_be_disabled()


async def test_an_edited_card_changes_where_it_stands(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    card = await town.bot.call("sendMessage", chat_id=group, text="1 of 3 joined")
    await town.says(ana, group, "nice")
    page = await visit(ana, group)
    await expect(page.locator(".line")).to_have_count(2)

    await town.bot.call(
        "editMessageText", chat_id=group, message_id=card["message_id"], text="2 of 3 joined"
    )

    await expect(page.locator(".line").first).to_contain_text("2 of 3 joined")
    await expect(page.locator(".line")).to_have_count(2)


async def test_a_command_is_completed_and_sent(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    commands = [
        {"command": "shop", "description": "Find a product"},
        {"command": "orders", "description": "Your orders"},
    ]
    await town.bot.call("setMyCommands", commands=commands)
    group = await town.group("Hikers", ana)
    page = await visit(ana, group)

    await page.get_by_role("button", name="Commands").click()
    await expect(page.get_by_role("option")).to_have_count(2)
    await page.keyboard.type("or")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")

    await expect(page.locator(".line.out .words")).to_have_text("/orders")
    while (message := await town.bot.hears("message")).get("text") != "/orders":
        pass
    assert message["entities"][0]["type"] == "bot_command"


async def test_a_reply_keyboard_speaks_for_her(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    private = await town.starts(ana)
    markup = {"keyboard": [[{"text": "My orders"}]], "resize_keyboard": True}
    await town.bot.call("sendMessage", chat_id=ana, text="Hello", reply_markup=markup)
    page = await visit(ana, private)

    await page.get_by_role("button", name="My orders").click()
    await expect(page.locator(".line.out").last).to_contain_text("My orders")

    gone = {"remove_keyboard": True}
    await town.bot.call("sendMessage", chat_id=ana, text="Bye", reply_markup=gone)
    await expect(page.get_by_role("button", name="My orders")).to_have_count(0)


async def test_a_forced_reply_begins_by_itself(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    private = await town.starts(ana)
    page = await visit(ana, private)

    markup = {"force_reply": True, "input_field_placeholder": "Your city"}
    asked = await town.bot.call("sendMessage", chat_id=ana, text="Where?", reply_markup=markup)
    await expect(page.locator(".about")).to_contain_text("Where?")
    await page.get_by_role("combobox").fill("Malmö")
    await page.keyboard.press("Enter")

    while (message := await town.bot.hears("message")).get("text") != "Malmö":
        pass
    assert message["reply_to_message"]["message_id"] == asked["message_id"]


async def test_a_forced_reply_begins_when_the_chat_is_opened_later(
    town: Town, visit: Visit
) -> None:
    ana = await town.person("Ana")
    private = await town.starts(ana)
    markup = {"force_reply": True}
    await town.bot.call("sendMessage", chat_id=ana, text="Where?", reply_markup=markup)

    page = await visit(ana, private)

    await expect(page.locator(".about")).to_contain_text("Where?")


async def test_marks_in_a_text_are_drawn(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    text = (
        "<b>bold <i>both</i></b> <code>x &lt; y</code> <tg-spoiler>secret</tg-spoiler> "
        '<a href="https://example.org/a">link</a> <blockquote>quoted</blockquote>'
    )
    await town.bot.call("sendMessage", chat_id=group, text=text, parse_mode="HTML")
    page = await visit(ana, group)

    words = page.locator(".line .words")
    await expect(words.locator("strong em")).to_have_text("both")
    await expect(words.locator("code")).to_have_text("x < y")
    await expect(words.locator("blockquote")).to_have_text("quoted")
    await expect(words.locator("a")).to_have_attribute("href", "https://example.org/a")
    await expect(words.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    await words.locator(".spoiler").click()
    await expect(words.locator(".spoiler.shown")).to_have_text("secret")


async def test_a_rich_message_has_its_table_and_its_buttons(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    cell = {"align": "left", "valign": "top"}
    rich = {
        "blocks": [
            {"type": "heading", "text": "Compare", "size": 2},
            {"type": "table", "cells": [[{"text": "480 g", **cell}, {"text": "390 g", **cell}]]},
            {
                "type": "details",
                "summary": "Care",
                "blocks": [{"type": "paragraph", "text": "Wax it."}],
            },
            {"type": "buttons", "buttons": [{"text": "Choose", "callback_data": "choose"}]},
        ]
    }
    await town.bot.call("sendRichMessage", chat_id=group, rich_message=rich)
    page = await visit(ana, group)

    await expect(page.get_by_role("heading", name="Compare")).to_be_visible()
    await expect(page.locator(".rich td")).to_have_text(["480 g", "390 g"])
    await page.get_by_text("Care").click()
    await expect(page.get_by_text("Wax it.")).to_be_visible()
    await page.get_by_role("button", name="Choose").click()
    query = await town.bot.hears("callback_query")
    assert query["data"] == "choose"
    await town.bot.answers(query, "Chosen.")
    await expect(page.locator(".toast")).to_have_text("Chosen.")
