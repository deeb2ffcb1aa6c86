"""What an edit puts in place of what was there; the same for public and ephemeral messages."""

from typing import Final

from sandbox.botapi.call import Call
from sandbox.botapi.errors import bad_request
from sandbox.botapi.media import media_fields
from sandbox.botapi.rich import rich_message
from sandbox.botapi.rules.texts import caption, message_text
from sandbox.world.messages import Stored
from sandbox.world.store import Json

WORDS: Final = ("text", "entities", "link_preview_options", "rich_message")
CAPTION: Final = ("caption", "caption_entities", "show_caption_above_media")
MEDIA: Final = ("photo", "document", "video", "animation", "audio", "has_media_spoiler")
CAPTIONED: Final = frozenset({"photo", "document", "video", "animation", "audio", "voice"})
NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


async def changed_text(call: Call, message: Stored) -> Json:
    if not {"text", "rich_message"} & message.body.keys():
        raise bad_request("there is no text in the message to edit")
    absent = dict.fromkeys(WORDS)
    if "rich_message" in call.parameters:
        return absent | {"rich_message": await rich_message(call, call.parameters["rich_message"])}
    words = message_text(call.world, call.parameters)
    preview = call.parameters.get("link_preview_options")
    return absent | words | {"link_preview_options": preview}


def changed_caption(call: Call, message: Stored) -> Json:
    if not CAPTIONED & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    return dict.fromkeys(CAPTION) | caption(call.world, call.parameters)


async def changed_media(call: Call, message: Stored) -> Json:
    media: Json = call.parameters["media"]
    kind = str(media["type"])
    if "media_group_id" in message.body and kind not in message.body:
        raise bad_request("can't use the media of the specified type in the album")
    words = caption(call.world, media)
    content = await media_fields(call, kind, str(media["media"]), media)
    spoiler = {"has_media_spoiler": True} if media.get("has_spoiler") else {}
    return dict.fromkeys((*WORDS, *CAPTION, *MEDIA)) | content | words | spoiler


def apply_changes(message: Stored, changes: Json) -> None:
    """``None`` takes a field away. Raises when nothing would be different."""
    if all(message.body.get(name) == value for name, value in changes.items()):
        raise bad_request(NOT_MODIFIED)
    for name, value in changes.items():
        if value is None:
            message.body.pop(name, None)
        else:
            message.body[name] = value
