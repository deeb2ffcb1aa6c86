from bot.catalog.models import Product
from bot.kit.events import Events
from bot.kit.money import Currency
from bot.orders.events import BuyerTurnedAway
from bot.payments.accounts import GatewayAccountService
from bot.payments.models import PayeeId


class Admission:
    """Whether a purchase can end well, asked before anybody chooses sizes for nothing."""

    def __init__(self, accounts: GatewayAccountService, events: Events) -> None:
        self._accounts = accounts
        self._events = events

    async def can_pay_for(self, product: Product) -> bool:
        """Tell whether its merchant can take money for it; if not, the merchant hears of it."""
        currency = product.merchant.currency if product.needs_shipping else Currency.XTR
        if await self._accounts.can_take(PayeeId(product.merchant_id), currency):
            return True
        await self._events.publish(BuyerTurnedAway(merchant_id=product.merchant_id))
        return False
