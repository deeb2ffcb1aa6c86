"""What the doors hand in and get back: plain values, so that any engine can sit between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, TypeAlias

from pydantic import Field

from bot.catalog.models import MerchantId, ProductId
from bot.catalog.search.ordering import Order
from bot.groups.models import GroupId
from bot.kit.money import Currency, Money
from bot.people.models import PersonId
from bot.questions.models import QuestionId, SearchId

# What the hits do not meet; "currency": nothing of it is sold for such money, so none compares.
Missed: TypeAlias = Literal["price", "currency", "words", "stock"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text that was meant for us, and where it was said."""

    text: str
    person_id: PersonId
    language: str
    currency: Currency
    group_id: GroupId | None = None
    thread_id: int | None = None
    product_id: ProductId | None = None  # of the card it replies to
    merchants: frozenset[MerchantId] | None = None  # who sells here; None: everybody
    # False where it may be mere talk: then a remark, or a search without a hit, stays unanswered.
    expects_answer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsFound:
    kind: Literal["products_found"] = "products_found"
    search_id: SearchId
    product_id: ProductId
    total: int
    at: int = 0  # which of them this is
    corrected: str | None = None
    # Set where nothing met every wish: what the hits do not meet.
    missed: Missed = None
    max_price: Money | None = None
    min_price: Money | None = None
    order: Order = Order.BEST_MATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFound:
    kind: Literal["nothing_found"] = "nothing_found"
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantAnswer:
    """``others`` are the values of the same option that can be had, ``gone`` the sold out ones."""

    kind: Literal["variant"] = "variant"
    product_id: ProductId
    wanted: str
    state: Literal["in_stock", "sold_out", "not_offered", "not_made_so"]
    left: int | None = None
    others: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnswer:
    """A typed attribute. Only ``yes`` and ``no`` may be said flatly, and only from these."""

    kind: Literal["fact"] = "fact"
    product_id: ProductId
    name: str
    yes: bool | None = None
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words, said to be theirs."""

    kind: Literal["quote"] = "quote"
    product_id: ProductId
    source: Literal["merchant", "buyer", "description", "review"]
    text: str
    asked: str = ""  # the earlier question that this answers
    question_id: QuestionId | None = None  # a quote may miss the point: the merchant can be asked


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceAnswer:
    kind: Literal["price"] = "price"
    product_id: ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class StockAnswer:
    kind: Literal["stock"] = "stock"
    product_id: ProductId
    others: tuple[str, ...] = ()  # the values that can be had, where there are several
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryAnswer:
    kind: Literal["delivery"] = "delivery"
    product_id: ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class DontKnow:
    kind: Literal["dont_know"] = "dont_know"
    product_id: ProductId
    question_id: QuestionId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductIsGone:
    kind: Literal["product_gone"] = "product_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    kind: Literal["small_talk"] = "small_talk"
    about: Literal["greeting", "thanks", "help", "unrecognised", "own_order", "which_product"]


Answer: TypeAlias = Annotated[
    ProductsFound
    | NothingFound
    | VariantAnswer
    | FactAnswer
    | Quote
    | PriceAnswer
    | StockAnswer
    | DeliveryAnswer
    | DontKnow
    | ProductIsGone
    | SmallTalk,
    Field(discriminator="kind"),
]


class Conversation(Protocol):
    async def reply(self, asked: Asked) -> Sequence[Answer]:
        """Answer what was asked; nothing where silence is better."""
        ...
