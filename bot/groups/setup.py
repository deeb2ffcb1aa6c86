from collections.abc import Iterable
from datetime import time

from bot.catalog.models import MerchantId
from bot.groups.errors import BotNotThere, OddQuietHours
from bot.groups.models import GENERAL, Group, GroupId, PurchaseLines
from bot.groups.repository import GroupRepository
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES
from bot.people.errors import UnknownLanguage
from bot.people.zones import known_zone


class GroupSetup:
    """What a group's admins decide. Who is an admin is asked before."""

    def __init__(self, groups: GroupRepository) -> None:
        self._groups = groups

    async def choose_language(self, group_id: GroupId, language: str) -> Group:
        if language not in LANGUAGES:
            raise UnknownLanguage(language=language)

        group = await self._here(group_id)
        group.language = language
        return group

    async def choose_currency(self, group_id: GroupId, currency: Currency) -> Group:
        group = await self._here(group_id)
        group.currency = currency
        return group

    async def choose_zone(self, group_id: GroupId, zone: str) -> Group:
        group = await self._here(group_id)
        group.zone = known_zone(zone)
        return group

    async def speak_everywhere(self, group_id: GroupId) -> Group:
        group = await self._here(group_id)
        group.topics = None
        return group

    async def speak_only_in(self, group_id: GroupId, thread_id: int | None) -> Group:
        group = await self._here(group_id)
        group.topics = [thread_id or GENERAL]
        return group

    async def speak_also_in(self, group_id: GroupId, thread_id: int | None) -> Group:
        group = await self._here(group_id)
        if group.topics is not None:
            group.topics = sorted({*group.topics, thread_id or GENERAL})
        return group

    async def show_purchases(self, group_id: GroupId, lines: PurchaseLines) -> Group:
        group = await self._here(group_id)
        group.purchase_lines = lines
        return group

    async def be_quiet(self, group_id: GroupId, begin: time, end: time) -> Group:
        """Keep public lines for later between two times on the group's clock."""
        if begin == end:
            raise OddQuietHours

        group = await self._here(group_id)
        group.quiet_from, group.quiet_to = begin, end
        return group

    async def be_never_quiet(self, group_id: GroupId) -> Group:
        group = await self._here(group_id)
        group.quiet_from = group.quiet_to = None
        return group

    async def let_everybody_sell(self, group_id: GroupId) -> Group:
        group = await self._here(group_id)
        group.sells_everything = True
        await self._groups.replace_sellers(group.id, frozenset())
        return group

    async def let_sell(self, group_id: GroupId, merchants: Iterable[MerchantId]) -> Group:
        """Let these merchants sell here, and nobody else; with none of them, nobody sells."""
        group = await self._here(group_id)
        group.sells_everything = False
        await self._groups.replace_sellers(group.id, frozenset(merchants))
        return group

    async def _here(self, group_id: GroupId) -> Group:
        group = await self._groups.get(group_id)
        if not group.is_here:
            raise BotNotThere
        return group
