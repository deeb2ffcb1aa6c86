"""Plain messages: text, places, contacts, dice, "typing"."""

import secrets
from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.botapi.rules.texts import message_text
from sandbox.botapi.sending import address, sent
from sandbox.world.happenings import Typing
from sandbox.world.store import Json

ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
FOREVER: Final = 0x7FFFFFFF  # a live location that is shared until it is stopped
FACES: Final = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


async def send_message(call: Call) -> Json:
    envelope = address(call)
    content = message_text(call.world, call.parameters)
    if "link_preview_options" in call.parameters:
        content["link_preview_options"] = call.parameters["link_preview_options"]
    return sent(call, envelope, content)


async def send_location(call: Call) -> Json:
    return sent(call, address(call), {"location": location(call.parameters)})


async def send_venue(call: Call) -> Json:
    names = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id")
    venue = {name: call.parameters[name] for name in names if name in call.parameters}
    place = location(call.parameters)
    return sent(call, address(call), {"venue": venue | {"location": place}, "location": place})


async def send_contact(call: Call) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.parameters[name] for name in names if name in call.parameters}
    return sent(call, address(call), {"contact": contact})


async def send_dice(call: Call) -> Json:
    emoji = call.parameters.get("emoji", "🎲")
    if emoji not in FACES:
        raise bad_request("invalid dice emoji specified")
    value = 1 + secrets.randbelow(FACES[emoji])
    envelope = address(call, "can_send_other_messages")
    return sent(call, envelope, {"dice": {"emoji": emoji, "value": value}})


async def send_chat_action(call: Call) -> bool:
    action = call.parameters["action"]
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    room = call.room()
    access.may_write(call, room)
    call.world.tell(Typing(room, call.bot.id, action, access.thread(call, room)))
    return True


def location(given: Json) -> Json:
    latitude, longitude = float(given["latitude"]), float(given["longitude"])
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - the globe's edges
        raise bad_request("wrong latitude or longitude")
    period = given.get("live_period")
    if period is not None and period != FOREVER and not 60 <= int(period) <= 86_400:  # noqa: PLR2004 - documented
        raise bad_request("invalid live_period specified")
    names = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    more = {name: given[name] for name in names if name in given}
    return {"latitude": latitude, "longitude": longitude, **more}


METHODS: Methods = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendDice": send_dice,
    "sendChatAction": send_chat_action,
}
