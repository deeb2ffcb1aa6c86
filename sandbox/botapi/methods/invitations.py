"""Invite links."""

import secrets

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.world.rooms import Room
from sandbox.world.store import Json

NO_RIGHTS = "not enough rights to manage chat invite link"


async def export(call: Call) -> str:
    room = _invitable(call)
    room.doc["invite_link"] = _new_link()
    call.world.rooms.save(room)
    return str(room.doc["invite_link"])


async def create(call: Call) -> Json:
    room = _invitable(call)
    if call.parameters.get("creates_join_request") and "member_limit" in call.parameters:
        raise bad_request(
            "member limit can't be specified for links requiring administrator approval"
        )
    link: Json = {
        "invite_link": _new_link(),
        "creator": call.bot.as_user(),
        "creates_join_request": bool(call.parameters.get("creates_join_request")),
        "is_primary": False,
        "is_revoked": False,
    }
    names = ("name", "expire_date", "member_limit")
    link |= {name: call.parameters[name] for name in names if name in call.parameters}
    _links(room)[link["invite_link"]] = link
    call.world.rooms.save(room)
    return link


async def revoke(call: Call) -> Json:
    room = _invitable(call)
    link: Json | None = _links(room).get(call.parameters["invite_link"])
    if link is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    link["is_revoked"] = True
    call.world.rooms.save(room)
    return {key: value for key, value in link.items() if not key.startswith("_")}


async def approve(call: Call) -> bool:
    return _settle(call, welcome=True)


async def decline(call: Call) -> bool:
    return _settle(call, welcome=False)


def _settle(call: Call, *, welcome: bool) -> bool:
    room = _invitable(call)
    person = int(call.parameters["user_id"])
    if not call.api.membership.settle_request(room, person, call.bot.id, welcome=welcome):
        raise bad_request("HIDE_REQUESTER_MISSING")
    return True


def _invitable(call: Call) -> Room:
    room = call.room()
    access.needs_right(call, room, "can_invite_users", NO_RIGHTS)
    return room


def _links(room: Room) -> Json:
    links: Json = room.doc.setdefault("_links", {})
    return links


def _new_link() -> str:
    return f"https://t.me/+{secrets.token_urlsafe(12)}"


METHODS: Methods = {
    "exportChatInviteLink": export,
    "createChatInviteLink": create,
    "revokeChatInviteLink": revoke,
    "approveChatJoinRequest": approve,
    "declineChatJoinRequest": decline,
}
