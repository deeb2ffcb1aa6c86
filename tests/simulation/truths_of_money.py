"""Our books and those of whoever holds the money say the same, and nobody paid wrongly."""

from collections import Counter

from bot.deals.bargains.models import BARGAIN, BargainId, BargainStatus
from bot.deals.models import SEAT, SeatStatus
from bot.deals.sale_days.models import SALE_DAY, SaleDayId
from bot.kit.money import Currency
from bot.orders.models import BOUGHT, Order
from bot.payments.models import AccountKind
from tests.simulation.kept import Counterparty, Kept
from tests.simulation.snapshot import Snapshot


def check_held(now: Snapshot, outside: Counterparty) -> None:
    """In the middle of a day: what banks hold back is what the ledger says."""
    ours = {
        account.kind: money.minor
        for (account, _), money in now.balances.items()
        if account.kind is AccountKind.HELD_AT_GATEWAYS
    }
    held = outside.held()
    assert ours.get(AccountKind.HELD_AT_GATEWAYS, 0) == held, f"Stripe holds {held}, we say {ours}"


def check_money(now: Snapshot, outside: Counterparty) -> None:
    for currency in Currency:
        of_currency = [(account, m) for (account, c), m in now.balances.items() if c is currency]
        # What a gateway keeps for itself came from the payers as well.
        with_them = {AccountKind.GATEWAY_CLEARING, AccountKind.GATEWAY_FEES}
        ours = [m.minor for a, m in of_currency if a.kind in with_them]
        assert sum(m.minor for _, m in of_currency) == 0, "the ledger does not come to zero"
        theirs = outside.balance(currency)
        assert sum(ours) == theirs, f"the gateways have {theirs} {currency}, we think {ours}"
    waiting = {
        AccountKind.REFUNDS_PAYABLE,
        AccountKind.HELD_AT_GATEWAYS,
        AccountKind.HELD_FOR_PAYERS,
    }
    going = [(a, money) for (a, _), money in now.balances.items() if a.kind in waiting and money]
    assert not going, f"somebody still waits for her money: {going}"
    assert not now.differences, f"their list and ours differ: {now.differences}"


def check_charges(now: Snapshot, outside: Counterparty) -> None:
    """What is kept of a charge is the price of one sold order, and that of what it was for."""
    sold: Counter[int] = Counter()
    paid_for: Counter[tuple[str, int, int]] = Counter()
    for one in outside.kept(now):
        order = now.order_of(now.payments[one.payment_id])
        check_order(order, one)
        sold[order.id] += 1
        assert order.awaits is not None
        if order.awaits.kind == SEAT:
            deal_id = check_seat(now, order, one)
            paid_for[SEAT, deal_id, one.payer_id] += 1
        else:
            check_other(now, order)
            paid_for[order.awaits.kind, order.awaits.id, one.payer_id] += 1
    assert not [o for o, times in sold.items() if times > 1], "an order was paid twice"
    for (kind, number, person), times in paid_for.items():
        most = now.sales[SaleDayId(number)].per_person if kind == SALE_DAY else 1
        assert times <= most, f"{person} paid {times} times for {kind} {number}"
    for order in now.orders.values():
        assert sold[order.id] == (order.status in BOUGHT), f"order {order.id} is {order.status}"


def check_order(order: Order, one: Kept) -> None:
    assert order.status in BOUGHT, f"{one.charge} is kept for order {order.id}: {order.status}"
    assert order.payment_id == one.payment_id, f"{one.charge} is kept beside the order's own"
    assert one.money == order.total, f"{one.charge}: {one.money} kept of {order.total}"
    assert order.buyer_id == one.payer_id, f"{one.charge} bought somebody else's order"


def check_seat(now: Snapshot, order: Order, one: Kept) -> int:
    seats = [seat for seat in now.seats if seat.order_id == order.id]
    assert len(seats) == 1, f"{one.charge} bought order {order.id} with {len(seats)} seats"
    (seat,) = seats
    assert seat.status is SeatStatus.HONOURED, f"{one.charge} bought a seat that is {seat.status}"
    assert seat.person_id == one.payer_id, f"{one.charge} bought somebody else's seat"
    return int(seat.deal_id)


def check_other(now: Snapshot, order: Order) -> None:
    awaits = order.awaits
    assert awaits is not None
    (line,) = order.lines
    if awaits.kind == BARGAIN:
        bargain = now.bargains[BargainId(awaits.id)]
        assert bargain.status is BargainStatus.BOUGHT, f"bargain {bargain.id} is {bargain.status}"
        assert bargain.order_id == order.id, f"bargain {bargain.id} has another order"
        assert (bargain.owner_id, bargain.floor) == (order.buyer_id, line.price)
    else:
        assert awaits.kind == SALE_DAY
        assert line.price == now.sales[SaleDayId(awaits.id)].price
