from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalog.models import Merchant, Product
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.deals.joining import Place
from bot.deals.models import (
    COUNTED,
    Deal,
    DealGroup,
    DealId,
    DealStatus,
    Seat,
    SeatId,
    SeatStatus,
)
from bot.deals.repository import DealRepository
from bot.groups.models import GroupId
from bot.kit.clock import Clock
from bot.kit.money import Money
from bot.people.models import Person, PersonId
from bot.people.repository import PersonRepository

NAMES = 3
SEATS = 100  # of one person's that are listed; who has more finds the older ones in /orders


@dataclass(frozen=True, slots=True)
class Team:
    """A running team, and its leader's first name where she shows it."""

    deal: Deal
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DealSheet:
    """A deal with all that its card shows beside it."""

    deal: Deal
    product: Product
    merchant: Merchant
    groups: Sequence[DealGroup]
    names: Sequence[str] = ()  # first names of some who joined and show theirs
    teams: Sequence[Team] = ()
    now: datetime

    @property
    def is_open(self) -> bool:
        return self.deal.is_open(self.now)

    @property
    def shelf_price(self) -> Money | None:
        """What the cheapest variant costs without the others."""
        prices = self.product.price_range(self.deal.currency)
        return prices[0] if prices else None

    def place(self, group_id: GroupId) -> DealGroup | None:
        return next((place for place in self.groups if place.group_id == group_id), None)


class DealLookup:
    def __init__(
        self,
        *,
        deals: DealRepository,
        catalog: CatalogRepository,
        merchants: MerchantRepository,
        people: PersonRepository,
        clock: Clock,
    ) -> None:
        self._deals = deals
        self._catalog = catalog
        self._merchants = merchants
        self._people = people
        self._clock = clock

    async def sheet(self, deal_id: DealId) -> DealSheet:
        return await self.sheet_of(await self._deals.get(deal_id))

    async def sheet_of(self, deal: Deal) -> DealSheet:
        return DealSheet(
            deal=deal,
            product=await self._catalog.get(deal.product_id),
            merchant=await self._merchants.get(deal.merchant_id),
            groups=await self._deals.groups(deal.parent_id or deal.id),
            names=await self._names(deal.id),
            teams=await self._teams(deal) if deal.lets_teams_form else (),
            now=self._clock.now(),
        )

    async def running_in(self, group_id: GroupId) -> Sequence[DealSheet]:
        now = self._clock.now()
        running = await self._deals.running_in(group_id)
        collecting = DealStatus.COLLECTING
        return [
            await self.sheet_of(deal)
            for deal in running
            if deal.is_open(now) or deal.status is collecting
        ]

    async def place(self, seat_id: SeatId) -> Place:
        seat = await self._deals.seat(seat_id)
        deal = await self._deals.get(seat.deal_id)
        return Place(deal, seat, await self._catalog.get(deal.product_id))

    async def joined_by(self, person_id: PersonId) -> Sequence[Place]:
        """Her seats that are held, paid or waited for, the newest first; and what came of them."""
        places: list[Place] = []
        for seat in reversed(await self._deals.seats_of_person(person_id)):
            if seat.status is not SeatStatus.RELEASED and len(places) < SEATS:
                deal = await self._deals.get(seat.deal_id)
                places.append(Place(deal, seat, await self._catalog.get(deal.product_id)))
        return places

    async def paid_people(self, deal_id: DealId) -> Sequence[Person]:
        """Everybody with a paid seat whom the bot may write to."""
        seats = await self._deals.seats_in(deal_id, *COUNTED)
        found = [await self._people.find(seat.person_id) for seat in seats]
        return [person for person in found if person is not None and person.can_be_written_to]

    async def seats(self, deal_id: DealId) -> Sequence[tuple[Seat, Person | None]]:
        """The paid seats in the order of their numbers, with who sits there."""
        seats = await self._deals.seats_in(deal_id, *COUNTED)
        return [(seat, await self._people.find(seat.person_id)) for seat in seats]

    async def is_staff(self, deal: Deal, person_id: PersonId) -> bool:
        return await self._merchants.is_staff(deal.merchant_id, person_id)

    async def staff(self, deal: Deal) -> Sequence[Person]:
        members = await self._merchants.staff(deal.merchant_id)
        found = [await self._people.find(member.person_id) for member in members]
        return [person for person in found if person is not None and person.can_be_written_to]

    async def _names(self, deal_id: DealId) -> Sequence[str]:
        """Only of people who want their names shown."""
        names = []
        for person_id in await self._deals.some_who_show_their_name(deal_id, NAMES):
            person = await self._people.find(person_id)
            if person is not None and person.first_name:
                names.append(person.first_name)
        return names

    async def _teams(self, deal: Deal) -> Sequence[Team]:
        teams = []
        for team in await self._deals.teams(deal.id):
            leader = await self._people.find(team.leader_id) if team.leader_id else None
            shown = leader.first_name if leader is not None and leader.shows_name else ""
            teams.append(Team(team, shown))
        return teams
