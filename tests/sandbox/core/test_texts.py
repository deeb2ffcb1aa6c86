"""Lengths, emptiness, formatting: what a message may say."""

import pytest

from sandbox.botapi.errors import ApiError
from tests.sandbox.core.pictures import PICTURE


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("   ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
    ],
)
async def test_a_text_has_one_to_4096_characters(town, text, refusal):
    chat = town.group()

    assert await town.refused("sendMessage", chat_id=chat, text=text) == f"Bad Request: {refusal}"
    assert (await town.send(chat, "x" * 4096))["text"] == "x" * 4096


async def test_length_is_counted_after_the_markup_is_read(town):
    sent = await town.send(town.group(), "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")

    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_markup_that_does_not_parse_is_refused(town):
    refusal = await town.refused(
        "sendMessage", chat_id=town.group(), text="<b>x", parse_mode="HTML"
    )

    assert refusal.startswith("Bad Request: can't parse entities: ")


async def test_a_caption_has_at_most_1024_characters(town):
    photo = await town.refused(
        "sendPhoto", {"photo": ("a.png", PICTURE)}, chat_id=town.group(), caption="x" * 1025
    )

    assert photo == "Bad Request: message caption is too long"


async def test_a_wrong_type_a_missing_and_an_unknown_parameter_are_refused(town):
    chat = town.group()

    assert await town.refused("sendMessage", chat_id=chat) == "Bad Request: message text is empty"
    assert "unknown parameter" in await town.refused("sendMessage", chat_id=chat, text="x", txt="y")
    assert await town.refused("deleteMessage", chat_id=chat, message_id="x") == (
        "Bad Request: message identifier is not specified"
    )


async def test_method_names_ignore_case_and_unknown_ones_are_not_found(town):
    assert (await town.call("GETME"))["username"] == "tuan_bot"
    assert await town.refused("sendMesage") == "Not Found"


async def test_a_method_that_is_not_emulated_says_so(town):
    refusal = await town.refused("sendGift", user_id=town.ana, gift_id="1")

    assert refusal == "Not Implemented: the sandbox does not emulate sendGift"


async def test_an_unknown_token_is_unauthorized(town):
    with pytest.raises(ApiError, match="Unauthorized"):
        await town.sandbox.call("1:NOBODY", "getMe", {})
