"""Lists of deals, and a deal's public log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from bot.deals import rules
from bot.deals.bargains.models import Bargain
from bot.deals.bargains.service import OfferSheet
from bot.deals.joining import Place
from bot.deals.looking import DealSheet
from bot.deals.models import DealKind, DealStatus, ProofEntry, SeatStatus
from bot.deals.proof import Proof
from bot.deals.sale_days.service import SaleDaySheet
from bot.handlers.deals.bargains import views as bargain_views
from bot.handlers.deals.callbacks import (
    DealsPage,
    LeadDeals,
    ShowBargain,
    ShowDeal,
    ShowProof,
    ShowSeat,
)
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.sale_days import views as sale_day_views
from bot.handlers.deals.sale_days.callbacks import ShowSaleDay
from bot.handlers.deals.views import bar
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Link, Rows, Screen, Subject

LINES = 20
PAGE = 6
LABEL = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing she takes part in: what is said of it, and the button that opens it."""

    text: str
    button: Button


def running(
    words: Words,
    sheets: Sequence[DealSheet],
    offers: Sequence[OfferSheet] = (),
    sales: Sequence[SaleDaySheet] = (),
    links: Mapping[Subject, str] = MappingProxyType({}),
) -> Screen:
    """By kind; where a card stands in the group, its button leads there."""
    count = len(sheets) + len(offers) + len(sales)
    if not count:
        return Screen(text=words("deals-none-here"))
    lines = [words("deals-running-title", count=count)]
    rows: list[tuple[Button, ...]] = []
    for kind in DealKind:
        of_kind = [sheet for sheet in sheets if sheet.deal.kind is kind]
        if of_kind:
            told = [_line(words, sheet) for sheet in of_kind]
            lines.append("\n\n".join([words(f"deals-list-{kind.value}"), *told]))
        rows += [_open_row(words, sheet, links) for sheet in of_kind]
    if offers:
        told = [bargain_views.line(words, offer) for offer in offers]
        lines.append("\n\n".join([words("deals-list-bargain"), *told]))
    for offer in offers:
        about = bargain_views.offer_subject(offer.offer.id)
        rows.append(_leads_to(bargain_views.open_row(words, offer), links.get(about)))
    if sales:
        told = [sale_day_views.line(words, sale) for sale in sales]
        lines.append("\n\n".join([words("deals-list-saleday"), *told]))
    for sale in sales:
        about = sale_day_views.subject(sale.sale.id)
        rows.append(_leads_to(sale_day_views.open_row(words, sale), links.get(about)))
    return Screen(text="\n\n".join(lines), rows=tuple(rows))


def subjects(
    sheets: Sequence[DealSheet], offers: Sequence[OfferSheet], sales: Sequence[SaleDaySheet]
) -> list[Subject]:
    """What the list is about, so that the cards can be found."""
    return [
        *(Subject(FEATURE, sheet.deal.id) for sheet in sheets),
        *(bargain_views.offer_subject(offer.offer.id) for offer in offers),
        *(sale_day_views.subject(sale.sale.id) for sale in sales),
    ]


def joined(words: Words, entries: Sequence[Entry], *, page: int, more: Rows = ()) -> Screen:
    """``more`` is what she leads and what waits for an answer."""
    pages = max(1, -(-len(entries) // PAGE))
    page = max(0, min(page, pages - 1))
    shown = entries[page * PAGE : (page + 1) * PAGE]
    if not entries:
        return Screen(text=words("deals-none-joined"), rows=more)
    turn = []
    if page:
        turn.append(Button("‹", DealsPage(page=page - 1)))
    if page + 1 < pages:
        turn.append(Button("›", DealsPage(page=page + 1)))
    rows: Rows = (*((entry.button,) for entry in shown), *((tuple(turn),) if turn else ()), *more)
    text = "\n\n".join([words("deals-joined-title"), *(entry.text for entry in shown)])
    return Screen(text=text, rows=rows)


def seat_entry(words: Words, place: Place) -> Entry:
    title = place.product.title(words.language)
    status = words(f"deals-status-{_standing(place)}")
    label = words.plain("deals-open-button", title=cut(title, LABEL))
    return Entry(f"<b>{escape(title)}</b>\n{status}", Button(label, ShowSeat(deal=place.deal.id)))


def bargain_entry(words: Words, sheet: OfferSheet, bargain: Bargain) -> Entry:
    title = sheet.product.title(words.language)
    facts = {"helped": bargain.cuts, "helpers": bargain.helpers}
    now = words("deals-bargain-now", now=bargain.price, start=bargain.start, floor=bargain.floor)
    text = f"🪓 <b>{escape(title)}</b>\n{now}\n{words('deals-bargain-helped', **facts)}"
    return Entry(text, Button(cut(f"🪓 {title}", LABEL), ShowBargain(bargain=bargain.id)))


def sale_day_entry(words: Words, sheet: SaleDaySheet) -> Entry:
    title = cut(f"📉 {sheet.product.title(words.language)}", LABEL)
    text = f"📉 {sale_day_views.line(words, sheet)}"
    return Entry(text, Button(title, ShowSaleDay(sale=sheet.sale.id)))


def lead_row(words: Words) -> tuple[Button, ...]:
    return (Button(words.plain("deals-lead-button"), LeadDeals()),)


def _open_row(words: Words, sheet: DealSheet, links: Mapping[Subject, str]) -> tuple[Button, ...]:
    label = words.plain("deals-open-button", title=sheet.product.title(words.language))
    show = Button(label, ShowDeal(deal=sheet.deal.id))
    return _leads_to((show,), links.get(Subject(FEATURE, sheet.deal.id)))


def _leads_to(row: tuple[Button, ...], address: str | None) -> tuple[Button, ...]:
    """To the card itself where it stands; else the card is shown once more."""
    if address is None:
        return row
    return tuple(Button(button.label, Link(address)) for button in row)


def _standing(place: Place) -> str:
    """How her seat stands, by the name its words have."""
    seat = place.seat
    if seat.is_declined:
        return "declined"
    is_by_card = place.deal.saves_cards and seat.status is SeatStatus.CHARGING
    return "charging-later" if is_by_card else seat.status.value


def proof(words: Words, found: Proof, *, page: int, mine: str | None) -> Screen:
    """Twenty lines at a time, the newest page last; each can be recomputed by anybody."""
    pages = max(1, -(-len(found.entries) // LINES))
    page = max(0, min(page, pages - 1))
    shown = found.entries[page * LINES : (page + 1) * LINES]
    deal = found.deal
    head = words(
        "deals-proof-title-later" if deal.saves_cards else "deals-proof-title",
        number=str(deal.id),
        paid=deal.paid_people,
        sponsored=deal.sponsored,
    )
    whole = words("deals-proof-whole" if found.is_whole else "deals-proof-broken")
    lines = [_proof_line(words, entry, mine) for entry in shown]
    if not lines:
        lines = [words("deals-proof-empty")]
    code = words("deals-proof-yours", code=mine) if mine else ""
    seal = f"{whole} <code>{found.entries[-1].digest[:16]}</code>" if found.entries else ""
    text = "\n\n".join(filter(None, (head, "\n".join(lines), code, seal)))
    turn = []
    if page:
        turn.append(Button("‹", ShowProof(deal=deal.id, page=page - 1)))
    if page + 1 < pages:
        turn.append(Button("›", ShowProof(deal=deal.id, page=page + 1)))
    return Screen(text=text, rows=(tuple(turn),) if turn else ())


def _proof_line(words: Words, entry: ProofEntry, mine: str | None) -> str:
    facts = {
        "nth": str(entry.nth),
        "number": str(entry.seat_number),
        "pieces": entry.pieces,
        "code": entry.code,
        "when": entry.at,
    }
    line = words(f"deals-proof-{entry.kind.value}", **facts)
    return f"<b>{line}</b> ◀" if mine and entry.code == mine else line


def _line(words: Words, sheet: DealSheet) -> str:
    deal = sheet.deal
    title = escape(sheet.product.title(words.language))
    price = escape(words.money(rules.current_price(deal)))
    ends = words("deals-line-ends", when=words.moment(deal.closes_at))
    if deal.status is DealStatus.COLLECTING:
        ends = words(
            "deals-card-collecting", collected=deal.collected_people, people=deal.paid_people
        )
    if deal.lets_teams_form:
        standing = words("deals-card-teams", count=len(sheet.teams))
    else:
        standing = (
            f"{bar(deal.joined, deal.goal)} {words.number(deal.joined)}/{words.number(deal.goal)}"
        )
    return f"<b>{title}</b> · {price}\n{standing}\n{ends}"
