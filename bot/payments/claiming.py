from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from bot.kit.clock import Clock
from bot.payments.accounts import GatewayAccountService, Keys
from bot.payments.gateways import Claim
from bot.payments.models import Charge, GatewayAccountId, Payment, Rail, Refund
from bot.payments.repository import PaymentRepository, RefundRepository
from bot.payments.sharing import part_of

MOST_ATTEMPTS = 20  # about three days with the delays below
LONGEST_DELAY = timedelta(hours=6)
Account: TypeAlias = tuple[Rail, GatewayAccountId | None]  # whose keys a refund is asked with


class RefundClaims:
    """What a gateway is asked to give back."""

    def __init__(
        self,
        payments: PaymentRepository,
        refunds: RefundRepository,
        accounts: GatewayAccountService,
        clock: Clock,
    ) -> None:
        self._payments = payments
        self._refunds = refunds
        self._accounts = accounts
        self._clock = clock

    async def take_due(self, limit: int) -> Sequence[Claim]:
        """Take the refunds whose turn it is; nobody else gets them until their next attempt."""
        now = self._clock.now()
        refunds = await self._refunds.lock_due(now, limit)
        paid = await self._payments.of_refunds(refunds)
        keys = await self._keys_of(payment for payment, _ in paid.values())
        claims = []
        for refund in refunds:
            refund.attempts += 1
            refund.next_attempt_at = now + delay(refund.attempts)
            payment, charge = paid[refund.id]
            claims.append(_claim(refund, payment, charge, keys[_account(payment)]))
        return claims

    async def _keys_of(self, payments: Iterable[Payment]) -> Mapping[Account, Keys]:
        one_of_each = {_account(payment): payment for payment in payments}
        return {
            account: await self._accounts.keys(payment) for account, payment in one_of_each.items()
        }


def delay(attempts: int) -> timedelta:
    """Wait one minute after the first attempt, twice as long after each further one."""
    return min(timedelta(minutes=2 ** min(attempts - 1, 16)), LONGEST_DELAY)


def _account(payment: Payment) -> Account:
    return payment.rail, payment.account_id


def _claim(refund: Refund, payment: Payment, charge: Charge, keys: Keys) -> Claim:
    share = payment.share
    return Claim(
        refund_id=refund.id,
        rail=payment.rail,
        key=refund.gateway_key,
        money=refund.money,
        payer_id=charge.payer_id,
        gateway_charge=charge.gateway_charge,
        provider_charge=charge.provider_charge,
        reverses_transfer=share is not None,
        returns_fee=bool(share and part_of(charge.money, share.fee_basis)),
        secret=keys.stripe_key,
    )
