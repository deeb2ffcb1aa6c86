from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantId
from bot.groups.errors import BotNotThere
from bot.groups.models import Group, GroupId, GroupSeller
from bot.groups.settings import GroupDefaults
from bot.people.models import PersonId


class GroupRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, group_id: GroupId) -> Group:
        """Get a group, or the one it was merged into when its chat migrated.

        Raises BotNotThere for a number that no group has.
        """
        group = await self._session.get(Group, group_id)
        if group is None:
            raise BotNotThere
        return group if group.merged_into_id is None else await self.get(group.merged_into_id)

    async def find_by_chat(self, chat_id: int) -> Group | None:
        group: Group | None = await self._session.scalar(
            select(Group).where(Group.chat_id == chat_id)
        )
        return group if group is None else await self.get(group.id)

    async def get_by_chat(self, chat_id: int) -> Group:
        group = await self.find_by_chat(chat_id)
        if group is None:
            raise BotNotThere
        return group

    async def add_once(
        self, chat_id: int, *, title: str, language: str, defaults: GroupDefaults, at: datetime
    ) -> bool:
        """Add a group, unless another update does so at the same moment; tell if we were first."""
        is_sqlite = self._session.get_bind().dialect.name == "sqlite"
        insert = sqlite.insert if is_sqlite else postgresql.insert
        added = await self._session.scalar(
            insert(Group)
            .values(
                chat_id=chat_id,
                title=title,
                joined_at=at,
                language=language,
                currency=defaults.currency,
                zone=defaults.zone,
            )
            .on_conflict_do_nothing(index_elements=[Group.chat_id])
            .returning(Group.id)
        )
        return added is not None

    async def lock_by_chats(self, *chat_ids: int) -> dict[int, Group]:
        """Lock by the order of their numbers, so that two migrations never wait for each other."""
        found = await self._session.scalars(
            select(Group).where(Group.chat_id.in_(chat_ids)).order_by(Group.id).with_for_update()
        )
        return {group.chat_id: group for group in found}

    async def added_by(self, person_id: PersonId) -> Sequence[Group]:
        found = await self._session.scalars(
            select(Group).where(Group.added_by_id == person_id).order_by(Group.id)
        )
        return found.all()

    async def here(self) -> Sequence[Group]:
        """List every group the bot is in."""
        found = await self._session.scalars(
            select(Group)
            .where(Group.left_at.is_(None), Group.merged_into_id.is_(None))
            .order_by(Group.id)
        )
        return found.all()

    async def sellers(self, group_id: GroupId) -> frozenset[MerchantId]:
        found = await self._session.scalars(
            select(GroupSeller.merchant_id).where(GroupSeller.group_id == group_id)
        )
        return frozenset(MerchantId(merchant_id) for merchant_id in found)

    async def replace_sellers(self, group_id: GroupId, merchants: frozenset[MerchantId]) -> None:
        await self._session.execute(delete(GroupSeller).where(GroupSeller.group_id == group_id))
        self._session.add_all(
            GroupSeller(group_id=group_id, merchant_id=merchant) for merchant in sorted(merchants)
        )
        await self._session.flush()
