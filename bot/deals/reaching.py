from bot.deals.events import GoalReached
from bot.deals.models import Deal
from bot.kit.clock import Clock
from bot.kit.events import Events


async def note_goal(deal: Deal, events: Events, clock: Clock) -> None:
    """Say it once when enough have joined; from then on nobody leaves."""
    if deal.reached_at is None and deal.is_reached and deal.paid_people:
        deal.reached_at = clock.now()
        await events.publish(GoalReached(deal_id=deal.id))
