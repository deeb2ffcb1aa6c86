"""How a merchant sees a deal while making it, and while it runs."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.catalog.models import Product
from bot.deals.looking import DealSheet
from bot.deals.models import Deal, DealKind, DealStatus
from bot.groups.models import Group
from bot.handlers.deals.callbacks import (
    ChooseKind,
    Field,
    ManageDeal,
    PinCard,
    SellTogether,
    Verb,
)
from bot.handlers.deals.offering import views as offer_views
from bot.handlers.deals.views import bar
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Link, Screen

PAGE = 8
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
    kinds = [kind for kind in DealKind if product.needs_shipping or fits_downloads(kind)]
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


def running(
    words: Words,
    sheets: Sequence[DealSheet],
    more: Sequence[Row] = (),
    waiting: Sequence[Row] = (),
) -> Screen:
    """A merchant's deals, the newest first; ``more`` are her offers of other kinds.

    ``waiting`` is what others propose: it stands on top.
    """
    rows: list[Row] = [*waiting]
    rows += [
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
    title = words("deals-made-title")
    if waiting:
        title += "\n" + words("deals-made-waiting", count=len(waiting))
    return Screen(text=title, rows=tuple(rows))


def management(words: Words, sheet: DealSheet, pins: Sequence[tuple[Group, bool]] = ()) -> Screen:
    """A running deal with what its merchant may still do; ``pins`` say where it is pinned."""
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
        rows += [(pin_button(words, deal, group, is_on=is_on),) for group, is_on in pins[:PAGE]]
    if deal.paid_people:
        rows.append((_verb(words, deal, Verb.LIST),))
    return Screen(text=text, rows=tuple(rows))


def sure(words: Words, deal: Deal, verb: Verb) -> Screen:
    yes = Button(
        words.plain(f"deals-{verb.value}-sure-button"), ManageDeal(deal=deal.id, verb=verb, value=1)
    )
    back = Button(words.plain("orders-back-button"), ManageDeal(deal=deal.id, verb=Verb.SHOW))
    return Screen(text=words(f"deals-{verb.value}-sure"), rows=((yes,), (back,)))


def go_private(
    words: Words,
    link: str,
    group_id: int = 0,
    running: Sequence[DealSheet] = (),
) -> Screen:
    """What runs in the group can be pinned right here."""
    rows: list[Row] = [(Button(words.plain("telegram-open-private-button"), Link(link)),)]
    rows += [_pin_or_not(words, sheet, group_id) for sheet in running[:PAGE]]
    return Screen(text=words("deals-make-in-private"), rows=tuple(rows))


def not_for_her(words: Words) -> Screen:
    return Screen(text=words("deals-not-for-you"))


def pin_button(words: Words, deal: Deal, group: Group, *, is_on: bool) -> Button:
    key = "deals-unpin-button" if is_on else "deals-pin-button"
    pin = PinCard(deal=deal.id, group=group.id, on=not is_on)
    return Button(words.plain(key, title=cut(group.title, LABEL)), pin)


def _pin_or_not(words: Words, sheet: DealSheet, group_id: int) -> Row:
    title = cut(sheet.product.title(words.language), LABEL)
    pin, unpin = (PinCard(deal=sheet.deal.id, group=group_id, on=on) for on in (True, False))
    return (
        Button(words.plain("deals-pin-button", title=title), pin),
        Button(words.plain("deals-only-unpin-button"), unpin),
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


def fits_downloads(kind: DealKind) -> bool:
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
