from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.payments.connect.repository import ConnectedAccountRepository
from bot.payments.connected_models import (
    ConnectedAccount,
    ConnectedAccountId,
    ConnectedStatus,
    PlatformFee,
)
from bot.payments.errors import FeeOutOfBounds, NoGatewayAccount
from bot.payments.events import (
    ConnectedAccountPaused,
    ConnectedAccountReady,
    OnboardingLinked,
    OnboardingRefused,
    PlatformFeeChanged,
)
from bot.payments.models import PayeeId
from bot.payments.settings import PaymentSettings
from bot.payments.sharing import Share
from bot.people.models import PersonId

READ_AGAIN = timedelta(hours=1)
FIRST_LOOK = timedelta(seconds=30)
HIGHEST_FEE = 5_000  # half of it
MOST_REFUSALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectTask:
    """An account that is to be opened, looked at, or linked to."""

    id: ConnectedAccountId
    number: str | None
    country: str
    reference: str
    back: str
    wants_link: bool

    @property
    def key(self) -> str:
        return f"connected-account-{self.id}"


class ConnectService:
    """Whose Stripe account the house's sales go to. Who may ask is asked before."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        connected: ConnectedAccountRepository,
        settings: PaymentSettings,
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._connected = connected
        self._settings = settings
        self._events = events
        self._clock = clock

    @property
    def is_offered(self) -> bool:
        """Only an account of the house's own can have others below it."""
        return bool(self._settings.stripe_key)

    async def find(self, payee_id: PayeeId) -> ConnectedAccount | None:
        return await self._connected.find_current(payee_id)

    async def begin(
        self, payee_id: PayeeId, *, country: str, by: PersonId, back: str
    ) -> ConnectedAccount:
        """Ask for an account, and for a page on which its owner tells who she is.

        Asked again, it is the same account and a fresh page. Raises NoGatewayAccount.
        """
        if not self.is_offered:
            raise NoGatewayAccount
        now = self._clock.now()
        known = await self._connected.latest_number(payee_id)
        account = await self._connected.add_once(
            ConnectedAccount(
                payee_id=payee_id,
                status=ConnectedStatus.ONBOARDING if known else ConnectedStatus.OPENING,
                number=known,
                country=country,
                asked_by=by,
                back=back,
                wants_link=True,
                attempts=0,
                next_look_at=now,
                since=now,
            )
        )
        account.wants_link, account.asked_by, account.back = True, by, back
        account.attempts, account.next_look_at, account.trouble = 0, now, None
        await self._session.flush()
        return account

    async def leave(self, payee_id: PayeeId) -> bool:
        """Share nothing more; what is refunded is still fetched back. Tells whether it was so."""
        account = await self._connected.find_current(payee_id)
        if account is None:
            return False
        account.move(ConnectedStatus.LEFT)
        account.until = self._clock.now()
        await self._session.flush()
        return True

    async def share_of(self, payee_id: PayeeId) -> Share | None:
        """Tell how a sale that begins now is shared; None where the house just holds it."""
        account = await self._connected.find_current(payee_id)
        if account is None or account.status is not ConnectedStatus.READY or not account.number:
            return None
        return Share(account.number, await self.fee_of(payee_id))

    async def fee_of(self, payee_id: PayeeId) -> int:
        """Tell what the house keeps of a sale, in hundredths of a per cent."""
        own = await self._connected.find_fee(payee_id)
        return self._settings.platform_fee_basis if own is None else own.basis

    async def agree_on_fee(self, payee_id: PayeeId, basis: int, *, by: PersonId) -> None:
        """For sales that begin from now on. Raises FeeOutOfBounds."""
        if not 0 <= basis <= HIGHEST_FEE:
            raise FeeOutOfBounds(max=HIGHEST_FEE // 100)
        if basis == await self.fee_of(payee_id):
            return
        fee = await self._connected.find_fee(payee_id) or PlatformFee(payee_id=payee_id)
        fee.basis, fee.changed_at, fee.changed_by = basis, self._clock.now(), by
        await self._connected.add(fee)
        await self._events.publish(PlatformFeeChanged(payee_id=payee_id, basis=basis))

    async def claim_due(self, limit: int) -> list[ConnectTask]:
        now = self._clock.now()
        tasks = []
        for account in await self._connected.lock_due(now, limit):
            account.attempts += 1
            account.next_look_at = now + _delay(account)
            tasks.append(_task(account))
        return tasks

    async def task_of(self, number: str) -> ConnectTask | None:
        account = await self._connected.find_by_number(number)
        return _task(account) if account else None

    async def opened(self, account_id: ConnectedAccountId, number: str) -> None:
        account = await self._connected.lock(account_id)
        account.number = account.number or number
        if account.status is ConnectedStatus.OPENING:
            account.move(ConnectedStatus.ONBOARDING)

    async def seen(self, account_id: ConnectedAccountId, *, takes_charges: bool) -> None:
        """Write down what Stripe says now; what is known already changes nothing."""
        account = await self._connected.lock(account_id)
        account.trouble = None
        if takes_charges and account.status is ConnectedStatus.ONBOARDING:
            account.move(ConnectedStatus.READY)
            account.wants_link, account.attempts = False, 0
            account.next_look_at = self._clock.now() + READ_AGAIN
            await self._events.publish(ConnectedAccountReady(payee_id=account.payee_id))
        elif not takes_charges and account.status is ConnectedStatus.READY:
            await self._pause(account)

    async def linked(self, account_id: ConnectedAccountId, url: str) -> None:
        account = await self._connected.lock(account_id)
        if account.wants_link and account.until is None:
            account.wants_link = False
            await self._events.publish(
                OnboardingLinked(payee_id=account.payee_id, person_id=account.asked_by, url=url)
            )

    async def refused(self, account_id: ConnectedAccountId, trouble: str) -> None:
        """Stripe will not: whoever waits is told, and nothing is sent there any more."""
        account = await self._connected.lock(account_id)
        account.trouble = trouble
        if account.status is ConnectedStatus.READY:
            await self._pause(account)
        if account.wants_link and account.attempts >= MOST_REFUSALS:
            account.wants_link = False
            await self._events.publish(
                OnboardingRefused(
                    payee_id=account.payee_id, person_id=account.asked_by, trouble=trouble
                )
            )

    async def _pause(self, account: ConnectedAccount) -> None:
        account.move(ConnectedStatus.ONBOARDING)
        await self._events.publish(ConnectedAccountPaused(payee_id=account.payee_id))


def _task(account: ConnectedAccount) -> ConnectTask:
    return ConnectTask(
        id=account.id,
        number=account.number,
        country=account.country,
        reference=str(account.payee_id),
        back=account.back,
        wants_link=account.wants_link,
    )


def _delay(account: ConnectedAccount) -> timedelta:
    """Whoever fills in Stripe's pages now is looked at soon; what stands, every hour."""
    if account.status is ConnectedStatus.READY:
        return READ_AGAIN
    doubled: timedelta = FIRST_LOOK * 2 ** min(account.attempts - 1, 10)
    return min(doubled, READ_AGAIN)
