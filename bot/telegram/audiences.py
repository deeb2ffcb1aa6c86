"""What a person is, in the place where she speaks."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import MerchantStaff
from bot.groups.admins import GroupAdmins
from bot.people.models import Person, Role
from bot.telegram.actor import Actor
from bot.telegram.command_menu import Insider
from bot.telegram.feature import Audience


class Audiences:
    def __init__(self, session: AsyncSession, admins: GroupAdmins) -> None:
        self._session = session
        self._admins = admins

    async def of(self, actor: Actor) -> frozenset[Audience]:
        if actor.place.is_private:
            return await self._in_private(actor)
        return await self._in_group(actor)

    async def _in_private(self, actor: Actor) -> frozenset[Audience]:
        works_for = await self._session.scalar(
            select(MerchantStaff.id).where(MerchantStaff.person_id == actor.id).limit(1)
        )
        roles = _roles(
            is_operator=actor.person.is_operator,
            is_merchant=works_for is not None,
        )
        return roles | {Audience.PRIVATE}

    async def _in_group(self, actor: Actor) -> frozenset[Audience]:
        chat_id = actor.place.chat_id
        is_admin = actor.is_group_admin or (
            chat_id is not None and self._admins.is_admin(chat_id, actor.id)
        )
        return frozenset({Audience.GROUP, *([Audience.GROUP_ADMIN] if is_admin else ())})


def _roles(*, is_operator: bool, is_merchant: bool) -> frozenset[Audience]:
    roles = ((Audience.OPERATOR, is_operator), (Audience.MERCHANT, is_merchant))
    return frozenset(audience for audience, has_it in roles if has_it)


async def insiders(session: AsyncSession) -> tuple[Insider, ...]:
    """List everybody with a menu of her own: operators, and merchants' staff."""
    staff = frozenset(await session.scalars(select(MerchantStaff.person_id)))
    people = await session.scalars(
        select(Person)
        .where((Person.role == Role.OPERATOR) | Person.id.in_(staff))
        .where(Person.can_be_written_to)
        .order_by(Person.id)
    )
    return tuple(
        Insider(
            person.id,
            person.language,
            _roles(is_operator=person.is_operator, is_merchant=person.id in staff),
        )
        for person in people
    )
