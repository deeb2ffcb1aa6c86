"""Every request, answer and update is held against the Bot API's schema.

Two differences from Telegram are meant: it ignores parameters it does not know and turns almost
anything into a number, while this is a test bench and refuses both. Everything else, including
numbers and JSON written as text in a form field, is read as Telegram reads it.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from sandbox.botapi import schema_words as words
from sandbox.botapi.errors import ApiError, bad_request
from sandbox.botapi.schema_checks import ARRAY, Check, Checks, Mismatch, Primitives

SCHEMA: Final[dict[str, Any]] = json.loads(
    Path(__file__).with_name("schema.json").read_text(encoding="utf-8")
)
VERSION: Final[str] = SCHEMA["version"]
METHODS: Final[Mapping[str, str]] = {name.lower(): name for name in SCHEMA["methods"]}
WRITTEN: Final = ("Integer", "Float", "Boolean", "String", "InputFile")

YES: Final = ("true", "yes", "1")
NO: Final = ("false", "no", "0")


class SchemaMismatch(AssertionError):
    """The sandbox itself was about to say something Telegram would never say."""


class _Reading(Primitives):
    """What a bot writes: numbers and yes or no may be text."""

    reads_requests = True

    def integer(self, value: object) -> object:
        if isinstance(value, str):
            try:
                value = int(value) if value.isascii() else value
            except ValueError:
                raise Mismatch("must be of type Number") from None
        return super().integer(value)

    def floating(self, value: object) -> object:
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                raise Mismatch("must be of type Number") from None
        if isinstance(value, float) and not math.isfinite(value):
            raise Mismatch("must be of type Number")
        return super().floating(value)

    def boolean(self, value: object) -> object:
        written = str(value).lower() if isinstance(value, str | int) else ""
        if written in YES:
            return True
        if written in NO:
            return False
        raise Mismatch("must be of type Boolean")


_answers = Checks(SCHEMA["types"], Primitives())
_requests = Checks(SCHEMA["types"], _Reading())


def method_name(raw: str) -> str | None:
    """The method as the documentation spells it; Telegram does not mind upper and lower case."""
    return METHODS.get(raw.lower())


def check_request(method: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters decoded, absent and empty ones left out.

    A file that comes with the request stands as ``attach://<name>``.
    Raises ``ApiError`` in Telegram's words.
    """
    name = method_name(method)
    if name is None:
        raise ApiError(404, "Not Found: method not found")

    checks, required = _method(name)
    checked: dict[str, Any] = {}
    for parameter, value in parameters.items():
        check = checks.get(parameter)
        if check is None:
            raise bad_request(f'unknown parameter "{parameter}" of {name}')
        read = check(value) if value is not None and value != "" else None
        if read is not None:
            checked[parameter] = read
    for parameter in required:
        if parameter not in checked:
            raise bad_request(words.missing(parameter))
    return checked


def check_result(method: str, result: object) -> Any:  # noqa: ANN401 - JSON is anything
    """Raise ``SchemaMismatch`` where an answer is not what the method promises."""
    try:
        return _answers.any_of(SCHEMA["methods"][method]["returns"])(result)
    except Mismatch as mismatch:
        raise SchemaMismatch(f"answer of {method}: {mismatch}") from None


def check_type(name: str, value: object) -> Any:  # noqa: ANN401 - JSON is anything
    """Raise ``SchemaMismatch`` where a value, such as an ``Update``, is not of its type."""
    try:
        return _answers.named(name)(value)
    except Mismatch as mismatch:
        raise SchemaMismatch(f"{name}: {mismatch}") from None


@cache
def _method(name: str) -> tuple[Mapping[str, Check], tuple[str, ...]]:
    described = SCHEMA["methods"][name]["parameters"]
    checks = {parameter: _reader(parameter, entry) for parameter, entry in described.items()}
    required = tuple(parameter for parameter, entry in described.items() if entry["required"])
    return checks, required


def _reader(parameter: str, entry: Mapping[str, Any]) -> Check:
    """A check that decodes one parameter and refuses it in Telegram's words."""
    types: list[str] = entry["types"]
    check = _requests.any_of(types)
    written = all(name in WRITTEN for name in types)
    is_array = types[0].startswith(ARRAY)
    uploads_only = types == ["InputFile"]

    def read(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if not written:
            value = _decoded(parameter, value)
            if value == {} and parameter == "reply_markup":
                return None  # Telegram takes an empty object for no keyboard
            if is_array and not isinstance(value, list):
                raise bad_request(words.array_expected(parameter))
            if not is_array and not isinstance(value, dict):
                raise bad_request(words.object_expected(parameter))
        try:
            value = check(value)
        except Mismatch as mismatch:
            raise bad_request(_sentence(parameter, types, mismatch)) from None
        if uploads_only and not value.startswith("attach://"):
            raise bad_request(f"{parameter} must be uploaded as an InputFile")
        return value

    return read


def _decoded(parameter: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise bad_request(words.unreadable_json(parameter)) from None


def _sentence(parameter: str, types: list[str], mismatch: Mismatch) -> str:
    reason = mismatch.sentence()
    if mismatch.whole and reason.startswith(("Can't parse ", "strings must")):
        return reason[0].lower() + reason[1:]
    if types == ["Integer"] and parameter in ("user_id", "message_id"):
        return words.missing(parameter)
    if not mismatch.path and all(name in WRITTEN for name in types):
        return f'can\'t parse "{parameter}" as {" or ".join(types).replace("Integer", "Number")}'
    return words.unreadable(words.spoken(types[0].removeprefix(ARRAY)), reason)
