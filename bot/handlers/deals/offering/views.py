"""How a merchant sees an offer while making it, and while it runs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from bot.catalog.models import Product
from bot.handlers.deals import place_views
from bot.handlers.deals.callbacks import SellTogether
from bot.handlers.deals.offering.callbacks import (
    DraftOffer,
    EditOffer,
    OfferKind,
    OfferVerb,
    PostOffer,
    RunOffer,
)
from bot.handlers.deals.offering.terms import SPANS, Form, Term
from bot.handlers.deals.place_views import Placing
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

LABEL = 40
MORE_TIME = (6, 24)  # hours
Row: TypeAlias = tuple[Button, ...]


def kind_rows(words: Words, product: Product, begun: SellTogether) -> tuple[Row, ...]:
    """Among the kinds to sell together."""
    return tuple(
        (
            Button(
                words.plain(f"deals-kind-{kind.value}-button"),
                DraftOffer(kind=kind, product=product.id, group=begun.group, thread=begun.thread),
            ),
        )
        for kind in OfferKind
    )


def manage_row(words: Words, kind: OfferKind, mark: str, number: int, product: Product) -> Row:
    """Among a merchant's deals."""
    label = cut(f"{mark} {product.title(words.language)}", LABEL)
    return (Button(label, RunOffer(kind=kind, offer=number, verb=OfferVerb.SHOW)),)


class Panel:
    """A draft: the card as it will look, and everything that can be changed."""

    def __init__(self, words: Words, kind: OfferKind, number: int) -> None:
        self._words = words
        self._kind = kind
        self._number = number

    def draw(
        self,
        preview: Screen,
        terms: Sequence[tuple[Term, Any]],
        placing: Placing,
    ) -> Screen:
        """``terms``: each with the terms it is a part of."""
        rows = [row for term, whole in terms for row in self._rows(term, whole)]
        rows += place_views.rows(self._words, placing)
        rows.append((self._post(), self._discard()))
        head = self._words("deals-preview" if placing.groups else "deals-preview-no-groups")
        where = place_views.where(self._words, placing.groups, placing.chosen)
        text = "\n\n".join(filter(None, (head, where, preview.text)))
        return Screen(text=text, rows=tuple(rows), picture=preview.picture)

    def _rows(self, term: Term, terms: Any) -> tuple[Row, ...]:  # noqa: ANN401 -- of any kind
        value = getattr(terms, term.field)
        ask = Button(
            self._words.plain(f"deals-{self._kind.value}-{term.name}-button", **term.facts(terms)),
            self._edit(term),
        )
        match term.form:
            case Form.STEPPER:
                fewer = self._edit(term, value - 1) if value > 1 else Disabled()
                more = self._edit(term, value + 1)
                return ((Button("−", fewer), ask, Button("+", more)),)
            case Form.SPAN:
                return tuple(self._span(term, span, value) for span in SPANS), (ask,)
            case Form.NUMBER | Form.LIMIT | Form.PRICE:
                return ((ask,),)

    def _span(self, term: Term, span: timedelta, chosen: timedelta) -> Button:
        label = self._words.span(span)
        hours = int(span.total_seconds() // 3600)
        return Button(f"✓ {label}" if span == chosen else label, self._edit(term, hours))

    def _edit(self, term: Term, value: int = 0) -> EditOffer:
        return EditOffer(kind=self._kind, offer=self._number, what=term.name, value=value)

    def _post(self) -> Button:
        press = PostOffer(kind=self._kind, offer=self._number)
        return Button(self._words.plain("deals-post-button"), press)

    def _discard(self) -> Button:
        press = RunOffer(kind=self._kind, offer=self._number, verb=OfferVerb.END)
        return Button(self._words.plain("deals-discard-button"), press)


def question(words: Words, kind: OfferKind, term: Term) -> Screen:
    return Screen(text=words(f"deals-{kind.value}-ask-{term.name}"))


def posted(words: Words, kind: OfferKind, number: int, count: int) -> Screen:
    look = RunOffer(kind=kind, offer=number, verb=OfferVerb.SHOW)
    return Screen(
        text=words(f"deals-{kind.value}-posted", groups=count),
        rows=((Button(words.plain("deals-manage-button"), look),),),
    )


def management(
    words: Words,
    kind: OfferKind,
    number: int,
    card: Screen,
    verbs: Sequence[OfferVerb],
) -> Screen:
    rows = tuple(_verb(words, kind, number, verb) for verb in verbs)
    return Screen(text=card.text, rows=rows)


def sure(words: Words, kind: OfferKind, number: int, verb: OfferVerb) -> Screen:
    """What cannot be taken back is asked once more."""
    yes = RunOffer(kind=kind, offer=number, verb=verb, value=1)
    no = RunOffer(kind=kind, offer=number, verb=OfferVerb.SHOW)
    rows = (
        (Button(words.plain(f"deals-{kind.value}-{verb.value}-sure-button"), yes),),
        (Button(words.plain("orders-back-button"), no),),
    )
    return Screen(text=words(f"deals-{kind.value}-{verb.value}-sure"), rows=rows)


def settled(words: Words, kind: OfferKind, product: Product, sold: int) -> Screen:
    title = product.title(words.language)
    return Screen(text=words(f"deals-{kind.value}-settled", title=title, sold=sold))


def discarded(words: Words) -> Screen:
    return Screen(text=words("deals-discarded"))


def _verb(words: Words, kind: OfferKind, number: int, verb: OfferVerb) -> Row:
    if verb is OfferVerb.EXTEND:
        return tuple(
            Button(
                words.plain("deals-extend-button", span=timedelta(hours=hours)),
                RunOffer(kind=kind, offer=number, verb=verb, value=hours),
            )
            for hours in MORE_TIME
        )
    key = (
        "deals-list-button" if verb is OfferVerb.LIST else f"deals-{kind.value}-{verb.value}-button"
    )
    return (Button(words.plain(key), RunOffer(kind=kind, offer=number, verb=verb)),)
