"""The less common things: albums, forwarding, pinning, inline mode, links, Mini Apps."""

import json
import re

import pytest
from playwright.async_api import FilePayload, Route, expect

from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_several_pictures_make_an_album(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    hers, his = await visit(ana, group), await visit(ben, group)
    picture = await hers.screenshot(type="png")
    files = [FilePayload(name=f"{n}.png", mimeType="image/png", buffer=picture) for n in range(3)]

    await hers.locator("input[type=file]").set_input_files(files)
    await expect(hers.locator(".attachments li")).to_have_count(3)
    await hers.get_by_role("button", name="Remove 0.png").click()
    await hers.get_by_role("combobox", name="Message").fill("two views")
    await hers.keyboard.press("Enter")

    await expect(his.locator(".album.of-2 .picture")).to_have_count(2)
    await expect(his.locator(".line")).to_have_count(1)
    await expect(his.locator(".line .words")).to_have_text("two views")


async def test_a_dropped_file_is_sent_as_a_document(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    hers, his = await visit(ana, group), await visit(ben, group)

    drop = """() => {
      const files = new DataTransfer();
      files.items.add(new File(["socks"], "packing.txt", { type: "text/plain" }));
      const event = new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true });
      document.querySelector(".right").dispatchEvent(event);
    }"""
    await hers.evaluate(drop)
    await hers.get_by_role("button", name="Send").click()

    chip = his.locator(".file-chip")
    await expect(chip).to_contain_text("packing.txt")
    async with his.expect_download() as download:
        await chip.click()
    assert (await (await download.value).path()).read_text() == "socks"


async def test_a_message_is_forwarded(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    hikers, cooks = await town.group("Hikers", ana), await town.group("Cooks", ana)
    await town.says(ana, hikers, "look at this")
    page = await visit(ana, hikers)

    await page.locator(".line .bubble").click(button="right")
    await page.get_by_role("menuitem", name="Forward").click()
    await page.get_by_role("dialog").get_by_role("button", name="Cooks").click()

    await expect(page.locator(".toast")).to_have_text("Forwarded to Cooks.")
    await page.locator(f".chat-row[data-chat='{cooks}']").click()
    await expect(page.locator(".forwarded")).to_have_text("Forwarded from Ana")
    await expect(page.locator(".line .words")).to_have_text("look at this")


async def test_a_message_is_pinned_and_unpinned(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    await town.says(ana, group, "Sunday at nine")
    hers, his = await visit(ana, group), await visit(ben, group)

    await hers.locator(".line .bubble").click(button="right")
    await hers.get_by_role("menuitem", name="Pin").click()
    await expect(his.locator(".pinned-bar")).to_contain_text("Sunday at nine")
    await expect(his.locator(".service").last).to_have_text("Ana pinned a message")

    await hers.locator(".line .bubble").click(button="right")
    await hers.get_by_role("menuitem", name="Unpin").click()
    await expect(his.locator(".pinned-bar")).to_have_count(0)


async def test_inline_results_are_offered_and_sent(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    page = await visit(ana, group)

    await page.get_by_role("combobox", name="Message").fill("@stall_bot boots")
    query = await town.bot.hears("inline_query")
    assert query["query"] == "boots"
    result = {
        "type": "article",
        "id": "1",
        "title": "Ridge Walker",
        "description": "€109.00",
        "input_message_content": {"message_text": "Ridge Walker, €109.00"},
    }
    await town.bot.call("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await expect(page.get_by_role("option")).to_contain_text(["Ridge Walker"])
    await page.keyboard.press("Enter")

    await expect(page.locator(".line.out .words")).to_have_text("Ridge Walker, €109.00")
    await expect(page.locator(".line.out")).to_have_count(1)
    await expect(page.get_by_role("combobox", name="Message")).to_have_value("")


async def test_a_link_into_the_bot_starts_it(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    keyboard = {
        "inline_keyboard": [[{"text": "My cart", "url": "https://t.me/stall_bot?start=cart"}]]
    }
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=keyboard)
    page = await visit(ana, group)

    await page.get_by_role("button", name="My cart").click()

    await expect(page.locator(".title-name")).to_have_text("Market stall")
    await expect(page.locator(".line.out .words")).to_have_text("/start cart")


async def test_an_invoice_link_opens_the_sheet(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    private = await town.starts(ana)
    link = await town.bot.call(
        "createInvoiceLink",
        title="Camp stove",
        description="Two burners.",
        payload="deal-2",
        provider_token="284685063:TEST:shop",
        currency="EUR",
        prices=[{"label": "Stove", "amount": 3950}],
    )
    keyboard = {"inline_keyboard": [[{"text": "Pay privately", "url": link}]]}
    await town.bot.call("sendMessage", chat_id=ana, text="Here", reply_markup=keyboard)
    page = await visit(ana, private)

    await page.get_by_role("button", name="Pay privately").click()

    await expect(page.get_by_role("dialog", name="Payment")).to_contain_text("Camp stove")


async def test_a_mini_app_opens_in_a_frame_and_closes_itself(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    private = await town.starts(ana)
    app = {"text": "Shop", "web_app": {"url": "https://shop.example/app"}}
    keyboard = {"inline_keyboard": [[app]]}
    await town.bot.call("sendMessage", chat_id=ana, text="Come in", reply_markup=keyboard)
    page = await visit(ana, private)
    leave = json.dumps({"eventType": "web_app_close"})

    async def serve(route: Route) -> None:
        goodbye = f'parent.postMessage({json.dumps(leave)}, "*")'
        body = f"<p>open</p><button onclick='{goodbye}'>x</button>"
        await route.fulfill(content_type="text/html", body=body)

    await page.route("https://shop.example/**", serve)
    await page.get_by_role("button", name="Shop").click()
    frame = page.frame_locator("iframe.web-app")
    await expect(frame.get_by_text("open")).to_be_visible()
    await frame.get_by_role("button").click()

    await expect(page.locator("iframe")).to_have_count(0)


async def test_a_whisper_may_replace_the_card_for_one(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    buy = {"inline_keyboard": [[{"text": "Buy", "callback_data": "buy"}]]}
    await town.bot.call("sendMessage", chat_id=group, text="Boots", reply_markup=buy)
    await town.says(ben, group, "nice ones")
    hers, his = await visit(ana, group), await visit(ben, group)
    await expect(hers.locator(".line")).to_have_count(2)

    await hers.get_by_role("button", name="Buy").click()
    query = await town.bot.hears("callback_query")
    to_her = {
        "receiver_user_id": ana,
        "callback_query_id": query["id"],
        "replace_callback_query_message": True,
    }
    whisper = await town.bot.call(
        "sendMessage", chat_id=group, text="Which size?", ephemeral_message_parameters=to_her
    )
    await town.bot.answers(query)
    await expect(hers.locator(".line").first).to_contain_text("Which size?")
    await expect(hers.locator(".line")).to_have_count(2)
    await expect(his.locator(".line").first).to_contain_text("Boots")

    await town.bot.call(
        "deleteEphemeralMessage",
        chat_id=group,
        receiver_user_id=ana,
        ephemeral_message_id=whisper["ephemeral_message_id"],
    )
    await expect(hers.locator(".line").first).to_contain_text("Boots")


async def test_somebody_typing_is_seen(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    group = await town.group("Hikers", ana)
    page = await visit(ana, group)
    await expect(page.locator(".subtitle")).to_have_text("2 members")

    await town.bot.call("sendChatAction", chat_id=group, action="typing")

    await expect(page.locator(".subtitle")).to_contain_text("Market stall is typing")
    await expect(page.locator(".chat-row .row-typing")).to_contain_text("Market stall is typing")
    await town.bot.call("sendMessage", chat_id=group, text="There")
    await expect(page.locator(".subtitle")).to_have_text("2 members")


async def test_a_group_that_grows_up_is_followed(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    small = await town.post("/sim/chats", type="group", title="Flat", owner=ana, members=[])
    page = await visit(ana, small["id"])
    await expect(page.locator(".title-name")).to_have_text("Flat")

    grown = await town.post(f"/sim/chats/{small['id']}/migrate")

    await expect(page).to_have_url(re.compile(f"#{grown['id']}$"))
    await expect(page.locator(".chat-row")).to_have_count(1)
    await page.get_by_role("combobox", name="Message").fill("still here")
    await page.keyboard.press("Enter")
    await expect(page.locator(".line.out .words")).to_have_text("still here")
