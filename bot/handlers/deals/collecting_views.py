"""Saved cards: choosing the way before the page, and what is said while they are charged."""

from collections.abc import Sequence

from bot.deals import rules
from bot.deals.joining import Place
from bot.deals.looking import DealSheet
from bot.deals.models import DealStatus, Seat, SeatStatus
from bot.handlers.deals.callbacks import LeaveDeal, PayAgain, PaySeat, ShowSeat
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.ways import mark_of
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.pledging import AskedAgain
from bot.payments.gateways.holding import Way
from bot.telegram.replies import Button, PayPage, Screen, Subject


def which_way(words: Words, place: Place, ways: Sequence[Way], *, is_again: bool = False) -> Screen:
    """The page that saves a card cannot ask how it is to be delivered."""
    rows = tuple(
        (
            Button(
                words.plain("deals-way-button", way=way.title, price=way.price),
                PaySeat(deal=place.deal.id, way=mark_of(way)),
            ),
        )
        for way in ways
    )
    leave = (Button(words.plain("deals-give-up-button"), LeaveDeal(deal=place.deal.id)),)
    key = "deals-which-way-again" if is_again else "deals-which-way"
    return Screen(text=words(key), rows=(*rows, leave))


def standing(words: Words, place: Place) -> Screen:
    charged = place.seat.status is SeatStatus.COLLECTED
    title = place.product.title(words.language)
    return Screen(text=words("deals-seat-collecting", title=title, charged=charged))


def declined(words: Words, place: Place, total: Money, *, is_reminder: bool) -> Screen:
    """Her saved card was refused, and she may pay herself for a while."""
    text = words(
        "deals-declined",
        title=place.product.title(words.language),
        total=total,
        when=words.moment(place.seat.until or place.deal.closes_at),
        reminder=is_reminder,
    )
    pay = Button(words.plain("deals-pay-again-button", total=total), PayAgain(deal=place.deal.id))
    return Screen(text=text, rows=((pay,),))


def declined_here(words: Words, sheet: DealSheet) -> Screen:
    """For the group of somebody who cannot be written to."""
    text = words("deals-declined-here", title=sheet.product.title(words.language))
    show = Button(words.plain("deals-open-card-button"), ShowSeat(deal=sheet.deal.id))
    return Screen(text=text, rows=((show,),))


def page_again(words: Words, place: Place, asked: AskedAgain) -> PayPage:
    return PayPage(
        number=asked.page,
        screen=Screen(text=words("deals-pay-again", total=asked.money)),
        pay_label=words.plain("deals-pay-again-button", total=asked.money),
        subject=repair_of(place.seat),
        start=f"deal_{place.deal.id}",
    )


def repair_of(held: Seat) -> Subject:
    """Where she is asked to pay what her saved card was refused for."""
    return Subject(FEATURE, held.id, "repair")


def collecting(words: Words, sheet: DealSheet) -> Screen:
    deal = sheet.deal
    text = words(
        "deals-collecting",
        title=sheet.product.title(words.language),
        people=deal.paid_people,
        price=rules.current_price(deal),
    )
    return Screen(text=text)


def charging(words: Words, sheet: DealSheet, total: Money) -> Screen:
    return Screen(
        text=words("deals-charging", title=sheet.product.title(words.language), total=total)
    )


def repaired(words: Words, sheet: DealSheet) -> Screen:
    return Screen(text=words("deals-repaired", title=sheet.product.title(words.language)))


def dropped(words: Words, sheet: DealSheet) -> Screen:
    return Screen(text=words("deals-dropped", title=sheet.product.title(words.language)))


def charge_back(words: Words, sheet: DealSheet, total: Money) -> Screen:
    """Her saved card was charged, and that comes back."""
    title = sheet.product.title(words.language)
    if sheet.deal.status is DealStatus.FAILED:
        return Screen(text=words("deals-money-back-collected", title=title, total=total))
    return Screen(text=words("deals-money-back-case", title=title, total=total, charged=True))
