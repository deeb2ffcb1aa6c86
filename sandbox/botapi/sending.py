"""What every ``send...`` method does around its own content."""

from dataclasses import dataclass

from sandbox.botapi.call import Call
from sandbox.botapi.rules import access
from sandbox.botapi.rules.buttons import check_markup, without_empty_rows
from sandbox.botapi.rules.ephemeral import Whisper, whisper
from sandbox.world.messages import Stored
from sandbox.world.rooms import Room
from sandbox.world.store import Json


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a message goes and what surrounds it; made only when it may go there."""

    room: Room
    thread: int | None
    whisper: Whisper | None
    fields: Json


def address(
    call: Call, permission: str = "can_send_messages", *, invoice: bool = False
) -> Envelope:
    """Check everything but the content. Raises ``ApiError``."""
    room = call.room()
    access.may_write(call, room, permission)
    secret = whisper(call, room)
    in_thread = access.thread(call, room)
    markup = without_empty_rows(call.parameters.get("reply_markup"))
    check_markup(markup, room, invoice=invoice)
    fields = access.reply(call, room, in_thread, ephemeral=secret is not None)
    if markup is not None:
        # Reply keyboards belong to the person's client, not to the message.
        fields["reply_markup" if "inline_keyboard" in markup else "_keyboard"] = markup
    if call.parameters.get("protect_content"):
        fields["has_protected_content"] = True
    if call.parameters.get("message_effect_id"):
        fields["effect_id"] = call.parameters["message_effect_id"]
    return Envelope(room, in_thread, secret, fields)


def send(call: Call, envelope: Envelope, content: Json) -> Stored:
    secret = envelope.whisper
    return call.world.post(
        envelope.room,
        call.bot.id,
        {**content, **envelope.fields},
        thread=envelope.thread,
        receiver=None if secret is None else secret.receiver,
        replaces=None if secret is None else secret.replaces,
    )


def sent(call: Call, envelope: Envelope, content: Json) -> Json:
    """Send and show the message as the bot sees it."""
    return call.views.message(send(call, envelope, content), call.bot.id)
