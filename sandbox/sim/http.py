"""``/sim/...`` over HTTP: thin translations of the verbs in ``sandbox.sim``."""

from typing import Any, Final

from aiohttp import web

from sandbox.sim.errors import wrong
from sandbox.sim.reading import (
    Verb,
    answering,
    chat_of,
    given,
    number,
    person_of,
    place_of,
    text,
)
from sandbox.sim.sim import Sim
from sandbox.sim.speaking import Attachment
from sandbox.world.store import Json

CHAT: Final = "/sim/people/{p}/chats/{chat}"
MESSAGE: Final = CHAT + "/messages/{message}"


class SimFace:
    def __init__(self, sim: Sim) -> None:
        self._sim = sim

    def routes(self) -> list[web.RouteDef]:
        table: list[tuple[str, str, Verb]] = [
            ("GET", "/sim/people", self.people),
            ("POST", "/sim/people", self.add_person),
            ("GET", "/sim/bots", self.bots),
            ("POST", "/sim/bots", self.add_bot),
            ("POST", "/sim/chats", self.create_chat),
            ("GET", "/sim/chats/{chat}", self.chat),
            ("POST", "/sim/chats/{chat}/topics", self.create_topic),
            ("POST", "/sim/chats/{chat}/migrate", self.migrate),
            ("GET", "/sim/people/{p}/chats", self.chats),
            ("POST", CHAT + "/{verb:join|leave|add|remove|promote|demote}", self.membership),
            ("POST", "/sim/people/{p}/bots/{bot}/{verb:start|block|unblock}", self.with_bot),
            ("POST", "/sim/people/{p}/open", self.open),
            ("GET", CHAT + "/messages", self.messages),
            ("POST", CHAT + "/messages", self.say),
            ("GET", MESSAGE, self.message),
            ("PATCH", MESSAGE, self.edit),
            ("DELETE", MESSAGE, self.delete),
            ("POST", MESSAGE + "/tap", self.tap),
            ("POST", MESSAGE + "/react", self.react),
            ("POST", MESSAGE + "/forward", self.forward),
            ("POST", MESSAGE + "/vote", self.vote),
            ("POST", MESSAGE + "/pin", self.pin),
            ("POST", CHAT + "/read", self.read),
            ("GET", "/sim/queries/{query}", self.answer_of),
            ("POST", "/sim/people/{p}/inline", self.inline),
            ("POST", "/sim/people/{p}/inline/choose", self.choose),
        ]
        return [web.route(method, path, answering(verb)) for method, path, verb in table]

    async def people(self, request: web.Request, body: Json) -> object:
        del request, body
        return self._sim.people()

    async def add_person(self, request: web.Request, body: Json) -> object:
        del request
        names = ("last_name", "username", "language_code", "stars", "photo")
        return self._sim.add_person(text(body, "first_name"), **given(body, names))

    async def bots(self, request: web.Request, body: Json) -> object:
        del request, body
        return self._sim.bots()

    async def add_bot(self, request: web.Request, body: Json) -> object:
        del request
        words = (text(body, name) for name in ("token", "username", "first_name"))
        return self._sim.add_bot(
            *words, **given(body, ("privacy_mode", "hears_mentions", "web_app_url"))
        )

    async def create_chat(self, request: web.Request, body: Json) -> object:
        del request
        return self._sim.create_chat(
            text(body, "type"),
            text(body, "title"),
            number(body, "owner"),
            **given(body, ("is_forum", "members", "username")),
        )

    async def chat(self, request: web.Request, body: Json) -> object:
        del body
        return self._sim.chat(chat_of(request))

    async def create_topic(self, request: web.Request, body: Json) -> object:
        return self._sim.create_topic(chat_of(request), number(body, "by"), text(body, "name"))

    async def migrate(self, request: web.Request, body: Json) -> object:
        del body
        return self._sim.migrate(chat_of(request))

    async def chats(self, request: web.Request, body: Json) -> object:
        del body
        return self._sim.chats(person_of(request))

    async def membership(self, request: web.Request, body: Json) -> object:
        person, chat = person_of(request), chat_of(request)
        match request.match_info["verb"]:
            case "join":
                return self._sim.join(person, chat)
            case "leave":
                self._sim.leave(person, chat)
            case "add":
                self._sim.add(person, chat, number(body, "user"))
            case "remove":
                ban = bool(body.get("ban"))
                self._sim.remove(person, chat, number(body, "user"), ban=ban)
            case "promote":
                more = given(body, ("rights", "anonymous"))
                self._sim.promote(person, chat, number(body, "user"), **more)
            case _:
                self._sim.demote(person, chat, number(body, "user"))
        return None

    async def with_bot(self, request: web.Request, body: Json) -> object:
        person, bot = person_of(request), request.match_info["bot"]
        match request.match_info["verb"]:
            case "start":
                return self._sim.start(person, bot, str(body.get("payload") or ""))
            case "block":
                self._sim.block(person, bot)
            case _:
                self._sim.unblock(person, bot)
        return None

    async def open(self, request: web.Request, body: Json) -> object:
        return await self._sim.open(person_of(request), text(body, "url"))

    async def messages(self, request: web.Request, body: Json) -> object:
        del body
        query = request.query
        wanted: dict[str, Any] = {
            name: query[name] for name in ("before", "after", "around") if query.get(name)
        }
        for name in ("thread", "limit"):
            if query.get(name):
                wanted[name] = number(dict(query), name)
        return self._sim.messages(person_of(request), chat_of(request), **wanted)

    async def say(self, request: web.Request, body: Json) -> object:
        attached: tuple[Attachment, ...] = body.pop("_attachments", ())
        for kind in ("photo", "document"):
            if isinstance(body.get(kind), str):
                attached += (Attachment(kind, file_id=body[kind]),)
        words = str(body.get("caption" if attached else "text") or body.get("text") or "")
        thread = body.get("thread")
        return self._sim.say(
            person_of(request),
            chat_of(request),
            words,
            reply_to=body.get("reply_to"),
            thread=None if thread in {None, ""} else number(body, "thread"),
            attachments=attached,
        )

    async def message(self, request: web.Request, body: Json) -> object:
        del body
        return self._sim.message(*place_of(request))

    async def edit(self, request: web.Request, body: Json) -> object:
        return self._sim.edit(*place_of(request), text(body, "text"))

    async def delete(self, request: web.Request, body: Json) -> None:
        del body
        self._sim.delete(*place_of(request))

    async def tap(self, request: web.Request, body: Json) -> object:
        wanted = given(body, ("button", "row", "column", "data", "wait"))
        return await self._sim.tap(*place_of(request), **wanted)

    async def react(self, request: web.Request, body: Json) -> object:
        emoji = body.get("emoji")
        return self._sim.react(*place_of(request), None if emoji is None else str(emoji))

    async def forward(self, request: web.Request, body: Json) -> object:
        return self._sim.forward(*place_of(request), number(body, "to"))

    async def vote(self, request: web.Request, body: Json) -> object:
        options = body.get("options")
        if not isinstance(options, list) or not all(isinstance(one, int) for one in options):
            raise wrong("options must be a list of numbers")
        return self._sim.vote(*place_of(request), options)

    async def pin(self, request: web.Request, body: Json) -> None:
        self._sim.pin(*place_of(request), on=bool(body.get("on", True)))

    async def read(self, request: web.Request, body: Json) -> None:
        thread = None if body.get("thread") is None else number(body, "thread")
        self._sim.read(person_of(request), chat_of(request), thread=thread)

    async def answer_of(self, request: web.Request, body: Json) -> object:
        del body
        wait = float(request.query.get("wait", 0))
        return await self._sim.answer_of(request.match_info["query"], wait)

    async def inline(self, request: web.Request, body: Json) -> object:
        return await self._sim.inline(
            person_of(request),
            text(body, "bot"),
            str(body.get("query", "")),
            number(body, "chat"),
            **given(body, ("offset", "wait")),
        )

    async def choose(self, request: web.Request, body: Json) -> object:
        return self._sim.choose(
            person_of(request),
            text(body, "query_id"),
            text(body, "result_id"),
            number(body, "chat"),
            **given(body, ("thread",)),
        )
