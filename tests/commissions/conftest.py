"""A shop, a group, and a part of its sales that they agree on."""

from collections.abc import AsyncIterator

import pytest
from dishka import Provider, Scope

from bot.catalog.models import Product
from bot.commissions.access import Sides
from bot.commissions.agreeing import AgreeingService
from bot.commissions.counting import CountingService
from bot.commissions.models import Side
from bot.commissions.paying_out import PayingOutService
from bot.commissions.reactions import count_sale, take_back
from bot.commissions.repository import CommissionRepository
from bot.groups.admins import GroupAdmins
from bot.groups.models import Group, GroupId
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.orders.buying import BuyingService
from bot.orders.events import OrderPaid, OrderRefunded
from bot.orders.models import Order, Origin
from bot.orders.refunding import RefundingService, Returned
from bot.payments.models import AccountKind
from bot.people.models import PersonId
from tests.shop import REACTIONS, Shop, always

OWNER, ADMIN, STRANGER = PersonId(100), PersonId(200), PersonId(300)
CHAT = -1001


class Admins:
    async def learn(self, chat_id: int, person_id: PersonId) -> None:
        """Known beforehand."""

    def is_admin(self, chat_id: int, person_id: PersonId) -> bool:
        return (chat_id, person_id) == (CHAT, ADMIN)


class CommissionShop(Shop):
    group: Group
    shoe: Product

    async def opens(self) -> None:
        for person in (OWNER, ADMIN, STRANGER):
            await self.buyer(person)
        async with self.ask(GroupService) as groups:
            self.group = await groups.welcome(CHAT, title="Kiln Street", added_by=ADMIN)
        merchant = await self.merchant(owner=OWNER)
        self.shoe = await self.product(price="45.00 EUR", stock=50, of=merchant)

    async def agrees(self, basis: int = 1000) -> None:
        async with self.ask(AgreeingService) as agreeing:
            await agreeing.offer(
                self.shoe.merchant_id, GroupId(self.group.id), basis, side=Side.GROUP, by=ADMIN
            )
        async with self.ask(AgreeingService) as agreeing:
            await agreeing.offer(
                self.shoe.merchant_id, GroupId(self.group.id), basis, side=Side.MERCHANT, by=OWNER
            )

    async def sells(self, number: int, quantity: int = 2) -> Order:
        buyer = await self.buyer(number)
        async with self.ask(BuyingService) as buying:
            wanted = {self.shoe.variants[0].id: quantity}
            to_pay = await buying.reserve(buyer, wanted, origin=Origin(self.group.id))
        await self.checks(to_pay)
        await self.charged(to_pay, charge=f"tg-{to_pay.order.id}")
        return await self.order(to_pay.order.id)

    async def gives_back(self, order: Order, pieces: int, nth: int = 0) -> None:
        returned = Returned(lines={order.lines[0].id: pieces}, with_shipping=False, restock=False)
        async with self.ask(RefundingService) as refunding:
            await refunding.refund(order.id, returned, by=OWNER, nth=nth)

    async def owed(self) -> int:
        found = await self.balances()
        return -found.get((AccountKind.COMMISSIONS_PAYABLE, 1), 0)


@pytest.fixture
async def shop(sessions, clock) -> AsyncIterator[CommissionShop]:
    more = Provider(scope=Scope.REQUEST)
    more.provide(Admins, provides=GroupAdmins)
    for service in (
        AgreeingService,
        CommissionRepository,
        CountingService,
        GroupRepository,
        GroupService,
        PayingOutService,
        Sides,
    ):
        more.provide(service)
    always(more, GroupDefaults, GroupDefaults())
    reactions = {**REACTIONS, OrderPaid: (count_sale,), OrderRefunded: (take_back,)}
    shop = CommissionShop(sessions, clock, more, reactions)
    await shop.opens()
    yield shop
    await shop.close()
