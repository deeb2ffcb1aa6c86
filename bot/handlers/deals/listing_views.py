"""Lists of deals, and a deal's public log."""

from collections.abc import Sequence
from html import escape

from bot.deals import rules
from bot.deals.bargains.service import OfferSheet
from bot.deals.joining import Place
from bot.deals.looking import DealSheet
from bot.deals.models import DealStatus, ProofEntry, SeatStatus
from bot.deals.proof import Proof
from bot.deals.sale_days.service import SaleDaySheet
from bot.handlers.deals.bargains import views as bargain_views
from bot.handlers.deals.callbacks import ShowDeal, ShowProof, ShowSeat
from bot.handlers.deals.sale_days import views as sale_day_views
from bot.handlers.deals.views import bar
from bot.kit.texts import Words
from bot.telegram.replies import Button, Screen

LINES = 20


def running(
    words: Words,
    sheets: Sequence[DealSheet],
    offers: Sequence[OfferSheet] = (),
    sales: Sequence[SaleDaySheet] = (),
) -> Screen:
    count = len(sheets) + len(offers) + len(sales)
    if not count:
        return Screen(text=words("deals-none-here"))
    lines = [words("deals-running-title", count=count)]
    lines += [_line(words, sheet) for sheet in sheets]
    lines += [bargain_views.line(words, offer) for offer in offers]
    lines += [sale_day_views.line(words, sale) for sale in sales]
    rows = tuple(
        (
            Button(
                words.plain("deals-open-button", title=sheet.product.title(words.language)),
                ShowDeal(deal=sheet.deal.id),
            ),
        )
        for sheet in sheets
    )
    haggle = [bargain_views.open_row(words, offer) for offer in offers]
    count_in = [sale_day_views.open_row(words, sale) for sale in sales]
    return Screen(text="\n\n".join(lines), rows=(*rows, *haggle, *count_in))


def joined(words: Words, places: Sequence[Place]) -> Screen:
    if not places:
        return Screen(text=words("deals-none-joined"))
    lines = [words("deals-joined-title")]
    rows = []
    for place in places:
        title = place.product.title(words.language)
        status = words(f"deals-status-{_standing(place)}")
        lines.append(f"<b>{escape(title)}</b>\n{status}")
        label = words.plain("deals-open-button", title=title)
        rows.append((Button(label, ShowSeat(deal=place.deal.id)),))
    return Screen(text="\n\n".join(lines), rows=tuple(rows))


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
