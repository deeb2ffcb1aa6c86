"""``/bot<token>/<method>`` and ``/file/bot<token>/<path>`` over HTTP."""

import json
import logging
from typing import Final

from aiohttp import BodyPartReader, web

from sandbox.botapi.call import Upload
from sandbox.botapi.errors import ApiError, bad_request
from sandbox.botapi.faults import AnswerLost
from sandbox.botapi.schema import SchemaMismatch
from sandbox.botapi.server import BotApi, refusal_body
from sandbox.world.store import Json

log = logging.getLogger(__name__)

LARGEST_REQUEST: Final = 60 << 20


class BotFace:
    def __init__(self, api: BotApi) -> None:
        self._api = api

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self.call),
            web.post("/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{folder}/{name}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        try:
            parameters, files = await _read(request)
            token, method = request.match_info["token"], request.match_info["method"]
            result = await self._api.call(token, method, parameters, files)
        except ApiError as refusal:
            headers = {}
            if refusal.parameters and "retry_after" in refusal.parameters:
                headers["Retry-After"] = str(refusal.parameters["retry_after"])
            return web.json_response(refusal_body(refusal), status=refusal.code, headers=headers)
        except AnswerLost:
            return _hang_up(request)
        except SchemaMismatch as mismatch:
            # Our own mistake: said plainly, so that nobody looks for it in the bot.
            log.exception("the sandbox gave a wrong answer")
            bug = ApiError(500, f"Internal Server Error: {mismatch}")
            return web.json_response(refusal_body(bug), status=bug.code)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.StreamResponse:
        files = self._api.world.files
        name = request.match_info["name"]
        file = files.find(name.partition(".")[0])
        known_bot = self._api.world.people.by_token(request.match_info["token"])
        content = None if file is None or known_bot is None else files.read(file.id)
        if file is None or content is None:
            refusal = ApiError(404, "Not Found")
            return web.json_response(refusal_body(refusal), status=refusal.code)
        return web.Response(body=content, content_type="application/octet-stream")


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Break the connection without a word, as a failing network does."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def _read(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters and files, however a library chose to send them."""
    parameters: Json = dict(request.query)
    if request.method == "GET" or not request.can_read_body:
        return parameters, {}
    match request.content_type:
        case "application/json":
            return parameters | await _read_json(request), {}
        case "multipart/form-data":
            return await _read_multipart(request, parameters)
        case "application/x-www-form-urlencoded":
            form = await request.post()
            return parameters | {name: str(value) for name, value in form.items()}, {}
        case _:
            return parameters, {}


async def _read_json(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise bad_request("can't parse request: JSON expected") from None
    if not isinstance(body, dict):
        raise bad_request("object expected")
    return body


async def _read_multipart(request: web.Request, parameters: Json) -> tuple[Json, dict[str, Upload]]:
    files: dict[str, Upload] = {}
    try:
        reader = await request.multipart()
        size = 0
        async for part in reader:
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise bad_request("can't parse multipart data")
            content = bytes(await part.read(decode=True))
            size += len(content)
            if size > LARGEST_REQUEST:
                raise ApiError(413, "Request Entity Too Large")
            if part.filename is None:
                parameters[part.name] = content.decode("utf-8", "replace")
            else:
                mime_type = part.headers.get("Content-Type")
                files[part.name] = Upload(part.filename, content, mime_type)
    except (ValueError, AssertionError):
        raise bad_request("can't parse multipart data") from None
    return parameters, files
