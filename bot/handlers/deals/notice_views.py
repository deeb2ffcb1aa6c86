"""News of a deal, for its groups and for single people."""

from datetime import datetime

from bot.deals import rules
from bot.deals.looking import DealSheet
from bot.deals.models import DealStatus, Seat
from bot.groups.models import Group
from bot.handlers.deals.callbacks import JoinDeal, PostAgain, ShowDeal, ShowSeat
from bot.handlers.deals.rail_words import by_end, by_rail
from bot.kit.texts import Words
from bot.telegram.replies import Button, Screen


def goal_reached(words: Words, sheet: DealSheet) -> Screen:
    deal = sheet.deal
    facts = {
        "title": _title(words, sheet),
        "when": words.moment(deal.closes_at),
        "kind": "team" if _is_team(sheet) else "cards" if deal.saves_cards else "other",
    }
    return Screen(text=words("deals-goal-reached", **facts))


def ends_soon(words: Words, sheet: DealSheet) -> Screen:
    deal = sheet.deal
    text = words(
        "deals-ends-soon",
        title=_title(words, sheet),
        span=deal.closes_at - sheet.now,
        missing=rules.missing(deal),
        unit=deal.unit.value,
        teams=deal.lets_teams_form,
    )
    if deal.lets_teams_form:
        open_it = Button(words.plain("deals-open-card-button"), ShowDeal(deal=deal.id))
        return Screen(text=text, rows=((open_it,),))
    price = rules.current_price(deal)
    join = Button(words.plain("deals-join-button", price=price), JoinDeal(deal=deal.id))
    return Screen(text=text, rows=((join,),))


def succeeded(words: Words, sheet: DealSheet) -> Screen:
    deal = sheet.deal
    return Screen(
        text=words(
            by_rail("deals-succeeded", deal),
            title=_title(words, sheet),
            people=deal.collected_people if deal.saves_cards else deal.paid_people,
            price=rules.current_price(deal),
            falls=bool(deal.steps),
        )
    )


def failed(words: Words, sheet: DealSheet) -> Screen:
    cancelled = sheet.deal.status.value == "cancelled"
    return Screen(
        text=words(
            by_end("deals-failed", sheet.deal),
            title=_title(words, sheet),
            cancelled=cancelled,
            merchant=sheet.merchant.name,
            had_people=sheet.deal.seats_numbered > 0,
        )
    )


def money_back(words: Words, sheet: DealSheet, seat: Seat) -> Screen:
    total = sheet.deal.price * seat.quantity
    if sheet.deal.status not in {DealStatus.FAILED, DealStatus.CANCELLED}:
        charged = sheet.deal.promised_by is None
        title = _title(words, sheet)
        return Screen(
            text=words("deals-money-back-case", title=title, total=total, charged=charged)
        )
    cancelled = sheet.deal.status is DealStatus.CANCELLED
    text = words(
        by_rail("deals-money-back", sheet.deal),
        title=_title(words, sheet),
        total=total,
        cancelled=cancelled,
    )
    return Screen(text=text)


def too_late(words: Words, sheet: DealSheet) -> Screen:
    return Screen(text=words(by_rail("deals-too-late", sheet.deal), title=_title(words, sheet)))


def hold_lost(words: Words, sheet: DealSheet) -> Screen:
    key = "deals-card-lost" if sheet.deal.saves_cards else "deals-hold-lost"
    return Screen(text=words(key, title=_title(words, sheet)))


def hold_too_short(words: Words, sheet: DealSheet) -> Screen:
    again = Button(words.plain("deals-again-button"), JoinDeal(deal=sheet.deal.id))
    return Screen(text=words("deals-hold-too-short", title=_title(words, sheet)), rows=((again,),))


def seat_offered(words: Words, sheet: DealSheet, until: datetime) -> Screen:
    deal = sheet.deal
    text = words("deals-seat-offered", title=_title(words, sheet), span=until - sheet.now)
    rows = ((Button(words.plain("deals-take-seat-button"), ShowSeat(deal=deal.id)),),)
    return Screen(text=text, rows=rows)


def settled(words: Words, sheet: DealSheet) -> Screen:
    deal = sheet.deal
    return Screen(
        text=words(
            "deals-settled",
            number=str(deal.id),
            title=_title(words, sheet),
            status=deal.status.value,
            people=deal.paid_people,
            pieces=deal.paid_pieces,
            price=rules.current_price(deal),
            charged=deal.promised_by is None or deal.was_collecting,
        )
    )


def card_refused(words: Words, sheet: DealSheet, group: Group) -> Screen:
    """Nothing is lost: with the right given, one tap posts it."""
    again = PostAgain(deal=sheet.deal.id, group=group.id)
    return Screen(
        text=words("deals-card-refused", title=_title(words, sheet), group=group.title),
        rows=((Button(words.plain("deals-post-again-button"), again),),),
    )


def _title(words: Words, sheet: DealSheet) -> str:
    return sheet.product.title(words.language)


def _is_team(sheet: DealSheet) -> bool:
    return sheet.deal.parent_id is not None
