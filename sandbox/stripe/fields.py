"""Parameters read and checked the way Stripe does."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sandbox.stripe.errors import StripeError

Read: TypeAlias = Callable[[str, Any], Any]

MOST_DIGITS: Final = 18
MOST_METADATA: Final = 50
LONGEST_METADATA_KEY: Final = 40
LONGEST_METADATA_VALUE: Final = 500


@dataclass(frozen=True, slots=True)
class Field:
    read: Read
    required: bool = False


Fields: TypeAlias = Mapping[str, Field]


def read_fields(given: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    for name in given:
        if name not in fields:
            raise StripeError(
                400,
                f"Received unknown parameter: {name}",
                code="parameter_unknown",
                param=name,
            )
    for name, field in fields.items():
        if field.required and name not in given:
            raise StripeError(
                400, f"Missing required param: {name}.", code="parameter_missing", param=name
            )
    return {name: fields[name].read(name, value) for name, value in given.items()}


def text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise StripeError(400, "Invalid string: " + str(value), param=name)
    if not value:
        raise StripeError(
            400,
            f"You passed an empty string for '{name}'. We assume empty values are an attempt to "
            f"unset a parameter; however '{name}' cannot be unset. You should remove '{name}' from "
            "your request or supply a non-empty value.",
            code="parameter_invalid_empty",
            param=name,
        )
    return value


def optional_text(name: str, value: object) -> str:
    return text(name, value) if value != "" else ""


def integer(name: str, value: object) -> int:
    written = text(name, value)
    digits = written.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise StripeError(400, f"Invalid integer: {written}", param=name)
    return int(written)


def positive(name: str, value: object) -> int:
    number = integer(name, value)
    if number < 1:
        raise StripeError(
            400,
            "This value must be greater than or equal to 1.",
            code="parameter_invalid_integer",
            param=name,
        )
    return number


def flag(name: str, value: object) -> bool:
    written = text(name, value)
    if written not in ("true", "false"):
        raise StripeError(400, f"Invalid boolean: {written}", param=name)
    return written == "true"


def one_of(*allowed: str) -> Read:
    def read(name: str, value: object) -> str:
        written = text(name, value)
        if written not in allowed:
            choices = ", ".join(allowed[:-1])
            raise StripeError(
                400, f"Invalid {name}: must be one of {choices}, or {allowed[-1]}", param=name
            )
        return written

    return read


def texts(name: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise StripeError(400, "Invalid array", param=name)
    return list(value)


def metadata(name: str, value: object) -> dict[str, str]:
    if value == "":
        return {}
    # The form reader takes {"0": "a"} for a list; as metadata it is a mapping again.
    if isinstance(value, list):
        value = {str(number): one for number, one in enumerate(value)}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise StripeError(400, "Invalid hash", param=name)
    if len(value) > MOST_METADATA:
        raise StripeError(400, "You can have at most 50 metadata keys.", param=name)
    for key, one in value.items():
        if len(key) > LONGEST_METADATA_KEY or len(one) > LONGEST_METADATA_VALUE:
            raise StripeError(
                400,
                "Metadata keys can have up to 40 characters, values up to 500.",
                param=f"{name}[{key}]",
            )
    return value


def paging(extra: Collection[str] = ()) -> dict[str, Field]:
    """What every list takes, and the filters of this one."""
    return {
        "limit": Field(_page_size),
        "starting_after": Field(text),
        "ending_before": Field(text),
        "expand": Field(texts),
        **{name: Field(text) for name in extra},
    }


def _page_size(name: str, value: object) -> int:
    size = integer(name, value)
    if not 1 <= size <= 100:  # noqa: PLR2004 - Stripe's largest page
        raise StripeError(400, "Invalid integer: must be between 1 and 100.", param=name)
    return size
