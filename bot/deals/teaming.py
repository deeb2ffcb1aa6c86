from bot.deals.errors import DealClosed, UnknownDeal
from bot.deals.events import DealChanged
from bot.deals.joining import JoiningService
from bot.deals.models import Deal, DealId, DealKind, DealStatus, SeatStatus
from bot.deals.repository import DealRepository
from bot.deals.seating import Wish
from bot.deals.settings import DealSettings
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.people.models import PersonId


class TeamService:
    """Small groups with a goal of their own, inside one deal.

    A team exists for others once its leader has paid, and from then on it has its hours
    (MECHANICS: group-buy). Who leads may pay less, and is followed by whoever paid next.
    """

    def __init__(
        self,
        *,
        deals: DealRepository,
        joining: JoiningService,
        events: Events,
        clock: Clock,
        settings: DealSettings,
    ) -> None:
        self._deals = deals
        self._joining = joining
        self._events = events
        self._clock = clock
        self._settings = settings

    async def start(
        self,
        parent_id: DealId,
        leader_id: PersonId,
        *,
        key: str,
        group_id: int | None = None,
        thread_id: int | None = None,
    ) -> Deal:
        """Begin a team with the first seat held for its leader; a second tap finds the same.

        Raises UnknownDeal, DealClosed.
        """
        parent = await self._deals.lock(parent_id)
        if not parent.lets_teams_form:
            raise UnknownDeal
        if not parent.is_open(self._clock.now()):
            raise DealClosed
        team = await self._deals.find_unpaid_team(parent_id, leader_id)
        if team is None:
            team = _team_of(parent, leader_id)
            team.made_at = team.opened_at = self._clock.now()
            # Until somebody pays; then it has its hours from that payment on.
            team.closes_at = team.made_at + self._settings.team
            self._deals.add(team)
            await self._deals.flush()
        await self._joining.hold(
            Wish(
                deal_id=team.id,
                person_id=leader_id,
                key=key,
                group_id=group_id,
                thread_id=thread_id,
            )
        )
        return team

    async def follow_leader(self, team_id: DealId, left: PersonId) -> None:
        """The leader has left: whoever paid next leads, at the same deadline; nobody closes it."""
        if (await self._deals.get(team_id)).parent_id is None:
            return
        team = await self._deals.lock(team_id)
        if team.leader_id != left or team.status is not DealStatus.OPEN:
            return
        seats = await self._deals.paid_seats(team_id, 1)
        if seats:
            team.leader_id = seats[0].person_id
            await self._events.publish(DealChanged(deal_id=team.id))
            return
        team.move(DealStatus.CANCELLED)
        team.closed_at = self._clock.now()

    async def drop_unpaid(self, team_id: DealId) -> None:
        """A team that nobody paid for in time was never one."""
        team = await self._deals.lock(team_id)
        if team.parent_id is None or team.paid_people or team.status is not DealStatus.OPEN:
            return
        if not await self._deals.seats_in(team_id, SeatStatus.HELD, SeatStatus.WAITING):
            team.move(DealStatus.CANCELLED)
            team.closed_at = self._clock.now()


def _team_of(parent: Deal, leader_id: PersonId) -> Deal:
    return Deal(
        merchant_id=parent.merchant_id,
        product_id=parent.product_id,
        made_by_id=parent.made_by_id,
        kind=DealKind.TEAM,
        status=DealStatus.OPEN,
        unit=parent.unit,
        goal=parent.goal,
        price=parent.price,
        steps=[],
        per_person=1,
        cap=parent.goal,  # a full team closes, and has come true
        handing=parent.handing,
        rail=parent.rail,
        parent_id=parent.id,
        leader_id=leader_id,
        leader_discount_minor=parent.leader_discount_minor,
    )
