from sqlalchemy.ext.asyncio import AsyncSession

from bot.groups.models import Group
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.kit.clock import Clock
from bot.kit.events import Events
from tests.fakes import RecordedEvents

CHAT = -4_000_000_001
SUPERGROUP = -1_002_000_000_001


def group_service(session: AsyncSession, events: Events, clock: Clock) -> GroupService:
    return GroupService(session, GroupRepository(session), events, clock, GroupDefaults())


async def group(
    session: AsyncSession, clock: Clock, chat_id: int = SUPERGROUP, **facts: object
) -> Group:
    groups = group_service(session, RecordedEvents(), clock)
    found = await groups.welcome(chat_id, title="Trail friends", language="en")
    for name, fact in facts.items():
        setattr(found, name, fact)
    await session.flush()
    return found
