"""What a hosted page asks for, so that an order may be paid on it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalog.models import Merchant, ShippingOption
from bot.catalog.repository import MerchantRepository
from bot.kit.clock import Clock
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.orders.errors import WayMissing
from bot.orders.models import Order
from bot.payments.gateways.holding import Page, Way
from bot.payments.hold_models import HoldId, PageKind
from bot.payments.holds.pages import HoldPages
from bot.payments.models import Payment, Rail
from bot.people.service import PeopleService

# Stripe keeps a page open for half an hour at least; it is shut earlier, with its order's time.
OPEN_FOR = timedelta(minutes=35)
LONGEST_OPEN = timedelta(hours=23)  # a day at most, says Stripe
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

    async def ask(self, order: Order, payment: Payment, *, way: str | None = None) -> HoldId:
        """Write the page of an order down; it is opened after the commit.

        ``way``: the way of delivery she chose before, where the page cannot ask for it. Raises
        WayMissing where she has to choose one.
        """
        buyer = await self._people.get(order.buyer_id)
        merchant = await self._merchants.get(order.merchant_id)
        (line,) = order.lines
        page = Page(
            title=line.name,
            unit=line.price,
            quantity=line.quantity,
            needs_address=order.needs_shipping,
            countries=tuple(_countries(merchant)) if order.needs_shipping else (),
            ways=ways_of(merchant, order.currency, buyer.language) if order.needs_shipping else (),
            needs_phone=order.needs_shipping,
            language=buyer.language,
            closes_at=self._clock.now() + OPEN_FOR,
        )
        if payment.rail is Rail.STRIPE_LATER:
            page = _saving(page, way, Words(buyer.language, buyer.zone))
        return (await self._pages.ask(payment, page)).id

    async def ask_again(self, order: Order, payment: Payment, *, until: datetime) -> HoldId:
        """Let her pay herself what her saved card was refused for; one page at a time."""
        buyer = await self._people.get(order.buyer_id)
        (line,) = order.lines
        now = self._clock.now()
        page = Page(
            kind=PageKind.PAY,
            title=f"{line.quantity} × {line.name}" if line.quantity > 1 else line.name,
            unit=payment.price,
            quantity=1,
            needs_address=False,
            language=buyer.language,
            closes_at=max(min(until, now + LONGEST_OPEN), now + OPEN_FOR),
        )
        return (await self._pages.ask(payment, page)).id


def _saving(page: Page, way: str | None, words: Words) -> Page:
    """A page that saves a card asks for no parcel: she has chosen its way, and reads where to."""
    chosen = tuple(one for one in page.ways if one.code == way or len(page.ways) == 1)
    if page.ways and not chosen:
        raise WayMissing
    page = replace(page, kind=PageKind.CARD, ways=chosen, needs_phone=False)
    note = words.plain("orders-card-note", total=page.total, address=page.needs_address)
    return replace(page, note=note)


def _countries(merchant: Merchant) -> list[str]:
    """Where a parcel can go by some way; none is everywhere."""
    if any(not option.countries for option in merchant.shipping) or not merchant.shipping:
        return sorted(merchant.ships_to)
    reached = {country for option in merchant.shipping for country in option.countries}
    return sorted(country for country in reached if merchant.delivers_to(country))


def ways_of(merchant: Merchant, currency: Currency, language: str) -> tuple[Way, ...]:
    """The page cannot ask for the country first: ways that go to some only say where."""
    options = [one for one in merchant.shipping if one.price(currency) is not None]
    differ = len({frozenset(one.countries) for one in options}) > 1
    return tuple(
        Way(one.code, _title(one, language, with_countries=differ), price, tuple(one.countries))
        for one in options[:MOST_WAYS]
        if (price := one.price(currency)) is not None
    )


def _title(option: ShippingOption, language: str, *, with_countries: bool) -> str:
    name = option.name(language)
    if not (with_countries and option.countries):
        return name
    return f"{name} ({', '.join(option.countries)})"
