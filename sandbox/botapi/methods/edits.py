"""Changing what was sent, in a chat or through inline mode."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.editing import apply_changes, changed_caption, changed_media, changed_text
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.botapi.rules.buttons import check_markup, without_empty_rows
from sandbox.world.messages import Stored
from sandbox.world.store import Json


async def edit_text(call: Call) -> Json | bool:
    message = message_to_edit(call)
    return edited(call, message, await changed_text(call, message))


async def edit_caption(call: Call) -> Json | bool:
    message = message_to_edit(call)
    return edited(call, message, changed_caption(call, message))


async def edit_media(call: Call) -> Json | bool:
    message = message_to_edit(call)
    return edited(call, message, await changed_media(call, message))


async def edit_markup(call: Call) -> Json | bool:
    message = message_to_edit(call)
    return edited(call, message, {})


def message_to_edit(call: Call) -> Stored:
    inline_id = call.parameters.get("inline_message_id")
    if inline_id is not None:
        message = call.world.messages.by_inline(inline_id)
        if message is None or message.body.get("_via_bot") != call.bot.id:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    if "message_id" not in call.parameters:
        raise bad_request("message identifier is not specified")
    room = call.room()
    access.must_be_there(call, room)
    found = call.world.messages.by_id(room.id, int(call.parameters["message_id"]))
    return access.may_edit(call, found)


def edited(call: Call, message: Stored, changes: Json) -> Json | bool:
    room = call.world.rooms.get(message.room)
    markup = without_empty_rows(call.parameters.get("reply_markup"))
    through_inline = "inline_message_id" in call.parameters
    check_markup(markup, None if through_inline else room, invoice="invoice" in message.body)
    apply_changes(message, {**changes, "reply_markup": markup})
    # A new keyboard alone does not make a message "edited".
    call.world.edited(message, stamp=bool(changes))
    return True if through_inline else call.views.message(message, call.bot.id)


METHODS: Methods = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
}
