"""Listing, comparing, learning what was never heard, and reporting what learning did not mend."""

import structlog

from bot.kit.transactions import Transactions
from bot.payments.comparing.books import Listing, MoneyBooks, MoneyDifference
from bot.payments.gateways import GatewayBusy, GatewayRefused, Heard
from bot.payments.gateways.listing import ListedDispute, ListedRefund, MoneyLister
from bot.payments.gateways.stripe import StripeGateway
from bot.payments.news import GatewayNews

log = structlog.get_logger(__name__)
LISTED = "listed"


class MoneyReconciler:
    """Never moves money: a refund that is missing at the gateway is for a person to look at."""

    def __init__(
        self, transactions: Transactions, lister: MoneyLister, stripe: StripeGateway
    ) -> None:
        self._transactions = transactions
        self._lister = lister
        self._stripe = stripe

    async def compare(self) -> list[MoneyDifference]:
        """Give what has been reported now."""
        async with self._transactions() as scope:
            books: MoneyBooks = await scope.get(MoneyBooks)
            listings = await books.listings()
        reported: list[MoneyDifference] = []
        for listing in listings:
            try:
                reported += await self._compare(listing)
            except (GatewayBusy, GatewayRefused) as trouble:
                log.warning("money.not_compared", trouble=str(trouble))
        return reported

    async def _compare(self, listing: Listing) -> list[MoneyDifference]:
        async with self._transactions() as scope:
            books: MoneyBooks = await scope.get(MoneyBooks)
            since = books.listed_since()
        charges = await self._lister.charges(listing.secret, since)
        refunds = await self._lister.refunds(listing.secret, since)
        disputes = await self._lister.disputes(listing.secret, since)
        await self._learn_refunds(listing, refunds)
        for dispute in disputes:
            await self._learn_dispute(dispute)
        async with self._transactions() as scope:
            books = await scope.get(MoneyBooks)
            differences = await books.differing(listing, charges, refunds)
            reported = [one for one in differences if await books.report(one)]
        for one in reported:
            log.error("money.differs", subject=one.subject, ours=one.ours, theirs=one.theirs)
        return reported

    async def _learn_refunds(self, listing: Listing, listed: list[ListedRefund]) -> None:
        async with self._transactions() as scope:
            books: MoneyBooks = await scope.get(MoneyBooks)
            unlearned = await books.unlearned(listed)
        for charge_id, provider_charge, one in unlearned:
            back = one.given_back
            heard = Heard(
                f"{LISTED}-{back.number}-{back.outcome}", LISTED, back.number, one.charges
            )
            found = await self._stripe.given_back(listing.secret, provider_charge)
            async with self._transactions() as scope:
                news: GatewayNews = await scope.get(GatewayNews)
                await news.learn_refunds(heard, charge_id, found)

    async def _learn_dispute(self, listed: ListedDispute) -> None:
        event = f"{LISTED}-{listed.number}-{listed.state}"
        heard = Heard(event, LISTED, listed.number, listed.charges)
        async with self._transactions() as scope:
            news: GatewayNews = await scope.get(GatewayNews)
            watched = await news.watched(heard)
            if watched is not None:
                await news.learn_dispute(heard, watched.charge_id, listed.dispute)
