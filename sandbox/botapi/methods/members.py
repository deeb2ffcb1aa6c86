"""One member: seeing, banning, restricting, promoting."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.world.rights import BANNED, LEFT, MEMBER, OWNER, PERMISSIONS, RESTRICTED, rights_for
from sandbox.world.rooms import Member, Room
from sandbox.world.store import Json

LONGEST_TITLE: Final = 16
CANNOT_RESTRICT: Final = "not enough rights to restrict/unrestrict chat member"
NO_RIGHTS: Final = "not enough rights"


async def get_member(call: Call) -> Json:
    room = call.room()
    access.not_migrated(room)
    user_id = _user(call)
    if room.is_private:
        if user_id not in (room.pair or ()):
            raise bad_request("user not found")
        return {"status": MEMBER, "user": call.views.user(user_id)}
    access.must_be_there(call, room)
    return call.views.member(call.world.rooms.member(room, user_id), room)


async def ban(call: Call) -> bool:
    room, member = _restrictable(call)
    until = int(call.parameters.get("until_date", 0))
    if member.is_present:
        call.api.membership.exit(room, member.person, call.bot.id, banned_until=until)
    else:
        call.api.membership.change(room, member.person, call.bot.id, BANNED, {"until_date": until})
    return True


async def unban(call: Call) -> bool:
    """Without ``only_if_banned`` a present member is thrown out, but may come back."""
    room, member = _restrictable(call)
    if member.status == BANNED:
        call.api.membership.change(room, member.person, call.bot.id, LEFT)
    elif member.is_present and not call.parameters.get("only_if_banned"):
        call.api.membership.exit(room, member.person, call.bot.id)
    return True


async def restrict(call: Call) -> bool:
    room, member = _restrictable(call)
    if room.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    wanted = call.parameters["permissions"]
    permissions = {name: bool(wanted.get(name)) for name in PERMISSIONS}
    if all(permissions[name] for name in PERMISSIONS if name.startswith("can_send")):
        call.api.membership.change(room, member.person, call.bot.id, MEMBER)
        return True
    until = int(call.parameters.get("until_date", 0))
    doc = {**permissions, "is_member": member.is_present, "until_date": until}
    call.api.membership.change(room, member.person, call.bot.id, RESTRICTED, doc)
    return True


async def promote(call: Call) -> bool:
    room = call.room()
    me = access.needs_right(call, room, "can_promote_members", NO_RIGHTS)
    member = _changeable(call, room)
    names = ("is_anonymous", *rights_for(room.type))
    rights = {name: True for name in names if call.parameters.get(name)}
    if any(not me.has_right(name) for name in rights if name != "is_anonymous"):
        raise bad_request("RIGHT_FORBIDDEN")
    if not member.is_present:
        raise bad_request("USER_NOT_MUTUAL_CONTACT")
    if rights:
        call.api.membership.promote(room, member.person, call.bot.id, rights)
    else:
        call.api.membership.change(room, member.person, call.bot.id, MEMBER)
    return True


async def set_custom_title(call: Call) -> bool:
    room = call.room()
    access.needs_right(call, room, "can_promote_members", NO_RIGHTS)
    member = _changeable(call, room)
    if not member.is_admin:
        raise bad_request("user is not an administrator")
    title = str(call.parameters["custom_title"])
    if len(title) > LONGEST_TITLE:
        raise bad_request("ADMIN_RANK_INVALID")
    member.doc["custom_title"] = title
    call.world.rooms.save_member(member)
    return True


async def set_tag(call: Call) -> bool:
    room = call.room()
    access.needs_right(call, room, "can_manage_tags", NO_RIGHTS)
    member = call.world.rooms.member(room, _user(call))
    if not member.is_present or member.is_admin:
        raise bad_request("can't change the tag of the chat member")
    tag = str(call.parameters.get("tag", ""))
    if len(tag) > LONGEST_TITLE:
        raise bad_request("member tag is too long")
    member.doc["tag"] = tag
    call.world.rooms.save_member(member)
    return True


def _user(call: Call) -> int:
    user_id = int(call.parameters["user_id"])
    if call.world.people.find(user_id) is None:
        raise bad_request("user not found")
    return user_id


def _restrictable(call: Call) -> tuple[Room, Member]:
    room = call.room()
    if room.is_private:
        raise bad_request("can't restrict members of private chats")
    access.needs_right(call, room, "can_restrict_members", CANNOT_RESTRICT)
    return room, _changeable(call, room)


def _changeable(call: Call, room: Room) -> Member:
    user_id = _user(call)
    if user_id == call.bot.id:
        raise bad_request("can't restrict self")
    member = call.world.rooms.member(room, user_id)
    if member.status == OWNER:
        raise bad_request("can't remove chat owner")
    if member.is_admin and member.doc.get("_by") != call.bot.id:
        raise bad_request("user is an administrator of the chat")
    return member


METHODS: Methods = {
    "getChatMember": get_member,
    "banChatMember": ban,
    "unbanChatMember": unban,
    "restrictChatMember": restrict,
    "promoteChatMember": promote,
    "setChatAdministratorCustomTitle": set_custom_title,
    "setChatMemberTag": set_tag,
}
