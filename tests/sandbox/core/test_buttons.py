"""What may stand on a keyboard, and where."""

from typing import Any
from urllib.parse import parse_qs

import pytest
from aiogram.utils.web_app import safe_parse_webapp_init_data

from tests.sandbox.core.town import TOKEN


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "Buy", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "Buy", "callback_data": "ü" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": "Buy"},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "Pay", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "Shop", "web_app": {"url": "https://shop.example"}}, "BUTTON_TYPE_INVALID"),
        ({"text": "Copy", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "Go", "url": "not an address"},
            "inline keyboard button URL 'not an address' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "Go", "url": "ftp://shop.example"},
            "inline keyboard button URL 'ftp://shop.example' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "Two", "url": "https://shop.example", "callback_data": "x"},
            "can't parse inline keyboard button: exactly one action must be specified",
        ),
    ],
)
async def test_a_button_is_refused(town, button, refusal):
    said = await town.refused(
        "sendMessage", chat_id=town.group(), text="Boots", reply_markup=keyboard(button)
    )

    assert said == f"Bad Request: {refusal}"


async def test_64_bytes_of_callback_data_are_enough(town):
    sent = await town.send(
        town.group(), reply_markup=keyboard({"text": "Buy", "callback_data": "x" * 64})
    )

    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "x" * 64


async def test_a_web_app_opens_from_a_private_chat(town):
    town.sim.start(town.ana, "tuan_bot")
    button = {"text": "Shop", "web_app": {"url": "https://shop.example/app"}}

    sent = await town.send(town.ana, reply_markup=keyboard(button))

    tapped = await town.sim.tap(town.ana, 42, sent["message_id"], button="Shop")
    address, _, fragment = tapped["url"].partition("#")
    assert (tapped["kind"], address) == ("web_app", "https://shop.example/app")
    [launch] = parse_qs(fragment)["tgWebAppData"]
    told = safe_parse_webapp_init_data(TOKEN, launch)
    assert told.user is not None
    assert told.user.id == town.ana


async def test_an_empty_keyboard_is_none(town):
    sent = await town.send(town.group(), reply_markup={"inline_keyboard": [[]]})

    assert "reply_markup" not in sent


async def test_buttons_that_no_bot_hears_of(town):
    chat = town.group()
    sent = await town.send(
        chat,
        reply_markup=keyboard(
            {"text": "Site", "url": "https://shop.example"},
            {"text": "Code", "copy_text": {"text": "TUAN10"}},
            {"text": "Share", "switch_inline_query": "boots"},
            {"text": "Sold out", "disabled": {}},
        ),
    )
    await town.updates()

    taps = [
        await town.sim.tap(town.ben, chat, sent["message_id"], row=0, column=column)
        for column in range(4)
    ]

    assert taps == [
        {"kind": "url", "url": "https://shop.example"},
        {"kind": "copy", "text": "TUAN10"},
        {"kind": "switch_inline", "query": "boots", "here": False, "bot": "tuan_bot"},
        {"kind": "disabled"},
    ]
    assert await town.updates() == []


async def test_a_reply_keyboard_stands_until_it_is_used_or_removed(town):
    town.sim.start(town.ana, "tuan_bot")
    markup = {"keyboard": [[{"text": "Yes"}]], "one_time_keyboard": True}

    await town.send(town.ana, "Sure?", reply_markup=markup)

    [row] = town.sim.chats(town.ana)
    assert row["keyboard"]["markup"] == markup
    town.sim.say(town.ana, 42, "Yes")
    [row] = town.sim.chats(town.ana)
    assert "keyboard" not in row
