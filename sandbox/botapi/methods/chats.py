"""Looking at a chat and changing what it is called; pins."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.media import file_of, photo_size
from sandbox.botapi.rules import access
from sandbox.world.happenings import ChatChanged
from sandbox.world.rights import OWNER, PERMISSIONS
from sandbox.world.rooms import Room
from sandbox.world.store import Json

LONGEST_TITLE = 128
LONGEST_DESCRIPTION = 255


async def get_chat(call: Call) -> Json:
    room = call.room()
    access.not_migrated(room)
    if room.is_private and not room.doc.get("started"):
        raise bad_request("chat not found")
    if not room.is_private and not call.world.rooms.member(room, call.bot.id).is_present:
        access.must_be_there(call, room)
    full: Json = call.views.chat(room, call.bot.id) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if not room.is_private:
        full["permissions"] = room.permissions
        if room.doc.get("description"):
            full["description"] = room.doc["description"]
        if room.doc.get("invite_link"):
            full["invite_link"] = room.doc["invite_link"]
    pins = room.doc.get("pinned", [])
    pinned = call.world.messages.by_id(room.id, pins[-1]) if pins else None
    if pinned is not None:
        full["pinned_message"] = call.views.message(pinned, call.bot.id, with_reply=False)
    return full


async def get_administrators(call: Call) -> list[Json]:
    room = call.room()
    if room.is_private:
        raise bad_request("there are no administrators in the private chat")
    access.must_be_there(call, room)
    admins = [one for one in call.world.rooms.present(room) if one.is_admin]
    admins.sort(key=lambda one: one.status != OWNER)
    with_bots = bool(call.parameters.get("return_bots"))
    return [
        call.views.member(one, room)
        for one in admins
        if with_bots or one.person == call.bot.id or not call.world.account(one.person).is_bot
    ]


async def get_member_count(call: Call) -> int:
    room = call.room()
    access.must_be_there(call, room)
    return len(call.world.rooms.present(room))


async def set_title(call: Call) -> bool:
    room = _changeable(call, "title")
    title = str(call.parameters["title"])
    if not 1 <= len(title) <= LONGEST_TITLE:
        raise bad_request("chat title is too long" if title else "CHAT_TITLE_EMPTY")
    room.doc["title"] = title
    _changed(call, room)
    call.world.service(room, call.bot.id, {"new_chat_title": title})
    return True


async def set_description(call: Call) -> bool:
    room = _changeable(call, "description")
    description = str(call.parameters.get("description", ""))
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request("chat description is too long")
    if description == room.doc.get("description", ""):
        raise bad_request("chat description is not modified")
    room.doc["description"] = description
    _changed(call, room)
    return True


async def set_photo(call: Call) -> bool:
    room = _changeable(call, "photo")
    file = await file_of(call, str(call.parameters["photo"]), "photo")
    room.doc["photo"] = file.id
    _changed(call, room)
    call.world.service(room, call.bot.id, {"new_chat_photo": [photo_size(file)]})
    return True


async def delete_photo(call: Call) -> bool:
    room = _changeable(call, "photo")
    room.doc.pop("photo", None)
    _changed(call, room)
    call.world.service(room, call.bot.id, {"delete_chat_photo": True})
    return True


async def set_permissions(call: Call) -> bool:
    room = call.room()
    access.needs_right(
        call, room, "can_restrict_members", "not enough rights to change chat permissions"
    )
    wanted = call.parameters["permissions"]
    room.doc["permissions"] = {name: bool(wanted.get(name)) for name in PERMISSIONS}
    _changed(call, room)
    return True


async def pin(call: Call) -> bool:
    room = _pinnable(call)
    message_id = int(call.parameters["message_id"])
    if call.world.messages.by_id(room.id, message_id) is None:
        raise bad_request("message to pin not found")
    pins = [one for one in room.doc.get("pinned", []) if one != message_id]
    room.doc["pinned"] = [*pins, message_id]
    _changed(call, room)
    call.world.service(room, call.bot.id, {"_pinned": message_id})
    return True


async def unpin(call: Call) -> bool:
    room = _pinnable(call)
    pins = list(room.doc.get("pinned", []))
    message_id = call.parameters.get("message_id", pins[-1] if pins else None)
    if message_id not in pins:
        raise bad_request("message to unpin not found")
    room.doc["pinned"] = [one for one in pins if one != message_id]
    _changed(call, room)
    return True


async def unpin_all(call: Call) -> bool:
    room = _pinnable(call)
    room.doc["pinned"] = []
    _changed(call, room)
    return True


async def leave(call: Call) -> bool:
    room = call.room()
    access.must_be_there(call, room)
    if room.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    call.api.membership.exit(room, call.bot.id, call.bot.id)
    return True


def _changeable(call: Call, what: str) -> Room:
    room = call.room()
    if room.is_private:
        raise bad_request(f"can't change {what} of private chats")
    access.needs_right(call, room, "can_change_info", f"not enough rights to change chat {what}")
    return room


def _pinnable(call: Call) -> Room:
    room = call.room()
    if room.is_private:
        access.must_be_there(call, room)
        return room
    right = "can_edit_messages" if room.type == "channel" else "can_pin_messages"
    refusal = "not enough rights to manage pinned messages in the chat"
    access.needs_right(call, room, right, refusal)
    return room


def _changed(call: Call, room: Room) -> None:
    call.world.rooms.save(room)
    call.world.tell(ChatChanged(room))


METHODS: Methods = {
    "getChat": get_chat,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": get_member_count,
    "setChatTitle": set_title,
    "setChatDescription": set_description,
    "setChatPhoto": set_photo,
    "deleteChatPhoto": delete_photo,
    "setChatPermissions": set_permissions,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
    "leaveChat": leave,
}
