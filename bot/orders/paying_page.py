"""What a hosted page asks for, so that an order may be paid on it."""

from datetime import timedelta

from bot.catalog.models import Merchant, ShippingOption
from bot.catalog.repository import MerchantRepository
from bot.kit.clock import Clock
from bot.orders.models import Order
from bot.payments.gateways.holding import Page, Way
from bot.payments.hold_models import HoldId
from bot.payments.holds.pages import HoldPages
from bot.payments.models import Payment
from bot.people.service import PeopleService

# Stripe keeps a page open for half an hour at least; it is shut earlier, with its order's time.
OPEN_FOR = timedelta(minutes=35)
MOST_WAYS = 5  # that Stripe shows on one page


class PayingPages:
    def __init__(
        self,
        *,
        merchants: MerchantRepository,
        people: PeopleService,
        pages: HoldPages,
        clock: Clock,
    ) -> None:
        self._merchants = merchants
        self._people = people
        self._pages = pages
        self._clock = clock

    async def ask(self, order: Order, payment: Payment) -> HoldId:
        """Write the page of an order down; it is opened after the commit."""
        buyer = await self._people.get(order.buyer_id)
        merchant = await self._merchants.get(order.merchant_id)
        (line,) = order.lines
        page = Page(
            title=line.name,
            unit=line.price,
            quantity=line.quantity,
            needs_address=order.needs_shipping,
            countries=tuple(_countries(merchant)) if order.needs_shipping else (),
            ways=tuple(_ways(order, merchant, buyer.language)) if order.needs_shipping else (),
            needs_phone=order.needs_shipping,
            language=buyer.language,
            closes_at=self._clock.now() + OPEN_FOR,
        )
        return (await self._pages.ask(payment, page)).id


def _countries(merchant: Merchant) -> list[str]:
    """Where a parcel can go by some way; none is everywhere."""
    if any(not option.countries for option in merchant.shipping) or not merchant.shipping:
        return sorted(merchant.ships_to)
    reached = {country for option in merchant.shipping for country in option.countries}
    return sorted(country for country in reached if merchant.delivers_to(country))


def _ways(order: Order, merchant: Merchant, language: str) -> list[Way]:
    """The page cannot ask for the country first: ways that go to some only say where."""
    options = [one for one in merchant.shipping if one.price(order.currency) is not None]
    differ = len({frozenset(one.countries) for one in options}) > 1
    return [
        Way(one.code, _title(one, language, with_countries=differ), price)
        for one in options[:MOST_WAYS]
        if (price := one.price(order.currency)) is not None
    ]


def _title(option: ShippingOption, language: str, *, with_countries: bool) -> str:
    name = option.name(language)
    if not (with_countries and option.countries):
        return name
    return f"{name} ({', '.join(option.countries)})"
