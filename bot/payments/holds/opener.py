"""Opening a page when its payer asks for it: between two short transactions, never inside one."""

import structlog

from bot.kit.transactions import Transactions
from bot.payments.errors import PageNotOpened
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.holding import HoldGateway
from bot.payments.hold_models import HoldId
from bot.payments.holds.pages import HoldPages

log = structlog.get_logger(__name__)


class PageOpener:
    def __init__(self, transactions: Transactions, gateway: HoldGateway) -> None:
        self._transactions = transactions
        self._gateway = gateway

    async def open(self, number: int, back: str) -> str:
        """Give the address of a page, opening it where nobody has; ``back`` is where she returns.

        However often it is asked, and wherever it was killed, there is one page. Raises
        PageNotOpened, PaymentTooLate.
        """
        hold_id = HoldId(number)
        async with self._transactions() as scope:
            pages: HoldPages = await scope.get(HoldPages)
            order, url = await pages.begin(hold_id, back)
        if url:
            return url
        try:
            opened = await self._gateway.open(order)
        except GatewayBusy as busy:
            log.warning("page.unopened", hold=number, trouble=str(busy))
            raise PageNotOpened from None
        except GatewayRefused as refused:
            log.error("page.refused", hold=number, trouble=str(refused))  # noqa: TRY400 -- its trace tells nothing
            async with self._transactions() as scope:
                pages = await scope.get(HoldPages)
                await pages.refused(hold_id, str(refused))
            raise PageNotOpened from None
        async with self._transactions() as scope:
            pages = await scope.get(HoldPages)
            await pages.opened(hold_id, opened)
        return opened.url
