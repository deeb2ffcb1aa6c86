"""A seat is taken before the update's own transaction, together with all who tap right now."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery, TelegramObject
from dishka import AsyncContainer

from bot.deals.joiner import Joiner
from bot.deals.models import DealId
from bot.deals.seating import Answer, Wish
from bot.handlers.deals.callbacks import JoinDeal, WaitForSeat
from bot.people.models import PersonId
from bot.telegram.beforehand import beforehand
from bot.telegram.forged import is_forged


class HeldSeat:
    """What became of a tap on Join, for the handler that says so."""

    def __init__(self) -> None:
        self.answer: Answer | None = None


async def _hold(event: TelegramObject, scope: AsyncContainer, data: Mapping[str, Any]) -> None:
    tapped = data.get("callback_data")
    if not isinstance(event, CallbackQuery) or not isinstance(tapped, JoinDeal | WaitForSeat):
        return
    if is_forged(event):
        return
    joiner = await scope.get(Joiner)
    held = await scope.get(HeldSeat)
    held.answer = await joiner.hold(
        Wish(
            deal_id=DealId(tapped.deal),
            person_id=PersonId(event.from_user.id),
            key=f"tap-{event.id}",
            may_wait=isinstance(tapped, WaitForSeat),
        )
    )


HOLDS_A_SEAT = beforehand(_hold)
