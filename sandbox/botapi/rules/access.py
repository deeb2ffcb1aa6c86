"""Where a bot may write, and who may do what to a chat and its messages."""

from typing import Final

from sandbox.botapi.call import Call
from sandbox.botapi.errors import ApiError, bad_request, forbidden
from sandbox.world.messages import Stored
from sandbox.world.rights import BANNED
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json

DELETE_WINDOW_SECONDS: Final = 48 * 3600
KINDS: Final = {
    "can_send_messages": "text messages",
    "can_send_photos": "photos",
    "can_send_documents": "documents",
    "can_send_videos": "videos",
    "can_send_audios": "audios",
    "can_send_voice_notes": "voice notes",
    "can_send_video_notes": "video notes",
    "can_send_polls": "polls",
    "can_send_other_messages": "stickers",
}
GENERAL_TOPIC: Final = 1


def may_write(call: Call, room: Room, permission: str = "can_send_messages") -> None:
    must_be_there(call, room)
    if room.is_private:
        return
    member = call.world.rooms.member(room, call.bot.id)
    if room.type == "channel":
        if not member.has_right("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
    elif not member.may(permission, room):
        raise bad_request(f"not enough rights to send {KINDS[permission]} to the chat")


def must_be_there(call: Call, room: Room) -> None:
    """Raises the 403 a bot gets where it is not, or not any more; also the 400 of a moved group."""
    not_migrated(room)
    if room.is_private:
        _must_be_welcome(call, room)
        return
    member = call.world.rooms.member(room, call.bot.id)
    if member.is_present:
        return
    if member.status == BANNED:
        raise forbidden(f"bot was kicked from the {_kind(room)} chat")
    raise forbidden(f"bot is not a member of the {_kind(room)} chat")


def not_migrated(room: Room) -> None:
    moved_to = room.doc.get("_migrated_to")
    if moved_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": moved_to},
        )


def _must_be_welcome(call: Call, room: Room) -> None:
    person = call.world.account(room.other(call.bot.id))
    if person.is_bot:
        raise forbidden("bot can't send messages to bots")
    if person.doc.get("deactivated"):
        raise forbidden("user is deactivated")
    if person.id in room.doc.get("blocked_by", []):
        raise forbidden("bot was blocked by the user")
    if not room.doc.get("started"):
        raise forbidden("bot can't initiate conversation with a user")


def needs_right(call: Call, room: Room, right: str, refusal: str) -> Member:
    must_be_there(call, room)
    member = call.world.rooms.member(room, call.bot.id)
    if not member.has_right(right):
        raise bad_request(refusal)
    return member


def thread(call: Call, room: Room) -> int | None:
    """The topic a message goes to. In a chat without topics the parameter means nothing."""
    wanted = call.parameters.get("message_thread_id")
    if wanted is None or (room.is_forum and wanted == GENERAL_TOPIC):
        return None
    if not room.is_forum:
        raise bad_request("message thread not found")
    topic = call.world.rooms.topic(room, int(wanted))
    if topic is None:
        raise bad_request("message thread not found")
    member = call.world.rooms.member(room, call.bot.id)
    if topic.get("_closed") and not member.has_right("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return int(wanted)


def reply(call: Call, room: Room, in_thread: int | None, *, ephemeral: bool = False) -> Json:
    """Our ``_reply_to`` fields for ``reply_parameters``."""
    wanted = call.parameters.get("reply_parameters")
    if wanted is None:
        return {}
    if "ephemeral_message_id" in wanted:
        return _reply_to_ephemeral(
            call, room, int(wanted["ephemeral_message_id"]), ephemeral=ephemeral
        )
    if "message_id" not in wanted:
        raise bad_request("message to be replied not found")
    original = call.world.messages.by_id(room.id, int(wanted["message_id"]))
    if original is None:
        if wanted.get("allow_sending_without_reply") and not ephemeral:
            return {}
        raise bad_request("message to be replied not found")
    if room.is_forum and original.thread != in_thread:
        raise bad_request("message to be replied not found")
    return {"_reply_to": original.id} | _quote(wanted, original)


def _quote(wanted: Json, original: Stored) -> Json:
    quote = wanted.get("quote")
    if not quote:
        return {}
    text = str(original.body.get("text") or original.body.get("caption") or "")
    if quote not in text:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = len(text[: text.index(quote)].encode("utf-16-le")) // 2
    return {"quote": {"text": quote, "position": position, "is_manual": True}}


def _reply_to_ephemeral(call: Call, room: Room, number: int, *, ephemeral: bool) -> Json:
    original = call.world.messages.by_ephemeral(number)
    if original is None or original.room != room.id or not original.concerns(call.bot.id):
        raise bad_request("message to be replied not found")
    if not ephemeral:
        raise bad_request("a reply to an ephemeral message must be ephemeral")
    return {"_reply_to_ephemeral": number}


def may_edit(call: Call, message: Stored | None) -> Stored:
    if message is None or message.is_ephemeral:
        raise bad_request("message to edit not found")
    room = call.world.rooms.get(message.room)
    not_migrated(room)
    via_this_bot = message.body.get("_via_bot") == call.bot.id
    own = message.sender == call.bot.id and "forward_origin" not in message.body
    member = call.world.rooms.member(room, call.bot.id)
    in_own_channel = room.type == "channel" and member.has_right("can_edit_messages")
    if message.is_service or not (own or via_this_bot or in_own_channel):
        raise bad_request("message can't be edited")
    return message


def may_delete(call: Call, room: Room, message: Stored) -> None:
    own = message.sender == call.bot.id
    age = call.world.clock.now() - message.date
    if room.is_private:
        if age > DELETE_WINDOW_SECONDS:
            raise bad_request("message can't be deleted for everyone")
        return
    if call.world.rooms.member(room, call.bot.id).has_right("can_delete_messages"):
        return
    if not own or age > DELETE_WINDOW_SECONDS:
        raise bad_request("message can't be deleted")


def _kind(room: Room) -> str:
    return room.type
