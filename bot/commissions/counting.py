from bot.commissions import books
from bot.commissions.models import Commission
from bot.commissions.repository import CommissionRepository
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.kit.clock import Clock
from bot.kit.money import Money
from bot.orders.events import OrderPaid, OrderRefunded
from bot.orders.repository import OrderRepository
from bot.payments.ledger import Ledger
from bot.payments.sharing import part_of


class CountingService:
    """Books a group's part of what is sold through it, and takes it back with what goes back."""

    def __init__(
        self,
        *,
        commissions: CommissionRepository,
        orders: OrderRepository,
        groups: GroupService,
        ledger: Ledger,
        clock: Clock,
    ) -> None:
        self._commissions = commissions
        self._orders = orders
        self._groups = groups
        self._ledger = ledger
        self._clock = clock

    async def count_sale(self, event: OrderPaid) -> None:
        """Of the goods, without delivery, rounded down; in the transaction that sells them."""
        if event.group_id is None:
            return
        group = await self._groups.get(GroupId(event.group_id))
        agreement = await self._commissions.find(event.merchant_id, group.id)
        if agreement is None or not agreement.basis:
            return
        order = await self._orders.get(event.order_id)
        money = part_of(order.goods, agreement.basis)
        if not money or await self._commissions.find_commission(order.id) is not None:
            return
        await self._commissions.add(
            Commission(
                order_id=order.id,
                agreement_id=agreement.id,
                basis=agreement.basis,
                minor=money.minor,
                currency=money.currency,
                sold_at=self._clock.now(),
            )
        )
        await self._ledger.post(f"commission-{order.id}", books.earned(agreement, money))

    async def take_back(self, event: OrderRefunded) -> None:
        """In proportion to all that the buyer has got back so far, to the cent in her favour."""
        commission = await self._commissions.find_commission(event.order_id)
        if commission is None:
            return
        order = await self._orders.get(event.order_id)
        kept = commission.minor * max(0, order.left.minor) // order.total.minor
        back = commission.minor - kept
        more = Money(back - commission.back_minor, commission.currency)
        if more.minor <= 0:
            return
        commission.back_minor = back
        agreement = await self._commissions.get(commission.agreement_id)
        await self._ledger.post(
            f"commission-back-{order.id}-{back}", books.earned(agreement, -more)
        )
