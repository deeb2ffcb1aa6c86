"""Forum topics."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.world.happenings import ChatChanged
from sandbox.world.rooms import Room
from sandbox.world.store import Json

LONGEST_NAME: Final = 128


async def create(call: Call) -> Json:
    room = _forum(call)
    name = str(call.parameters["name"])
    if not 1 <= len(name) <= LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    names = ("icon_color", "icon_custom_emoji_id")
    icon = {key: call.parameters[key] for key in names if key in call.parameters}
    return call.api.membership.create_topic(room, call.bot.id, name, icon)


async def edit(call: Call) -> bool:
    room = _forum(call)
    topic = _topic(call, room)
    names = ("name", "icon_custom_emoji_id")
    changes = {key: call.parameters[key] for key in names if key in call.parameters}
    if all(topic.get(key) == value for key, value in changes.items()):
        raise bad_request("TOPIC_NOT_MODIFIED")
    call.world.rooms.save_topic(room, {**topic, **changes})
    _say(call, room, topic, {"forum_topic_edited": changes})
    return True


async def close(call: Call) -> bool:
    return _set_closed(call, closed=True)


async def reopen(call: Call) -> bool:
    return _set_closed(call, closed=False)


async def delete(call: Call) -> bool:
    room = _forum(call)
    topic = _topic(call, room)
    number = int(topic["message_thread_id"])
    call.world.rooms.delete_topic(room, number)
    call.world.delete(room, call.world.messages.in_thread(room.id, number))
    call.world.tell(ChatChanged(room))
    return True


async def unpin_all(call: Call) -> bool:
    room = _forum(call)
    number = int(_topic(call, room)["message_thread_id"])
    kept = []
    for message_id in room.doc.get("pinned", []):
        message = call.world.messages.by_id(room.id, message_id)
        if message is not None and message.thread != number:
            kept.append(message_id)
    room.doc["pinned"] = kept
    call.world.rooms.save(room)
    return True


def _set_closed(call: Call, *, closed: bool) -> bool:
    room = _forum(call)
    topic = _topic(call, room)
    if bool(topic.get("_closed")) == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    call.world.rooms.save_topic(room, {**topic, "_closed": closed})
    _say(call, room, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    return True


def _forum(call: Call) -> Room:
    room = call.room()
    access.must_be_there(call, room)
    if not room.is_forum:
        raise bad_request("the chat is not a forum")
    access.needs_right(call, room, "can_manage_topics", "not enough rights to create a topic")
    return room


def _topic(call: Call, room: Room) -> Json:
    topic = call.world.rooms.topic(room, int(call.parameters["message_thread_id"]))
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def _say(call: Call, room: Room, topic: Json, body: Json) -> None:
    call.world.service(room, call.bot.id, body, thread=int(topic["message_thread_id"]))
    call.world.tell(ChatChanged(room))


METHODS: Methods = {
    "createForumTopic": create,
    "editForumTopic": edit,
    "closeForumTopic": close,
    "reopenForumTopic": reopen,
    "deleteForumTopic": delete,
    "unpinAllForumTopicMessages": unpin_all,
}
