"""Coming, going and changing one's role. Whether it is allowed is asked elsewhere."""

from sandbox.world.happenings import AskedToJoin, ChatChanged, MemberChanged
from sandbox.world.messages import Stored
from sandbox.world.rights import ADMINISTRATOR, BANNED, LEFT, MEMBER, OWNER, RESTRICTED
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json
from sandbox.world.world import World


class Membership:
    def __init__(self, world: World) -> None:
        self._world = world

    def create(self, chat_type: str, title: str, owner: int, doc: Json | None = None) -> Room:
        world = self._world
        room = world.rooms.create(chat_type, {"title": title, **(doc or {})})
        world.rooms.set_member(room, owner, OWNER)
        created = {
            "group": "group_chat_created",
            "supergroup": "supergroup_chat_created",
            "channel": "channel_chat_created",
        }[chat_type]
        world.service(room, owner, {created: True})
        return room

    def enter(self, room: Room, person: int, by: int) -> Member:
        """Join, or be added when ``by`` is somebody else. Channels say nothing about it."""
        rooms = self._world.rooms
        old = rooms.member(room, person)
        if old.status == RESTRICTED:
            return self.change(room, person, by, RESTRICTED, {**old.doc, "is_member": True})
        new = self.change(room, person, by, MEMBER)
        if room.type != "channel":
            user = self._world.account(person).as_user()
            self._world.service(room, by, {"new_chat_members": [user]})
        # What was said before she came does not count as unread.
        new.read_up_to = self._newest(room)
        rooms.save_member(new)
        return new

    def exit(self, room: Room, person: int, by: int, *, banned_until: int | None = None) -> Member:
        """Leave, be removed, or be banned (``banned_until`` 0 is for ever)."""
        if room.type != "channel":
            user = self._world.account(person).as_user()
            self._world.service(room, by, {"left_chat_member": user})
        if banned_until is None:
            return self.change(room, person, by, LEFT)
        return self.change(room, person, by, BANNED, {"until_date": banned_until})

    def change(
        self, room: Room, person: int, by: int, status: str, doc: Json | None = None
    ) -> Member:
        old = self._world.rooms.member(room, person)
        new = self._world.rooms.set_member(room, person, status, doc)
        self._world.tell(MemberChanged(room, by, old, new))
        return new

    def promote(self, room: Room, person: int, by: int, rights: Json) -> Member:
        kept = {"custom_title": self._world.rooms.member(room, person).doc.get("custom_title")}
        by_bot = self._world.account(by).is_bot
        return self.change(
            room, person, by, ADMINISTRATOR, {**kept, **rights, "can_be_edited": by_bot, "_by": by}
        )

    def migrate(self, group: Room) -> Room:
        """A group becomes a supergroup: new id, new numbering, the same people and roles."""
        world = self._world
        doc = {key: value for key, value in group.doc.items() if not key.startswith("_")}
        supergroup = world.rooms.create("supergroup", doc)
        for member in list(world.rooms.members(group).values()):
            world.rooms.set_member(supergroup, member.person, member.status, member.doc)
        owner = next(
            (one.person for one in world.rooms.present(group) if one.status == OWNER),
            world.rooms.present(group)[0].person,
        )
        world.service(group, owner, {"migrate_to_chat_id": supergroup.id})
        world.service(supergroup, owner, {"migrate_from_chat_id": group.id})
        group.doc["_migrated_to"] = supergroup.id
        world.rooms.save(group)
        world.tell(ChatChanged(group))
        world.tell(ChatChanged(supergroup))
        return supergroup

    def request(self, room: Room, person: int, link: Json) -> None:
        """Knock at the door; administrators decide."""
        room.doc.setdefault("_requests", {})[str(person)] = True
        self._world.rooms.save(room)
        shown = {key: value for key, value in link.items() if not key.startswith("_")}
        self._world.tell(AskedToJoin(room, person, shown))

    def settle_request(self, room: Room, person: int, by: int, *, welcome: bool) -> bool:
        """Whether there was one to settle."""
        if not room.doc.get("_requests", {}).pop(str(person), None):
            return False
        self._world.rooms.save(room)
        if welcome:
            self.enter(room, person, by)
        return True

    def create_topic(self, room: Room, by: int, name: str, icon: Json | None = None) -> Json:
        look: Json = {"name": name, "icon_color": 0x6FB9F0, **(icon or {})}
        message = self._world.post(room, by, {"_service": True, "forum_topic_created": look})
        self._file_under(message)
        topic = {"message_thread_id": message.id, **look}
        self._world.rooms.save_topic(room, topic)
        self._world.tell(ChatChanged(room))
        return topic

    def _file_under(self, message: Stored) -> None:
        """A topic is named by its first message, which belongs to it."""
        message.thread = message.id
        self._world.store.write("UPDATE messages SET thread = ? WHERE n = ?", message.id, message.n)

    def _newest(self, room: Room) -> int:
        row = self._world.store.one("SELECT MAX(n) FROM messages WHERE room = ?", room.id)
        return 0 if row is None or row[0] is None else int(row[0])
