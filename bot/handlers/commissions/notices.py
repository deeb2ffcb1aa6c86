"""What the bot says by itself about commissions, in the private chats of either side."""

from collections.abc import Callable
from typing import TypeAlias

from bot.catalog.models import MerchantId, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.commissions.events import (
    CommissionAnswered,
    CommissionEnded,
    CommissionOffered,
    CommissionPaidOut,
    CommissionReceived,
    CommissionTakenBack,
)
from bot.commissions.models import AgreementId, Side
from bot.commissions.repository import CommissionRepository
from bot.groups.models import Group
from bot.groups.service import GroupService
from bot.handlers.commissions import views
from bot.kit.texts import Words
from bot.people.models import Person
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post, Screen

Draw: TypeAlias = Callable[[Words], Screen]


class CommissionNewsroom:
    """Finds who speaks for a side: a shop's owners, and whoever brought the bot into a group."""

    def __init__(
        self,
        commissions: CommissionRepository,
        merchants: MerchantRepository,
        groups: GroupService,
        people: PersonRepository,
    ) -> None:
        self.commissions = commissions
        self.merchants = merchants
        self._groups = groups
        self._people = people

    async def names(self, agreement_id: AgreementId) -> tuple[str, Group]:
        agreement = await self.commissions.get(agreement_id)
        merchant = await self.merchants.get(agreement.merchant_id)
        return merchant.name, await self._groups.get(agreement.group_id)

    async def posts(self, agreement_id: AgreementId, side: Side, draw: Draw) -> tuple[Post, ...]:
        return tuple(
            Post(chat_id=person.id, screen=draw(Words(person.language, person.zone)))
            for person in await self._reachable(agreement_id, side)
        )

    async def _reachable(self, agreement_id: AgreementId, side: Side) -> list[Person]:
        agreement = await self.commissions.get(agreement_id)
        if side is Side.MERCHANT:
            people = await self._owners(agreement.merchant_id)
        else:
            group = await self._groups.get(agreement.group_id)
            brought = await self._people.find(group.added_by_id) if group.added_by_id else None
            people = [brought]
        return [one for one in people if one is not None and one.can_be_written_to]

    async def _owners(self, merchant_id: MerchantId) -> list[Person | None]:
        return [
            await self._people.find(staff.person_id)
            for staff in await self.merchants.staff(merchant_id)
            if staff.role is StaffRole.OWNER
        ]


async def ask_the_other_side(
    event: CommissionOffered, news: CommissionNewsroom
) -> tuple[Post, ...]:
    agreement = await news.commissions.get(event.agreement_id)
    if agreement.offers != event.offer or agreement.offered_by is None:
        return ()  # answered, or replaced, before anybody was told
    name, group = await news.names(event.agreement_id)

    def draw(words: Words) -> Screen:
        return views.offered(words, agreement, name=name, title=group.title, by=event.by)

    return await news.posts(event.agreement_id, event.by.other, draw)


async def tell_the_answer(event: CommissionAnswered, news: CommissionNewsroom) -> tuple[Post, ...]:
    name, group = await news.names(event.agreement_id)
    key = "commissions-was-agreed" if event.agreed else "commissions-was-declined"

    def draw(words: Words) -> Screen:
        return views.told(words, key, name=name, title=group.title, basis=event.basis)

    return await news.posts(event.agreement_id, event.offered_by, draw)


async def tell_it_was_taken_back(
    event: CommissionTakenBack, news: CommissionNewsroom
) -> tuple[Post, ...]:
    """Whoever was asked need not answer any more."""
    name, group = await news.names(event.agreement_id)

    def draw(words: Words) -> Screen:
        key = "commissions-was-taken-back"
        return views.told(words, key, name=name, title=group.title, basis=event.basis)

    return await news.posts(event.agreement_id, event.by.other, draw)


async def tell_of_the_end(event: CommissionEnded, news: CommissionNewsroom) -> tuple[Post, ...]:
    name, group = await news.names(event.agreement_id)

    def draw(words: Words) -> Screen:
        return views.told(words, "commissions-was-ended", name=name, title=group.title)

    return await news.posts(event.agreement_id, event.by.other, draw)


async def tell_of_payout(event: CommissionPaidOut, news: CommissionNewsroom) -> tuple[Post, ...]:
    name, group = await news.names(event.agreement_id)
    payout = await news.commissions.payout(event.payout_id)

    def draw(words: Words) -> Screen:
        return views.paid_out(words, payout, group, name=name)

    return await news.posts(event.agreement_id, Side.GROUP, draw)


async def tell_it_was_received(
    event: CommissionReceived, news: CommissionNewsroom
) -> tuple[Post, ...]:
    _, group = await news.names(event.agreement_id)
    payout = await news.commissions.payout(event.payout_id)

    def draw(words: Words) -> Screen:
        text = words("commissions-was-received", title=group.title, money=payout.money)
        return Screen(text=text)

    return await news.posts(event.agreement_id, Side.MERCHANT, draw)
