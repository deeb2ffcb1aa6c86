from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.money import Currency
from bot.kit.secrets import Vault
from bot.payments.errors import NoGatewayAccount
from bot.payments.models import GatewayAccount, GatewayAccountId, PayeeId, Payment, Rail
from bot.payments.repository import GatewayAccountRepository
from bot.payments.settings import PaymentSettings


@dataclass(frozen=True, slots=True)
class Keys:
    """A gateway account's secrets, readable."""

    provider_token: str = field(repr=False)
    stripe_key: str = field(repr=False)


NO_KEYS = Keys("", "")  # Stars need none


class GatewayAccountService:
    def __init__(
        self,
        session: AsyncSession,
        accounts: GatewayAccountRepository,
        vault: Vault,
        settings: PaymentSettings,
        clock: Clock,
    ) -> None:
        self._session = session
        self._accounts = accounts
        self._vault = vault
        self._settings = settings
        self._clock = clock

    async def connect(self, payee_id: PayeeId, keys: Keys) -> GatewayAccount:
        """Take this merchant's money through these keys from now on.

        What an earlier account took is still given back through that account.
        """
        now = self._clock.now()
        if (before := await self._accounts.find_current(payee_id)) is not None:
            before.until = now
        account = GatewayAccount(
            payee_id=payee_id,
            provider_token=self._vault.seal(keys.provider_token),
            stripe_key=self._vault.seal(keys.stripe_key) if keys.stripe_key else None,
            since=now,
        )
        self._session.add(account)
        await self._session.flush()
        return account

    async def change_stripe_key(self, payee_id: PayeeId, stripe_key: str) -> None:
        """Use this key for the account's refunds, also of what it took before: keys get rolled.

        Raises NoGatewayAccount.
        """
        account = await self._accounts.find_current(payee_id)
        if account is None:
            raise NoGatewayAccount
        account.stripe_key = self._vault.seal(stripe_key)
        await self._session.flush()

    async def disconnect(self, payee_id: PayeeId) -> bool:
        """Take nothing more through this merchant's own account; tells whether there was one.

        What it took can still be given back through it.
        """
        account = await self._accounts.find_current(payee_id)
        if account is None:
            return False
        account.until = self._clock.now()
        await self._session.flush()
        return True

    async def own_keys(self, payee_id: PayeeId) -> Keys | None:
        """Read what a merchant connected, to check it; None where the house's account is used."""
        account = await self._accounts.find_current(payee_id)
        return self._open(account) if account else None

    async def choose(self, payee_id: PayeeId, currency: Currency) -> GatewayAccountId | None:
        """Find the account to take money with; None is the house's own."""
        if currency is Currency.XTR:
            return None
        account = await self._accounts.find_current(payee_id)
        if account is None and not self._settings.provider_token:
            raise NoGatewayAccount
        return account.id if account else None

    async def choose_for_hold(self, payee_id: PayeeId) -> GatewayAccountId | None:
        """Find the account to hold money with; None is the house's own. Raises NoGatewayAccount."""
        account = await self._accounts.find_current(payee_id)
        has_key = account.stripe_key if account else self._settings.stripe_key
        if not has_key:
            raise NoGatewayAccount
        return account.id if account else None

    async def can_hold(self, payee_id: PayeeId) -> bool:
        try:
            await self.choose_for_hold(payee_id)
        except NoGatewayAccount:
            return False
        return True

    async def can_take(self, payee_id: PayeeId, currency: Currency) -> bool:
        try:
            await self.choose(payee_id, currency)
        except NoGatewayAccount:
            return False
        return True

    async def keys(self, payment: Payment) -> Keys:
        if payment.rail is Rail.STARS:
            return NO_KEYS
        if payment.account_id is None:
            return Keys(self._settings.provider_token, self._settings.stripe_key)
        return self._open(await self._accounts.get(payment.account_id))

    async def stripe_key_of(self, account_id: GatewayAccountId | None) -> str:
        """The key by which an account tells what it has done; empty where there is none."""
        if account_id is None:
            return self._settings.stripe_key
        return self._open(await self._accounts.get(account_id)).stripe_key

    def _open(self, account: GatewayAccount) -> Keys:
        stripe_key = self._vault.open(account.stripe_key) if account.stripe_key else ""
        return Keys(self._vault.open(account.provider_token), stripe_key)
