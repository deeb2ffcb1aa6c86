"""What orders do when something happens to their payments."""

from bot.orders.models import ORDER, OrderId
from bot.orders.paying import PayingService
from bot.orders.refunding import RefundingService
from bot.payments.events import (
    CheckoutConfirmed,
    HoldLost,
    HoldUnfit,
    PaymentAuthorised,
    PaymentDeclined,
    PaymentExpired,
    PaymentSucceeded,
    RefundMadeOutside,
)


async def approve_order(event: CheckoutConfirmed, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.approve(
            OrderId(event.purpose.id),
            event.payment_id,
            shipping_code=event.shipping_code,
            contact=event.contact,
            is_paid=event.is_paid,
        )


async def count_paid_order(event: PaymentSucceeded, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.count_paid(OrderId(event.purpose.id), event.payment_id, event.price)


async def count_held_order(event: PaymentAuthorised, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.count_held(OrderId(event.purpose.id), event.payment_id, event.held_until)


async def decline_order(event: PaymentDeclined, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.decline(OrderId(event.purpose.id), event.money)


async def turn_hold_away(event: HoldUnfit, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.turn_away(OrderId(event.purpose.id))


async def lose_held_order(event: HoldLost, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.lose(OrderId(event.purpose.id))


async def expire_order(event: PaymentExpired, paying: PayingService) -> None:
    if event.purpose.kind == ORDER:
        await paying.expire(OrderId(event.purpose.id))


async def count_refund_made_outside(event: RefundMadeOutside, refunding: RefundingService) -> None:
    if event.purpose.kind == ORDER:
        await refunding.count_outside(
            OrderId(event.purpose.id), event.payment_id, event.refund_id, event.money
        )
