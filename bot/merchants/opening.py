"""What the operator does: shops open, close for a while, and open again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import HandleTaken
from bot.catalog.models import Merchant, MerchantId, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.catalog.texts import handle_from
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Currency
from bot.merchants.access import Access
from bot.merchants.events import MerchantClosed, MerchantOpened, MerchantReopened
from bot.merchants.models import Invitation
from bot.merchants.places import country_of
from bot.merchants.repository import Member, ShopRepository
from bot.merchants.rules import name_of
from bot.people.models import PersonId

PAGE = 8


@dataclass(frozen=True, slots=True)
class MerchantSheet:
    """A merchant as the operator sees it."""

    merchant: Merchant
    team: Sequence[Member]
    products: int
    invitation: Invitation | None  # of an owner, not used yet


@dataclass(frozen=True, slots=True)
class MerchantPage:
    merchants: Sequence[Merchant]
    number: int
    pages: int
    total: int


class OpeningService:
    """Every verb raises OperatorsOnly for anybody else."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        merchants: MerchantRepository,
        shops: ShopRepository,
        access: Access,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._merchants = merchants
        self._shops = shops
        self._access = access
        self._events = events
        self._clock = clock

    async def page(self, number: int, *, by: PersonId) -> MerchantPage:
        await self._access.refuse_unless_operator(by)
        total = await self._shops.count()
        pages = max(1, -(-total // PAGE))
        number = min(max(number, 0), pages - 1)
        found = await self._shops.page(PAGE, number * PAGE)
        return MerchantPage(found, number, pages, total)

    async def sheet(self, merchant_id: MerchantId, *, by: PersonId) -> MerchantSheet:
        await self._access.refuse_unless_operator(by)
        merchant = await self._merchants.get(merchant_id)
        waiting = await self._shops.open_invitations(
            merchant_id, StaffRole.OWNER, self._clock.now()
        )
        return MerchantSheet(
            merchant,
            await self._shops.team(merchant_id),
            await self._shops.products_for_sale(merchant_id),
            waiting[-1] if waiting else None,
        )

    async def open(
        self, name: str, country: str, currency: Currency, *, by: PersonId, language: str
    ) -> Merchant:
        """Open a shop that nobody owns yet; ``language`` is that of texts which name none."""
        await self._access.refuse_unless_operator(by)
        name = name_of(name)
        merchant = Merchant(
            handle=await self._free_handle(name),
            name=name,
            country=country_of(country),
            currencies=[currency.value],
            ships_to=[country_of(country)],
            language=language,
            about_texts={},
            shipping=[],
        )
        self._session.add(merchant)
        await self._session.flush()
        await self._events.publish(MerchantOpened(merchant_id=merchant.id))
        return merchant

    async def close(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        """Nothing of it is sold from now on, and nothing is deleted."""
        await self._access.refuse_unless_operator(by)
        merchant = await self._merchants.get(merchant_id)
        if merchant.is_open:
            merchant.closed_at = self._clock.now()
            await self._session.flush()
            await self._events.publish(MerchantClosed(merchant_id=merchant_id))
        return merchant

    async def reopen(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        await self._access.refuse_unless_operator(by)
        merchant = await self._merchants.get(merchant_id)
        if not merchant.is_open:
            merchant.closed_at = None
            await self._session.flush()
            await self._events.publish(MerchantReopened(merchant_id=merchant_id))
        return merchant

    async def _free_handle(self, name: str) -> str:
        wanted = handle_from(name) or "shop"
        for number in range(1, 1000):
            handle = wanted if number == 1 else f"{wanted}-{number}"
            if await self._merchants.find_by_handle(handle) is None:
                return handle
        raise HandleTaken(handle=wanted)
