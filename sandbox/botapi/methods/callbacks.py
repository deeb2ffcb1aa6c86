"""Answering a tap."""

import re
from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules.ephemeral import TOO_OLD
from sandbox.botapi.rules.texts import toast
from sandbox.world.store import Json

BOT_LINK: Final = re.compile(r"(?:https?://)?t\.me/(?P<name>\w+)\?(?:start|startapp|game)=?[\w-]*")


async def answer(call: Call) -> bool:
    """Once, and within 150 seconds; the toast has at most 200 characters."""
    given = call.parameters
    text = given.get("text")
    toast(text)
    url = given.get("url")
    if url is not None and not _may_open(call, url):
        raise bad_request("URL_INVALID")
    query = call.world.queries.open(str(given["callback_query_id"]), "callback", call.bot.id)
    if query is None:
        raise bad_request(TOO_OLD)
    answered: Json = {"alert": bool(given.get("show_alert"))}
    if text:
        answered["text"] = text
    if url:
        answered["url"] = url
    call.world.queries.answer(query, answered)
    call.api.answered(query)
    return True


def _may_open(call: Call, url: str) -> bool:
    """Only a link to this very bot."""
    match = BOT_LINK.fullmatch(url)
    return match is not None and match["name"].lower() == str(call.bot.username).lower()


METHODS: Methods = {"answerCallbackQuery": answer}
