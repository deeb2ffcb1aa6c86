"""A shop's Stripe account below the house's: its owner sets it up, the operator agrees on a fee."""

from dataclasses import dataclass

from bot.catalog.models import Merchant, MerchantId
from bot.catalog.repository import MerchantRepository
from bot.merchants.access import Access
from bot.payments.accounts import GatewayAccountService
from bot.payments.connect.service import ConnectService
from bot.payments.connected_models import ConnectedStatus
from bot.payments.errors import FeeOutOfBounds
from bot.payments.models import PayeeId
from bot.payments.sharing import basis_of
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Sharing:
    """``status``: None where nothing has been set up."""

    status: ConnectedStatus | None
    fee_basis: int
    is_offered: bool
    number: str = ""


class SharingService:
    """Verbs with a ``by`` raise OwnersOnly or OperatorsOnly for anybody else."""

    def __init__(
        self,
        connect: ConnectService,
        accounts: GatewayAccountService,
        access: Access,
        merchants: MerchantRepository,
    ) -> None:
        self._connect = connect
        self._accounts = accounts
        self._access = access
        self._merchants = merchants

    async def look(self, merchant_id: MerchantId, *, by: PersonId) -> Sharing:
        await self._access.get_owned(merchant_id, by=by)
        payee_id = PayeeId(merchant_id)
        account = await self._connect.find(payee_id)
        has_keys = await self._accounts.own_keys(payee_id) is not None
        return Sharing(
            account.status if account else None,
            await self._connect.fee_of(payee_id),
            is_offered=self._connect.is_offered and not has_keys,
            number=(account.number or "") if account else "",
        )

    async def begin(self, merchant_id: MerchantId, *, by: PersonId, back: str) -> Merchant:
        """Ask for a page at Stripe; its address comes by itself. Raises NoGatewayAccount."""
        merchant = await self._access.get_owned(merchant_id, by=by)
        await self._connect.begin(
            PayeeId(merchant_id), country=merchant.country or "DE", by=by, back=back
        )
        return merchant

    async def leave(self, merchant_id: MerchantId, *, by: PersonId) -> Merchant:
        merchant = await self._access.get_owned(merchant_id, by=by)
        await self._connect.leave(PayeeId(merchant_id))
        return merchant

    async def fee(self, merchant_id: MerchantId, *, by: PersonId) -> int:
        await self._access.refuse_unless_operator(by)
        return await self._connect.fee_of(PayeeId(merchant_id))

    async def agree_on_fee(self, merchant_id: MerchantId, written: str, *, by: PersonId) -> None:
        """Raises FeeOutOfBounds, also for what is no number."""
        await self._access.refuse_unless_operator(by)
        merchant = await self._merchants.get(merchant_id)
        basis = basis_of(written)
        if basis is None:
            raise FeeOutOfBounds(max=50)
        await self._connect.agree_on_fee(PayeeId(merchant.id), basis, by=by)
