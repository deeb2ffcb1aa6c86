"""What the shop can do in a talk, as rasa-sdk knows it. A Rasa server could call the same two."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.dialogue.tracker import as_payload, asked_in, meaning_in
from bot.questions.answering import ProductAnswers
from bot.questions.finding import ProductFinder
from bot.questions.understanding import Search

Events = list[dict[str, Any]]


class FindProducts(Action):  # type: ignore[misc]  # rasa-sdk ships no types
    def __init__(self, finder: ProductFinder) -> None:
        self._finder = finder

    def name(self) -> str:
        return "action_find_products"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002 -- the signature is rasa's
    ) -> Events:
        meaning = meaning_in(tracker.latest_message)
        if not isinstance(meaning, Search):
            return []

        answer = await self._finder.find(asked_in(tracker.slots), meaning)
        if answer is None:
            return []
        dispatcher.utter_message(json_message=as_payload(answer))
        return [SlotSet("product_id", getattr(answer, "product_id", None))]


class AnswerAboutProduct(Action):  # type: ignore[misc]  # rasa-sdk ships no types
    def __init__(self, answers: ProductAnswers) -> None:
        self._answers = answers

    def name(self) -> str:
        return "action_answer_about_product"

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002 -- the signature is rasa's
    ) -> Events:
        asked, meaning = asked_in(tracker.slots), meaning_in(tracker.latest_message)
        answer = await self._answers.answer(asked, meaning)
        if answer is not None:
            dispatcher.utter_message(json_message=as_payload(answer))
        return []
