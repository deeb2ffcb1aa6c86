"""A shop's own payment keys: sealed as soon as they are here, shown as their last four letters."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Merchant, MerchantId
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.merchants.access import Access
from bot.merchants.errors import ModesDiffer, NotConnected
from bot.merchants.events import ConnectionMissed
from bot.merchants.keys import ending, is_test, provider_token_of, stripe_key_of
from bot.payments.accounts import GatewayAccountService, Keys
from bot.payments.models import PayeeId
from bot.payments.settings import PaymentSettings
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Connection:
    """What may be shown of a shop's keys. Empty endings stand for keys that are not there."""

    token_ending: str = ""
    key_ending: str = ""
    is_test: bool = False
    by_house: bool = False  # the house's own account takes the money

    @property
    def is_own(self) -> bool:
        return bool(self.token_ending)

    @property
    def takes_money(self) -> bool:
        return self.is_own or self.by_house


class TillService:
    """Every verb with a ``by`` raises OwnersOnly for anybody else, staff included."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        accounts: GatewayAccountService,
        access: Access,
        settings: PaymentSettings,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._accounts = accounts
        self._access = access
        self._settings = settings
        self._events = events
        self._clock = clock

    async def look(self, merchant_id: MerchantId, *, by: PersonId) -> Connection:
        await self._access.get_owned(merchant_id, by=by)
        keys = await self._accounts.own_keys(PayeeId(merchant_id))
        if keys is None:
            return Connection(by_house=bool(self._settings.provider_token))
        return Connection(
            token_ending=ending(keys.provider_token),
            key_ending=ending(keys.stripe_key),
            is_test=is_test(keys.provider_token),
        )

    async def connect(self, merchant_id: MerchantId, token: str, *, by: PersonId) -> None:
        """Take money through this provider token. The same again changes nothing.

        A Stripe key of the token before is not taken along: it may be another account's.
        Raises TokenUnreadable.
        """
        await self._access.get_owned(merchant_id, by=by)
        token = provider_token_of(token)
        known = await self._accounts.own_keys(PayeeId(merchant_id))
        if known is None or known.provider_token != token:
            await self._accounts.connect(PayeeId(merchant_id), Keys(token, ""))

    async def add_stripe_key(self, merchant_id: MerchantId, key: str, *, by: PersonId) -> None:
        """Give money back by this key. Raises KeyUnreadable, NotConnected, ModesDiffer."""
        await self._access.get_owned(merchant_id, by=by)
        key = stripe_key_of(key)
        known = await self._accounts.own_keys(PayeeId(merchant_id))
        if known is None:
            raise NotConnected
        if is_test(known.provider_token) is not is_test(key):
            raise ModesDiffer
        await self._accounts.change_stripe_key(PayeeId(merchant_id), key)

    async def disconnect(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        """Forget the keys for new purchases; what they took is still given back through them."""
        merchant = await self._access.get_owned(merchant_id, by=by)
        await self._accounts.disconnect(PayeeId(merchant_id))
        merchant.payment_missed_at = None
        await self._session.flush()
        return merchant

    async def miss(self, merchant_id: MerchantId) -> None:
        """A buyer came and could not pay: its owners are told, once."""
        told = await self._session.scalar(
            sa.update(Merchant)
            .where(Merchant.id == merchant_id, Merchant.payment_missed_at.is_(None))
            .values(payment_missed_at=self._clock.now())
            .returning(Merchant.id)
        )
        if told is not None:
            await self._events.publish(ConnectionMissed(merchant_id=merchant_id))
