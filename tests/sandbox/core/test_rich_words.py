"""Rich messages written in HTML and Markdown, words still being written, places that move."""

from typing import Any

import pytest

from tests.sandbox.core.town import BOT, Town

HTML = """
<h2>Red Sneaker</h2>
<p>Made of <b>canvas &amp; <i>rubber</i></b>.<br>From <a href="https://shop.example">here</a></p>
<ul><li>39</li><li>40</li></ul>
<table><caption>Prices</caption><tr><th>Size</th><th align="right">Price</th></tr>
<tr><td>39</td><td>34.90</td></tr></table>
<details open><summary>Care</summary><p>Brush.</p></details>
<hr><blockquote>Runs large</blockquote>
<pre>a  b
c</pre>
"""
MARKDOWN = """## Red Sneaker

Made of **canvas & *rubber***.
From [here](https://shop.example)

- 39
- 40

| Size | Price |
|------|------:|
| 39 | 34.90 |

> Runs large

---

1. Order
2. Wear

```
a  b
c
```
`<b>` and 2 * 3 * 4, some_file_name
"""


async def rich(town: Town, **written: object) -> list[Any]:
    sent = await town.call("sendRichMessage", chat_id=town.group(), rich_message=written)
    blocks: list[Any] = sent["rich_message"]["blocks"]
    return blocks


def words(blocks: object) -> str:
    if isinstance(blocks, str):
        return blocks
    if isinstance(blocks, list):
        return "".join(words(one) for one in blocks)
    return words(blocks["text"]) if isinstance(blocks, dict) else ""


async def test_html_becomes_blocks(town):
    heading, said, sizes, table, care, line, quote, code = await rich(town, html=HTML)

    assert heading == {"type": "heading", "text": "Red Sneaker", "size": 2}
    assert words(said) == "Made of canvas & rubber.\nFrom here"
    bold = said["text"][1]
    assert (bold["type"], bold["text"][1]) == ("bold", {"type": "italic", "text": "rubber"})
    assert said["text"][-1] == {"type": "url", "text": "here", "url": "https://shop.example"}
    assert [(item["label"], words(item["blocks"])) for item in sizes["items"]] == [
        ("•", "39"),
        ("•", "40"),
    ]
    assert [cell["text"] for row in table["cells"] for cell in row] == [
        "Size",
        "Price",
        "39",
        "34.90",
    ]
    assert table["caption"] == "Prices"
    assert table["cells"][0][1] == {
        "text": "Price",
        "align": "right",
        "valign": "top",
        "is_header": True,
    }
    assert (care["summary"], care["is_open"], words(care["blocks"])) == ("Care", True, "Brush.")
    assert line == {"type": "divider"}
    assert (quote["type"], words(quote["blocks"])) == ("blockquote", "Runs large")
    assert code == {"type": "pre", "text": "a  b\nc"}


async def test_markdown_becomes_the_same_blocks(town):
    heading, said, sizes, table, quote, line, steps, code, plain = await rich(
        town, markdown=MARKDOWN
    )

    assert heading == {"type": "heading", "text": "Red Sneaker", "size": 2}
    assert words(said) == "Made of canvas & rubber.\nFrom here"
    assert words([item["blocks"] for item in sizes["items"]]) == "3940"
    assert table["cells"][0][0]["is_header"]
    assert "is_header" not in table["cells"][1][0]
    assert words(quote["blocks"]) == "Runs large"
    assert line == {"type": "divider"}
    assert [item["label"] for item in steps["items"]] == ["1.", "2."]
    assert code == {"type": "pre", "text": "a  b\nc"}
    assert words(plain) == "<b> and 2 * 3 * 4, some_file_name"


@pytest.mark.parametrize(
    "html", ["<p>x", "x</p>", "<script>x</script>", "<b><p>x</b></p>", "<li>x</li>", "   "]
)
async def test_html_that_makes_no_message_is_refused(town, html):
    refusal = await town.refused(
        "sendRichMessage", chat_id=town.group(), rich_message={"html": html}
    )

    assert refusal.startswith("Bad Request: ")


async def test_marks_that_cross_are_left_as_they_are(town):
    (said,) = await rich(town, markdown="**a _b** c_")
    assert said["text"] == "**a _b** c_"


async def test_a_draft_is_shown_and_not_kept(town):
    town.sim.start(town.ben, "tuan_bot")
    feed = town.sim.live.feed(town.ben)
    before = feed.last
    draft = {"chat_id": town.ben, "draft_id": 7}

    assert await town.call("sendMessageDraft", text="<b>Boots</b> ...", parse_mode="HTML", **draft)
    assert await town.call("sendRichMessageDraft", rich_message={"html": "<p>Red</p>"}, **draft)

    first, second = [event for _, event in feed.after(before)]
    assert (first["type"], first["chat"], first["draft"]["text"]) == ("draft", BOT, "Boots ...")
    assert first["draft"]["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
    assert words(second["draft"]["rich_message"]["blocks"]) == "Red"
    assert "Boots ..." not in town.seen_by(town.ben, BOT)


async def test_a_draft_is_for_a_private_chat(town):
    refusal = await town.refused("sendMessageDraft", chat_id=town.group(), draft_id=1, text="x")
    assert "private" in refusal
    town.sim.start(town.ben, "tuan_bot")
    assert "draft_id" in await town.refused(
        "sendMessageDraft", chat_id=town.ben, draft_id=0, text="x"
    )


async def test_a_place_moves_until_it_stops(town):
    chat = town.group()
    sent = await town.call(
        "sendLocation", chat_id=chat, latitude=52.5, longitude=13.4, live_period=900
    )
    place = {"chat_id": chat, "message_id": sent["message_id"]}

    moved = await town.call("editMessageLiveLocation", latitude=52.6, longitude=13.5, **place)
    assert moved["location"] == {"latitude": 52.6, "longitude": 13.5, "live_period": 900}
    stopped = await town.call("stopMessageLiveLocation", **place)
    assert stopped["location"] == {"latitude": 52.6, "longitude": 13.5}
    assert "no live location" in await town.refused("stopMessageLiveLocation", **place)


async def test_a_place_is_not_moved_after_its_time(town):
    chat = town.group()
    sent = await town.call(
        "sendLocation", chat_id=chat, latitude=52.5, longitude=13.4, live_period=60
    )
    town.time += 61
    refusal = await town.refused(
        "editMessageLiveLocation",
        chat_id=chat,
        message_id=sent["message_id"],
        latitude=1,
        longitude=1,
    )
    assert "can't be edited" in refusal
    too_short = await town.refused(
        "sendLocation", chat_id=chat, latitude=1, longitude=1, live_period=59
    )
    assert "live_period" in too_short
