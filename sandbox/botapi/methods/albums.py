"""Albums: two to ten pieces of media shown as one."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.media import PERMISSION, media_fields
from sandbox.botapi.rules.texts import caption
from sandbox.botapi.sending import address, sent
from sandbox.world.store import Json

FEWEST: Final = 2
MOST: Final = 10
ALONE: Final = frozenset({"document", "audio"})


async def send_media_group(call: Call) -> list[Json]:
    items: list[Json] = call.parameters["media"]
    if len(items) < FEWEST:
        raise bad_request("there are not enough messages to send as an album")
    if len(items) > MOST:
        raise bad_request("too many messages to send as an album")
    kinds = {str(item["type"]) for item in items}
    if len(kinds) > 1 and kinds & ALONE:
        raise bad_request("can't use the media of the specified type in the album")

    envelope = address(call, PERMISSION[str(items[0]["type"])])
    group = {"media_group_id": str(call.world.store.next("albums", 13_000_000_000_000_000))}
    contents = [await _content(call, item) for item in items]
    return [sent(call, envelope, content | group) for content in contents]


async def _content(call: Call, item: Json) -> Json:
    words = caption(call.world, item)
    spoiler = {"has_media_spoiler": True} if item.get("has_spoiler") else {}
    kind = str(item["type"])
    return await media_fields(call, kind, str(item["media"]), item) | words | spoiler


METHODS: Methods = {"sendMediaGroup": send_media_group}
