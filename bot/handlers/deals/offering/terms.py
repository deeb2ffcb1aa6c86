"""The terms of an offer as a merchant changes them: by a tap, or in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto
from typing import Any

from bot.deals.settings import DealSettings
from bot.handlers.deals import typed
from bot.kit.money import Currency


class Form(StrEnum):
    STEPPER = auto()  # a number with a minus and a plus
    NUMBER = auto()
    LIMIT = auto()  # a number, or 0 for none
    PRICE = auto()
    SPAN = auto()  # a few usual ones, or another in words


@dataclass(frozen=True, slots=True)
class Term:
    """``name``: of its button and its texts; ``field``: of the terms."""

    name: str
    field: str
    form: Form

    def tapped(self, value: int) -> dict[str, Any]:
        """What a button with a value changes."""
        match self.form:
            case Form.SPAN:
                return {self.field: timedelta(hours=value)}
            case Form.STEPPER:
                return {self.field: value}
            case Form.NUMBER | Form.LIMIT | Form.PRICE:
                return {}  # these are typed

    def said(self, text: str, currency: Currency, settings: DealSettings) -> dict[str, Any]:
        """What her words change. Raises what is wrong with them."""
        match self.form:
            case Form.SPAN:
                return {self.field: typed.typed_span(text, settings)}
            case Form.PRICE:
                return {self.field: typed.typed_price(text, currency)}
            case Form.LIMIT:
                return {self.field: typed.typed_number(text) or None}
            case Form.NUMBER | Form.STEPPER:
                return {self.field: typed.typed_number(text)}

    def facts(self, terms: Any) -> Mapping[str, object]:  # noqa: ANN401 -- of any kind of offer
        """What the label of its button says."""
        value = getattr(terms, self.field)
        match self.form:
            case Form.SPAN:
                return {"span": value}
            case Form.PRICE:
                return {"price": value}
            case Form.NUMBER | Form.STEPPER | Form.LIMIT:
                return {"count": value or 0}


SPANS = tuple(timedelta(hours=hours) for hours in (6, 24, 48, 168))
BARGAIN: Sequence[Term] = (
    Term("floor", "floor", Form.PRICE),
    Term("helpers", "helpers", Form.STEPPER),
    Term("each", "helps_each", Form.STEPPER),
    Term("lasts", "lasts", Form.SPAN),
)
SALE_DAY: Sequence[Term] = (
    Term("floor", "floor", Form.PRICE),
    Term("percent", "percent", Form.STEPPER),
    Term("cap", "cap_per_group", Form.NUMBER),
    Term("each", "per_person", Form.STEPPER),
    Term("most", "most", Form.LIMIT),
    Term("lasts", "lasts", Form.SPAN),
)
