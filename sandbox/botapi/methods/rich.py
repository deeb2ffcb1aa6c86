"""Rich messages: headings, tables, slideshows, buttons in one."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.rich import rich_message
from sandbox.botapi.sending import address, sent
from sandbox.world.store import Json


async def send_rich_message(call: Call) -> Json:
    envelope = address(call)
    rich = await rich_message(call, call.parameters["rich_message"], envelope.room)
    return sent(call, envelope, {"rich_message": rich})


METHODS: Methods = {"sendRichMessage": send_rich_message}
