"""Ephemeral messages: who may send one to whom, and how long after what."""

from dataclasses import dataclass
from typing import Final

from sandbox.botapi.call import Call
from sandbox.botapi.errors import bad_request
from sandbox.world.messages import Stored
from sandbox.world.queries import EPHEMERAL_SECONDS
from sandbox.world.rooms import Room

TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True, slots=True)
class Whisper:
    """Who an ephemeral message is for, and the public message it stands in place of."""

    receiver: int
    replaces: int | None = None


def whisper(call: Call, room: Room) -> Whisper | None:
    """``None`` for an ordinary message.

    Any bot: within 15 seconds of the receiver's tap or ephemeral command. An administrator: always.
    """
    wanted = call.parameters.get("ephemeral_message_parameters")
    if wanted is None:
        return None
    if room.type not in {"group", "supergroup"}:
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    receiver = int(wanted["receiver_user_id"])
    account = call.world.people.find(receiver)
    if account is None or account.is_bot or not call.world.rooms.member(room, receiver).is_present:
        raise bad_request("receiver of the ephemeral message is not a member of the chat")

    tapped = _tapped_message(call, room, receiver, wanted.get("callback_query_id"))
    if tapped is None and not _may_speak_first(call, room, receiver):
        raise bad_request("not enough rights to send ephemeral messages to the user")
    if not wanted.get("replace_callback_query_message"):
        return Whisper(receiver)
    if tapped is None or tapped.is_ephemeral:
        raise bad_request("the message of the callback query can't be replaced")
    return Whisper(receiver, replaces=tapped.n)


def _tapped_message(call: Call, room: Room, receiver: int, query_id: str | None) -> Stored | None:
    if query_id is None:
        return None
    query = call.world.queries.find(query_id)
    if (
        query is None
        or query.kind != "callback"
        or query.bot != call.bot.id
        or query.person != receiver
        or query.doc.get("room") != room.id
        or call.world.queries.age(query) > EPHEMERAL_SECONDS
    ):
        raise bad_request(TOO_OLD)
    message = call.world.messages.by_n(int(query.doc["n"]))
    if message is None:
        raise bad_request("message of the callback query not found")
    return message


def _may_speak_first(call: Call, room: Room, receiver: int) -> bool:
    if call.world.rooms.member(room, call.bot.id).is_admin:
        return True
    command = call.world.messages.last_ephemeral(room.id, sender=receiver, receiver=call.bot.id)
    return command is not None and call.world.clock.now() - command.date <= EPHEMERAL_SECONDS


def own_whisper(call: Call, room: Room) -> Stored:
    """The ephemeral message that an edit or deletion names."""
    message = call.world.messages.by_ephemeral(int(call.parameters["ephemeral_message_id"]))
    receiver = int(call.parameters["receiver_user_id"])
    if message is None or message.room != room.id or message.sender != call.bot.id:
        raise bad_request("message to edit not found")
    if message.receiver != receiver:
        raise bad_request("message to edit not found")
    return message
