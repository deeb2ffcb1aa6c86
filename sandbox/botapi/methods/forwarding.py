"""Passing messages on, with or without saying where they came from."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.botapi.rules.texts import caption
from sandbox.botapi.sending import address, send, sent
from sandbox.world.messages import Stored
from sandbox.world.origins import copied_body, forwarded_body
from sandbox.world.store import Json

UNCOPIABLE = frozenset({"invoice", "poll", "_poll"})


async def forward_message(call: Call) -> Json:
    original = _original(call, int(call.parameters["message_id"]), "forward")
    return sent(call, address(call), forwarded_body(call.world, call.views, original))


async def forward_messages(call: Call) -> list[Json]:
    originals = _originals(call)
    envelope = address(call)
    bodies = [forwarded_body(call.world, call.views, original) for original in originals]
    return [{"message_id": send(call, envelope, body).id} for body in bodies]


async def copy_message(call: Call) -> Json:
    original = _original(call, int(call.parameters["message_id"]), "copy")
    if original.is_service or UNCOPIABLE & original.body.keys():
        raise bad_request("message can't be copied")
    body = copied_body(original)
    if "caption" in call.parameters:
        kept = {key: value for key, value in body.items() if not key.startswith("caption")}
        body = kept | caption(call.world, call.parameters)
    return {"message_id": send(call, address(call), body).id}


async def copy_messages(call: Call) -> list[Json]:
    originals = [one for one in _originals(call) if not one.is_service]
    envelope = address(call)
    bodies = [copied_body(original) for original in originals]
    return [{"message_id": send(call, envelope, body).id} for body in bodies]


def _original(call: Call, message_id: int, verb: str) -> Stored:
    room = call.room("from_chat_id")
    access.must_be_there(call, room)
    message = call.world.messages.by_id(room.id, message_id)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message.body.get("has_protected_content"):
        raise bad_request("message has protected content and can't be forwarded")
    if message.is_service:
        raise bad_request(f"message can't be {'forwarded' if verb == 'forward' else 'copied'}")
    return message


def _originals(call: Call) -> list[Stored]:
    room = call.room("from_chat_id")
    access.must_be_there(call, room)
    found = [
        call.world.messages.by_id(room.id, int(number)) for number in call.parameters["message_ids"]
    ]
    messages = [
        one for one in found if one is not None and not one.body.get("has_protected_content")
    ]
    if not messages:
        raise bad_request("there are no messages to forward")
    return messages


METHODS: Methods = {
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
}
