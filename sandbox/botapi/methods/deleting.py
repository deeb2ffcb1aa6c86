"""Taking messages back."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access

MOST_AT_ONCE: Final = 100


async def delete_message(call: Call) -> bool:
    room = call.room()
    access.must_be_there(call, room)
    message = call.world.messages.by_id(room.id, int(call.parameters["message_id"]))
    if message is None:
        raise bad_request("message to delete not found")
    access.may_delete(call, room, message)
    call.world.delete(room, [message])
    return True


async def delete_messages(call: Call) -> bool:
    """Those that are not there are passed over."""
    room = call.room()
    access.must_be_there(call, room)
    numbers = call.parameters["message_ids"]
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [call.world.messages.by_id(room.id, int(number)) for number in numbers]
    messages = [message for message in found if message is not None]
    for message in messages:
        access.may_delete(call, room, message)
    call.world.delete(room, messages)
    return True


METHODS: Methods = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
