"""What a person may mean. How it is understood is for others to say: see ``bot/dialogue``."""

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from bot.catalog.search.ordering import Order
from bot.kit.money import Currency, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What helps to understand a text: where it was said, and what it was a reply to."""

    currency: Currency  # of amounts that name none
    about_product: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """``words`` may be empty: "anything under 20?" has only a price, "what's popular" an order."""

    kind: Literal["search"] = "search"
    words: str = ""
    without: str = ""
    min_price: Money | None = None
    max_price: Money | None = None
    size: str | None = None
    colour: str | None = None  # in English, as variants carry it
    order: Order = Order.BEST_MATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class AskVariant:
    kind: Literal["ask_variant"] = "ask_variant"
    size: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAttribute:
    """``names`` are attributes as the catalogue calls them; none if the question is a free one."""

    kind: Literal["ask_attribute"] = "ask_attribute"
    names: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPrice:
    kind: Literal["ask_price"] = "ask_price"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStock:
    """``option`` is what was asked to be listed: "which colours are there?"."""

    kind: Literal["ask_stock"] = "ask_stock"
    option: Literal["size", "colour"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDelivery:
    kind: Literal["ask_delivery"] = "ask_delivery"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReturns:
    kind: Literal["ask_returns"] = "ask_returns"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    kind: Literal["greeting"] = "greeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    kind: Literal["thanks"] = "thanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOwnOrder:
    """Where her parcel is, and the like: her orders tell."""

    kind: Literal["ask_own_order"] = "ask_own_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOfNoProduct:
    """What only a product, or its merchant, can answer, asked of none: "do you ship to France?"."""

    kind: Literal["ask_of_no_product"] = "ask_of_no_product"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Said about a product, and nothing that wants an answer: "nice!"."""

    kind: Literal["remark"] = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Nothing in which a product, or a question that a shop could answer, is to be seen."""

    kind: Literal["unclear"] = "unclear"


Meaning: TypeAlias = (
    Search
    | AskVariant
    | AskAttribute
    | AskPrice
    | AskStock
    | AskDelivery
    | AskReturns
    | AskOwnOrder
    | AskOfNoProduct
    | Greeting
    | Thanks
    | Remark
    | Unclear
)


class Understanding(Protocol):
    def read(self, text: str, language: str, context: Context) -> Meaning:
        """Say what a text means. Any text may come in, and something always comes out.

        ``language`` is the reader's; the text itself may be in another of ours.
        """
        ...
