"""What every ``/sim`` request has in common: reading it, and answering in JSON."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from aiohttp import BodyPartReader, web

from sandbox.sim.base import MessageRef
from sandbox.sim.errors import SimError, wrong
from sandbox.sim.speaking import Attachment
from sandbox.world.store import Json

Verb: TypeAlias = Callable[[web.Request, Json], Awaitable[object]]


def answering(verb: Verb) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            result = await verb(request, await _body(request))
        except SimError as error:
            return web.json_response({"error": error.text}, status=error.status)
        except TypeError as error:
            # A value of the wrong JSON type reached a verb that counts on its own.
            return web.json_response({"error": f"wrong value: {error}"}, status=400)
        return web.json_response({} if result is None else result)

    return answer


async def _body(request: web.Request) -> Json:
    if request.method in {"GET", "DELETE"} or not request.can_read_body:
        return {}
    if request.content_type == "multipart/form-data":
        return await _multipart(request)
    try:
        body = json.loads(await request.read() or b"{}")
    except (ValueError, RecursionError):
        raise wrong("the body must be JSON") from None
    if not isinstance(body, dict):
        raise wrong("the body must be an object")
    return body


async def _multipart(request: web.Request) -> Json:
    body: Json = {}
    attachments: list[Attachment] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise wrong("the form can't be read")
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            body[part.name] = content.decode("utf-8", "replace")
        elif part.name in {"photo", "document"}:
            mime_type = part.headers.get("Content-Type")
            attachments.append(Attachment(part.name, content, part.filename, mime_type=mime_type))
    return body | {"_attachments": tuple(attachments)}


def person_of(request: web.Request) -> int:
    return number(dict(request.match_info), "p")


def chat_of(request: web.Request) -> int:
    return number(dict(request.match_info), "chat")


def place_of(request: web.Request) -> tuple[int, int, MessageRef]:
    return person_of(request), chat_of(request), request.match_info["message"]


def number(body: Json, name: str) -> int:
    try:
        return int(str(body[name]))
    except KeyError:
        raise wrong(f"{name} is missing") from None
    except ValueError:
        raise wrong(f"{name} must be a number") from None


def text(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise wrong(f"{name} must be a text")
    return value


def given(body: Json, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: body[name] for name in names if body.get(name) is not None}
