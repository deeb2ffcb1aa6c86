"""Whatever is emulated answers, and answers what the schema promises (``BotApi`` checks that)."""

import pytest

from sandbox.botapi.methods import EMULATED
from sandbox.botapi.schema import SCHEMA, check_type
from sandbox.botapi.updates import QUERIES
from tests.sandbox.core.pictures import PICTURE
from tests.sandbox.core.town import BOT, Town

BYTES = b"not really a film"


@pytest.mark.parametrize(
    ("method", "parameters", "field"),
    [
        ("sendVideo", {"video": "attach://f", "width": 10, "height": 10}, "video"),
        ("sendAnimation", {"animation": "attach://f"}, "animation"),
        ("sendAudio", {"audio": "attach://f", "performer": "Ana", "title": "Song"}, "audio"),
        ("sendVoice", {"voice": "attach://f"}, "voice"),
        ("sendVideoNote", {"video_note": "attach://f"}, "video_note"),
        ("sendDocument", {"document": "attach://f"}, "document"),
        ("sendSticker", {"sticker": "attach://f"}, "sticker"),
        ("sendLocation", {"latitude": 52.5, "longitude": 13.4}, "location"),
        (
            "sendVenue",
            {"latitude": 52.5, "longitude": 13.4, "title": "Shop", "address": "Here 1"},
            "venue",
        ),
        ("sendContact", {"phone_number": "+4930123", "first_name": "Ana"}, "contact"),
        ("sendDice", {"emoji": "🎯"}, "dice"),
    ],
)
async def test_every_kind_of_message_can_be_sent_and_seen(town, method, parameters, field):
    chat = town.group()

    sent = await town.call(method, {"f": ("film.mp4", BYTES)}, chat_id=chat, **parameters)

    assert field in sent
    assert field in town.sim.messages(town.ben, chat, limit=1)["messages"][0]


async def test_a_bot_arranges_its_chat(town):
    chat = town.group()
    town.make_admin(chat)

    assert await town.call("setChatPhoto", {"photo": PICTURE}, chat_id=chat) is True
    assert await town.call("deleteChatPhoto", chat_id=chat) is True
    assert await town.call("setChatDescription", chat_id=chat, description="Boots only") is True
    assert (await town.call("getChat", chat_id=chat))["description"] == "Boots only"
    assert await town.call("getChatMemberCount", chat_id=chat) == 3
    link = await town.call("exportChatInviteLink", chat_id=chat)
    assert (await town.call("getChat", chat_id=chat))["invite_link"] == link
    made = await town.call("createChatInviteLink", chat_id=chat, name="Friends")
    revoked = await town.call("revokeChatInviteLink", chat_id=chat, invite_link=made["invite_link"])
    assert revoked["is_revoked"] is True


async def test_a_bot_arranges_its_members(town):
    chat = town.group()
    town.make_admin(chat)
    place = {"chat_id": chat, "user_id": town.ben}

    await town.call("setChatMemberTag", tag="Regular", **place)
    assert (await town.call("getChatMember", **place))["tag"] == "Regular"
    said = town.sim.say(town.ben, chat, "Hi")
    assert said["sender_tag"] == "Regular"

    await town.call("promoteChatMember", can_pin_messages=True, **place)
    await town.call("setChatAdministratorCustomTitle", custom_title="Pinner", **place)
    member = await town.call("getChatMember", **place)
    assert (member["status"], member["custom_title"]) == ("administrator", "Pinner")
    assert (member["can_pin_messages"], member["can_delete_messages"]) == (True, False)

    await town.call("promoteChatMember", **place)
    await town.call("unbanChatMember", **place)
    assert (await town.call("getChatMember", **place))["status"] == "left"


async def test_a_bot_describes_its_menu_and_rights(town):
    button = {"type": "web_app", "text": "Shop", "web_app": {"url": "https://shop.example"}}
    await town.call("setChatMenuButton", menu_button=button)
    assert await town.call("getChatMenuButton", chat_id=town.ana) == button

    asked = await town.call("getMyDefaultAdministratorRights")
    assert asked["can_pin_messages"] is False

    photo = town.sandbox.world.files.keep(PICTURE, "ana.png")
    dora = town.sim.add_person("Dora", photo=photo.id)
    photos = await town.call("getUserProfilePhotos", user_id=dora["id"])
    assert photos["photos"][0][0]["width"] == 20


async def test_typing_is_seen(town):
    chat = town.group()
    feed = town.sim.live.feed(town.ben)

    assert await town.call("sendChatAction", chat_id=chat, action="typing") is True

    [(_, event)] = feed.after(feed.last - 1) or []
    assert (event["type"], event["name"]) == ("typing", "Tuan")
    assert "wrong parameter action" in await town.refused(
        "sendChatAction", chat_id=chat, action="dancing"
    )


async def test_several_messages_are_deleted_forwarded_and_copied_at_once(town):
    chat = town.group()
    numbers = [(await town.send(chat, str(n)))["message_id"] for n in range(3)]
    many = {"chat_id": chat, "from_chat_id": chat, "message_ids": [*numbers, 999]}

    assert len(await town.call("forwardMessages", **many)) == 3
    assert len(await town.call("copyMessages", **many)) == 3
    assert await town.call("deleteMessages", chat_id=chat, message_ids=[*numbers, 999]) is True
    assert town.seen_by(town.ana, chat) == ["0", "1", "2"] * 2


def test_nothing_is_emulated_that_the_schema_does_not_know(town):
    assert set(EMULATED) <= set(SCHEMA["methods"])
    assert set(SCHEMA["types"]["Update"]["fields"]) >= QUERIES
    assert town.sandbox.api.offered() > set(EMULATED)


async def test_every_update_of_a_busy_day_fits_the_schema(town: Town):
    chat, boots = town.forum()
    town.make_admin(chat)
    await town.updates("message", "edited_message", "chat_member", "my_chat_member",
                       "message_reaction", "callback_query", "poll", "poll_answer")  # fmt: skip
    card = await town.card(chat)
    said = town.sim.say(town.ben, chat, "Hi @ana #boots", thread=boots)
    town.sim.edit(town.ben, chat, said["message_id"], "Hello")
    town.sim.react(town.ben, chat, said["message_id"], "👍")
    town.sim.pin(town.ana, chat, said["message_id"])
    await town.tap(town.ben, chat, card["message_id"])
    town.sim.leave(town.ben, chat)
    town.sim.demote(town.ana, chat, BOT)

    updates = await town.updates()

    assert len(updates) >= 8
    for update in updates:
        check_type("Update", update)
