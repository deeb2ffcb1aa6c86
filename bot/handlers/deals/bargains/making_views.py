"""How a merchant sees an offer to bargain while making it, and while it runs."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.catalog.models import Product
from bot.deals.bargains.models import BargainOffer, BargainOfferStatus
from bot.deals.bargains.service import OfferSheet
from bot.groups.models import Group, GroupId
from bot.handlers.deals.bargains.callbacks import (
    BargainField,
    CloseBargain,
    DraftBargain,
    EditBargain,
    ManageBargain,
    PostBargain,
    ToggleBargainGroup,
)
from bot.handlers.deals.callbacks import SellTogether
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

SPANS = tuple(timedelta(hours=hours) for hours in (6, 24, 72, 168))
LABEL = 40


def kind_row(words: Words, product: Product, begun: SellTogether) -> tuple[Button, ...]:
    """Among the kinds to sell together."""
    draft = DraftBargain(product=product.id, group=begun.group, thread=begun.thread)
    return (Button(words.plain("deals-kind-bargain-button"), draft),)


def manage_row(words: Words, sheet: OfferSheet) -> tuple[Button, ...]:
    """Among a merchant's deals."""
    label = cut(f"🪓 {sheet.product.title(words.language)}", LABEL)
    return (Button(label, ManageBargain(offer=sheet.offer.id)),)


def panel(
    words: Words,
    preview: Screen,
    offer: BargainOffer,
    groups: Sequence[Group],
    chosen: Collection[GroupId],
) -> Screen:
    """A draft: the card as it will look, and everything that can be changed."""
    span = offer.closes_at - offer.made_at
    rows = [
        (_ask(words, offer, BargainField.FLOOR, floor=offer.floor),),
        _stepper(words, offer, BargainField.HELPERS, offer.helpers),
        _stepper(words, offer, BargainField.HELPS_EACH, offer.helps_each),
        tuple(_span(words, offer, one, is_chosen=one == span) for one in SPANS),
        (_ask(words, offer, BargainField.LASTS, span=span),),
        *(_group(offer, group, is_on=group.id in chosen) for group in groups),
        (
            Button(words.plain("deals-post-button"), PostBargain(offer=offer.id)),
            Button(words.plain("deals-discard-button"), CloseBargain(offer=offer.id)),
        ),
    ]
    head = words("deals-preview" if groups else "deals-preview-no-groups")
    return Screen(text=f"{head}\n\n{preview.text}", rows=tuple(rows), picture=preview.picture)


def question(words: Words, what: BargainField) -> Screen:
    return Screen(text=words(f"deals-bargain-ask-{what.value}"))


def posted(words: Words, offer: BargainOffer, count: int) -> Screen:
    look = Button(words.plain("deals-manage-button"), ManageBargain(offer=offer.id))
    return Screen(text=words("deals-bargain-posted", groups=count), rows=((look,),))


def management(words: Words, card: Screen, offer: BargainOffer) -> Screen:
    if offer.status is not BargainOfferStatus.OPEN:
        return card
    end = Button(words.plain("deals-bargain-end-button"), CloseBargain(offer=offer.id))
    return Screen(text=card.text, rows=((end,),), picture=card.picture)


def sure_to_close(words: Words, offer: BargainOffer) -> Screen:
    yes = Button(words.plain("deals-bargain-end-button"), CloseBargain(offer=offer.id, sure=True))
    return Screen(text=words("deals-bargain-end-sure"), rows=((yes,),))


def closed(words: Words, *, was_draft: bool) -> Screen:
    return Screen(text=words("deals-discarded" if was_draft else "deals-bargain-ended"))


def _stepper(
    words: Words, offer: BargainOffer, what: BargainField, value: int
) -> tuple[Button, ...]:
    label = words.plain(f"deals-bargain-{what.value}-button", count=value)
    fewer = EditBargain(offer=offer.id, what=what, value=value - 1) if value > 1 else Disabled()
    return (
        Button("−", fewer),
        Button(label, EditBargain(offer=offer.id, what=what)),
        Button("+", EditBargain(offer=offer.id, what=what, value=value + 1)),
    )


def _ask(words: Words, offer: BargainOffer, what: BargainField, **facts: object) -> Button:
    label = words.plain(f"deals-bargain-{what.value}-button", **facts)
    return Button(label, EditBargain(offer=offer.id, what=what))


def _span(words: Words, offer: BargainOffer, span: timedelta, *, is_chosen: bool) -> Button:
    label = words.span(span)
    hours = int(span.total_seconds() // 3600)
    return Button(
        f"✓ {label}" if is_chosen else label,
        EditBargain(offer=offer.id, what=BargainField.LASTS, value=hours),
    )


def _group(offer: BargainOffer, group: Group, *, is_on: bool) -> tuple[Button, ...]:
    label = cut(f"{'✓' if is_on else '○'} {group.title}", LABEL)
    return (Button(label, ToggleBargainGroup(offer=offer.id, group=group.id)),)
