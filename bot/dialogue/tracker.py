"""Our values as rasa's tracker keeps them: intents, entities and slots, all of it plain JSON."""

from typing import Any, TypeAlias

from pydantic import TypeAdapter

from bot.questions.conversation import Answer, Asked
from bot.questions.understanding import Meaning

State: TypeAlias = dict[str, Any]

_ASKED: TypeAdapter[Asked] = TypeAdapter(Asked)
_MEANING: TypeAdapter[Meaning] = TypeAdapter(Meaning)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def state_of(asked: Asked, meaning: Meaning) -> State:
    """Make a tracker's state: what was asked in the slots, what it means as the last message."""
    said = _MEANING.dump_python(meaning, mode="json")
    intent = said.pop("kind")
    return {
        "sender_id": str(asked.person_id),
        "slots": _ASKED.dump_python(asked, mode="json"),
        "latest_message": {
            "text": asked.text,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": name, "value": value} for name, value in said.items() if value],
        },
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": None,
    }


def asked_in(slots: State) -> Asked:
    return _ASKED.validate_python(slots)


def meaning_in(latest_message: State) -> Meaning:
    entities = {one["entity"]: one["value"] for one in latest_message["entities"]}
    return _MEANING.validate_python({"kind": latest_message["intent"]["name"], **entities})


def as_payload(answer: Answer) -> State:
    payload: State = _ANSWER.dump_python(answer, mode="json")
    return payload


def answer_in(payload: State) -> Answer:
    return _ANSWER.validate_python(payload)
