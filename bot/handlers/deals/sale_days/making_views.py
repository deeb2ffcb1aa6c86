"""How a merchant sees a sale day while making it, and while it runs."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.catalog.models import Product
from bot.deals.sale_days.models import SaleDay, SaleDayStatus
from bot.deals.sale_days.service import SaleDaySheet
from bot.groups.models import Group, GroupId
from bot.handlers.deals.callbacks import SellTogether
from bot.handlers.deals.sale_days.callbacks import (
    CloseSaleDay,
    DraftSaleDay,
    EditSaleDay,
    ManageSaleDay,
    PostSaleDay,
    SaleField,
    ToggleSaleDayGroup,
)
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

SPANS = tuple(timedelta(hours=hours) for hours in (24, 48, 72, 168))
LABEL = 40


def kind_row(words: Words, product: Product, begun: SellTogether) -> tuple[Button, ...]:
    """Among the kinds to sell together."""
    draft = DraftSaleDay(product=product.id, group=begun.group, thread=begun.thread)
    return (Button(words.plain("deals-kind-saleday-button"), draft),)


def manage_row(words: Words, sheet: SaleDaySheet) -> tuple[Button, ...]:
    """Among a merchant's deals."""
    label = cut(f"📉 {sheet.product.title(words.language)}", LABEL)
    return (Button(label, ManageSaleDay(sale=sheet.sale.id)),)


def panel(
    words: Words,
    preview: Screen,
    sale: SaleDay,
    groups: Sequence[Group],
    chosen: Collection[GroupId],
) -> Screen:
    """A draft: the card as it will look, and everything that can be changed."""
    span = sale.until - sale.made_at
    rows = [
        (_ask(words, sale, SaleField.FLOOR, floor=sale.floor),),
        _stepper(words, sale, SaleField.PERCENT, sale.percent),
        (_ask(words, sale, SaleField.CAP, count=sale.cap_per_group),),
        _stepper(words, sale, SaleField.PER_PERSON, sale.per_person),
        tuple(_span(words, sale, one, is_chosen=one == span) for one in SPANS),
        (_ask(words, sale, SaleField.LASTS, span=span),),
        *(_group(sale, group, is_on=group.id in chosen) for group in groups),
        (
            Button(words.plain("deals-post-button"), PostSaleDay(sale=sale.id)),
            Button(words.plain("deals-discard-button"), CloseSaleDay(sale=sale.id)),
        ),
    ]
    head = words("deals-preview" if groups else "deals-preview-no-groups")
    return Screen(text=f"{head}\n\n{preview.text}", rows=tuple(rows), picture=preview.picture)


def question(words: Words, what: SaleField) -> Screen:
    return Screen(text=words(f"deals-saleday-ask-{what.value}"))


def posted(words: Words, sale: SaleDay, count: int) -> Screen:
    look = Button(words.plain("deals-manage-button"), ManageSaleDay(sale=sale.id))
    return Screen(text=words("deals-saleday-posted", groups=count), rows=((look,),))


def management(words: Words, card: Screen, sale: SaleDay) -> Screen:
    if sale.status not in {SaleDayStatus.COUNTING, SaleDayStatus.SELLING}:
        return card
    end = Button(words.plain("deals-saleday-end-button"), CloseSaleDay(sale=sale.id))
    return Screen(text=card.text, rows=((end,),), picture=card.picture)


def sure_to_close(words: Words, sale: SaleDay) -> Screen:
    yes = Button(words.plain("deals-saleday-end-button"), CloseSaleDay(sale=sale.id, sure=True))
    return Screen(text=words("deals-saleday-end-sure"), rows=((yes,),))


def closed(words: Words, *, was_draft: bool) -> Screen:
    return Screen(text=words("deals-discarded" if was_draft else "deals-saleday-ended-by-you"))


def _stepper(words: Words, sale: SaleDay, what: SaleField, value: int) -> tuple[Button, ...]:
    label = words.plain(f"deals-saleday-{what.value}-button", count=value)
    fewer = EditSaleDay(sale=sale.id, what=what, value=value - 1) if value > 1 else Disabled()
    return (
        Button("−", fewer),
        Button(label, EditSaleDay(sale=sale.id, what=what)),
        Button("+", EditSaleDay(sale=sale.id, what=what, value=value + 1)),
    )


def _ask(words: Words, sale: SaleDay, what: SaleField, **facts: object) -> Button:
    label = words.plain(f"deals-saleday-{what.value}-button", **facts)
    return Button(label, EditSaleDay(sale=sale.id, what=what))


def _span(words: Words, sale: SaleDay, span: timedelta, *, is_chosen: bool) -> Button:
    label = words.span(span)
    hours = int(span.total_seconds() // 3600)
    return Button(
        f"✓ {label}" if is_chosen else label,
        EditSaleDay(sale=sale.id, what=SaleField.LASTS, value=hours),
    )


def _group(sale: SaleDay, group: Group, *, is_on: bool) -> tuple[Button, ...]:
    label = cut(f"{'✓' if is_on else '○'} {group.title}", LABEL)
    return (Button(label, ToggleSaleDayGroup(sale=sale.id, group=group.id)),)
