from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, MerchantId
from bot.catalog.texts import clean_line
from bot.groups.errors import NotSoldHere
from bot.groups.events import BotLeft, BotPromoted, GroupMoved, GroupWelcomed
from bot.groups.models import MOST_TOPICS, Group, GroupId, Topic
from bot.groups.repository import GroupRepository
from bot.groups.rules import quiet_until
from bot.groups.settings import GroupDefaults
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.texts import nearest
from bot.people.models import PersonId

TOPIC_NAME = 128


class GroupService:
    """Where the bot lives: it comes, it is promoted, it moves with the chat, it leaves."""

    def __init__(
        self,
        session: AsyncSession,
        groups: GroupRepository,
        events: Events,
        clock: Clock,
        defaults: GroupDefaults,
    ) -> None:
        self._session = session
        self._groups = groups
        self._events = events
        self._clock = clock
        self._defaults = defaults

    async def get(self, group_id: GroupId) -> Group:
        return await self._groups.get(group_id)

    async def find_by_chat(self, chat_id: int) -> Group | None:
        return await self._groups.find_by_chat(chat_id)

    async def here(self) -> Sequence[Group]:
        return await self._groups.here()

    async def welcome(
        self,
        chat_id: int,
        *,
        title: str,
        is_forum: bool = False,
        added_by: PersonId | None = None,
        language: str | None = None,
        hears_everything: bool = False,
    ) -> Group:
        """The bot is in this chat. Greets once; coming back keeps the old settings."""
        is_new = await self._groups.find_by_chat(chat_id) is None and await self._groups.add_once(
            chat_id,
            title=title,
            language=nearest(language),
            defaults=self._defaults,
            at=self._clock.now(),
        )
        group = await self._groups.get_by_chat(chat_id)
        group.title, group.is_forum = title, is_forum
        if group.is_here and not is_new:
            return group

        group.added_by_id, group.left_at = added_by, None
        await self._events.publish(
            GroupWelcomed(group_id=group.id, hears_everything=hears_everything)
        )
        return group

    async def promoted(self, chat_id: int) -> None:
        group = await self._groups.find_by_chat(chat_id)
        if group is not None and group.is_here:
            await self._events.publish(BotPromoted(group_id=group.id))

    async def leave(self, chat_id: int) -> None:
        group = await self._groups.find_by_chat(chat_id)
        # A basic group that became a supergroup is left behind; that is a move, not a farewell.
        if group is None or group.chat_id != chat_id or not group.is_here:
            return

        group.left_at = self._clock.now()
        await self._events.publish(BotLeft(group_id=group.id))

    async def rename(self, chat_id: int, title: str) -> None:
        group = await self._groups.find_by_chat(chat_id)
        if group is not None:
            group.title = title

    def hear_of_topic(
        self, group: Group, thread_id: int, *, name: str = "", is_closed: bool = False
    ) -> None:
        """Remember what a topic is called; without a name, that it is open or closed."""
        before = group.topic(thread_id)
        called = clean_line(name)[:TOPIC_NAME] or (before["name"] if before else "")
        heard = Topic(thread=thread_id, name=called, closed=is_closed)
        if called and heard != before:
            group.is_forum = True
            others = [topic for topic in group.known_topics or () if topic["thread"] != thread_id]
            group.known_topics = [*others, heard][-MOST_TOPICS:]

    def lose_topic(self, group: Group, thread_id: int, *, is_closed: bool) -> None:
        """Telegram refused it: it is closed, or gone, of which nobody else tells."""
        if is_closed:
            self.hear_of_topic(group, thread_id, is_closed=True)
            return
        known = group.known_topics or ()
        group.known_topics = [topic for topic in known if topic["thread"] != thread_id]

    async def migrate(self, old_chat_id: int, new_chat_id: int) -> None:
        """Follow a chat to its new id, keeping the group's number and settings.

        Telegram tells it twice, once in either chat and in any order, and may greet us in the new
        chat before that; telling it again changes nothing.
        """
        found = await self._groups.lock_by_chats(old_chat_id, new_chat_id)
        elder, younger = found.get(old_chat_id), found.get(new_chat_id)
        if elder is None or elder.merged_into_id is not None:
            return

        if younger is not None:
            await self._merge(elder, younger)
        elder.chat_id, elder.left_at = new_chat_id, None
        await self._session.flush()
        if younger is not None:
            younger.chat_id = old_chat_id
        await self._events.publish(
            GroupMoved(group_id=elder.id, old_chat_id=old_chat_id, new_chat_id=new_chat_id)
        )

    def quiet_until(self, group: Group) -> datetime | None:
        """Tell when the group's quiet hours end, if it is in the middle of them."""
        return quiet_until(self._clock.now(), group.zone, group.quiet_from, group.quiet_to)

    async def sellers(self, group: Group) -> frozenset[MerchantId] | None:
        """Tell who may sell in a group; None means every merchant of the shop."""
        return None if group.sells_everything else await self._groups.sellers(group.id)

    async def sells(self, group: Group, merchant_id: MerchantId) -> bool:
        sellers = await self.sellers(group)
        return sellers is None or merchant_id in sellers

    async def selling(self, merchant_id: MerchantId) -> Sequence[Group]:
        """List the groups where a merchant may sell."""
        return [group for group in await self.here() if await self.sells(group, merchant_id)]

    async def refuse_stranger(self, group: Group, merchant: Merchant) -> None:
        """Raises NotSoldHere unless this merchant sells in the group."""
        if not await self.sells(group, merchant.id):
            raise NotSoldHere(merchant=merchant.name)

    async def _merge(self, elder: Group, younger: Group) -> None:
        # Orders may already name the younger row, so it stays and points to the elder one. It takes
        # over the old chat id; until that is free it is numbered as no group chat ever is.
        younger.merged_into_id = elder.id
        younger.chat_id = younger.id
        elder.is_forum = younger.is_forum
        await self._session.flush()
