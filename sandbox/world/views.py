"""How the world looks to one account: the same message, chat or member in the Bot API's shape."""

from sandbox.world.messages import Stored
from sandbox.world.rights import (
    ADMINISTRATOR,
    BANNED,
    LEFT,
    MEMBER,
    OWNER,
    PERMISSIONS,
    RESTRICTED,
    rights_for,
)
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json
from sandbox.world.world import World

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


class Views:
    def __init__(self, world: World) -> None:
        self._world = world

    def user(self, account_id: int) -> Json:
        account = self._world.people.find(account_id)
        if account is None:
            return {"id": account_id, "is_bot": False, "first_name": "Deleted Account"}
        return account.as_user()

    def chat(self, room: Room, viewer: int) -> Json:
        if room.is_private:
            other = self.user(room.other(viewer))
            names = ("username", "first_name", "last_name")
            return {
                "id": other["id"],
                "type": "private",
                **{name: other[name] for name in names if name in other},
            }
        chat: Json = {"id": room.id, "type": room.type, "title": room.title}
        if room.doc.get("username"):
            chat["username"] = room.doc["username"]
        if room.is_forum:
            chat["is_forum"] = True
        return chat

    def message(self, stored: Stored, viewer: int, *, with_reply: bool = True) -> Json:
        room = self._world.rooms.get(stored.room)
        body = stored.body
        message: Json = {
            "message_id": stored.id,
            "date": stored.date,
            "chat": self.chat(room, viewer),
        }
        message |= self._sender(stored, room, viewer)
        message |= {name: value for name, value in body.items() if not name.startswith("_")}
        if stored.ephemeral is not None and stored.receiver is not None:
            message["ephemeral_message_id"] = stored.ephemeral
            message["receiver_user"] = self.user(stored.receiver)
        if stored.thread is not None:
            message["message_thread_id"] = stored.thread
            if room.is_forum:
                message["is_topic_message"] = True
        if "_via_bot" in body:
            message["via_bot"] = self.user(body["_via_bot"])
        if "_poll" in body and (poll := self._world.polls.find(body["_poll"])) is not None:
            message["poll"] = poll
        if "_pinned" in body:
            message["pinned_message"] = self._pinned(room, body["_pinned"], viewer)
        if with_reply:
            message |= self._reply(stored, room, viewer)
        return message

    def member(self, member: Member, room: Room) -> Json:
        shown: Json = {"status": member.status, "user": self.user(member.person)}
        doc = member.doc
        match member.status:
            case s if s == OWNER:
                shown["is_anonymous"] = bool(doc.get("is_anonymous"))
            case s if s == ADMINISTRATOR:
                shown |= {right: bool(doc.get(right)) for right in rights_for(room.type)}
                shown |= {
                    "is_anonymous": bool(doc.get("is_anonymous")),
                    "can_be_edited": bool(doc.get("can_be_edited")),
                }
            case s if s == RESTRICTED:
                shown |= {name: bool(doc.get(name, False)) for name in PERMISSIONS}
                shown |= {
                    "is_member": bool(doc.get("is_member")),
                    "until_date": int(doc.get("until_date", 0)),
                }
            case s if s == BANNED:
                shown["until_date"] = int(doc.get("until_date", 0))
            case _:
                pass
        if doc.get("custom_title") and member.is_admin:
            shown["custom_title"] = doc["custom_title"]
        if doc.get("tag") and member.status in {MEMBER, RESTRICTED}:
            shown["tag"] = doc["tag"]
        if member.status == LEFT:
            shown = {"status": LEFT, "user": shown["user"]}
        return shown

    def _sender(self, stored: Stored, room: Room, viewer: int) -> Json:
        as_chat = stored.body.get("_sender_chat")
        if room.type == "channel":
            return {"sender_chat": self.chat(room, viewer)}
        if as_chat is not None:
            speaking = self._world.rooms.get(as_chat)
            sender: Json = {"from": ANONYMOUS_ADMIN, "sender_chat": self.chat(speaking, viewer)}
            title = self._world.rooms.member(room, stored.sender).doc.get("custom_title")
            return sender | ({"author_signature": title} if title else {})
        tag = self._world.rooms.member(room, stored.sender).doc.get("tag")
        return {"from": self.user(stored.sender)} | ({"sender_tag": tag} if tag else {})

    def _reply(self, stored: Stored, room: Room, viewer: int) -> Json:
        original: Stored | None = None
        if "_reply_to" in stored.body:
            original = self._world.messages.by_id(room.id, stored.body["_reply_to"])
        elif "_reply_to_ephemeral" in stored.body:
            original = self._world.messages.by_ephemeral(stored.body["_reply_to_ephemeral"])
        elif stored.thread is not None and room.is_forum and not stored.is_service:
            # In a topic every message that answers nothing answers the topic's first one.
            original = self._world.messages.by_id(room.id, stored.thread)
        if original is None or not original.concerns(viewer):
            return {}
        return {"reply_to_message": self.message(original, viewer, with_reply=False)}

    def _pinned(self, room: Room, message_id: int, viewer: int) -> Json:
        pinned = self._world.messages.by_id(room.id, message_id)
        if pinned is None:
            return {"chat": self.chat(room, viewer), "message_id": message_id, "date": 0}
        return self.message(pinned, viewer, with_reply=False)
