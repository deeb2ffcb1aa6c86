from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.repository import MerchantRepository
from bot.orders.errors import CannotRefund, UnknownOrder
from bot.orders.models import Order, OrderId, OrderLineId, RefundPlan
from bot.orders.refunding import RefundingService, Returned, everything
from bot.orders.repository import OrderRepository
from bot.people.models import PersonId


class RefundPlanning:
    """Choosing what to give back, piece by piece, before one word makes it so."""

    def __init__(
        self,
        *,
        session: AsyncSession,
        orders: OrderRepository,
        merchants: MerchantRepository,
        refunding: RefundingService,
    ) -> None:
        self._session = session
        self._orders = orders
        self._merchants = merchants
        self._refunding = refunding

    async def begin(self, order_id: OrderId, by: PersonId) -> tuple[Order, RefundPlan]:
        """Plan to give everything back; what is not chosen is taken away afterwards."""
        order = await self._own(order_id, by)
        if not order.can_be_refunded or not order.left:
            raise CannotRefund(number=order.number)
        whole = everything(order, restock=True)
        plan = await self._session.get(RefundPlan, (order_id, by))
        if plan is None:
            plan = RefundPlan(order_id=order_id, by_id=by)
            self._session.add(plan)
        plan.nth = len(order.refunds)
        plan.quantities = {str(line_id): quantity for line_id, quantity in whole.lines.items()}
        plan.with_shipping, plan.restock = _owes_postage(order), True
        plan.shipping_by_hand = False
        await self._session.flush()
        return order, plan

    async def get(self, order_id: OrderId, by: PersonId) -> tuple[Order, RefundPlan]:
        order = await self._own(order_id, by)
        plan = await self._session.get(RefundPlan, (order_id, by))
        return (order, plan) if plan is not None else await self.begin(order_id, by)

    async def step(
        self, order_id: OrderId, by: PersonId, line_id: OrderLineId
    ) -> tuple[Order, RefundPlan]:
        """One piece less of this line; below nought it starts again with all of them.

        The postage goes back with the last piece, unless somebody has said otherwise by hand.
        """
        order, plan = await self.get(order_id, by)
        line = next((line for line in order.lines if line.id == line_id), None)
        if line is None:
            raise UnknownOrder
        chosen = plan.quantities.get(str(line_id), 0)
        fewer = min(chosen, line.kept) - 1
        plan.quantities = plan.quantities | {str(line_id): line.kept if fewer < 0 else fewer}
        if not plan.shipping_by_hand:
            plan.with_shipping = _owes_postage(order) and _is_everything(order, plan)
        return order, plan

    async def switch(
        self, order_id: OrderId, by: PersonId, *, shipping: bool = False, restock: bool = False
    ) -> tuple[Order, RefundPlan]:
        """Turn giving back the postage, or putting back the pieces, on or off."""
        order, plan = await self.get(order_id, by)
        plan.with_shipping ^= shipping
        plan.shipping_by_hand |= shipping
        plan.restock ^= restock
        return order, plan

    async def carry_out(self, order_id: OrderId, by: PersonId, *, nth: int) -> Order:
        """Give back what was planned; a second tap finds it done. Raises as ``refund`` does."""
        order, plan = await self.get(order_id, by)
        if len(order.refunds) > nth:
            return order
        return await self._refunding.refund(order_id, returned(plan), by=by, nth=nth)

    async def _own(self, order_id: OrderId, by: PersonId) -> Order:
        order = await self._orders.get(order_id)
        if not await self._merchants.is_staff(order.merchant_id, by):
            raise UnknownOrder
        return order


def _owes_postage(order: Order) -> bool:
    return bool(order.shipping_minor) and not order.shipping_refunded


def _is_everything(order: Order, plan: RefundPlan) -> bool:
    return all(plan.quantities.get(str(line.id), 0) >= line.kept for line in order.lines)


def returned(plan: RefundPlan) -> Returned:
    return Returned(
        lines={OrderLineId(int(line)): n for line, n in plan.quantities.items() if n},
        with_shipping=plan.with_shipping,
        restock=plan.restock,
    )
