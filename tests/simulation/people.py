"""Shoppers who do what comes into their heads, and Telegram, which tells of it at last."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.deals.joining import JoiningService, refuse
from bot.deals.models import Deal, DealKind
from bot.deals.seating import Wish
from bot.deals.teaming import TeamService
from bot.groups.models import GroupId
from bot.orders.buying import ToPay
from bot.people.models import Person
from tests.simulation.hagglers import Haggler
from tests.simulation.process import MortalShop
from tests.simulation.purse import Purse, Told

Deed = Callable[[], Awaitable[object]]


@dataclass
class Shopper:
    purse: Purse
    rng: random.Random
    door: Told
    deals: list[Deal]
    groups: list[GroupId]
    haggler: Haggler
    _taps: int = 0

    @property
    def person(self) -> Person:
        return self.purse.person

    async def live(self, deeds: int) -> None:
        ways = [*self._ways(), *self.haggler.ways()]
        for _ in range(deeds):
            await self.door.pause()
            (deed,) = self.rng.choices([way for way, _ in ways], [often for _, often in ways])
            await deed()

    async def hurries(self) -> None:
        """It ends soon, or has ended: she looks after what she has."""
        ways: list[tuple[Deed, int]] = [(self.purse.goes_back_to_a_page, 2)]
        ways += self.haggler.ways()
        if self.deals:
            ways += [(self.pays_herself, 5), (self.joins_and_pays, 2), (self.leaves, 1)]
        (deed,) = self.rng.choices([way for way, _ in ways], [often for _, often in ways])
        await deed()

    async def pays_herself(self) -> None:
        await self.purse.pays_herself(self.rng.choice(self.deals).id)

    def _ways(self) -> list[tuple[Deed, int]]:
        paying: list[tuple[Deed, int]] = [
            (self.purse.presses_pay, 5),
            (self.purse.goes_back_to_a_page, 3),
        ]
        if not self.deals:
            return paying
        return [
            *paying,
            (self.joins, 4),
            (self.asks_to_pay, 4),
            (self.changes, 2),
            (self.comes_from_elsewhere, 1),
            (self.leaves, 3),
            (self.starts_team, 1),
            (self.joins_and_pays, 12),
        ]

    async def joins(self, deal: Deal | None = None) -> Deal:
        deal = deal or self.rng.choice(self.deals)
        if deal.lets_teams_form:  # its card has no seats of its own: whoever taps begins a team
            return await self.starts_team(deal) or deal
        self._taps += 1
        pieces = self.rng.choice((None, 1, self.rng.randint(1, deal.per_person)))
        wish = Wish(
            deal_id=deal.id,
            person_id=self.person.id,
            key=f"tap-{self.person.id}-{self._taps}",
            pieces=pieces,
            wanted=self.rng.randint(1, pieces) if deal.kind is DealKind.CASE and pieces else None,
            may_wait=self.rng.random() < 0.5,
            group_id=self.rng.choice((None, *self.groups)),
        )

        async def hold(shop: MortalShop) -> None:
            refuse(await shop.joiner.hold(wish))

        async def hold_in_transaction(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.hold(wish)

        way = hold if self.rng.random() < 0.8 else hold_in_transaction
        await self.purse.tap(f"joins {deal.id} with {wish.pieces} ({wish.key})", way)
        return deal

    async def asks_to_pay(self, deal: Deal | None = None) -> ToPay | None:
        deal_id = (deal or self.rng.choice(self.deals)).id

        async def pay(shop: MortalShop) -> ToPay:
            async with shop.ask(JoiningService) as joining:
                return await joining.pay(deal_id, self.person)

        to_pay = await self.purse.tap(f"asks to pay {deal_id}", pay)
        if to_pay is not None:
            self.purse.invoices.append(to_pay)
        return to_pay

    async def joins_and_pays(self) -> None:
        deal = await self.joins()
        to_pay = await self.asks_to_pay(deal)
        if to_pay is not None:
            await self.purse.presses_pay(to_pay)

    async def changes(self) -> None:
        deal = self.rng.choice(self.deals)
        pieces = self.rng.randint(1, deal.per_person)
        wanted = self.rng.choice((None, self.rng.randint(1, pieces)))

        async def change(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.change(deal.id, self.person.id, pieces=pieces, wanted=wanted)

        await self.purse.tap(f"wants {pieces} ({wanted}) of {deal.id}", change)

    async def comes_from_elsewhere(self) -> None:
        deal, group_id = self.rng.choice(self.deals), self.rng.choice(self.groups)

        async def come(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.came_from(deal.id, self.person.id, group_id, None)

        await self.purse.tap(f"comes to {deal.id} from group {group_id}", come)

    async def leaves(self) -> None:
        deal = self.rng.choice(self.deals)

        async def leave(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.leave(deal.id, self.person.id)

        await self.purse.tap(f"leaves {deal.id}", leave)

    async def starts_team(self, deal: Deal | None = None) -> Deal | None:
        parents = [known for known in self.deals if known.lets_teams_form]
        if deal is None and not parents:
            return None
        parent = (deal or self.rng.choice(parents)).id
        self._taps += 1
        key = f"tap-{self.person.id}-{self._taps}"
        group_id = self.rng.choice((None, *self.groups))

        async def start(shop: MortalShop) -> Deal:
            async with shop.ask(TeamService) as teams:
                return await teams.start(parent, self.person.id, key=key, group_id=group_id)

        team = await self.purse.tap(f"starts a team of {parent}", start)
        if team is not None and team.id not in {deal.id for deal in self.deals}:
            self.deals.append(team)
        return team
