"""Whether somebody is still an admin is asked of Telegram before the transaction begins."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import TelegramObject
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.deals.models import DealId
from bot.deals.proposal_repository import ProposalRepository
from bot.groups.admins import GroupAdmins
from bot.groups.errors import BotNotThere
from bot.groups.models import GroupId
from bot.groups.repository import GroupRepository
from bot.people.models import PersonId
from bot.telegram.beforehand import beforehand


async def ask_for_its_admins(
    event: TelegramObject, scope: AsyncContainer, data: Mapping[str, Any]
) -> None:
    """Learn it for who acts, and for who proposed what she acts on."""
    person = getattr(event, "from_user", None)
    begun = data.get("callback_data") or data.get("begun")
    pending = data.get("pending")
    deal = pending.said.get("deal") if pending else getattr(begun, "deal", None)
    if person is None:
        return
    if pending is not None:  # what the filter found is read after the look-up, too
        (await scope.get(AsyncSession)).expunge(pending)
    group, people = await _group_of(deal, getattr(begun, "group", None), scope)
    if group is not None:
        admins = await scope.get(GroupAdmins)
        for one in (PersonId(person.id), *people):
            await admins.learn(group, one)


async def _group_of(
    deal: int | None, group: int | None, scope: AsyncContainer
) -> tuple[int | None, tuple[PersonId, ...]]:
    """Look the chat up in a short transaction, which ends before Telegram is asked."""
    session = await scope.get(AsyncSession)
    try:
        people: tuple[PersonId, ...] = ()
        if deal:
            proposal = await (await scope.get(ProposalRepository)).find(DealId(deal))
            if proposal is not None:
                group, people = proposal.group_id, (proposal.by_id,)
        if not group:
            return None, ()
        return (await (await scope.get(GroupRepository)).get(GroupId(group))).chat_id, people
    except BotNotThere:
        return None, ()
    finally:
        await session.rollback()


ASKS_ITS_ADMINS = beforehand(ask_for_its_admins)
