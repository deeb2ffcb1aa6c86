"""Bargains and sale days: every cut and every join counted once, and the price that follows."""

from collections import Counter

from bot.deals.bargains import rules
from bot.deals.bargains.models import BARGAIN, Bargain, BargainOfferStatus, BargainStatus
from bot.deals.sale_days.models import SALE_DAY, SaleDay, SaleDayStatus
from bot.orders.models import BOUGHT
from tests.simulation.snapshot import Snapshot

REACHED = {BargainStatus.COMPLETE, BargainStatus.BOUGHT}


def check_bargain(now: Snapshot, bargain: Bargain) -> None:
    cuts = sorted((cut for cut in now.cuts if cut.bargain_id == bargain.id), key=lambda c: c.nth)
    helpers = {cut.helper_id for cut in cuts}
    what = f"bargain {bargain.id}"
    assert [cut.nth for cut in cuts] == list(range(1, bargain.cuts + 1)), f"{what} counts wrongly"
    assert len(helpers) == len(cuts), f"somebody helped twice in {what}"
    assert bargain.owner_id not in helpers, f"the owner of {what} helped herself"
    assert sum(cut.minor for cut in cuts) == bargain.cut_minor, f"{what} is cut by something else"
    span = bargain.start_minor - bargain.floor_minor
    drawn = [cut.minor for cut in cuts]
    assert rules.follows_from(bargain.seed, span, bargain.helpers, drawn), f"{what} was not drawn"
    assert bargain.status in {BargainStatus.BOUGHT, BargainStatus.OVER}
    if bargain.status is BargainStatus.BOUGHT:
        assert bargain.price == bargain.floor, f"{what} was bought before its floor"
    assert (bargain.completed_at is not None) == (bargain.missing == 0), f"{what} and its end"
    bought = [
        order
        for order in now.orders.values()
        if order.awaits == bargain.purpose and order.status in BOUGHT
    ]
    assert len(bought) == (bargain.status is BargainStatus.BOUGHT), f"{what}: {len(bought)} orders"


def check_helps(now: Snapshot) -> None:
    most = {offer.id: offer.helps_each for offer in now.offers}
    given = Counter((cut.offer_id, cut.helper_id) for cut in now.cuts)
    for (offer_id, helper), times in given.items():
        assert times <= most[offer_id], f"{helper} helped {times} times in offer {offer_id}"
    assert all(offer.status is BargainOfferStatus.CLOSED for offer in now.offers)


def check_sale(now: Snapshot, sale: SaleDay) -> None:
    what = f"sale day {sale.id}"
    assert sale.status is SaleDayStatus.OVER
    joins = [join for join in now.joins if join.sale_id == sale.id]
    groups = [group for group in now.sale_groups if group.sale_id == sale.id]
    links = [link for link in now.links if link.sale_id == sale.id]
    counted = Counter(join.group_id for join in joins)
    assert sale.joins == len(joins), f"{what} counts {sale.joins} of {len(joins)}"
    for group in groups:
        assert group.joins == counted[group.group_id] <= sale.cap_per_group, f"{what} in a group"
    followed = Counter(join.link_id for join in joins)
    for link in links:
        assert link.joins == followed[link.id], f"{what}: link {link.id}"
        own = [j for j in joins if j.link_id == link.id and j.person_id == link.person_id]
        assert not own, f"{what}: {link.person_id} was counted by her own link"
    cut = sale.start_minor * max(0, 100 - sale.percent * sale.joins) // 100
    if sale.price_minor is not None:
        assert sale.price_minor == max(sale.floor_minor, cut), f"{what} froze at another price"
    orders = [order for order in now.orders.values() if order.awaits == sale.purpose]
    pieces = sum(line.quantity for o in orders if o.status in BOUGHT for line in o.lines)
    assert sale.sold == pieces, f"{what} sold {pieces} and counts {sale.sold}"
    assert sale.price_minor is not None or not pieces, f"{what} sold before its price was frozen"


def check_told(now: Snapshot) -> None:
    for kind, name, rows, done in (
        ("BargainBought", "bargain_id", now.bargains, BargainStatus.BOUGHT),
        ("SaleDayOver", "sale_id", now.sales, SaleDayStatus.OVER),
    ):
        said = Counter(body[name] for body in now.bodies(kind))
        for number, row in rows.items():
            assert said[number] == (row.status is done), f"{kind} {number}: {said[number]}"
    back = Counter(refund.reason for refund in now.refunds)
    for kind, awaits, reason in (
        ("BargainPaidTwice", BARGAIN, "bought-already"),
        ("SaleDayPaidTooOften", SALE_DAY, "bought-enough"),
    ):
        held = [
            order
            for order in now.orders.values()
            if order.status == "released" and order.awaits and order.awaits.kind == awaits
        ]
        said_times = len(now.bodies(kind))
        assert said_times == len(held) >= back[reason], f"{kind}: {said_times} of {len(held)}"
