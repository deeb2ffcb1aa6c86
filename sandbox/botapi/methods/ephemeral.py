"""Changing and taking back what one person alone sees. Sending is any ``send...`` method."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.editing import apply_changes, changed_caption, changed_media, changed_text
from sandbox.botapi.rules import access
from sandbox.botapi.rules.buttons import check_markup, without_empty_rows
from sandbox.botapi.rules.ephemeral import own_whisper
from sandbox.world.messages import Stored
from sandbox.world.store import Json


async def edit_text(call: Call) -> bool:
    message = _message(call)
    return _edit(call, message, await changed_text(call, message))


async def edit_caption(call: Call) -> bool:
    message = _message(call)
    return _edit(call, message, changed_caption(call, message))


async def edit_media(call: Call) -> bool:
    message = _message(call)
    return _edit(call, message, await changed_media(call, message))


async def edit_markup(call: Call) -> bool:
    return _edit(call, _message(call), {})


async def delete(call: Call) -> bool:
    message = _message(call)
    call.world.delete(call.world.rooms.get(message.room), [message])
    return True


def _message(call: Call) -> Stored:
    room = call.room()
    access.must_be_there(call, room)
    return own_whisper(call, room)


def _edit(call: Call, message: Stored, changes: Json) -> bool:
    markup = without_empty_rows(call.parameters.get("reply_markup"))
    check_markup(markup, call.world.rooms.get(message.room))
    apply_changes(message, {**changes, "reply_markup": markup})
    call.world.edited(message, stamp=bool(changes))
    return True


METHODS: Methods = {
    "editEphemeralMessageText": edit_text,
    "editEphemeralMessageCaption": edit_caption,
    "editEphemeralMessageMedia": edit_media,
    "editEphemeralMessageReplyMarkup": edit_markup,
    "deleteEphemeralMessage": delete,
}
