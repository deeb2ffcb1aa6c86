"""Commissions on real databases, also when two people act at once."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from dishka import Provider, Scope

from bot.catalog.models import Product
from bot.commissions.access import Sides
from bot.commissions.agreeing import AgreeingService
from bot.commissions.counting import CountingService
from bot.commissions.errors import NotYourAgreement, OfferGone, OwedLess, PartOutOfBounds
from bot.commissions.events import CommissionPaidOut
from bot.commissions.models import AgreementId, Side
from bot.commissions.paying_out import PayingOutService
from bot.commissions.reactions import count_sale, take_back
from bot.commissions.repository import CommissionRepository
from bot.groups.admins import GroupAdmins
from bot.groups.errors import NotAGroupAdmin
from bot.groups.models import Group, GroupId
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.kit.money import Currency, Money
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


async def test_what_was_sold_before_is_not_touched(shop):
    await shop.sells(1)
    await shop.agrees()
    await shop.sells(2)
    assert await shop.owed() == 900

    await shop.agrees(500)
    await shop.sells(3)
    assert await shop.owed() == 900 + 450


async def test_parts_go_back_in_proportion_and_leave_nothing_at_last(shop):
    await shop.agrees(333)
    order = await shop.sells(1, 3)
    whole = 13500 * 333 // 10_000
    assert await shop.owed() == whole

    await shop.gives_back(order, 1, 0)
    assert await shop.owed() == whole * 2 // 3
    await shop.gives_back(order, 1, 1)
    await shop.gives_back(order, 1, 2)

    assert await shop.owed() == 0


async def test_both_say_the_same_at_once_and_it_stands_once(shop):
    async def say(side: Side, by: PersonId) -> None:
        async with shop.ask(AgreeingService) as agreeing:
            await agreeing.offer(
                shop.shoe.merchant_id, GroupId(shop.group.id), 700, side=side, by=by
            )

    await asyncio.gather(say(Side.GROUP, ADMIN), say(Side.MERCHANT, OWNER))

    async with shop.ask(CommissionRepository) as commissions:
        agreement = await commissions.get(AgreementId(1))
    assert (agreement.basis, agreement.offered_by) == (700, None)


async def test_one_payout_however_many_taps(shop):
    await shop.agrees()
    await shop.sells(1)

    async def mark() -> None:
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(
                AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER
            )

    await asyncio.gather(*[mark() for _ in range(4)])

    assert await shop.owed() == 0
    assert len(shop.told.of(CommissionPaidOut)) == 1


async def test_a_payout_beside_another_is_not_said_to_be_marked(shop):
    await shop.agrees()
    await shop.sells(1)
    async with shop.ask(PayingOutService) as paying_out:
        await paying_out.mark(AgreementId(1), Money(400, Currency.EUR), "SEPA 1", nth=0, by=OWNER)

    with pytest.raises(OfferGone):
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(AgreementId(1), Money(500, Currency.EUR), "cash", nth=0, by=OWNER)

    assert await shop.owed() == 500


async def test_no_more_is_paid_out_than_is_owed(shop):
    await shop.agrees()
    order = await shop.sells(1)
    await shop.gives_back(order, 1)

    with pytest.raises(OwedLess) as refused:
        async with shop.ask(PayingOutService) as paying_out:
            await paying_out.mark(
                AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER
            )

    assert refused.value.facts == {"left": Money(450, Currency.EUR)}
    assert await shop.owed() == 450


async def test_a_refund_after_the_payout_leaves_the_group_owing(shop):
    await shop.agrees()
    order = await shop.sells(1)
    async with shop.ask(PayingOutService) as paying_out:
        await paying_out.mark(AgreementId(1), Money(900, Currency.EUR), "SEPA 1", nth=0, by=OWNER)
    await shop.gives_back(order, 2)
    assert await shop.owed() == -900

    await shop.sells(2)
    assert await shop.owed() == 0


async def test_strangers_are_refused(shop):
    merchant_id, group_id = shop.shoe.merchant_id, GroupId(shop.group.id)
    async with shop.ask(AgreeingService) as agreeing:
        for side, error in ((Side.MERCHANT, NotYourAgreement), (Side.GROUP, NotAGroupAdmin)):
            with pytest.raises(error):
                await agreeing.offer(merchant_id, group_id, 500, side=side, by=STRANGER)
            with pytest.raises(error):
                await agreeing.look(merchant_id, group_id, side=side, by=STRANGER)
        await agreeing.offer(merchant_id, group_id, 500, side=Side.GROUP, by=ADMIN)
        with pytest.raises(NotYourAgreement):
            await agreeing.answer(AgreementId(1), 1, accepts=True, by=ADMIN)
        with pytest.raises(OfferGone):
            await agreeing.answer(AgreementId(1), 7, accepts=True, by=OWNER)
        with pytest.raises(PartOutOfBounds):
            await agreeing.offer(merchant_id, group_id, 5001, side=Side.GROUP, by=ADMIN)
