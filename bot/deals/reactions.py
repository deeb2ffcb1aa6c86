"""What deals do when something happens to the orders that wait for them."""

from bot.deals.collecting import CollectingService
from bot.deals.counting import CountingService
from bot.deals.events import SeatGivenBack
from bot.deals.models import SEAT, SeatId
from bot.deals.teaming import TeamService
from bot.orders.events import (
    OrderExpired,
    OrderPaid,
    OrderPledged,
    PledgeCollected,
    PledgeDeclined,
    PledgeLost,
)
from bot.orders.models import ORDER, OrderId
from bot.payments.events import CheckoutConfirmed


async def approve_seat(event: CheckoutConfirmed, counting: CountingService) -> None:
    if event.purpose.kind == ORDER and not event.is_paid:
        await counting.approve(OrderId(event.purpose.id))


async def count_pledge(event: OrderPledged, counting: CountingService) -> None:
    if event.awaits.kind == SEAT:
        await counting.count(
            SeatId(event.awaits.id),
            event.order_id,
            event.held_until,
            is_charged=event.is_charged,
        )


async def collect_seat(event: PledgeCollected, collecting: CollectingService) -> None:
    if event.awaits.kind == SEAT:
        await collecting.collected(event.order_id)


async def let_her_pay_again(event: PledgeDeclined, collecting: CollectingService) -> None:
    if event.awaits.kind == SEAT:
        await collecting.declined(event.order_id)


async def honour_seat(event: OrderPaid, counting: CountingService) -> None:
    await counting.honour(event.order_id)


async def drop_seat(event: PledgeLost, counting: CountingService) -> None:
    if event.awaits.kind == SEAT:
        await counting.lose(SeatId(event.awaits.id), event.order_id)


async def lose_seat(event: OrderExpired, counting: CountingService) -> None:
    if event.awaits is not None and event.awaits.kind == SEAT:
        await counting.expire(event.order_id)


async def follow_leader(event: SeatGivenBack, teams: TeamService) -> None:
    await teams.follow_leader(event.deal_id, event.person_id)
