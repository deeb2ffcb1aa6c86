from collections.abc import Callable

from bot.deals.looking import DealLookup, DealSheet
from bot.deals.models import DealId
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.handlers.deals.desk import DealDesk, subject
from bot.kit.texts import Words
from bot.people.models import Person
from bot.telegram.replies import Amend, Post, Screen

Told = tuple[Post | Amend, ...]


class Newsroom:
    """Draws a deal for every group it runs in, each in its own language."""

    def __init__(self, lookup: DealLookup, groups: GroupService, desk: DealDesk) -> None:
        self._lookup = lookup
        self._groups = groups
        self._desk = desk

    async def sheet(self, deal_id: DealId) -> DealSheet:
        return await self._lookup.sheet(deal_id)

    async def first_cards(self, deal_id: DealId) -> Told:
        return await self._cards(await self.sheet(deal_id), is_new=True)

    async def cards(self, sheet: DealSheet) -> Told:
        """Every card of this deal as it is now; a team also changes the one it began under."""
        cards = await self._cards(sheet)
        if sheet.deal.parent_id is None:
            return cards
        parent = await self.sheet(sheet.deal.parent_id)
        return (*cards, *await self._cards(parent))

    async def card_in(self, sheet: DealSheet, group_id: GroupId) -> Told:
        """The card of one group, edited where it stands and posted where it does not."""
        group = await self._groups.get(group_id)
        cards = await self._cards(sheet)
        return tuple(card for card in cards if card.chat_id == group.chat_id)

    async def said(self, sheet: DealSheet, say: Callable[[Words, DealSheet], Screen]) -> Told:
        """A line of news in each of its groups, late where the group sleeps."""
        posts = []
        for group, thread_id in await self._places(sheet):
            posts.append(
                Post(
                    chat_id=group.chat_id,
                    thread_id=thread_id,
                    screen=say(theirs(group), sheet),
                    not_before=self._groups.quiet_until(group),
                )
            )
        return tuple(posts)

    async def said_in(
        self, sheet: DealSheet, group_id: int | None, say: Callable[[Words, DealSheet], Screen]
    ) -> Post | None:
        """A line of news in one of its groups, which whoever cannot be written to will read."""
        for group, thread_id in await self._places(sheet):
            if group.id == group_id:
                waits = self._groups.quiet_until(group)
                return Post(
                    chat_id=group.chat_id,
                    thread_id=thread_id,
                    screen=say(theirs(group), sheet),
                    not_before=waits,
                )
        return None

    async def share(self, person: Person, sheet: DealSheet) -> str:
        return await self._desk.share(hers(person), sheet)

    async def _cards(self, sheet: DealSheet, *, is_new: bool = False) -> Told:
        posts: list[Post | Amend] = []
        for group, thread_id in await self._places(sheet):
            screen = await self._desk.card(theirs(group), sheet, group.id)
            about = subject(sheet.deal.id)
            if sheet.deal.parent_id is not None:
                # A team's own card stands only where somebody asked for it.
                posts.append(Amend(subject=about, screen=screen, chat_id=group.chat_id))
                continue
            posts.append(
                Post(
                    chat_id=group.chat_id,
                    thread_id=thread_id,
                    screen=screen,
                    subject=about,
                    replace=not is_new,
                    silent=self._groups.quiet_until(group) is not None,
                )
            )
        return tuple(posts)

    async def _places(self, sheet: DealSheet) -> list[tuple[Group, int | None]]:
        places = []
        for place in sheet.groups:
            group = await self._groups.get(GroupId(place.group_id))
            if group.is_here:
                places.append((group, group.topic_near(place.thread_id)))
        return places


def hers(person: Person) -> Words:
    return Words(person.language, person.zone)


def theirs(group: Group) -> Words:
    return Words(group.language, group.zone)
