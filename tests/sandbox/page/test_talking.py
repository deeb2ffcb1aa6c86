import re

import pytest
from playwright.async_api import FilePayload, expect

from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_one_says_the_other_reads_at_once(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    hers, his = await visit(ana, group), await visit(ben, group)

    await hers.get_by_role("combobox", name="Message").fill("<i>hello</i> שלום")
    await hers.keyboard.press("Enter")

    for page in (hers, his):
        await expect(page.locator(".line .words")).to_have_text("<i>hello</i> שלום")
    await expect(hers.locator(".line.out")).to_have_count(1)
    await expect(his.locator(".line.in .sender")).to_contain_text("Ana")
    assert await his.locator(".words i").count() == 0
    await expect(hers.get_by_role("combobox", name="Message")).to_have_value("")


async def test_shift_and_enter_begin_a_new_line(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    page = await visit(ana, await town.group("Hikers", ana))

    await page.get_by_role("combobox", name="Message").press_sequentially("one")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("two")
    await page.keyboard.press("Enter")

    message = page.locator(".line.out .words")
    await expect(message).to_have_count(1)
    assert await message.inner_text() == "one\ntwo"


async def test_a_reply_quotes(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    await town.says(ben, group, "who brings the stove?")
    page = await visit(ana, group)

    await page.locator(".line", has_text="who brings").locator(".bubble").click(button="right")
    await page.get_by_role("menuitem", name="Reply").click()
    await page.get_by_role("combobox", name="Message").fill("me")
    await page.keyboard.press("Enter")

    reply = page.locator(".line.out", has=page.locator(".quoted"))
    await expect(reply.locator(".quoted")).to_have_text("Benwho brings the stove?")


async def test_a_quoted_message_far_up_is_found(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    first = await town.says(ben, group, "who brings the stove?")
    for number in range(120):
        await town.says(ben, group, f"line {number}")
    await town.says(ana, group, "I do", reply_to=first["message_id"])
    page = await visit(ana, group)

    await page.locator(".quoted").click()

    await expect(page.locator(".line.found")).to_contain_text("who brings the stove?")
    await expect(page.locator(".line.found")).to_be_in_viewport()
    assert await page.locator(".line").count() == 122


async def test_older_messages_come_page_by_page(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    for number in range(120):
        await town.says(ana, group, f"line {number}")
    page = await visit(ana, group)
    await expect(page.locator(".line").last).to_have_text(re.compile("line 119"))
    assert await page.locator(".line").count() == 50

    await page.locator(".scroller").evaluate("pane => { pane.scrollTop = 0; }")

    await expect(page.locator(".line")).to_have_count(100)
    await expect(page.get_by_role("button", name="To the latest message")).to_be_visible()
    await page.get_by_role("button", name="To the latest message").click()
    await expect(page.locator(".line").last).to_be_in_viewport()


async def test_editing_and_deleting_reach_everybody(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    hers, his = await visit(ana, group), await visit(ben, group)
    await hers.get_by_role("combobox", name="Message").fill("see you at nine")
    await hers.keyboard.press("Enter")
    await expect(his.locator(".line .words")).to_have_text("see you at nine")

    await hers.keyboard.press("ArrowUp")
    await hers.get_by_role("combobox", name="Message").fill("see you at ten")
    await hers.keyboard.press("Enter")
    await expect(his.locator(".line .words")).to_have_text("see you at ten")
    await expect(his.locator(".edited")).to_have_text("edited")

    await hers.locator(".line .bubble").click(button="right")
    await hers.get_by_role("menuitem", name="Delete").click()
    await hers.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    await expect(his.locator(".line")).to_have_count(0)
    await expect(hers.locator(".line")).to_have_count(0)
    await expect(his.get_by_text("No messages yet").first).to_be_hidden()


async def test_a_reaction_is_seen_and_taken_back(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    await town.says(ana, group, "done!")
    hers, his = await visit(ana, group), await visit(ben, group)

    await his.locator(".line .bubble").click(button="right")
    await his.get_by_role("button", name="🔥").click()
    await expect(hers.locator(".reaction")).to_have_text("🔥1")

    await his.locator(".reaction").click()
    await expect(hers.locator(".reaction")).to_have_count(0)


async def test_a_photo_travels(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    hers, his = await visit(ana, group), await visit(ben, group)

    picture = await hers.screenshot(type="png")
    files = [FilePayload(name="view.png", mimeType="image/png", buffer=picture)]
    await hers.locator("input[type=file]").set_input_files(files)
    await hers.get_by_role("combobox", name="Message").fill("the view")
    await hers.keyboard.press("Enter")

    await expect(his.locator(".line .words")).to_have_text("the view")
    width = "image => image.complete && image.naturalWidth"
    await his.wait_for_function(f"() => ({width})(document.querySelector('.picture img'))")
    await expect(hers.locator(".attachments li")).to_have_count(0)


async def test_a_poll_is_voted_on(town: Town, visit: Visit) -> None:
    ana, ben = await town.person("Ana"), await town.person("Ben")
    group = await town.group("Hikers", ana, ben)
    options = [{"text": "Lake"}, {"text": "Ridge"}]
    await town.bot.call("sendPoll", chat_id=group, question="Where?", options=options)
    hers, his = await visit(ana, group), await visit(ben, group)

    await hers.get_by_text("Ridge").click()

    await expect(hers.locator(".poll-result.mine")).to_contain_text("Ridge")
    await expect(hers.locator(".poll-result.mine .poll-share")).to_have_text("100%")
    await expect(his.locator(".poll-foot")).to_contain_text("1 vote")
    await expect(his.locator(".poll-choice")).to_have_count(2)


async def test_a_draft_waits_in_its_chat(town: Town, visit: Visit) -> None:
    ana = await town.person("Ana")
    hikers, cooks = await town.group("Hikers", ana), await town.group("Cooks", ana)
    page = await visit(ana, hikers)

    await page.get_by_role("combobox", name="Message").fill("not yet said")
    await page.locator(f".chat-row[data-chat='{cooks}']").click()
    await expect(page.get_by_role("combobox", name="Message")).to_have_value("")
    await page.locator(f".chat-row[data-chat='{hikers}']").click()

    await expect(page.get_by_role("combobox", name="Message")).to_have_value("not yet said")


async def test_words_still_being_written_are_shown_until_they_are_said(
    town: Town, visit: Visit
) -> None:
    ana = await town.person("Ana")
    bot = await town.starts(ana)
    page = await visit(ana, bot)
    await expect(page.locator(".line").first).to_be_visible()

    await town.bot.call("sendMessageDraft", chat_id=ana, draft_id=1, text="Boots in")
    await expect(page.locator(".draft-line")).to_contain_text("Boots in")
    await town.bot.call("sendMessage", chat_id=ana, text="Boots in red")

    await expect(page.locator(".line").last).to_contain_text("Boots in red")
    await expect(page.locator(".draft-line")).to_be_hidden()
