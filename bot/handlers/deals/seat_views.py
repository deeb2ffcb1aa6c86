"""What somebody alone sees of her own seat."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.catalog.models import Variant
from bot.deals import rules
from bot.deals.joining import Place, price_for
from bot.deals.models import Deal, DealKind, Handing, Seat, SeatStatus
from bot.handlers.deals import buying_views, collecting_views
from bot.handlers.deals.callbacks import (
    ChangeSeat,
    JoinDeal,
    LeaveDeal,
    PaySeat,
    ShowSeat,
    WaitForSeat,
)
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.rail_words import by_rail
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.payments.hold_models import HoldId
from bot.telegram.replies import Button, Disabled, Invoice, Link, PayPage, Rows, Screen, Subject

Row: TypeAlias = tuple[Button, ...]


def seat(words: Words, place: Place, *, delivery_on_top: bool, time_left: timedelta) -> Screen:
    """A held seat: choose, see what it costs now and at worst and what happens on failure, pay."""
    held, deal = place.seat, place.deal
    variants = place.product.offered
    variant = _chosen(variants, held)
    if variant is None:
        title = place.product.title(words.language)
        text = words("deals-seat-choose", title=title, span=time_left)
        return Screen(text=text, rows=(*_variants(words, place, variant), _leave_row(words, deal)))
    rows = [*(_variants(words, place, variant) if len(variants) > 1 else ())]
    rows += _pieces(words, place)
    total = price_for(deal, held.person_id) * held.quantity
    more = delivery_on_top and deal.handing is Handing.DELIVERY
    rows.append(
        (
            Button(
                words.plain(_pay_label(deal), total=total, more=more),
                PaySeat(deal=deal.id),
            ),
        )
    )
    rows.append(_leave_row(words, deal))
    kept = words("deals-seat-kept", span=time_left)
    text = "\n".join((kept, _promise(words, place, variant, total, more=more)))
    return Screen(text=text, rows=tuple(rows))


def _promise(words: Words, place: Place, variant: Variant, total: Money, *, more: bool) -> str:
    deal, held = place.deal, place.seat
    parts = [
        words(
            "deals-seat-held",
            what=buying_views.named(words, place.product, variant),
            pieces=held.quantity,
            each=price_for(deal, held.person_id),
            total=total,
        ),
        _later(words, place),
        _failure(words, deal, total, more=more),
    ]
    return "\n\n".join(filter(None, parts))


def _failure(words: Words, deal: Deal, total: Money, *, more: bool) -> str:
    when = words.moment(deal.closes_at)
    if deal.saves_cards:
        return words("deals-seat-failure-later", when=when, total=total, more=more)
    return words("deals-seat-failure", when=when, kind=deal.rail.value)


def _later(words: Words, place: Place) -> str:
    """What the price may become: never more than is paid now."""
    deal, held = place.deal, place.seat
    if deal.kind is DealKind.LADDER:
        now, best = rules.current_price(deal), rules.best_price(deal)
        return words(by_rail("deals-seat-ladder", deal), now=now, worst=deal.price, best=best)
    if deal.kind is DealKind.CASE:
        return words(
            by_rail("deals-seat-case", deal), wanted=held.wanted, most=held.quantity, size=deal.goal
        )
    return ""


def full(words: Words, deal: Deal, room: int) -> Screen:
    wait = Button(words.plain("deals-wait-button"), WaitForSeat(deal=deal.id))
    return Screen(text=words("deals-full", room=room), rows=((wait,),))


def waiting(words: Words, deal: Deal, nth: int) -> Screen:
    leave = Button(words.plain("deals-stop-waiting-button"), LeaveDeal(deal=deal.id))
    return Screen(text=words("deals-waiting", nth=nth), rows=((leave,),))


def mine(words: Words, place: Place, share: str) -> Screen:
    """A paid seat, or a promised one."""
    deal, paid = place.deal, place.seat
    if deal.saves_cards and paid.status in {SeatStatus.CHARGING, SeatStatus.COLLECTED}:
        return collecting_views.standing(words, place)
    rows: list[Row] = [(Button(words.plain("deals-invite-button"), Link(share)),)]
    if deal.reached_at is None:
        rows.append((Button(words.plain("deals-leave-button"), LeaveDeal(deal=deal.id)),))
    return Screen(text=paid_text(words, place, paid), rows=tuple(rows))


def paid_text(words: Words, place: Place, paid: Seat) -> str:
    return words(
        by_rail("deals-seat-paid", place.deal),
        title=buying_views.named(words, place.product, _chosen(place.product.offered, paid)),
        pieces=paid.quantity,
        number=str(paid.number or 0),
        code=paid.code or "",
        when=words.moment(place.deal.closes_at),
        reached=place.deal.reached_at is not None,
    )


def sure_to_leave(words: Words, place: Place) -> Screen:
    yes = Button(words.plain("deals-leave-sure-button"), LeaveDeal(deal=place.deal.id, sure=True))
    return Screen(
        text=words(
            by_rail("deals-leave-sure", place.deal), title=place.product.title(words.language)
        ),
        rows=((yes,), (Button(words.plain("deals-stay-button"), ShowSeat(deal=place.deal.id)),)),
    )


def left(words: Words, place: Place, *, was_paid: bool) -> Screen:
    again = Button(words.plain("deals-again-button"), JoinDeal(deal=place.deal.id))
    text = words(
        by_rail("deals-left", place.deal),
        title=place.product.title(words.language),
        was_paid=was_paid,
    )
    return Screen(text=text, rows=((again,),))


def terms(words: Words, deal: Deal, *, way: str = "") -> Screen:
    return buying_views.terms(words, PaySeat(deal=deal.id, accept=True, way=way))


def invoice(words: Words, to_pay: ToPay, place: Place, provider_token: str) -> Invoice:
    """Telegram's payment form; it says that the money comes back where the deal does not."""
    (line,) = to_pay.order.lines
    return buying_views.form(
        words,
        to_pay,
        provider_token,
        description=words.plain(
            "deals-invoice",
            merchant=to_pay.merchant.name,
            pieces=line.quantity,
            what=buying_views.ordered(words, to_pay),
            when=place.deal.closes_at,
        ),
        screen=Screen(
            text=words("deals-pay-now", total=to_pay.order.goods, span=to_pay.time_left),
            rows=(_leave_row(words, place.deal),),
        ),
        subject=invoice_of(place.seat),
        start=f"deal_{place.deal.id}",
    )


def page(words: Words, to_pay: ToPay, place: Place, number: HoldId) -> PayPage:
    """A page on which her money is held or her card saved; nothing is charged."""
    total, saves_card = to_pay.order.goods, place.deal.saves_cards
    return PayPage(
        number=number,
        screen=Screen(
            text=words(
                "deals-card-page" if saves_card else "deals-pay-page",
                total=total,
                span=to_pay.time_left,
            ),
            rows=(_leave_row(words, place.deal),),
        ),
        pay_label=words.plain(_pay_label(place.deal), total=total, more=to_pay.delivery_on_top),
        subject=invoice_of(place.seat),
        start=f"deal_{place.deal.id}",
    )


def _pay_label(deal: Deal) -> str:
    if deal.saves_cards:
        return "deals-card-button"
    return "deals-hold-button" if deal.promised_by else "orders-pay-button"


def invoice_of(held: Seat) -> Subject:
    return Subject(FEATURE, held.id, "invoice")


def _chosen(variants: Sequence[Variant], held: Seat) -> Variant | None:
    if len(variants) == 1:
        return variants[0]
    return next((variant for variant in variants if variant.id == held.variant_id), None)


def _variants(words: Words, place: Place, chosen: Variant | None) -> Rows:
    deal_id = place.deal.id
    return buying_views.variants(
        words, place.product, lambda one: ChangeSeat(deal=deal_id, variant=one.id), chosen
    )


def _pieces(words: Words, place: Place) -> list[Row]:
    deal, held = place.deal, place.seat
    if deal.per_person == 1:
        return []
    room = deal.room
    rows = [
        _stepper(
            words.plain("deals-pieces", pieces=held.quantity),
            ChangeSeat(deal=deal.id, pieces=held.quantity - 1, wanted=held.wanted)
            if held.quantity > 1
            else None,
            ChangeSeat(deal=deal.id, pieces=held.quantity + 1, wanted=held.wanted)
            if held.quantity < deal.per_person and (room is None or room > 0)
            else None,
        )
    ]
    if deal.kind is DealKind.CASE:
        same = {"deal": deal.id, "pieces": held.quantity}
        rows.append(
            _stepper(
                words.plain("deals-wanted", wanted=held.wanted),
                ChangeSeat(**same, wanted=held.wanted - 1) if held.wanted > 1 else None,
                ChangeSeat(**same, wanted=held.wanted + 1) if held.wanted < held.quantity else None,
            )
        )
    return rows


def _stepper(label: str, fewer: ChangeSeat | None, more: ChangeSeat | None) -> Row:
    return (
        Button("−", fewer or Disabled()),
        Button(label, Disabled()),
        Button("+", more or Disabled()),
    )


def _leave_row(words: Words, deal: Deal) -> Row:
    return (Button(words.plain("deals-give-up-button"), LeaveDeal(deal=deal.id)),)


def asked_of(held: Seat) -> Subject:
    """Where the private chat asks for the money of a seat."""
    return Subject(FEATURE, held.id, "asked")
