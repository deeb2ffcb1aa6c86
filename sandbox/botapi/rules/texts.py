"""Lengths and emptiness of what is written."""

from typing import Final

from sandbox.botapi.entities import formatted
from sandbox.botapi.errors import bad_request
from sandbox.botapi.markup import utf16_length
from sandbox.world.store import Json
from sandbox.world.world import World

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
LONGEST_TOAST: Final = 200


def written(
    world: World, parameters: Json, names: tuple[str, str, str] = ("text", "parse_mode", "entities")
) -> tuple[str, list[Json]]:
    """The text and entities that three parameters describe together."""
    text, parse_mode, entities = names
    return formatted(
        str(parameters.get(text, "")),
        parameters.get(parse_mode),
        parameters.get(entities),
        person=lambda account_id: _user(world, account_id),
    )


def message_text(world: World, parameters: Json) -> Json:
    """``text`` and ``entities`` of a message. 1-4096 characters after entities parsing."""
    text, entities = written(world, parameters)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption(world: World, parameters: Json) -> Json:
    """``caption`` and ``caption_entities``. 0-1024 characters after entities parsing."""
    text, entities = written(world, parameters, ("caption", "parse_mode", "caption_entities"))
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    shown: Json = {"caption": text}
    if entities:
        shown["caption_entities"] = entities
    if parameters.get("show_caption_above_media"):
        shown["show_caption_above_media"] = True
    return shown


def toast(text: str | None) -> None:
    if text is not None and utf16_length(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")


def _user(world: World, account_id: int) -> Json | None:
    account = world.people.find(account_id)
    return None if account is None else account.as_user()
