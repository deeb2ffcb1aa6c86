"""The last word that each person heard in private about a deal is what happened to her."""

from collections import defaultdict
from typing import Any

from bot.deals.models import SEAT, SeatStatus
from bot.orders.models import OrderId
from tests.simulation.snapshot import Snapshot

IN = {"SeatPaid", "OrderPaid"}
OUT = {"SeatGivenBack", "PaidTooLate", "HoldTooShort", "HoldReturned", "PledgeLost"}
Words = dict[tuple[int, int], list[str]]  # by deal and person


def check_last_words(now: Snapshot) -> None:
    heard = words(now)
    for seat in now.seats:
        said = heard[seat.deal_id, seat.person_id]
        who = f"person {seat.person_id} in deal {seat.deal_id}, seat {seat.status}"
        if seat.status is SeatStatus.HONOURED:
            assert said, f"{who}: was told nothing"
            assert said[-1] == "OrderPaid", f"{who}: was told {said}"
        elif said:
            assert said[-1] in OUT, f"{who}: was told {said}"


def words(now: Snapshot) -> Words:
    heard: Words = defaultdict(list)
    seats = {seat.id: seat for seat in now.seats}
    for row in now.told:
        if row.kind not in IN | OUT:
            continue
        body: dict[str, Any] = row.body
        if "deal_id" in body:
            heard[body["deal_id"], body["person_id"]].append(row.kind)
            continue
        order = now.orders[OrderId(body["order_id"])]
        if order.awaits is not None and order.awaits.kind == SEAT:
            seat = seats[order.awaits.id]  # type: ignore[index]
            heard[seat.deal_id, seat.person_id].append(row.kind)
    return heard
