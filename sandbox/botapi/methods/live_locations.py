"""A place that moves: a courier's, for as long as she shares it."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.methods.edits import edited, message_to_edit
from sandbox.botapi.methods.messages import FOREVER, location
from sandbox.world.messages import Stored
from sandbox.world.store import Json

CHANGING: Final = ("latitude", "longitude", "horizontal_accuracy", "heading", "live_period")


async def edit_live_location(call: Call) -> Json | bool:
    message = _living(call)
    given = {name: call.parameters[name] for name in CHANGING if name in call.parameters}
    kept = {"live_period": message.body["location"]["live_period"]}
    radius = call.parameters.get("proximity_alert_radius")
    moved = location(kept | given | ({} if radius is None else {"proximity_alert_radius": radius}))
    return edited(call, message, {"location": moved})


async def stop_live_location(call: Call) -> Json | bool:
    message = _living(call)
    place = {name: message.body["location"][name] for name in ("latitude", "longitude")}
    return edited(call, message, {"location": place})


def _living(call: Call) -> Stored:
    message = message_to_edit(call)
    period = message.body.get("location", {}).get("live_period")
    if period is None:
        raise bad_request("there is no live location in the message to edit")
    if period != FOREVER and call.world.clock.now() > message.date + period:
        raise bad_request("message can't be edited")
    return message


METHODS: Methods = {
    "editMessageLiveLocation": edit_live_location,
    "stopMessageLiveLocation": stop_live_location,
}
