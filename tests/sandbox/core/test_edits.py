"""Changing and deleting what was said."""

import pytest

from tests.sandbox.core.pictures import PICTURE, png
from tests.sandbox.core.town import BOT

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_replaces_text_and_keyboard(town):
    chat = town.group()
    card = await town.card(chat, "Buy")

    edited = await town.call(
        "editMessageText", chat_id=chat, message_id=card["message_id"], text="Sold"
    )

    assert edited["text"] == "Sold"
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= card["date"]
    assert town.seen_by(town.ben, chat) == ["Sold"]


async def test_the_same_again_is_not_modified(town):
    chat = town.group()
    card = await town.card(chat, "Buy")
    same = {"chat_id": chat, "message_id": card["message_id"], "reply_markup": card["reply_markup"]}

    assert await town.refused("editMessageText", text="Boots", **same) == NOT_MODIFIED
    assert await town.refused("editMessageReplyMarkup", **same) == NOT_MODIFIED


async def test_a_new_keyboard_alone_leaves_no_edited_mark(town):
    chat = town.group()
    card = await town.card(chat, "Buy")

    edited = await town.call("editMessageReplyMarkup", chat_id=chat, message_id=card["message_id"])

    assert "edit_date" not in edited


async def test_only_what_is_there_can_be_edited(town):
    chat = town.group()
    said = town.sim.say(town.ana, chat, "/hi")
    photo = await town.call("sendPhoto", {"photo": PICTURE}, chat_id=chat, caption="a")
    text = await town.send(chat)

    async def refused(method: str, message_id: int, **more: str) -> str:
        return str(await town.refused(method, chat_id=chat, message_id=message_id, **more))

    assert (
        await refused("editMessageText", 999, text="x") == "Bad Request: message to edit not found"
    )
    assert await refused("editMessageText", said["message_id"], text="x") == (
        "Bad Request: message can't be edited"
    )
    assert await refused("editMessageText", photo["message_id"], text="x") == (
        "Bad Request: there is no text in the message to edit"
    )
    assert await refused("editMessageCaption", text["message_id"], caption="x") == (
        "Bad Request: there is no caption in the message to edit"
    )


async def test_media_is_replaced_with_its_caption(town):
    chat = town.group()
    photo = await town.call("sendPhoto", {"photo": PICTURE}, chat_id=chat, caption="small")

    edited = await town.call(
        "editMessageMedia",
        {"big": ("big.png", png(40, 30))},
        chat_id=chat,
        message_id=photo["message_id"],
        media={"type": "photo", "media": "attach://big", "caption": "big"},
    )

    assert (edited["photo"][-1]["width"], edited["caption"]) == (40, "big")


async def test_a_bot_deletes_its_own_and_as_administrator_everybodys(town):
    chat = town.group()
    own = await town.send(chat)
    bens = town.sim.say(town.ben, chat, "Hi")

    async def delete(message_id: int) -> object:
        return await town.call("deleteMessage", chat_id=chat, message_id=message_id)

    assert await delete(own["message_id"]) is True
    assert await town.refused("deleteMessage", chat_id=chat, message_id=own["message_id"]) == (
        "Bad Request: message to delete not found"
    )
    assert await town.refused("deleteMessage", chat_id=chat, message_id=bens["message_id"]) == (
        "Bad Request: message can't be deleted"
    )
    town.make_admin(chat, can_delete_messages=True)
    assert await delete(bens["message_id"]) is True
    assert town.seen_by(town.ana, chat) == []


async def test_after_48_hours_a_bot_cannot_delete_its_message(town):
    chat = town.group()
    own = await town.send(chat)
    town.sim.advance(48 * 3600 + 1)

    refusal = await town.refused("deleteMessage", chat_id=chat, message_id=own["message_id"])

    assert refusal == "Bad Request: message can't be deleted"


async def test_a_person_edits_her_own_and_the_bot_hears_of_it(town):
    town.sim.start(town.ana, "tuan_bot")
    said = town.sim.say(town.ana, BOT, "red shoes")
    await town.updates()

    town.sim.edit(town.ana, BOT, said["message_id"], "blue shoes")

    [update] = await town.updates()
    assert update["edited_message"]["text"] == "blue shoes"


async def test_a_reply_shows_the_original_and_an_unknown_one_is_refused(town):
    chat = town.group()
    first = await town.send(chat, "Boots")

    answer = await town.send(
        chat, "Yes", reply_parameters={"message_id": first["message_id"], "quote": "oot"}
    )
    assert answer["reply_to_message"]["text"] == "Boots"
    assert answer["quote"] == {"text": "oot", "position": 1, "is_manual": True}

    lost = {"message_id": 999}
    assert await town.refused("sendMessage", chat_id=chat, text="x", reply_parameters=lost) == (
        "Bad Request: message to be replied not found"
    )
    forgiving = {**lost, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await town.send(chat, reply_parameters=forgiving)


@pytest.mark.parametrize("count", [1, 11])
async def test_an_album_has_two_to_ten(town, count):
    media = [{"type": "photo", "media": "attach://p"}] * count

    refusal = await town.refused(
        "sendMediaGroup", {"p": PICTURE}, chat_id=town.group(), media=media
    )

    assert refusal.startswith("Bad Request: ")
    assert "album" in refusal


async def test_an_album_is_several_messages_of_one_group(town):
    chat = town.group()
    media = [
        {"type": "photo", "media": "attach://a", "caption": "Two views"},
        {"type": "photo", "media": "attach://b"},
    ]

    sent = await town.call(
        "sendMediaGroup", {"a": PICTURE, "b": png(30, 30)}, chat_id=chat, media=media
    )

    assert len({one["media_group_id"] for one in sent}) == 1
    assert [one.get("caption") for one in sent] == ["Two views", None]


async def test_files_can_be_sent_again_by_id_and_downloaded(town):
    chat = town.group()
    first = await town.call("sendDocument", {"document": ("a.txt", b"hello")}, chat_id=chat)
    again = await town.call("sendDocument", chat_id=chat, document=first["document"]["file_id"])

    assert again["document"] == first["document"]
    file = await town.call("getFile", file_id=first["document"]["file_id"])
    assert file["file_size"] == 5
    assert town.sim.file(file["file_id"]) == (b"hello", "text/plain", "a.txt")


async def test_a_photo_must_be_a_picture_of_at_most_ten_megabytes(town):
    chat = town.group()

    assert await town.refused("sendPhoto", {"photo": b"words"}, chat_id=chat) == (
        "Bad Request: IMAGE_PROCESS_FAILED"
    )
    assert await town.refused("sendPhoto", {"photo": PICTURE + bytes(20 << 20)}, chat_id=chat) == (
        "Bad Request: file is too big"
    )
    assert await town.refused("sendPhoto", {"photo": png(300, 10)}, chat_id=chat) == (
        "Bad Request: PHOTO_INVALID_DIMENSIONS"
    )
