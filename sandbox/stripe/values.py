"""Single values read and checked the way Stripe does."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from sandbox.stripe.errors import StripeError

MOST_DIGITS: Final = 18
MOST_METADATA: Final = 50
LONGEST_METADATA_KEY: Final = 40
LONGEST_METADATA_VALUE: Final = 500
LARGEST_PAGE: Final = 100
LARGEST_AMOUNT: Final = 99_999_999
FROM_ONE: Final = frozenset({"amount", "amount_to_capture", "quantity"})
NUMBER: Final = re.compile(r"-?\d{1,18}(\.\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text, a number, a truth or one of some names."""

    choices: frozenset[str] = frozenset()
    kind: type = str

    @classmethod
    def of(cls, types: Collection[type], choices: frozenset[str]) -> Self | None:
        if choices:
            # ``off_session`` is a truth or one of two names.
            return cls(choices | ({"true", "false"} if bool in types else frozenset()))
        for kind in (bool, int, float, Decimal, str):
            if kind in types:
                return cls(kind=kind)
        return None

    def read(self, name: str, written: str) -> str | int | bool:
        if self.choices:
            return _choice(name, written, self.choices)
        if self.kind is bool:
            return _truth(name, written)
        if self.kind is int:
            return _whole_number(name, written)
        if self.kind in {float, Decimal} and NUMBER.fullmatch(written) is None:
            raise StripeError(400, f"Invalid decimal: {written}", param=name)
        return written


def empty(name: str) -> StripeError:
    return StripeError(
        400,
        f"You passed an empty string for '{name}'. We assume empty values are an attempt to "
        f"unset a parameter; however '{name}' cannot be unset. You should remove '{name}' from "
        "your request or supply a non-empty value.",
        code="parameter_invalid_empty",
        param=name,
    )


def mistyped(name: str, value: object, wanted: str) -> StripeError:
    if wanted == "array":
        return StripeError(400, "Invalid array", param=name)
    kind = "object" if isinstance(value, dict) else "string"
    return StripeError(400, f"Invalid {kind}: {value}", param=name)


def hash_of_texts(name: str, value: object) -> dict[str, str]:
    # The form reader takes {"0": "a"} for a list; here it is a mapping again.
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


def _choice(name: str, written: str, choices: frozenset[str]) -> str | bool:
    if written not in choices:
        *some, last = sorted(choices)
        listed = f"one of {', '.join(some)}, or {last}" if some else last
        raise StripeError(400, f"Invalid {name}: must be {listed}", param=name)
    return written == "true" if written in {"true", "false"} else written


def _truth(name: str, written: str) -> bool:
    if written not in {"true", "false"}:
        raise StripeError(400, f"Invalid boolean: {written}", param=name)
    return written == "true"


def _whole_number(name: str, written: str) -> int:
    digits = written.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise StripeError(400, f"Invalid integer: {written}", param=name)
    number = int(written)
    last_name = name.rpartition("[")[2].removesuffix("]")
    least = 0 if name.endswith("[fixed_amount][amount]") else 1  # delivery may be free
    if last_name in FROM_ONE and number < least:
        raise StripeError(
            400,
            f"This value must be greater than or equal to {least}.",
            code="parameter_invalid_integer",
            param=name,
        )
    if last_name == "limit" and not 1 <= number <= LARGEST_PAGE:
        raise StripeError(400, "Invalid integer: must be between 1 and 100.", param=name)
    if "amount" in last_name and number > LARGEST_AMOUNT:
        raise StripeError(
            400,
            "Amount must be no more than $999,999.99",
            code="amount_too_large",
            param=name,
        )
    return number
