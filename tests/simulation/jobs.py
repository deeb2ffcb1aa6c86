"""What the worker does on its clock."""

from collections.abc import Awaitable, Callable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.stock import StockService
from bot.deals.bargains.ending import BargainEnding
from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.sale_days.ending import SaleDayEnding
from bot.payments.models import Refund, RefundStatus
from bot.payments.refunding import RefundService
from tests.simulation.process import MortalShop

Job = Callable[[MortalShop], Awaitable[None]]


async def expire_payments(shop: MortalShop) -> None:
    await shop.expire()


async def release_stock(shop: MortalShop) -> None:
    async with shop.ask(StockService) as stock:
        await stock.release_expired()


async def close_due(shop: MortalShop) -> None:
    async with shop.ask(ClosingService) as closing:
        await closing.close_due()


async def end_bargains(shop: MortalShop) -> None:
    async with shop.ask(BargainEnding) as ending:
        await ending.end_due()


async def end_sale_days(shop: MortalShop) -> None:
    async with shop.ask(SaleDayEnding) as ending:
        await ending.end_due()


async def remind(shop: MortalShop) -> None:
    async with shop.ask(ClosingService) as closing:
        await closing.remind()


async def settle_deals(shop: MortalShop) -> None:
    await shop.deal_settler.settle_due()


async def free_seats(shop: MortalShop) -> None:
    await shop.deal_settler.free_expired()


async def drop_declined(shop: MortalShop) -> None:
    await shop.deal_settler.drop_declined()


async def remind_of_declined(shop: MortalShop) -> None:
    async with shop.ask(CollectingService) as collecting:
        await collecting.remind()


async def settle_holds(shop: MortalShop) -> None:
    await shop.holds.settle_due()


async def compare_holds(shop: MortalShop) -> None:
    await shop.reconciler.compare()


async def settle_refunds(shop: MortalShop) -> None:
    await shop.settler.settle_due()


async def try_refunds_again(shop: MortalShop) -> None:
    """An operator presses the button under each that failed."""
    async with shop.ask(AsyncSession) as session:
        failed = await session.scalars(
            select(Refund.id).where(Refund.status == RefundStatus.FAILED)
        )
    for refund_id in failed.all():
        async with shop.ask(RefundService) as refunds:
            await refunds.retry(refund_id)


JOBS: tuple[Job, ...] = (
    expire_payments,
    release_stock,
    close_due,
    end_bargains,
    end_sale_days,
    remind,
    settle_deals,
    free_seats,
    settle_holds,
    drop_declined,
    remind_of_declined,
    compare_holds,
    settle_refunds,
    try_refunds_again,
)
# In the evening what ends deals and moves money comes more often.
EVENING = (*JOBS, *(close_due, settle_deals, settle_holds, settle_refunds) * 3)
