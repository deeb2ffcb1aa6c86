"""A price that friends cut: asking for help, helping, and buying at the floor."""

from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.errors import VariantGone
from bot.catalog.models import Merchant, Product, Variant, VariantId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.bargains import rules
from bot.deals.bargains.errors import (
    BargainIsComplete,
    BargainIsOver,
    BargainNotComplete,
    BoughtAlready,
    HelpedAlready,
    HelpedEnough,
    NoSelfHelp,
    NothingLeft,
    UnknownBargain,
)
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainHelped,
    BargainNamed,
    BargainPaidTwice,
    BargainStarted,
)
from bot.deals.bargains.models import (
    Bargain,
    BargainCut,
    BargainId,
    BargainOffer,
    BargainOfferId,
    BargainStatus,
)
from bot.deals.bargains.repository import BargainRepository
from bot.deals.errors import MoneyOnItsWay
from bot.deals.offering.offers import never_dearer
from bot.deals.proof import new_code
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.kit.money import Money
from bot.orders.buying import ToPay
from bot.orders.models import OrderId, OrderStatus, Origin
from bot.orders.pledging import PledgingService
from bot.orders.repository import OrderRepository
from bot.people.models import Person, PersonId

BUYING = timedelta(hours=24)  # from the last cut


@dataclass(frozen=True, slots=True)
class OfferSheet:
    """An offer with all that its card shows beside it."""

    offer: BargainOffer
    product: Product
    merchant: Merchant

    @property
    def shelf_price(self) -> Money | None:
        prices = self.product.price_range(self.offer.currency)
        return prices[0] if prices else None

    @property
    def is_sold_out(self) -> bool:
        return all(variant.is_sold_out for variant in self.product.offered)


class BargainService:
    """Her bargain belongs to her; everybody else helps once, and chance decides how much."""

    def __init__(
        self,
        *,
        bargains: BargainRepository,
        catalog: CatalogService,
        merchants: MerchantRepository,
        groups: GroupService,
        orders: OrderRepository,
        pledging: PledgingService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._bargains = bargains
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._orders = orders
        self._pledging = pledging
        self._events = events
        self._clock = clock

    async def sheet(self, offer_id: BargainOfferId) -> OfferSheet:
        offer = await self._bargains.offer(offer_id)
        return OfferSheet(
            offer,
            await self._catalog.get(offer.product_id),
            await self._merchants.get(offer.merchant_id),
        )

    async def ask_for_help(
        self,
        offer_id: BargainOfferId,
        owner: Person,
        *,
        group_id: GroupId | None = None,
        thread_id: int | None = None,
    ) -> Bargain:
        """Start her bargain; whoever has one already gets that one.

        Raises BargainIsOver, NothingLeft, NotSoldHere; BadFloor: the shelf has become as cheap.
        """
        await self._orders.lock_buyer(owner.id)  # her second tap waits for the first
        if (known := await self._bargains.find_of(offer_id, owner.id)) is not None:
            return known
        offer = await self._bargains.lock_offer(offer_id)  # its end waits, or this sees it
        if not offer.is_running(self._clock.now()):
            raise BargainIsOver
        await self._refuse_stranger(offer, group_id)
        sheet = await self.sheet(offer_id)
        if sheet.is_sold_out:
            raise NothingLeft
        shelf = sheet.shelf_price
        rules.check_terms(shelf, offer.floor, offer.helpers, offer.helps_each)
        bargain = Bargain(
            offer_id=offer.id,
            owner_id=owner.id,
            group_id=group_id,
            thread_id=thread_id,
            start_minor=(shelf or offer.floor).minor,
            floor_minor=offer.floor_minor,
            currency=offer.currency,
            helpers=offer.helpers,
            seed=rules.new_seed(),
            cuts=0,
            cut_minor=0,
            is_named=owner.shows_name,
            made_at=self._clock.now(),
            ends_at=offer.closes_at,
        )
        self._bargains.add(bargain)
        await self._bargains.flush()
        await self._events.publish(BargainStarted(bargain_id=bargain.id))
        return bargain

    async def name(self, bargain_id: BargainId, *, by: PersonId) -> Bargain:
        """Its owner lets its card say her first name. Raises UnknownBargain for others."""
        bargain = await self._bargains.lock(bargain_id)
        if bargain.owner_id != by:
            raise UnknownBargain
        if not bargain.is_named:
            bargain.is_named = True
            await self._events.publish(BargainNamed(bargain_id=bargain.id))
        return bargain

    async def help(self, bargain_id: BargainId, helper_id: PersonId) -> BargainCut:
        """Cut the price once. Of two last helpers at the same moment one is told so.

        Raises NoSelfHelp, HelpedAlready, HelpedEnough, BargainIsComplete, BargainIsOver.
        """
        # Her helps are counted over all bargains of the offer, so she gives one at a time.
        await self._orders.lock_buyer(helper_id)
        bargain = await self._bargains.lock(bargain_id)
        if bargain.owner_id == helper_id:
            raise NoSelfHelp
        if await self._bargains.find_cut(bargain_id, helper_id) is not None:
            raise HelpedAlready
        if bargain.status in {BargainStatus.COMPLETE, BargainStatus.BOUGHT}:
            raise BargainIsComplete
        if bargain.status is BargainStatus.OVER or self._clock.now() >= bargain.ends_at:
            raise BargainIsOver
        offer = await self._bargains.offer(bargain.offer_id)
        helped = await self._bargains.count_helps(offer.id, helper_id)
        if helped >= offer.helps_each:
            raise HelpedEnough(most=offer.helps_each)
        return await self._cut(bargain, helper_id, nth_help=helped + 1)

    async def buy(
        self, bargain_id: BargainId, buyer: Person, variant_id: VariantId | None = None
    ) -> ToPay:
        """Ask for the floor's price. A second tap gets what the first one got.

        Raises UnknownBargain (it is another's), BoughtAlready, BargainNotComplete, BargainIsOver,
        VariantGone (she has to choose one), and what ``PledgingService.reserve`` raises.
        """
        bargain = await self._bargains.get(bargain_id)
        self._refuse_buying(bargain, buyer.id)
        offer = await self._bargains.offer(bargain.offer_id)
        product, variant = await self._wanted(offer, variant_id or bargain.variant_id)
        if (asked := await self._asked_before(bargain, variant)) is not None:
            return asked

        # The order first, then the bargain, as whoever counts its money takes them.
        to_pay = await self._pledging.reserve(
            buyer,
            variant.id,
            quantity=1,
            price=never_dearer(bargain.floor, variant),
            awaits=bargain.purpose,
            origin=Origin(bargain.group_id, bargain.thread_id),
            needs_shipping=product.needs_shipping,
        )
        bargain = await self._bargains.lock(bargain_id)
        self._refuse_buying(bargain, buyer.id)
        bargain.order_id, bargain.variant_id = to_pay.order.id, variant.id
        return to_pay

    async def count_paid(self, bargain_id: BargainId, order_id: OrderId) -> None:
        """It waits for nothing more: what is paid is hers, even where time ran out under way."""
        bargain = await self._bargains.lock(bargain_id)
        if bargain.status is BargainStatus.BOUGHT:
            await self._pledging.release(order_id, reason="bought-already")
            await self._events.publish(
                BargainPaidTwice(
                    bargain_id=bargain.id, person_id=bargain.owner_id, order_id=order_id
                )
            )
            return
        (line,) = (await self._pledging.get(order_id)).lines
        await self._pledging.honour(order_id, quantity=line.quantity)
        bargain.order_id = order_id
        bargain.move(BargainStatus.BOUGHT)
        await self._events.publish(BargainBought(bargain_id=bargain.id))

    async def _cut(self, bargain: Bargain, helper_id: PersonId, *, nth_help: int) -> BargainCut:
        nth, now = bargain.cuts + 1, self._clock.now()
        rest = bargain.price.minor - bargain.floor_minor
        made = BargainCut(
            bargain_id=bargain.id,
            nth=nth,
            offer_id=bargain.offer_id,
            helper_id=helper_id,
            nth_help=nth_help,
            minor=rules.cut(bargain.seed, nth, rest, bargain.missing),
            code=new_code(),
            at=now,
        )
        self._bargains.add(made)
        bargain.cuts, bargain.cut_minor = nth, bargain.cut_minor + made.minor
        if bargain.missing:
            await self._events.publish(BargainHelped(bargain_id=bargain.id))
        else:
            bargain.move(BargainStatus.COMPLETE)
            bargain.completed_at, bargain.ends_at = now, now + BUYING
            bargain.reminded_at = None
            await self._events.publish(BargainCompleted(bargain_id=bargain.id))
        await self._bargains.flush()
        return made

    async def _refuse_stranger(self, offer: BargainOffer, group_id: GroupId | None) -> None:
        """A merchant who may not sell in a group any more begins nothing there."""
        if group_id is not None:
            merchant = await self._merchants.get(offer.merchant_id)
            await self._groups.refuse_stranger(await self._groups.get(group_id), merchant)

    def _refuse_buying(self, bargain: Bargain, buyer_id: PersonId) -> None:
        if bargain.owner_id != buyer_id:
            raise UnknownBargain
        if bargain.status is BargainStatus.BOUGHT:
            raise BoughtAlready
        if bargain.status is BargainStatus.OVER or self._clock.now() >= bargain.ends_at:
            raise BargainIsOver
        if bargain.status is BargainStatus.RUNNING:
            raise BargainNotComplete(missing=bargain.missing)

    async def _asked_before(self, bargain: Bargain, variant: Variant) -> ToPay | None:
        """Find the order she is paying already; one for another variant is dropped."""
        if bargain.order_id is None:
            return None
        order = await self._pledging.get(bargain.order_id)
        if order.status in {OrderStatus.CANCELLED, OrderStatus.RELEASED}:
            return None
        (line,) = order.lines
        is_same = line.variant_id == variant.id and order.can_be_paid
        if is_same and self._clock.now() < order.deadline:
            return await self._pledging.ask(order)
        if not await self._pledging.give_up(order.id):
            raise MoneyOnItsWay
        return None

    async def _wanted(
        self, offer: BargainOffer, variant_id: VariantId | None
    ) -> tuple[Product, Variant]:
        product = await self._catalog.get_for_sale(offer.product_id)
        for variant in product.offered:
            if variant.id == variant_id or len(product.offered) == 1:
                return product, variant
        raise VariantGone
