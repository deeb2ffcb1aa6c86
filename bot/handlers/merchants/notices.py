"""What the bot says by itself about shops, in the private chats of their people."""

from bot.catalog.models import MerchantId, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.handlers.merchants.callbacks import OpenShop, ShowTill
from bot.handlers.merchants.parts import row
from bot.kit.texts import Words
from bot.merchants.events import (
    ConnectionMissed,
    MerchantClosed,
    MerchantReopened,
    StaffJoined,
    StaffRemoved,
)
from bot.merchants.repository import ShopRepository
from bot.people.models import Person
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post, Rows, Screen


async def tell_who_joined(
    event: StaffJoined, merchants: MerchantRepository, people: PersonRepository
) -> Post | None:
    inviter = await people.find(event.invited_by) if event.invited_by else None
    joined = await people.get(event.person_id)
    if inviter is None or not inviter.can_be_written_to or inviter.id == joined.id:
        return None
    merchant = await merchants.get(event.merchant_id)
    text = words_of(inviter)(
        "merchants-joined", person=joined.name, name=merchant.name, role=event.role.value
    )
    return Post(chat_id=inviter.id, screen=Screen(text=text))


async def tell_who_was_removed(
    event: StaffRemoved, merchants: MerchantRepository, people: PersonRepository
) -> Post | None:
    person = await people.find(event.person_id)
    if person is None or not person.can_be_written_to:
        return None
    merchant = await merchants.get(event.merchant_id)
    text = words_of(person)("merchants-removed", name=merchant.name)
    return Post(chat_id=person.id, screen=Screen(text=text))


async def tell_of_closing(
    event: MerchantClosed, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    merchant = await merchants.get(event.merchant_id)
    return tuple(
        _told(person, "merchants-shop-closed", merchant.name)
        for person in await reachable(shops, event.merchant_id)
    )


async def tell_of_reopening(
    event: MerchantReopened, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    merchant = await merchants.get(event.merchant_id)
    return tuple(
        _told(person, "merchants-shop-reopened", merchant.name)
        for person in await reachable(shops, event.merchant_id)
    )


async def ask_to_connect(
    event: ConnectionMissed, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    """Its owners learn that a buyer came, and how to take her money next time."""
    merchant = await merchants.get(event.merchant_id)
    posts = []
    for person in await reachable(shops, merchant.id, owners_only=True):
        connect = row(
            words_of(person),
            ("connect", ShowTill(merchant=merchant.id)),
            ("shop", OpenShop(merchant=merchant.id)),
        )
        posts.append(_told(person, "merchants-connection-missed", merchant.name, (connect,)))
    return tuple(posts)


async def reachable(
    shops: ShopRepository, merchant_id: MerchantId, *, owners_only: bool = False
) -> list[Person]:
    return [
        member.person
        for member in await shops.team(merchant_id)
        if member.person is not None
        and member.person.can_be_written_to
        and (member.role is StaffRole.OWNER or not owners_only)
    ]


def _told(person: Person, key: str, name: str, rows: Rows = ()) -> Post:
    text = words_of(person)(key, name=name)
    return Post(chat_id=person.id, screen=Screen(text=text, rows=rows))


def words_of(person: Person) -> Words:
    return Words(person.language, person.zone)
