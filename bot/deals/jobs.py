from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.proposing import ProposingService
from bot.deals.settler import DealSettler


async def close_due_deals(closing: ClosingService) -> None:
    await closing.close_due()


async def remind_of_deals(closing: ClosingService) -> None:
    await closing.remind()


async def settle_due_deals(settler: DealSettler) -> None:
    await settler.settle_due()


async def expire_proposals(proposing: ProposingService) -> None:
    await proposing.expire_due()


async def drop_declined_seats(settler: DealSettler) -> None:
    await settler.drop_declined()


async def remind_of_declined_cards(collecting: CollectingService) -> None:
    await collecting.remind()


async def free_expired_seats(settler: DealSettler) -> None:
    await settler.free_expired()
