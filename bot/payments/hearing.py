"""What Stripe tells by itself: looked up again at Stripe, and written down once."""

from bot.kit.transactions import Transactions
from bot.payments.connect.checker import ConnectChecker
from bot.payments.gateways import Heard
from bot.payments.gateways.stripe import StripeGateway
from bot.payments.holds.settler import HoldDesk, HoldSettler
from bot.payments.news import GatewayNews, Watched

REFUNDS = frozenset(
    {
        "charge.refunded",
        "refund.created",
        "refund.updated",
        "refund.failed",
        "charge.refund.updated",
    }
)
DISPUTES = frozenset(
    {
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
        "charge.dispute.closed",
    }
)
ACCOUNTS = frozenset({"account.updated"})
HOLDS = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.expired",
        "payment_intent.succeeded",
        "payment_intent.canceled",
    }
)


class StripeHearing:
    """Stripe is asked between two transactions, never inside one."""

    def __init__(
        self,
        transactions: Transactions,
        stripe: StripeGateway,
        holds: HoldSettler,
        connected: ConnectChecker,
    ) -> None:
        self._transactions = transactions
        self._connected = connected
        self._stripe = stripe
        self._holds = holds

    async def hear(self, heard: Heard) -> None:
        """Take an event in, in any order and any number of times.

        An event only says where to look: what counts is what Stripe answers now. Raises
        GatewayBusy and GatewayRefused; then nothing was written, and Stripe tells it again.
        """
        if heard.kind in HOLDS:
            await self._hear_of_hold(heard)
        elif heard.kind in ACCOUNTS:
            await self._connected.hear(heard.subject)
        elif heard.kind in REFUNDS | DISPUTES:
            await self._hear_of_charge(heard)

    async def _hear_of_hold(self, heard: Heard) -> None:
        async with self._transactions() as scope:
            desk: HoldDesk = await scope.get(HoldDesk)
            task = await desk.task_of(heard)
        if task is not None:
            await self._holds.look(task, heard)

    async def _hear_of_charge(self, heard: Heard) -> None:
        async with self._transactions() as scope:
            news: GatewayNews = await scope.get(GatewayNews)
            watched = await news.watched(heard)
        if watched is None:
            return
        if heard.kind in DISPUTES:
            await self._hear_dispute(heard, watched)
        else:
            await self._hear_refunds(heard, watched)

    async def _hear_refunds(self, heard: Heard, watched: Watched) -> None:
        found = await self._stripe.given_back(watched.secret, watched.provider_charge)
        async with self._transactions() as scope:
            news: GatewayNews = await scope.get(GatewayNews)
            await news.learn_refunds(heard, watched.charge_id, found)

    async def _hear_dispute(self, heard: Heard, watched: Watched) -> None:
        dispute = await self._stripe.dispute(watched.secret, heard.subject)
        async with self._transactions() as scope:
            news: GatewayNews = await scope.get(GatewayNews)
            await news.learn_dispute(heard, watched.charge_id, dispute)
