"""Shoppers who do what comes into their heads, and Telegram, which tells of it at last."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from bot.deals.joining import JoiningService, refuse
from bot.deals.models import Deal, DealKind
from bot.deals.seating import Wish
from bot.deals.teaming import TeamService
from bot.orders.buying import ToPay
from bot.payments.receipts import Receipt
from bot.payments.service import PaymentService
from bot.people.models import Person
from tests.simulation.bank import Bank
from tests.simulation.process import MortalShop

T = TypeVar("T")


class Told(Protocol):
    """Brings an update to the shop, again and again until somebody has taken it in."""

    async def deliver(
        self, who: str, what: str, verb: Callable[[MortalShop], Awaitable[T]]
    ) -> T | None: ...

    def later(self, work: Awaitable[object]) -> None: ...

    async def pause(self) -> None: ...


@dataclass
class Shopper:
    person: Person
    rng: random.Random
    door: Told
    bank: Bank
    deals: list[Deal]
    groups: list[int]
    invoices: list[ToPay] = field(default_factory=list)
    _taps: int = 0

    @property
    def name(self) -> str:
        return f"person {self.person.id}"

    async def live(self, deeds: int) -> None:
        ways = (
            (self.joins, 4),
            (self.asks_to_pay, 4),
            (self.presses_pay, 5),
            (self.changes, 2),
            (self.comes_from_elsewhere, 1),
            (self.leaves, 3),
            (self.starts_team, 1),
            (self.joins_and_pays, 12),
        )
        for _ in range(deeds):
            await self.door.pause()
            (deed,) = self.rng.choices([way for way, _ in ways], [often for _, often in ways])
            await deed()

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
        await self._tap(f"joins {deal.id} with {wish.pieces} ({wish.key})", way)
        return deal

    async def asks_to_pay(self, deal: Deal | None = None) -> ToPay | None:
        deal_id = (deal or self.rng.choice(self.deals)).id

        async def pay(shop: MortalShop) -> ToPay:
            async with shop.ask(JoiningService) as joining:
                return await joining.pay(deal_id, self.person)

        to_pay = await self._tap(f"asks to pay {deal_id}", pay)
        if to_pay is not None:
            self.invoices.append(to_pay)
        return to_pay

    async def presses_pay(self, to_pay: ToPay | None = None) -> None:
        if to_pay is None:
            if not self.invoices:
                return
            to_pay = self.rng.choice(self.invoices[-3:])
        fast = self.rng.random() < 0.05  # the news of her money overtakes the question
        times = self.rng.choices((1, 2), (9, 1))[0]
        for _ in range(times):
            if fast:
                self._pays(to_pay)
            if await self._is_approved(to_pay) and not fast and self.rng.random() < 0.9:
                self._pays(to_pay)

    async def joins_and_pays(self) -> None:
        deal = await self.joins()
        to_pay = await self.asks_to_pay(deal)
        if to_pay is not None:
            await self.presses_pay(to_pay)

    async def changes(self) -> None:
        deal = self.rng.choice(self.deals)
        pieces = self.rng.randint(1, deal.per_person)
        wanted = self.rng.choice((None, self.rng.randint(1, pieces)))

        async def change(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.change(deal.id, self.person.id, pieces=pieces, wanted=wanted)

        await self._tap(f"wants {pieces} ({wanted}) of {deal.id}", change)

    async def comes_from_elsewhere(self) -> None:
        deal, group_id = self.rng.choice(self.deals), self.rng.choice(self.groups)

        async def come(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.came_from(deal.id, self.person.id, group_id, None)

        await self._tap(f"comes to {deal.id} from group {group_id}", come)

    async def leaves(self) -> None:
        deal = self.rng.choice(self.deals)

        async def leave(shop: MortalShop) -> None:
            async with shop.ask(JoiningService) as joining:
                await joining.leave(deal.id, self.person.id)

        await self._tap(f"leaves {deal.id}", leave)

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

        team = await self._tap(f"starts a team of {parent}", start)
        if team is not None and team.id not in {deal.id for deal in self.deals}:
            self.deals.append(team)
        return team

    async def _is_approved(self, to_pay: ToPay) -> bool:
        async def check(shop: MortalShop) -> bool:
            await shop.checks(to_pay)
            return True

        what = f"presses pay of payment {to_pay.payment.id}, order {to_pay.order.id}"
        return bool(await self._tap(what, check))

    def _pays(self, to_pay: ToPay) -> None:
        receipt = self.bank.charge(to_pay)
        for _ in range(self.rng.choices((1, 2, 3), (6, 2, 2))[0]):
            self.door.later(self._news(to_pay, receipt))

    async def _news(self, to_pay: ToPay, receipt: Receipt) -> None:
        for _ in range(self.rng.choice((0, 0, 1, 5))):
            await self.door.pause()

        async def succeed(shop: MortalShop) -> None:
            async with shop.ask(PaymentService) as payments:
                await payments.succeed(to_pay.payment.id, receipt)

        await self.door.deliver("telegram", f"tells of {receipt.gateway_charge}", succeed)

    async def _tap(self, what: str, verb: Callable[[MortalShop], Awaitable[T]]) -> T | None:
        if self.rng.random() < 0.1:  # her thumb, or Telegram: the same update comes twice at once
            self.door.later(self.door.deliver(self.name, f"{what}, again", verb))
        return await self.door.deliver(self.name, what, verb)
