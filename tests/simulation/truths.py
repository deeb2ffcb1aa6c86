"""What has to be true when everything has come to its end, whatever happened on the way."""

from collections import Counter

from bot.catalog.stock.models import MovementReason
from bot.deals import rules
from bot.deals.models import COUNTED, Deal, DealKind, DealStatus, ProofKind, Seat, SeatStatus
from bot.kit.money import Money
from bot.orders.models import BOUGHT, Order
from tests.simulation import truths_of_offers
from tests.simulation.kept import Counterparty
from tests.simulation.snapshot import Snapshot
from tests.simulation.truths_of_money import check_charges, check_money
from tests.simulation.truths_of_offers import check_bargain, check_helps, check_sale
from tests.simulation.truths_of_words import check_last_words

TAKING = {SeatStatus.HELD, *COUNTED}
OVER = {DealStatus.SUCCEEDED, DealStatus.FAILED, DealStatus.CANCELLED}


def check(now: Snapshot, outside: Counterparty) -> None:
    check_books(now, outside)
    check_told(now)
    truths_of_offers.check_told(now)
    check_last_words(now)


def check_books(now: Snapshot, outside: Counterparty) -> None:
    """Everything but what people were told."""
    check_money(now, outside)
    check_charges(now, outside)
    check_stock(now)
    for deal in now.deals.values():
        check_counters(now, deal)
        check_end(now, deal)
        check_proof(now, deal)
    check_groups(now)
    for bargain in now.bargains.values():
        check_bargain(now, bargain)
    check_helps(now)
    for sale in now.sales.values():
        check_sale(now, sale)


def check_stock(now: Snapshot) -> None:
    moved: Counter[int] = Counter()
    for movement in now.stock_movements:
        moved[movement.variant_id] += movement.quantity
    sold: Counter[int] = Counter()
    for order in now.orders.values():
        if order.status in BOUGHT:
            for line in order.lines:
                sold[line.variant_id] += line.quantity
    came: Counter[int] = Counter()
    for movement in now.stock_movements:
        if movement.reason in {MovementReason.RECEIVED, MovementReason.COUNTED}:
            came[movement.variant_id] += movement.quantity
    for variant in now.variants:
        assert variant.on_hand == moved[variant.id] >= 0, "the shelf and its movements differ"
        assert variant.reserved == 0, f"{variant.reserved} pieces are promised to nobody"
        assert variant.on_hand == came[variant.id] - sold[variant.id], "pieces got lost"


def check_counters(now: Snapshot, deal: Deal) -> None:
    seats = now.seats_of(deal.id)
    taken = sum(seat.quantity for seat in seats if seat.status in TAKING)
    moved = sum(m.pieces for m in now.seat_movements if m.deal_id == deal.id)
    paid = [seat for seat in seats if seat.is_paid]
    assert deal.taken == taken == moved, f"deal {deal.id}: {deal.taken} {taken} {moved} taken"
    assert deal.cap is None or deal.taken <= deal.cap, f"deal {deal.id} is too full"
    assert deal.paid_people == len(paid), f"deal {deal.id} counts {deal.paid_people} people"
    assert deal.paid_pieces == sum(seat.quantity for seat in paid), f"deal {deal.id}: pieces"


def check_end(now: Snapshot, deal: Deal) -> None:
    assert deal.status in OVER
    said = Counter(
        kind
        for kind in ("DealSucceeded", "DealFailed", "DealSettled")
        for body in now.bodies(kind)
        if body["deal_id"] == deal.id
    )
    succeeded = deal.status is DealStatus.SUCCEEDED
    assert said["DealSucceeded"] == succeeded, f"deal {deal.id}, {deal.status}: {said}"
    assert said["DealFailed"] <= (not succeeded), f"deal {deal.id}, {deal.status}: {said}"
    assert said["DealSettled"] == 1, f"deal {deal.id}: {said}"
    for seat in now.seats_of(deal.id):
        if seat.status is SeatStatus.HONOURED:
            assert succeeded, f"deal {deal.id} {deal.status} and honours seat {seat.id}"
            check_honoured(now, deal, seat)
        else:
            assert seat.status is SeatStatus.RELEASED, f"seat {seat.id} is {seat.status}"
    if deal.kind is DealKind.CASE:
        pieces = sum(seat.honoured or 0 for seat in now.seats_of(deal.id) if seat.is_paid)
        assert pieces % deal.goal == 0, f"deal {deal.id} breaks a case: {pieces}"


def check_honoured(now: Snapshot, deal: Deal, seat: Seat) -> None:
    assert seat.order_id is not None
    order: Order = now.orders[seat.order_id]
    (line,) = order.lines
    # What saved cards are charged was frozen before the first of them was refused.
    most = rules.current_price(deal) if deal.saves_cards else rules.price_after(deal, deal.joined)
    least = most - Money(deal.leader_discount_minor, deal.currency)
    assert order.status in BOUGHT, f"seat {seat.id} is honoured with an order {order.status}"
    # Who led when she joined was given something off, and keeps it whoever leads by now.
    assert line.price in {most, least}, f"order {order.id} costs {line.price}, not {most}"
    assert line.quantity == seat.honoured, f"order {order.id} has {line.quantity} pieces"


def check_proof(now: Snapshot, deal: Deal) -> None:
    (proof,) = [proof for proof in now.proofs if proof.deal.id == deal.id]
    assert proof.is_whole, f"deal {deal.id}: its log breaks at line {proof.broken_at}"
    seats: Counter[int] = Counter()
    for entry in proof.entries:
        if entry.kind is ProofKind.SPONSORED:
            seats[0] += entry.pieces
        else:
            seats[entry.seat_number] += entry.pieces * (1 if entry.kind is ProofKind.PAID else -1)
    paid = {seat.number: seat.quantity for seat in now.seats_of(deal.id) if seat.is_paid}
    assert seats[0] == deal.sponsored, f"deal {deal.id}: {seats[0]} given, {deal.sponsored} counted"
    logged = {number: pieces for number, pieces in seats.items() if number and pieces}
    assert logged == paid, f"deal {deal.id}: the log says {logged}, the seats {paid}"


def check_groups(now: Snapshot) -> None:
    """Each group counts its own people, those of a deal's teams too."""
    people: Counter[tuple[int, int | None]] = Counter()
    pieces: Counter[tuple[int, int | None]] = Counter()
    for seat in now.seats:
        if seat.is_paid:
            deal = now.deals[seat.deal_id]
            place = (deal.parent_id or deal.id, seat.group_id)
            people[place] += 1
            pieces[place] += seat.quantity
    for row in now.places:
        key = (row.deal_id, row.group_id)
        counted = (row.paid_people, row.paid_pieces)
        assert counted == (people[key], pieces[key]), f"group {key} counts {counted}"


def check_told(now: Snapshot) -> None:
    """Whoever paid, got goods or got money back was told of each, and once."""
    once(now, "SeatPaid", len([e for e in now.proof_entries if e.kind is ProofKind.PAID]))
    told = Counter(body["order_id"] for body in now.bodies("OrderPaid"))
    over = [*now.bodies("OrderReleased"), *now.bodies("PledgeLost")]
    released = Counter(body["order_id"] for body in over)
    for order in now.orders.values():
        assert told[order.id] == (order.status in BOUGHT), f"order {order.id}: {told[order.id]}"
        assert released[order.id] == (order.status == "released"), f"order {order.id}: released"
    back = Counter(body["refund_id"] for body in now.bodies("RefundSucceeded"))
    surplus = Counter(body["refund_id"] for body in now.bodies("SurplusReturned"))
    for refund in now.refunds:
        assert back[refund.id] == 1, f"refund {refund.id} was told {back[refund.id]} times"
        assert surplus[refund.id] == (refund.reason == "surplus"), f"surplus {refund.id}"
    late = [refund for refund in now.refunds if refund.reason in {"sold-out", "paid-already"}]
    once(now, "LatePaymentRefunded", len(late))
    check_too_late(now)


def check_too_late(now: Snapshot) -> None:
    """Once for each order, whether its money goes back or was only held."""
    said = Counter(body["order_id"] for body in now.bodies("PaidTooLate"))
    for order_id, times in said.items():
        assert times == 1, f"order {order_id}: was told {times} times that it came too late"
        assert now.orders[order_id].status == "released", f"order {order_id} did not come too late"
    for refund in now.refunds:
        if refund.reason == "too-late":
            order = now.order_of(now.payments[refund.payment_id])
            assert said[order.id] == 1, f"order {order.id} went back without a word"


def once(now: Snapshot, kind: str, times: int) -> None:
    said = len(now.bodies(kind))
    assert said == times, f"{kind} was said {said} times of {times}"


def outcomes(now: Snapshot) -> Counter[str]:
    """What there was, and how it ended: for the summary of many days."""
    seen: Counter[str] = Counter()
    for deal in now.deals.values():
        if deal.parent_id is None:
            seen[f"kind {deal.kind}"] += 1
        if not deal.lets_teams_form:
            seen[f"deal {deal.status}"] += 1
    seen["kind bargain"] = len(now.offers)
    seen["kind sale-day"] = len(now.sales)
    for order in now.orders.values():
        seen[f"order {order.status}"] += 1
    for payment in now.payments.values():
        seen[f"rail {payment.rail}"] += 1
    return seen
