"""How a merchant sees a deal while making it, and while it runs."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.catalog.models import Product
from bot.deals.looking import DealSheet
from bot.deals.models import Deal, DealKind, DealStatus, Unit
from bot.groups.models import Group, GroupId
from bot.handlers.deals.callbacks import (
    ChooseKind,
    DiscardDeal,
    Edit,
    Field,
    ManageDeal,
    PostDeal,
    SellTogether,
    ToggleGroup,
    Verb,
)
from bot.handlers.deals.offering import views as offer_views
from bot.handlers.deals.views import bar
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Link, Screen

PAGE = 8
SPANS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
LABEL = 40
Row: TypeAlias = tuple[Button, ...]


def which_product(
    words: Words, products: Sequence[Product], *, here: SellTogether, has_more: bool
) -> Screen:
    if not products:
        return Screen(text=words("deals-no-products"))
    rows: list[Row] = [
        (
            Button(
                cut(product.title(words.language), LABEL),
                here.model_copy(update={"product": product.id}),
            ),
        )
        for product in products
    ]
    turn = []
    if here.page:
        turn.append(Button("‹", here.model_copy(update={"page": here.page - 1})))
    if has_more:
        turn.append(Button("›", here.model_copy(update={"page": here.page + 1})))
    if turn:
        rows.append(tuple(turn))
    return Screen(text=words("deals-which-product"), rows=tuple(rows))


def which_kind(words: Words, product: Product, begun: SellTogether) -> Screen:
    kinds = [kind for kind in DealKind if product.needs_shipping or _fits_downloads(kind)]
    lines = [words("deals-which-kind", title=product.title(words.language))]
    lines += [words(f"deals-kind-{kind.value}") for kind in kinds]
    lines += [words("deals-kind-bargain"), words("deals-kind-saleday")]
    rows = tuple(
        (
            Button(
                words.plain(f"deals-kind-{kind.value}-button"),
                ChooseKind(product=product.id, kind=kind, group=begun.group, thread=begun.thread),
            ),
        )
        for kind in kinds
    )
    offers = offer_views.kind_rows(words, product, begun)
    return Screen(text="\n\n".join(lines), rows=(*rows, *offers))


def panel(
    words: Words, preview: Screen, deal: Deal, groups: Sequence[Group], chosen: Collection[GroupId]
) -> Screen:
    """A draft: the card as it will look, and everything that can be changed."""
    rows: list[Row] = [
        _stepper(words, deal, Field.GOAL, deal.goal),
        (
            _ask(words, deal, Field.PRICE, price=deal.price),
            *((_ask(words, deal, Field.STEPS),) if deal.kind is DealKind.LADDER else ()),
            *((_ask(words, deal, Field.DISCOUNT),) if deal.kind is DealKind.TEAM else ()),
        ),
        tuple(_span(words, deal, span) for span in SPANS),
        (_ask(words, deal, Field.LASTS, span=deal.closes_at - deal.made_at),),
    ]
    if deal.kind is not DealKind.TEAM:
        rows.append(_stepper(words, deal, Field.PER_PERSON, deal.per_person))
        rows.append((_ask(words, deal, Field.CAP, cap=deal.cap or 0), _unit(words, deal)))
    rows.append((_handing(words, deal),))
    rows += [_group(deal, group, is_on=group.id in chosen) for group in groups]
    rows.append(
        (
            Button(words.plain("deals-post-button"), PostDeal(deal=deal.id)),
            Button(words.plain("deals-discard-button"), DiscardDeal(deal=deal.id)),
        )
    )
    head = words("deals-preview" if groups else "deals-preview-no-groups")
    return Screen(text=f"{head}\n\n{preview.text}", rows=tuple(rows), picture=preview.picture)


def posted(words: Words, deal: Deal, count: int) -> Screen:
    return Screen(
        text=words("deals-posted", number=str(deal.id), groups=count),
        rows=(
            (Button(words.plain("deals-manage-button"), ManageDeal(deal=deal.id, verb=Verb.SHOW)),),
        ),
    )


def discarded(words: Words) -> Screen:
    return Screen(text=words("deals-discarded"))


def question(words: Words, what: Field) -> Screen:
    return Screen(text=words(f"deals-ask-{what.value}"))


def running(words: Words, sheets: Sequence[DealSheet], more: Sequence[Row] = ()) -> Screen:
    """A merchant's deals, the newest first; ``more`` are her offers of other kinds."""
    if not sheets and not more:
        return Screen(text=words("deals-none-made"))
    rows: list[Row] = [
        (
            Button(
                cut(f"{_mark(sheet.deal)} {sheet.product.title(words.language)}", LABEL),
                ManageDeal(deal=sheet.deal.id, verb=Verb.SHOW),
            ),
        )
        for sheet in sheets
    ]
    rows.extend(more)
    rows.append((Button(words.plain("deals-new-button"), SellTogether()),))
    return Screen(text=words("deals-made-title"), rows=tuple(rows))


def management(words: Words, sheet: DealSheet) -> Screen:
    """A running deal with what its merchant may still do."""
    deal = sheet.deal
    facts = {
        "number": str(deal.id),
        "title": sheet.product.title(words.language),
        "paid": deal.paid_people,
        "pieces": deal.paid_pieces,
        "held": deal.taken - deal.paid_pieces,
        "status": deal.status.value,
        "when": words.moment(deal.closes_at),
        "promised": deal.promised_by is not None,
        "collected": deal.collected_people,
    }
    standing = f"{bar(deal.joined, deal.goal)} {deal.joined}/{deal.goal}"
    text = "\n".join((words("deals-managing", **facts), standing))
    rows: list[Row] = []
    if sheet.is_open:
        rows += _verbs(words, deal)
    if deal.paid_people:
        rows.append((_verb(words, deal, Verb.LIST),))
    return Screen(text=text, rows=tuple(rows))


def sure(words: Words, deal: Deal, verb: Verb) -> Screen:
    yes = Button(
        words.plain(f"deals-{verb.value}-sure-button"), ManageDeal(deal=deal.id, verb=verb, value=1)
    )
    back = Button(words.plain("orders-back-button"), ManageDeal(deal=deal.id, verb=Verb.SHOW))
    return Screen(text=words(f"deals-{verb.value}-sure"), rows=((yes,), (back,)))


def go_private(words: Words, link: str) -> Screen:
    return Screen(
        text=words("deals-make-in-private"),
        rows=((Button(words.plain("telegram-open-private-button"), Link(link)),),),
    )


def _verbs(words: Words, deal: Deal) -> list[Row]:
    rows: list[Row] = []
    if deal.extended_at is None:
        rows.append(
            tuple(
                Button(
                    words.plain("deals-extend-button", span=timedelta(hours=hours)),
                    ManageDeal(deal=deal.id, verb=Verb.EXTEND, value=hours),
                )
                for hours in (6, 24)
            )
        )
    if not deal.lets_teams_form and deal.joined < deal.goal and deal.sponsored < deal.goal - 1:
        more = ManageDeal(deal=deal.id, verb=Verb.SPONSOR, value=deal.sponsored + 1)
        rows.append((Button(words.plain("deals-sponsor-button"), more),))
    rows.append((_verb(words, deal, Verb.CLOSE if deal.reached_at else Verb.CANCEL),))
    return rows


def _verb(words: Words, deal: Deal, verb: Verb) -> Button:
    return Button(words.plain(f"deals-{verb.value}-button"), ManageDeal(deal=deal.id, verb=verb))


def _stepper(words: Words, deal: Deal, what: Field, value: int) -> Row:
    label = words.plain(f"deals-{what.value}-button", count=value, unit=deal.unit.value)
    fewer = Edit(deal=deal.id, what=what, value=value - 1) if value > 1 else Disabled()
    return (
        Button("−", fewer),
        Button(label, Edit(deal=deal.id, what=what)),
        Button("+", Edit(deal=deal.id, what=what, value=value + 1)),
    )


def _ask(words: Words, deal: Deal, what: Field, **facts: object) -> Button:
    return Button(words.plain(f"deals-{what.value}-button", **facts), Edit(deal=deal.id, what=what))


def _span(words: Words, deal: Deal, span: timedelta) -> Button:
    is_chosen = deal.closes_at - deal.made_at == span
    label = words.span(span)
    hours = int(span.total_seconds() // 3600)
    return Button(
        f"✓ {label}" if is_chosen else label, Edit(deal=deal.id, what=Field.LASTS, value=hours)
    )


def _unit(words: Words, deal: Deal) -> Button:
    label = words.plain("deals-unit-button", unit=deal.unit.value)
    if deal.kind is DealKind.CASE:
        return Button(label, Disabled())
    other = 1 if deal.unit is Unit.PEOPLE else 2
    return Button(label, Edit(deal=deal.id, what=Field.UNIT, value=other))


def _handing(words: Words, deal: Deal) -> Button:
    label = words.plain("deals-hand-button", how=deal.handing.value)
    return Button(label, Edit(deal=deal.id, what=Field.HANDING, value=1))


def _group(deal: Deal, group: Group, *, is_on: bool) -> Row:
    mark = "✓" if is_on else "○"
    return (Button(cut(f"{mark} {group.title}", LABEL), ToggleGroup(deal=deal.id, group=group.id)),)


def _fits_downloads(kind: DealKind) -> bool:
    """Stars go back whole or not at all, so a falling price cannot be kept."""
    return kind in {DealKind.GOAL, DealKind.TEAM}


def _mark(deal: Deal) -> str:
    marks = {
        DealStatus.DRAFT: "✏️",
        DealStatus.OPEN: "🟢",
        DealStatus.COLLECTING: "💳",
        DealStatus.SUCCEEDED: "✅",
        DealStatus.FAILED: "⚪️",
        DealStatus.CANCELLED: "⚪️",
    }
    return marks[deal.status]
