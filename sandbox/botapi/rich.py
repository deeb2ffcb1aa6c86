"""From InputRichMessage to RichMessage: uploads become files, list items get their labels."""

from collections.abc import Awaitable, Callable
from typing import Final

from sandbox.botapi.call import Call
from sandbox.botapi.errors import bad_request
from sandbox.botapi.media import media_fields
from sandbox.botapi.rich_html import parse_rich_html
from sandbox.botapi.rich_markdown import parse_rich_markdown
from sandbox.botapi.rules.buttons import check_button
from sandbox.world.rooms import Room
from sandbox.world.store import Json

MOST_BLOCKS: Final = 500
LONGEST_TEXT: Final = 32_768
MEDIA: Final = frozenset({"photo", "video", "animation", "audio", "document", "voice_note"})


async def rich_message(call: Call, given: Json, room: Room | None = None) -> Json:
    """Exactly one of ``blocks``, ``html`` and ``markdown``. Raises ``ApiError``."""
    written = [name for name in ("blocks", "html", "markdown") if name in given]
    if len(written) != 1:
        raise bad_request("exactly one of blocks, html and markdown must be specified")
    words = given[written[0]]
    if written != ["blocks"] and len(words) > LONGEST_TEXT:
        raise bad_request("rich message is too long")
    read = {"html": parse_rich_html, "markdown": parse_rich_markdown}.get(written[0])
    wanted = words if read is None else read(words)
    if not wanted:
        raise bad_request("rich message must be non-empty")
    blocks = await _Translation(call, room).blocks(wanted)
    return {"blocks": blocks} | ({"is_rtl": True} if given.get("is_rtl") else {})


class _Translation:
    def __init__(self, call: Call, room: Room | None) -> None:
        self._call = call
        self._room = room
        self._count = 0
        self._by_type: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "list": self._list,
            "buttons": self._buttons,
            "map": self._map,
            **dict.fromkeys(MEDIA, self._media),
        }

    async def blocks(self, given: list[Json]) -> list[Json]:
        self._count += len(given)
        if self._count > MOST_BLOCKS:
            raise bad_request("rich message is too long")
        return [await self._block(block) for block in given]

    async def _block(self, block: Json) -> Json:
        translate = self._by_type.get(str(block["type"]))
        if translate is not None:
            return await translate(block)
        if "blocks" in block:
            return {**block, "blocks": await self.blocks(block["blocks"])}
        return dict(block)

    async def _media(self, block: Json) -> Json:
        kind = str(block["type"])
        media: Json = block[kind]
        field = "voice" if kind == "voice_note" else kind
        content = await media_fields(self._call, field, str(media["media"]), media)
        kept = {key: value for key, value in block.items() if key != kind}
        spoiler = {"has_spoiler": True} if media.get("has_spoiler") else {}
        return kept | {kind: content[field]} | spoiler

    async def _list(self, block: Json) -> Json:
        items = [await self._item(item, place) for place, item in enumerate(block["items"], 1)]
        return {**block, "items": items}

    async def _item(self, item: Json, place: int) -> Json:
        numbered = item.get("value") or (place if item.get("type") else None)
        label = "•" if numbered is None else f"{numbered}."
        return {**item, "label": label, "blocks": await self.blocks(item["blocks"])}

    async def _buttons(self, block: Json) -> Json:
        for button in block["buttons"]:
            check_button(button, self._room)
        return dict(block)

    async def _map(self, block: Json) -> Json:
        return {"zoom": 15, "width": 600, "height": 300} | block


def rich_blocks_of(rich: Json, kind: str) -> list[Json]:
    """Every block of one kind, however deep it stands."""
    found: list[Json] = []
    for block in rich.get("blocks", []):
        if block.get("type") == kind:
            found.append(block)
        found += rich_blocks_of(block, kind)
        for item in block.get("items", []):
            found += rich_blocks_of(item, kind)
    return found
