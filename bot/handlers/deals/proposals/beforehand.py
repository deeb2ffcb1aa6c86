"""Whether somebody is still an admin is asked of Telegram before the transaction begins."""

from collections.abc import Mapping
from contextlib import suppress
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
    found = await _rooms(deal, getattr(begun, "group", None), scope)
    admins = await scope.get(GroupAdmins)
    for chat_id, proposed_by in found.items():
        for one in (PersonId(person.id), *proposed_by):
            await admins.learn(chat_id, one)


async def _rooms(
    deal: int | None, group: int | None, scope: AsyncContainer
) -> dict[int, tuple[PersonId, ...]]:
    """Look the chats up in a short transaction, which ends before Telegram is asked.

    A deal that was proposed in one group may run in others, too, and be acted on there.
    """
    session = await scope.get(AsyncSession)
    wanted: dict[int, tuple[PersonId, ...]] = {group: ()} if group else {}
    try:
        if deal:
            proposal = await (await scope.get(ProposalRepository)).find(DealId(deal))
            if proposal is not None:
                wanted[proposal.group_id] = (proposal.by_id,)
        return await _chats(wanted, await scope.get(GroupRepository))
    finally:
        await session.rollback()


async def _chats(
    wanted: Mapping[int, tuple[PersonId, ...]], groups: GroupRepository
) -> dict[int, tuple[PersonId, ...]]:
    chats = {}
    for number, people in wanted.items():
        with suppress(BotNotThere):
            chats[(await groups.get(GroupId(number))).chat_id] = people
    return chats


ASKS_ITS_ADMINS = beforehand(ask_for_its_admins)
