"""Forwarding, copying, following links, rich messages."""

import pytest

from sandbox.sim.errors import SimError
from tests.sandbox.core.pictures import PICTURE
from tests.sandbox.core.town import BOT, TOKEN


async def test_a_forward_names_its_origin_and_a_copy_does_not(town):
    chat = town.group()
    said = town.sim.say(town.ben, chat, "/shop")
    town.sim.start(town.ana, "tuan_bot")
    place = {"chat_id": town.ana, "from_chat_id": chat, "message_id": said["message_id"]}

    forwarded = await town.call("forwardMessage", **place)
    copied = await town.call("copyMessage", **place)

    assert forwarded["forward_origin"]["sender_user"]["id"] == town.ben
    [original, copy] = town.sim.messages(town.ana, BOT, limit=2)["messages"]
    assert original["message_id"] == forwarded["message_id"]
    assert copy["message_id"] == copied["message_id"]
    assert "forward_origin" not in copy


async def test_protected_content_stays_where_it_is(town):
    chat = town.group()
    secret = await town.send(chat, "Only here", protect_content=True)
    place = {"chat_id": chat, "from_chat_id": chat, "message_id": secret["message_id"]}

    assert "protected content" in await town.refused("forwardMessage", **place)
    assert await town.refused("copyMessage", **{**place, "message_id": 999}) == (
        "Bad Request: message to copy not found"
    )


async def test_a_forwarded_card_has_lost_its_buttons(town):
    chat = town.group()
    card = await town.card(chat)
    cyd = town.person("Cyd")
    other = town.sim.create_chat("group", "Elsewhere", town.ben, members=[cyd])["id"]

    forwarded = town.sim.forward(town.ben, chat, card["message_id"], other)

    assert "reply_markup" not in forwarded
    assert forwarded["forward_origin"]["sender_user"]["id"] == BOT


async def test_links_are_followed(town):
    chat = town.group(username="shoes_town")
    cyd = town.person("Cyd")
    town.make_admin(chat)
    invite = await town.call("createChatInviteLink", chat_id=chat)

    started = await town.sim.open(cyd, "https://t.me/tuan_bot?start=deal_7")
    assert started["message"]["text"] == "/start deal_7"
    assert (await town.sim.open(cyd, "t.me/shoes_town"))["chat"]["id"] == chat
    assert await town.sim.open(cyd, "https://shop.example/x") == {"url": "https://shop.example/x"}
    assert (await town.sim.open(cyd, invite["invite_link"]))["chat"]["id"] == chat
    assert chat in [row["chat"]["id"] for row in town.sim.chats(cyd)]


async def test_an_invitation_may_be_used_up_or_ask_first(town):
    chat = town.group()
    town.make_admin(chat)
    once = await town.call("createChatInviteLink", chat_id=chat, member_limit=1)
    asking = await town.call("createChatInviteLink", chat_id=chat, creates_join_request=True)
    cyd, dora = town.person("Cyd"), town.person("Dora")
    await town.sim.open(cyd, once["invite_link"])
    with pytest.raises(SimError, match="no longer valid"):
        await town.sim.open(dora, once["invite_link"])
    await town.updates()

    asked = await town.sim.open(dora, asking["invite_link"])

    assert asked["requested"] is True
    [update] = await town.updates()
    assert update["chat_join_request"]["from"]["id"] == dora
    place = {"chat_id": chat, "user_id": dora}
    await town.call("approveChatJoinRequest", **place)
    assert (await town.call("getChatMember", **place))["status"] == "member"
    assert "HIDE_REQUESTER_MISSING" in await town.refused("declineChatJoinRequest", **place)


async def test_a_mini_app_link_carries_the_start_parameter(town):
    town.sandbox.add_bot(TOKEN, "tuan_bot", "Tuan", web_app_url="https://shop.example/app")

    opened = await town.sim.open(town.ana, "https://t.me/tuan_bot/app?startapp=deal_7")

    assert opened["url"].startswith("https://shop.example/app#tgWebAppData=")
    assert "start_param%3Ddeal_7" in opened["url"]


async def test_a_rich_message_has_pictures_lists_and_buttons(town):
    chat = town.group()
    blocks = [
        {"type": "heading", "text": "Boots", "size": 1},
        {"type": "photo", "photo": {"type": "photo", "media": "attach://boots"}},
        {
            "type": "list",
            "items": [
                {
                    "blocks": [
                        {"type": "paragraph", "text": ["Warm, ", {"type": "bold", "text": "dry"}]}
                    ]
                }
            ],
        },
        {"type": "buttons", "buttons": [{"text": "Buy", "callback_data": "buy"}]},
    ]

    sent = await town.call(
        "sendRichMessage", {"boots": PICTURE}, chat_id=chat, rich_message={"blocks": blocks}
    )

    shown = sent["rich_message"]["blocks"]
    assert shown[1]["photo"][0]["width"] == 20
    assert shown[2]["items"][0]["label"] == "•"
    await town.updates()
    await town.sim.tap(town.ben, chat, sent["message_id"], data="buy", wait=0)
    assert await town.kinds() == ["callback_query"]


async def test_the_button_rules_hold_inside_rich_messages(town):
    blocks = [{"type": "buttons", "buttons": [{"text": "Buy", "callback_data": "x" * 65}]}]

    refusal = await town.refused(
        "sendRichMessage", chat_id=town.group(), rich_message={"blocks": blocks}
    )

    assert refusal == "Bad Request: BUTTON_DATA_INVALID"
