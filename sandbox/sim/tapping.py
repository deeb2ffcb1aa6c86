"""Pressing buttons and using inline mode: where a person waits for a bot."""

from collections.abc import Callable
from typing import Any, Final

from sandbox.botapi.errors import ApiError
from sandbox.botapi.rich import rich_blocks_of
from sandbox.botapi.rules.texts import message_text
from sandbox.sim.base import MessageRef
from sandbox.sim.errors import SimError, unknown, wrong
from sandbox.sim.links import Links
from sandbox.sim.speaking import LONGEST_CAPTION, Attachment
from sandbox.world.messages import Stored
from sandbox.world.queries import Query
from sandbox.world.rooms import Room
from sandbox.world.store import Json

DEFAULT_WAIT_SECONDS: Final = 5.0
# What her client does for buttons that no bot hears of.
OUTCOMES: Final[dict[str, Callable[[Any], Json]]] = {
    "url": lambda url: {"kind": "url", "url": url},
    "login_url": lambda login: {"kind": "url", "url": login["url"]},
    "copy_text": lambda copied: {"kind": "copy", "text": copied["text"]},
    "disabled": lambda _: {"kind": "disabled"},
    "switch_inline_query": lambda text: _switched(text, here=False),
    "switch_inline_query_current_chat": lambda text: _switched(text, here=True),
    "switch_inline_query_chosen_chat": lambda to: _switched(to.get("query", ""), here=False),
}


class Tapping(Links):
    async def tap(
        self,
        person: int,
        chat: int,
        message: MessageRef,
        *,
        button: str | None = None,
        row: int | None = None,
        column: int | None = None,
        data: str | None = None,
        wait: float = DEFAULT_WAIT_SECONDS,
    ) -> Json:
        """Press a button, named by its label, its place or its callback data.

        ``wait`` is in real seconds; with 0 the answer is ``{"kind": "waiting", "query": id}`` and
        ``answer_of(id)`` tells it later.
        """
        room = self._room(person, chat)
        stored = self._message(person, room, message)
        pressed = _find(_buttons(stored), button=button, row=row, column=column, data=data)
        if "callback_data" in pressed:
            query = self._ask(person, room, stored, str(pressed["callback_data"]))
            return await self._answer(query, wait)
        return await self._press(person, stored, pressed)

    async def answer_of(self, query_id: str, wait: float = 0) -> Json:
        query = self._world.queries.find(query_id)
        if query is None:
            raise unknown(f"query {query_id}")
        return await self._answer(query, wait)

    async def inline(
        self,
        person: int,
        bot: str,
        query: str,
        chat: int,
        *,
        offset: str = "",
        wait: float = DEFAULT_WAIT_SECONDS,
    ) -> Json:
        """Type ``@bot query``; gives ``{query_id, results, button?, next_offset?}``."""
        asked = self._bot(bot)
        room = self._room(person, chat)
        doc: Json = {"query": query, "room": room.id}
        inline_query = self._world.queries.ask("inline", asked.id, person, doc)
        payload: Json = {
            "id": inline_query.id,
            "from": self._api.views.user(person),
            "query": query,
            "offset": offset,
            "chat_type": self._chat_type(room, asked.id),
        }
        self._api.updates.push(asked, "inline_query", payload, f"inline{person}")
        answer = await self._world.queries.wait(inline_query, wait)
        return {"query_id": inline_query.id, "results": []} | (answer or {})

    def choose(
        self, person: int, query_id: str, result_id: str, chat: int, *, thread: int | None = None
    ) -> Json:
        """Send one of the results."""
        query = self._world.queries.find(query_id)
        if query is None or query.kind != "inline" or query.person != person or not query.answer:
            raise unknown(f"answered inline query {query_id}")
        result = next((one for one in query.answer["results"] if one["id"] == result_id), None)
        if result is None:
            raise unknown(f"result {result_id}")
        room = self._room(person, chat)
        member = self._may_speak(person, room, ())
        body = self._chosen_body(result) | {"_via_bot": query.bot}
        sent = self._world.post(room, person, body, thread=self._thread(room, member, thread))
        self._has_spoken(room, sent)
        self._tell_chosen(query, result, sent)
        return self.seen(sent, person)

    def _ask(self, person: int, room: Room, stored: Stored, data: str) -> Query:
        via_inline = stored.body.get("_via_bot")
        bot = self._account(via_inline or stored.sender)
        if not bot.is_bot:
            raise wrong("nobody would answer that button")
        doc: Json = {"n": stored.n, "room": room.id, "data": data}
        query = self._world.queries.ask("callback", bot.id, person, doc)
        payload: Json = {
            "id": query.id,
            "from": self._api.views.user(person),
            "chat_instance": str(abs(room.id) * 7919 + bot.id),
            "data": data,
        }
        if via_inline is not None:
            payload["inline_message_id"] = stored.body["_inline"]
        else:
            payload["message"] = self._api.views.message(stored, bot.id)
        self._api.updates.push(bot, "callback_query", payload, f"user{person}")
        return query

    async def _answer(self, query: Query, wait: float) -> Json:
        answer = await self._world.queries.wait(query, wait)
        if answer is None:
            self._late.add(query.id)
            return {"kind": "waiting", "query": query.id}
        return {"kind": "answered", **answer}

    async def _press(self, person: int, stored: Stored, pressed: Json) -> Json:
        if pressed.get("pay"):
            if self._hooks.checkouts is None:
                raise SimError(501, "this sandbox was put together without payments")
            opened = await self._hooks.checkouts.open_from_message(person, stored)
            return {"kind": "checkout", "checkout": opened}
        if "web_app" in pressed:
            bot = self._account(stored.sender)
            url = self._launch(bot, person, str(pressed["web_app"]["url"]))
            return {"kind": "web_app", "url": url}
        for action, outcome in OUTCOMES.items():
            if action in pressed:
                shown = outcome(pressed[action])
                inline = shown["kind"] == "switch_inline"
                return shown | ({"bot": self._name(stored)} if inline else {})
        raise wrong("that button does nothing")

    def _name(self, stored: Stored) -> str:
        return str(self._account(stored.body.get("_via_bot") or stored.sender).username)

    def _chat_type(self, room: Room, bot: int) -> str:
        if room.is_private:
            return "sender" if bot in (room.pair or ()) else "private"
        return room.type

    def _chosen_body(self, result: Json) -> Json:
        content = result.get("input_message_content", {})
        body: Json = {}
        if "message_text" in content:
            named = {"text": content["message_text"], **content}
            try:
                body = message_text(self._world, named)
            except ApiError as refusal:
                raise wrong(refusal.description) from None
        elif "photo_file_id" in result:
            file = self._world.files.find(result["photo_file_id"])
            if file is None:
                raise unknown("picture of that result")
            body = self._attached_file(file.id, str(result.get("caption", "")))
        else:
            raise SimError(501, "the sandbox sends articles with text and cached photos only")
        if "reply_markup" in result:
            body["reply_markup"] = result["reply_markup"]
            body["_inline"] = f"inline{self._world.store.next('inline_messages')}"
        return body

    def _attached_file(self, file_id: str, caption: str) -> Json:
        words = self._words(caption, "caption", LONGEST_CAPTION) if caption else {}
        return self._attached(Attachment("photo", file_id=file_id)) | words

    def _tell_chosen(self, query: Query, result: Json, sent: Stored) -> None:
        bot = self._account(query.bot)
        payload: Json = {
            "result_id": result["id"],
            "from": self._api.views.user(query.person),
            "query": query.doc["query"],
        }
        inline_id = sent.body.get("_inline")
        if inline_id is not None:
            self._world.messages.remember_inline(inline_id, sent)
            payload["inline_message_id"] = inline_id
        self._api.updates.push(bot, "chosen_inline_result", payload, f"inline{query.person}")


def _switched(text: str, *, here: bool) -> Json:
    return {"kind": "switch_inline", "query": text, "here": here}


def _buttons(stored: Stored) -> list[list[Json]]:
    markup: Json = stored.body.get("reply_markup", {})
    rows: list[list[Json]] = list(markup.get("inline_keyboard", []))
    rich: Json = stored.body.get("rich_message", {})
    return rows + [block["buttons"] for block in rich_blocks_of(rich, "buttons")]


def _find(
    rows: list[list[Json]],
    *,
    button: str | None,
    row: int | None,
    column: int | None,
    data: str | None,
) -> Json:
    if row is not None and column is not None:
        if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
            raise unknown("button at that place")
        return rows[row][column]
    for one in (one for line in rows for one in line):
        if (button is not None and one["text"] == button) or (
            data is not None and one.get("callback_data") == data
        ):
            return one
    labels = ", ".join(str(one["text"]) for line in rows for one in line)
    raise unknown(f"button {button or data!r}; there are: {labels or 'none'}")
