"""What has to be true when everything has come to its end, whatever happened on the way."""

from collections import Counter

from bot.deals import rules
from bot.deals.models import COUNTED, Deal, DealKind, DealStatus, ProofKind, Seat, SeatStatus
from bot.kit.money import Currency, Money
from bot.orders.models import BOUGHT, Order
from bot.payments.models import AccountKind
from tests.simulation.bank import Bank
from tests.simulation.snapshot import Snapshot

TAKING = {SeatStatus.HELD, *COUNTED}
OVER = {DealStatus.SUCCEEDED, DealStatus.FAILED, DealStatus.CANCELLED}


def check(now: Snapshot, bank: Bank) -> None:
    check_money(now, bank)
    check_charges(now, bank)
    check_stock(now)
    for deal in now.deals.values():
        check_counters(now, deal)
        check_end(now, deal)
        check_proof(now, deal)
    check_groups(now)
    check_told(now)


def check_money(now: Snapshot, bank: Bank) -> None:
    """Our books and the bank's say the same, and nobody is owed anything by us."""
    for currency in Currency:
        of_currency = [(account, m) for (account, c), m in now.balances.items() if c is currency]
        held = [m.minor for a, m in of_currency if a.kind is AccountKind.GATEWAY_CLEARING]
        assert sum(m.minor for _, m in of_currency) == 0, "the ledger does not come to zero"
        assert sum(held) == bank.balance(currency), "the bank holds something else than we think"
    going = [
        (account, money)
        for (account, _), money in now.balances.items()
        if account.kind is AccountKind.REFUNDS_PAYABLE and money
    ]
    assert not going, f"somebody still waits for her money: {going}"
    assert not now.differences, f"the bank's list and ours differ: {now.differences}"


def check_charges(now: Snapshot, bank: Bank) -> None:
    """What the bank keeps of a charge is the price of one sold order with one seat."""
    sold: Counter[int] = Counter()
    paid_for: Counter[tuple[int, int]] = Counter()
    seats = {seat.order_id: seat for seat in now.seats if seat.order_id is not None}
    for number, taken in bank.taken.items():
        left = bank.left(number)
        if not left:
            continue
        order = now.order_of(now.payments[taken.payment_id])
        assert order.status in BOUGHT, f"{number} is kept for order {order.id}: {order.status}"
        assert order.payment_id == taken.payment_id, f"{number} is kept beside the order's own"
        assert left == order.total, f"{number}: {left} are kept for an order of {order.total}"
        seat = seats.get(order.id)
        assert seat is not None, f"{number} bought order {order.id} without a seat"
        assert seat.status is SeatStatus.HONOURED, f"{number} bought a seat that is {seat.status}"
        assert seat.person_id == taken.payer_id, f"{number} bought somebody else's seat"
        sold[order.id] += 1
        paid_for[seat.deal_id, taken.payer_id] += 1
    assert not [o for o, times in sold.items() if times > 1], "an order was paid twice"
    assert not [p for p, times in paid_for.items() if times > 1], "somebody paid a deal twice"
    for order in now.orders.values():
        assert sold[order.id] == (order.status in BOUGHT), f"order {order.id} is {order.status}"


def check_stock(now: Snapshot) -> None:
    moved: Counter[int] = Counter()
    for movement in now.stock_movements:
        moved[movement.variant_id] += movement.quantity
    sold: Counter[int] = Counter()
    for order in now.orders.values():
        if order.status in BOUGHT:
            for line in order.lines:
                sold[line.variant_id] += line.quantity
    received = Counter(
        {m.variant_id: m.quantity for m in now.stock_movements if m.reason == "received"}
    )
    for variant in now.variants:
        assert variant.on_hand == moved[variant.id] >= 0, "the shelf and its movements differ"
        assert variant.reserved == 0, f"{variant.reserved} pieces are promised to nobody"
        assert variant.on_hand == received[variant.id] - sold[variant.id], "pieces got lost"


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
    most = rules.price_after(deal, deal.joined)
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
    released = Counter(body["order_id"] for body in now.bodies("OrderReleased"))
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
    once(now, "PaidTooLate", len([r for r in now.refunds if r.reason == "too-late"]))


def once(now: Snapshot, kind: str, times: int) -> None:
    said = len(now.bodies(kind))
    assert said == times, f"{kind} was said {said} times of {times}"
