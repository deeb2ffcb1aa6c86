"""From an upload, a file id or a link to the Bot API's PhotoSize, Document, Video ..."""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from sandbox.botapi.call import Call
from sandbox.botapi.errors import ApiError, bad_request
from sandbox.world.files import StoredFile
from sandbox.world.store import Json

MEGABYTE: Final = 1 << 20
LARGEST_UPLOAD: Final = 50 * MEGABYTE
LARGEST_PHOTO: Final = 10 * MEGABYTE
LARGEST_FETCHED: Final = 20 * MEGABYTE
MOST_PIXELS_AROUND: Final = 10_000
FETCH_SECONDS: Final = 10
ATTACH: Final = "attach://"

# Which field of a message a kind of media fills, and which permission it takes.
PERMISSION: Final = {
    "photo": "can_send_photos",
    "document": "can_send_documents",
    "video": "can_send_videos",
    "animation": "can_send_other_messages",
    "audio": "can_send_audios",
    "voice": "can_send_voice_notes",
    "video_note": "can_send_video_notes",
    "sticker": "can_send_other_messages",
}


async def file_of(call: Call, given: str, kind: str) -> StoredFile:
    """The stored file that a parameter stands for. Raises ``ApiError``."""
    if given.startswith(ATTACH):
        file = _uploaded(call, given.removeprefix(ATTACH))
    elif given.startswith(("http://", "https://")):
        file = await _fetched(call, given)
    else:
        known = call.world.files.find(given)
        if known is None:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return known
    if kind == "photo":
        _check_photo(file)
    return file


async def media_fields(call: Call, kind: str, given: str, described: Json) -> Json:
    """The message field for one piece of media; ``described`` has width, duration, title ..."""
    file = await file_of(call, given, kind)
    return {kind: [photo_size(file)]} if kind == "photo" else {kind: _shown(kind, file, described)}


def photo_size(file: StoredFile) -> Json:
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "width": file.width,
        "height": file.height,
        "file_size": file.size,
    }


def document(file: StoredFile) -> Json:
    return _named(file) | {"file_size": file.size}


def _shown(kind: str, file: StoredFile, described: Json) -> Json:
    length = {"duration": int(described.get("duration", 1))}
    frame = {
        "width": int(described.get("width") or file.width or 320),
        "height": int(described.get("height") or file.height or 240),
    }
    size = {"file_size": file.size}
    match kind:
        case "document":
            return document(file)
        case "video" | "animation":
            return _named(file) | frame | length | size
        case "audio":
            names = {key: described[key] for key in ("performer", "title") if key in described}
            return _named(file) | length | names | size
        case "voice":
            return _ids(file) | length | {"mime_type": file.mime_type} | size
        case "video_note":
            return _ids(file) | length | {"length": int(described.get("length", 240))} | size
        case "sticker":
            looks = {"type": "regular", "is_animated": False, "is_video": False}
            return _ids(file) | looks | {"width": 512, "height": 512} | size
        case _:
            raise ApiError(501, f"Not Implemented: the sandbox does not emulate {kind}")


def _ids(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id}


def _named(file: StoredFile) -> Json:
    return _ids(file) | {"file_name": file.name, "mime_type": file.mime_type}


def _uploaded(call: Call, name: str) -> StoredFile:
    upload = call.files.get(name)
    if upload is None:
        raise bad_request(f'can\'t find the attached file "{name}"')
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return call.world.files.keep(upload.content, upload.name, upload.mime_type)


async def _fetched(call: Call, url: str) -> StoredFile:
    timeout = aiohttp.ClientTimeout(total=FETCH_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as answer:
            if not answer.ok:
                raise bad_request("failed to get HTTP URL content")
            content = await answer.content.read(LARGEST_FETCHED + 1)
            mime_type = answer.content_type
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None
    if not content or len(content) > LARGEST_FETCHED:
        raise bad_request("failed to get HTTP URL content")
    name = PurePosixPath(urlsplit(url).path).name or "file"
    return call.world.files.keep(content, name, mime_type)


def _check_photo(file: StoredFile) -> None:
    if file.size > LARGEST_PHOTO:
        raise bad_request("file is too big")
    if not file.width or not file.height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    ratio = max(file.width, file.height) / min(file.width, file.height)
    if file.width + file.height > MOST_PIXELS_AROUND or ratio > 20:  # noqa: PLR2004 - documented
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
