"""Words that are still being written: shown in a private chat, kept nowhere."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rich import rich_message
from sandbox.botapi.rules import access
from sandbox.botapi.rules.texts import message_text
from sandbox.world.happenings import Drafted
from sandbox.world.rooms import Room
from sandbox.world.store import Json


async def send_message_draft(call: Call) -> bool:
    room = _room(call)
    # Without words it stands for "thinking".
    words = message_text(call.world, call.parameters) if call.parameters.get("text") else {}
    return _tell(call, room, words)


async def send_rich_message_draft(call: Call) -> bool:
    room = _room(call)
    rich = await rich_message(call, call.parameters["rich_message"], room)
    return _tell(call, room, {"rich_message": rich})


def _room(call: Call) -> Room:
    room = call.room()
    if room.type != "private":
        raise bad_request("message drafts can be sent only to private chats")
    access.may_write(call, room)
    if not call.parameters["draft_id"]:
        raise bad_request("draft_id must be non-zero")
    return room


def _tell(call: Call, room: Room, content: Json) -> bool:
    draft = {"draft_id": call.parameters["draft_id"], **content}
    call.world.tell(Drafted(room, call.bot.id, draft, access.thread(call, room)))
    return True


METHODS: Methods = {
    "sendMessageDraft": send_message_draft,
    "sendRichMessageDraft": send_rich_message_draft,
}
