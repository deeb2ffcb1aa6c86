"""One turn of a talk: understand, choose the action, let rasa-sdk run it, read its answer."""

import logging
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from rasa_sdk.executor import ActionExecutor

from bot.dialogue.actions import AnswerAboutProduct, FindProducts
from bot.dialogue.tracker import answer_in, state_of
from bot.questions.answering import ProductAnswers
from bot.questions.conversation import Answer, Asked, Conversation, SmallTalk
from bot.questions.finding import ProductFinder
from bot.questions.understanding import (
    AskOfNoProduct,
    AskOwnOrder,
    Context,
    Greeting,
    Meaning,
    Remark,
    Search,
    Thanks,
    Unclear,
    Understanding,
)

# It tells of every action that is registered, and ours are registered for every text.
logging.getLogger("rasa_sdk.executor").setLevel(logging.WARNING)

# The executor refuses a call without one, and keeps it for all chats: so each call brings its own.
DOMAIN: dict[str, Any] = {
    "actions": ["action_find_products", "action_answer_about_product"],
    "session_config": {},
}


class RasaConversation(Conversation):
    """Lives as long as one update: the actions hold its services, so nothing is shared."""

    def __init__(
        self, understanding: Understanding, finder: ProductFinder, answers: ProductAnswers
    ) -> None:
        self._understanding = understanding
        # Instances, registered one by one: the executor's own search would build them bare.
        self._executor = ActionExecutor()
        self._executor.register_action(FindProducts(finder))
        self._executor.register_action(AnswerAboutProduct(answers))

    async def reply(self, asked: Asked) -> Sequence[Answer]:
        context = Context(currency=asked.currency, about_product=asked.product_id is not None)
        meaning = self._understanding.read(asked.text, asked.language, context)
        match meaning:
            case Greeting() | Thanks() | Remark() | AskOwnOrder() | AskOfNoProduct() | Unclear():
                return _small_talk(asked, meaning)
            case Search() if asked.product_id is not None:
                # Under a card only plain words such as "show me others" are a search.
                waits = replace(asked, expects_answer=True)
                return await self._run("action_find_products", waits, meaning)
            case Search():
                return await self._run("action_find_products", asked, meaning)
            case _:
                return await self._run("action_answer_about_product", asked, meaning)

    async def _run(self, action: str, asked: Asked, meaning: Meaning) -> list[Answer]:
        # The executor changes what it is given.
        call = {
            "next_action": action,
            "sender_id": str(asked.person_id),
            "tracker": state_of(asked, meaning),
            "domain": deepcopy(DOMAIN),
        }
        result = await self._executor.run(call)
        said = result.responses if result else []
        return [answer_in(response["custom"]) for response in said if response["custom"]]


def _small_talk(asked: Asked, meaning: Meaning) -> tuple[Answer, ...]:
    """Be polite where somebody expects it, and quiet where it may be talk among people."""
    if not asked.expects_answer:
        return ()
    match meaning:
        case Greeting():
            return (SmallTalk(about="greeting"),)
        case Thanks():
            return (SmallTalk(about="thanks"),)
        case AskOwnOrder():
            return (SmallTalk(about="own_order"),)
        case AskOfNoProduct():
            return (SmallTalk(about="which_product"),)
        case _:
            return (SmallTalk(about="unrecognised"),)
