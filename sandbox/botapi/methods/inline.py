"""Answering inline queries."""

from typing import Final

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules.buttons import check_markup
from sandbox.botapi.rules.ephemeral import TOO_OLD
from sandbox.world.queries import LIFETIME_SECONDS

MOST_RESULTS: Final = 50
LONGEST_ID_BYTES: Final = 64


async def answer(call: Call) -> bool:
    given = call.parameters
    query = call.world.queries.open(
        str(given["inline_query_id"]), "inline", call.bot.id, LIFETIME_SECONDS
    )
    if query is None:
        raise bad_request(TOO_OLD)
    results = given["results"]
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result["id"]) for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(one.encode()) <= LONGEST_ID_BYTES for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    for result in results:
        check_markup(result.get("reply_markup"), None)
    names = ("button", "next_offset")
    more = {name: given[name] for name in names if name in given}
    call.world.queries.answer(query, {"results": results, **more})
    return True


METHODS: Methods = {"answerInlineQuery": answer}
