from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import VariantGone
from bot.catalog.models import Product, Variant, VariantId
from bot.catalog.service import CatalogService
from bot.deals.errors import (
    AlreadyIn,
    DealClosed,
    DealFull,
    MoneyOnItsWay,
    NotIn,
    SeatLost,
    TeamFirst,
    TooLateToLeave,
    TooManyForOne,
    UnknownDeal,
)
from bot.deals.freeing import SeatKeeper
from bot.deals.models import Deal, DealId, DealKind, DealStatus, Handing, Seat, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.seating import Answer, Outcome, Wish, seat_one
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.money import Money
from bot.orders.buying import ToPay
from bot.orders.models import OrderStatus, Origin
from bot.orders.pledging import PledgingService
from bot.people.models import Person, PersonId


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's seat, and all that she has to see beside it."""

    deal: Deal
    seat: Seat
    product: Product


class JoiningService:
    """A shopper's way into a deal, and out of it."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        deals: DealRepository,
        keeper: SeatKeeper,
        catalog: CatalogService,
        pledging: PledgingService,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._session = session
        self._deals = deals
        self._keeper = keeper
        self._catalog = catalog
        self._pledging = pledging
        self._clock = clock
        self._settings = settings

    async def hold(self, wish: Wish) -> Answer:
        """Hold a seat in this transaction; ``Joiner`` does the same for many at once.

        Fewer pieces than she has go to those who wait. Raises what ``refuse`` does.
        """
        now = self._clock.now()
        answer = await seat_one(
            await self._session.connection(), wish, at=now, until=now + self._settings.hold
        )
        refuse(answer)
        if answer.outcome is not Outcome.FEWER:
            return answer
        place = await self.change(
            wish.deal_id, wish.person_id, variant_id=wish.variant_id, pieces=wish.pieces
        )
        return Answer(Outcome.HELD, place.seat.quantity, place.deal.room)

    async def place(self, deal_id: DealId, person_id: PersonId) -> Place:
        """Raises NotIn where she has neither a seat nor a place in the queue."""
        deal = await self._deals.get(deal_id)
        seat = await self._deals.find_seat(deal_id, person_id)
        if seat is None or seat.status is SeatStatus.RELEASED:
            raise NotIn
        return Place(deal, seat, await self._catalog.get(deal.product_id))

    async def came_from(
        self, deal_id: DealId, person_id: PersonId, group_id: int | None, thread_id: int | None
    ) -> None:
        """Remember through which group she came; whoever has paid stays counted where she is."""
        if group_id is None or await self._deals.find_seat(deal_id, person_id) is None:
            return
        await self._deals.lock(deal_id)  # else her payment may be counted meanwhile
        seat = await self._deals.lock_seat(deal_id, person_id)
        if not seat.is_paid:
            seat.group_id, seat.thread_id = group_id, thread_id

    async def change(
        self,
        deal_id: DealId,
        person_id: PersonId,
        *,
        variant_id: VariantId | None = None,
        pieces: int | None = None,
        wanted: int | None = None,
    ) -> Place:
        """Another variant, or another number, while the seat is held.

        Raises SeatLost, TooManyForOne, DealFull, VariantGone.
        """
        deal = await self._deals.lock(deal_id)
        seat = await self._deals.find_seat(deal_id, person_id)
        if seat is None or seat.status is not SeatStatus.HELD:
            raise SeatLost
        product = await self._catalog.get(deal.product_id)
        if variant_id is not None:
            if variant_id not in {variant.id for variant in product.offered}:
                raise VariantGone
            seat.variant_id = variant_id
        if pieces is not None and pieces != seat.quantity:
            _refuse_pieces(deal, seat, pieces)
            await self._keeper.resize(deal, seat, pieces)
        asked = wanted if deal.kind is DealKind.CASE and wanted else seat.quantity
        seat.wanted = max(1, min(asked, seat.quantity))
        return Place(deal, seat, product)

    async def choose(self, deal_id: DealId, person_id: PersonId, value: str) -> Place:
        """Take the variant that has this value, as people write it: "M", "red". VariantGone."""
        deal = await self._deals.get(deal_id)
        product = await self._catalog.get(deal.product_id)
        for variant in product.offered:
            if value.casefold() in {known.casefold() for known in variant.option_values.values()}:
                return await self.change(deal_id, person_id, variant_id=variant.id)
        raise VariantGone

    async def pay(self, deal_id: DealId, buyer: Person, *, way: str | None = None) -> ToPay:
        """Ask for the money of a seat that is held. A second tap gets what the first one got.

        ``way`` of delivery: what she chose, where the page that saves her card cannot ask for it.
        Raises SeatLost, AlreadyIn, DealClosed, and what ``PledgingService.reserve`` raises.
        """
        seat = await self._own_seat(deal_id, buyer.id)
        if seat.is_paid:
            raise AlreadyIn
        deal = await self._deals.get(deal_id)
        if (to_pay := await self._asked_before(deal, seat, way)) is not None:
            return to_pay

        # The order first, then the deal: whoever counts money takes stock and deal in this order.
        product, variant = await self._wanted(deal, seat)
        to_pay = await self._pledging.reserve(
            buyer,
            variant.id,
            quantity=seat.quantity,
            price=price_for(deal, buyer.id),
            awaits=seat.purpose,
            origin=Origin(seat.group_id, seat.thread_id),
            needs_shipping=product.needs_shipping and deal.handing is Handing.DELIVERY,
            promised_by=deal.promised_by,
            way=way,
        )
        deal = await self._deals.lock(deal_id)
        seat = await self._deals.lock_seat(deal_id, buyer.id)
        if not deal.is_open(self._clock.now()):
            raise DealClosed
        if seat.status is not SeatStatus.HELD:
            raise SeatLost
        seat.order_id = to_pay.order.id
        seat.variant_id = variant.id
        # It outlives the order: a bank's confirmation page may take its time.
        seat.until = to_pay.order.deadline + self._settings.slack
        return to_pay

    async def leave(self, deal_id: DealId, person_id: PersonId) -> Place:
        """Give the seat up, or the place in the queue; what was paid goes back at once.

        Raises NotIn, DealClosed, TooLateToLeave (others count on her).
        """
        seat = await self._own_seat(deal_id, person_id)
        if seat.is_paid and seat.status is not SeatStatus.PAID:
            raise TooLateToLeave
        if seat.order_id is not None:
            if seat.status is SeatStatus.PAID:
                await self._pledging.release(seat.order_id, reason="left-deal")
            elif not await self._pledging.give_up(seat.order_id):
                raise MoneyOnItsWay
        deal = await self._deals.lock(deal_id)
        seat = await self._deals.lock_seat(deal_id, person_id)
        if seat.status is SeatStatus.RELEASED:
            raise NotIn
        if seat.is_paid and (deal.reached_at or deal.status is not DealStatus.OPEN):
            raise TooLateToLeave
        await self._keeper.free(deal, seat)
        return Place(deal, seat, await self._catalog.get(deal.product_id))

    async def _own_seat(self, deal_id: DealId, person_id: PersonId) -> Seat:
        seat = await self._deals.find_seat(deal_id, person_id)
        if seat is None or seat.status is SeatStatus.RELEASED:
            raise SeatLost
        return seat

    async def _asked_before(self, deal: Deal, seat: Seat, way: str | None) -> ToPay | None:
        """Find the order she is paying already; one for other pieces is dropped."""
        if seat.order_id is None:
            return None
        order = await self._pledging.get(seat.order_id)
        if order.status in {OrderStatus.CANCELLED, OrderStatus.RELEASED}:
            return None  # from an earlier time in this seat
        (line,) = order.lines
        same = (seat.variant_id, seat.quantity, price_for(deal, seat.person_id))
        is_same = (line.variant_id, line.quantity, line.price) == same
        if is_same and order.can_be_paid and self._clock.now() < order.deadline:
            return await self._pledging.ask(order, promised_by=deal.promised_by, way=way)
        instead = () if seat.variant_id is None else (seat.variant_id,)
        if not await self._pledging.give_up(order.id, instead=instead):
            raise MoneyOnItsWay
        return None

    async def _wanted(self, deal: Deal, seat: Seat) -> tuple[Product, Variant]:
        product = await self._catalog.get_for_sale(deal.product_id)
        for variant in product.offered:
            if variant.id == seat.variant_id or len(product.offered) == 1:
                return product, variant
        raise VariantGone


def _refuse_pieces(deal: Deal, seat: Seat, pieces: int) -> None:
    if not 1 <= pieces <= deal.per_person:
        raise TooManyForOne(most=deal.per_person)
    if deal.room is not None and pieces - seat.quantity > deal.room:
        raise DealFull(room=deal.room)


def price_for(deal: Deal, person_id: PersonId) -> Money:
    """What a piece costs her on joining; a team's leader may be given something off."""
    if deal.leader_id != person_id:
        return deal.price
    return deal.price - Money(deal.leader_discount_minor, deal.currency)


def refuse(answer: Answer) -> None:
    """Raise what stands against a seat: UnknownDeal, DealClosed, DealFull, TooManyForOne."""
    match answer.outcome:
        case Outcome.UNKNOWN:
            raise UnknownDeal
        case Outcome.CLOSED:
            raise DealClosed
        case Outcome.TEAM_FIRST:
            raise TeamFirst
        case Outcome.FULL:
            raise DealFull(room=answer.room or 0)
        case Outcome.TOO_MANY:
            raise TooManyForOne(most=answer.most)
        case Outcome.HELD | Outcome.FEWER | Outcome.WAITING | Outcome.ALREADY_PAID:
            return
