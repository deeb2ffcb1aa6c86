"""Polls and quizzes."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import ApiError, bad_request
from sandbox.botapi.media import media_fields
from sandbox.botapi.rules import access
from sandbox.botapi.rules.texts import written
from sandbox.botapi.sending import address, send
from sandbox.world.happenings import PollChanged
from sandbox.world.store import Json

MOST_OPTIONS: Final = 12
LONGEST_QUESTION: Final = 300
LONGEST_OPTION: Final = 100
LONGEST_EXPLANATION: Final = 200
LONGEST_DESCRIPTION: Final = 1024
SWITCHES: Final = ("allows_multiple_answers", "allows_revoting", "members_only")


async def send_poll(call: Call) -> Json:
    envelope = address(call, "can_send_polls")
    poll = await _poll(call)
    call.world.polls.add(poll)
    message = send(call, envelope, {"_poll": poll["id"]})
    call.world.polls.shown_in(poll["id"], message.n)
    return call.views.message(message, call.bot.id)


async def stop_poll(call: Call) -> Json:
    room = call.room()
    found = call.world.messages.by_id(room.id, int(call.parameters["message_id"]))
    if found is None or "_poll" not in found.body:
        raise bad_request("message with poll to stop not found")
    message = access.may_edit(call, found)
    poll = call.world.polls.find(message.body["_poll"])
    if poll is None or poll["is_closed"]:
        raise bad_request("poll has already been closed")
    call.world.polls.close(poll["id"])
    if "reply_markup" in call.parameters:
        message.body["reply_markup"] = call.parameters["reply_markup"]
    call.world.edited(message, silently=True, stamp=False)
    closed: Json = {**poll, "is_closed": True}
    call.world.tell(PollChanged(room, message, closed))
    return closed


async def _poll(call: Call) -> Json:
    given = call.parameters
    question = _words(call, given, "question", LONGEST_QUESTION, "poll question")
    if not question:
        raise bad_request("poll question must be non-empty")
    options = [await _option(call, place, one) for place, one in enumerate(given["options"])]
    _check_number(options)
    poll: Json = {
        "id": call.world.polls.next_id(),
        **question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": bool(given.get("is_closed")),
        "is_anonymous": bool(given.get("is_anonymous", True)),
        "type": given.get("type", "regular"),
        **{name: bool(given.get(name)) for name in SWITCHES},
    }
    poll |= _words(call, given, "description", LONGEST_DESCRIPTION, "poll description")
    return poll | _quiz(call, poll) | _closing(call)


async def _option(call: Call, place: int, given: Json) -> Json:
    words = _words(call, given, "text", LONGEST_OPTION, "poll options")
    if not words:
        raise bad_request("poll options must be non-empty")
    media = given.get("media")
    if media is not None and media["type"] != "photo":
        raise ApiError(
            501, f"Not Implemented: the sandbox does not emulate {media['type']} in polls"
        )
    pictured = await media_fields(call, "photo", str(media["media"]), media) if media else {}
    shown = {"media": pictured} if pictured else {}
    return {"persistent_id": f"o{place}", **words, "voter_count": 0, **shown}


def _check_number(options: list[Json]) -> None:
    if not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")


def _quiz(call: Call, poll: Json) -> Json:
    given = call.parameters
    right = given.get("correct_option_ids", [])
    if poll["type"] != "quiz":
        if right:
            raise bad_request("correct options can be specified only for quizzes")
        return {}
    if not right or any(not 0 <= int(one) < len(poll["options"]) for one in right):
        raise bad_request("wrong correct option ID specified")
    words = _words(call, given, "explanation", LONGEST_EXPLANATION, "poll explanation")
    return {"correct_option_ids": right, **words}


def _closing(call: Call) -> Json:
    period, date = call.parameters.get("open_period"), call.parameters.get("close_date")
    if period is not None:
        return {"open_period": period, "close_date": call.world.clock.seconds() + int(period)}
    return {} if date is None else {"close_date": date}


def _words(call: Call, given: Json, name: str, longest: int, spoken: str) -> Json:
    text, entities = written(call.world, given, (name, f"{name}_parse_mode", f"{name}_entities"))
    if len(text) > longest:
        raise bad_request(f"{spoken} length must not exceed {longest}")
    if not text:
        return {}
    return {name: text} | ({f"{name}_entities": entities} if entities else {})


METHODS: Methods = {"sendPoll": send_poll, "stopPoll": stop_poll}
