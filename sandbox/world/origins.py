"""Where a forwarded message came from, and what a copy keeps."""

from typing import TYPE_CHECKING

from sandbox.world.messages import Stored
from sandbox.world.store import Json
from sandbox.world.world import World

if TYPE_CHECKING:
    from sandbox.world.views import Views

# What belongs to the one message and does not travel.
OWN = frozenset(
    {
        "_reply_to",
        "_reply_to_ephemeral",
        "quote",
        "edit_date",
        "media_group_id",
        "_sender_chat",
        "_via_bot",
        "_keyboard",
    }
)


def copied_body(original: Stored) -> Json:
    dropped = OWN | {"forward_origin", "reply_markup"}
    return {key: value for key, value in original.body.items() if key not in dropped}


def forwarded_body(world: World, views: "Views", original: Stored) -> Json:
    """Of keyboards only an invoice's travels along: its copies can be paid by anybody."""
    body = {key: value for key, value in original.body.items() if key not in OWN}
    if "invoice" not in body:
        body.pop("reply_markup", None)
    elif parameter := body["invoice"]["start_parameter"]:
        # A copy of an open invoice can be paid; one with a start parameter leads to the bot.
        link = f"https://t.me/{world.account(original.sender).username}?start={parameter}"
        button = {"text": body["invoice"]["title"], "url": link}
        body["reply_markup"] = {"inline_keyboard": [[button]]}
    if "forward_origin" not in body:
        body["forward_origin"] = _origin(world, views, original)
    return body


def _origin(world: World, views: "Views", original: Stored) -> Json:
    room = world.rooms.get(original.room)
    when = {"date": original.date}
    if room.type == "channel":
        chat = views.chat(room, original.sender)
        return {"type": "channel", "chat": chat, "message_id": original.id} | when
    if "_sender_chat" in original.body:
        chat = views.chat(world.rooms.get(original.body["_sender_chat"]), original.sender)
        return {"type": "chat", "sender_chat": chat} | when
    return {"type": "user", "sender_user": views.user(original.sender)} | when
