"""One picture, document, video, sound."""

from collections.abc import Awaitable, Callable

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.media import PERMISSION, file_of, media_fields
from sandbox.botapi.rules.texts import caption
from sandbox.botapi.sending import address, sent
from sandbox.world.store import Json


def _sender(kind: str) -> Callable[[Call], Awaitable[Json]]:
    async def send(call: Call) -> Json:
        envelope = address(call, PERMISSION[kind])
        words = caption(call.world, call.parameters)
        content = await media_fields(call, kind, str(call.parameters[kind]), call.parameters)
        if kind == "animation":
            # Old clients know an animation as the document it also is.
            file = await file_of(call, content[kind]["file_id"], kind)
            content["document"] = {
                key: value
                for key, value in content[kind].items()
                if key not in {"width", "height", "duration"}
            } | {"file_size": file.size}
        if call.parameters.get("has_spoiler"):
            content["has_media_spoiler"] = True
        return sent(call, envelope, content | words)

    return send


METHODS: Methods = {
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "sendVideo": _sender("video"),
    "sendAnimation": _sender("animation"),
    "sendAudio": _sender("audio"),
    "sendVoice": _sender("voice"),
    "sendVideoNote": _sender("video_note"),
    "sendSticker": _sender("sticker"),
}
