"""What an owner says about her shop, and how its parcels travel."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, MerchantId, ShippingOption, ShippingOptionId
from bot.catalog.texts import handle_from
from bot.merchants.access import Access
from bot.merchants.errors import OwnersOnly, ShippingOptionGone, TooManyShippingOptions
from bot.merchants.places import countries_of
from bot.merchants.repository import ShopRepository
from bot.merchants.rules import about_of, currencies_of, days_of, name_of, prices_of, support_of
from bot.people.models import PersonId

_Row = TypeVar("_Row", Merchant, ShippingOption)
MOST_OPTIONS = 10  # what still fits on Telegram's payment form


class ShopfrontService:
    """Every verb raises OwnersOnly for anybody else, staff included."""

    def __init__(self, session: AsyncSession, shops: ShopRepository, access: Access) -> None:
        self._session = session
        self._shops = shops
        self._access = access

    async def owned(self, person_id: PersonId) -> Sequence[Merchant]:
        """List the shops of an owner. Raises OwnersOnly where she has none."""
        found = await self._shops.owned_by(person_id)
        if not found:
            raise OwnersOnly
        return found

    async def owns_any(self, person_id: PersonId) -> bool:
        return bool(await self._shops.owned_by(person_id))

    async def get(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        return await self._access.get_owned(merchant_id, by=by)

    async def rename(self, merchant_id: MerchantId, name: str, *, by: PersonId) -> Merchant:
        merchant = await self.get(merchant_id, by=by)
        merchant.name = name_of(name)
        return await self._kept(merchant)

    async def describe(
        self, merchant_id: MerchantId, about: str, *, by: PersonId, language: str
    ) -> Merchant:
        merchant = await self.get(merchant_id, by=by)
        texts = merchant.about_texts | {language: about_of(about)}
        merchant.about_texts = {key: text for key, text in texts.items() if text}
        return await self._kept(merchant)

    async def answer_at(self, merchant_id: MerchantId, support: str, *, by: PersonId) -> Merchant:
        """Say where buyers find help: an address, a number or a @name, shown as it is."""
        merchant = await self.get(merchant_id, by=by)
        merchant.support = support_of(support)
        return await self._kept(merchant)

    async def ship_to(self, merchant_id: MerchantId, countries: str, *, by: PersonId) -> Merchant:
        merchant = await self.get(merchant_id, by=by)
        merchant.ships_to = countries_of(countries)
        return await self._kept(merchant)

    async def take(self, merchant_id: MerchantId, currencies: str, *, by: PersonId) -> Merchant:
        merchant = await self.get(merchant_id, by=by)
        merchant.currencies = currencies_of(currencies)
        return await self._kept(merchant)

    async def get_option(
        self, merchant_id: MerchantId, option_id: ShippingOptionId, *, by: PersonId
    ) -> ShippingOption:
        """Raises ShippingOptionGone, also for an option of somebody else's shop."""
        merchant = await self.get(merchant_id, by=by)
        for option in merchant.shipping:
            if option.id == option_id:
                return option
        raise ShippingOptionGone

    async def add_option(
        self, merchant_id: MerchantId, name: str, prices: str, *, by: PersonId, language: str
    ) -> ShippingOption:
        """Offer another way for parcels; where and how long can be said afterwards."""
        merchant = await self.get(merchant_id, by=by)
        if len(merchant.shipping) >= MOST_OPTIONS:
            raise TooManyShippingOptions(max=MOST_OPTIONS)
        option = ShippingOption(
            code=_free_code(merchant, name_of(name)),
            names={language: name_of(name)},
            prices=prices_of(prices, merchant.currencies),
            countries=[],
        )
        merchant.shipping.append(option)
        await self._session.flush()
        return option

    async def rename_option(
        self,
        merchant_id: MerchantId,
        option_id: ShippingOptionId,
        name: str,
        *,
        by: PersonId,
        language: str,
    ) -> ShippingOption:
        option = await self.get_option(merchant_id, option_id, by=by)
        option.names = option.names | {language: name_of(name)}
        return await self._kept(option)

    async def reprice_option(
        self, merchant_id: MerchantId, option_id: ShippingOptionId, prices: str, *, by: PersonId
    ) -> ShippingOption:
        merchant = await self.get(merchant_id, by=by)
        option = await self.get_option(merchant_id, option_id, by=by)
        option.prices = prices_of(prices, merchant.currencies)
        return await self._kept(option)

    async def time_option(
        self, merchant_id: MerchantId, option_id: ShippingOptionId, days: str, *, by: PersonId
    ) -> ShippingOption:
        option = await self.get_option(merchant_id, option_id, by=by)
        read = days_of(days)
        option.days_min, option.days_max = read.least, read.most
        return await self._kept(option)

    async def send_option_to(
        self, merchant_id: MerchantId, option_id: ShippingOptionId, countries: str, *, by: PersonId
    ) -> ShippingOption:
        option = await self.get_option(merchant_id, option_id, by=by)
        option.countries = countries_of(countries)
        return await self._kept(option)

    async def remove_option(
        self, merchant_id: MerchantId, option_id: ShippingOptionId, *, by: PersonId
    ) -> Merchant:
        """Orders that chose it keep its name and price."""
        merchant = await self.get(merchant_id, by=by)
        option = await self.get_option(merchant_id, option_id, by=by)
        merchant.shipping.remove(option)
        await self._session.delete(option)
        await self._session.flush()
        return merchant

    async def _kept(self, row: _Row) -> _Row:
        await self._session.flush()
        return row


def _free_code(merchant: Merchant, name: str) -> str:
    """Make a code that invoices carry; it stays when the name changes."""
    taken = {option.code for option in merchant.shipping}
    ascii_only = handle_from(name).encode("ascii", "ignore").decode()
    wanted = ascii_only[:24].strip("-") or "parcel"
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, 100))
    return next(code for code in numbered if code not in taken)
