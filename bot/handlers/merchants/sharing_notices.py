"""What the bot says by itself about a shop's Stripe account below the house's."""

from bot.catalog.models import MerchantId
from bot.catalog.repository import MerchantRepository
from bot.handlers.merchants import sharing_views
from bot.handlers.merchants.callbacks import ShowSharing
from bot.handlers.merchants.notices import reachable, words_of
from bot.handlers.merchants.parts import row
from bot.merchants.repository import ShopRepository
from bot.payments.events import (
    ConnectedAccountPaused,
    ConnectedAccountReady,
    OnboardingLinked,
    OnboardingRefused,
    PlatformFeeChanged,
)
from bot.payments.models import PayeeId
from bot.people.repository import PersonRepository
from bot.telegram.percent import percent
from bot.telegram.replies import Post, Screen


async def lead_to_stripe(
    event: OnboardingLinked, merchants: MerchantRepository, people: PersonRepository
) -> Post | None:
    person = await people.find(event.person_id)
    if person is None or not person.can_be_written_to:
        return None
    merchant = await merchants.get(MerchantId(event.payee_id))
    screen = sharing_views.onboarding(words_of(person), merchant.name, event.url)
    return Post(chat_id=person.id, screen=screen)


async def tell_of_refusal(
    event: OnboardingRefused, merchants: MerchantRepository, people: PersonRepository
) -> Post | None:
    person = await people.find(event.person_id)
    if person is None or not person.can_be_written_to:
        return None
    merchant = await merchants.get(MerchantId(event.payee_id))
    text = words_of(person)("merchants-sharing-refused", name=merchant.name, trouble=event.trouble)
    return Post(chat_id=person.id, screen=Screen(text=text))


async def tell_it_is_ready(
    event: ConnectedAccountReady, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    return await _told(event.payee_id, "merchants-sharing-ready", merchants, shops)


async def tell_it_is_paused(
    event: ConnectedAccountPaused, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    return await _told(event.payee_id, "merchants-sharing-paused", merchants, shops)


async def tell_of_fee(
    event: PlatformFeeChanged, merchants: MerchantRepository, shops: ShopRepository
) -> tuple[Post, ...]:
    return await _told(
        event.payee_id, "merchants-sharing-fee-changed", merchants, shops, basis=event.basis
    )


async def _told(
    payee_id: PayeeId,
    key: str,
    merchants: MerchantRepository,
    shops: ShopRepository,
    *,
    basis: int = 0,
) -> tuple[Post, ...]:
    merchant = await merchants.get(MerchantId(payee_id))
    posts = []
    for person in await reachable(shops, merchant.id, owners_only=True):
        words = words_of(person)
        text = words(key, name=merchant.name, part=percent(words, basis))
        look = row(words, ("sharing", ShowSharing(merchant=merchant.id)))
        posts.append(Post(chat_id=person.id, screen=Screen(text=text, rows=(look,))))
    return tuple(posts)
