"""Buying: choosing, paying, parcels, and money back."""

from datetime import timedelta

from bot.handlers.orders import notices
from bot.handlers.orders.commands import COMMANDS
from bot.handlers.orders.market import Market
from bot.handlers.orders.router import router
from bot.orders import jobs, reactions
from bot.orders.admitting import Admission
from bot.orders.buying import BuyingService
from bot.orders.cart import CartService
from bot.orders.contacts import Contacts
from bot.orders.delivery import DeliveryService
from bot.orders.events import (
    HoldReturned,
    LatePaymentRefunded,
    OrderDelivered,
    OrderExpired,
    OrderPaid,
    OrderRefunded,
    OrderShipped,
)
from bot.orders.handing_over import HandingOver
from bot.orders.looking import OrderLookup
from bot.orders.paying import PayingService
from bot.orders.paying_page import PayingPages
from bot.orders.personal_data import OrdersOfPerson
from bot.orders.planning import RefundPlanning
from bot.orders.pledging import PledgingService
from bot.orders.pricing import Pricing
from bot.orders.refunding import RefundingService
from bot.orders.repository import OrderRepository
from bot.orders.shipping import ShippingService
from bot.payments.events import (
    CheckoutConfirmed,
    HoldLost,
    HoldUnfit,
    PaymentAuthorised,
    PaymentDeclined,
    PaymentDisputed,
    PaymentExpired,
    PaymentSucceeded,
    RefundFailed,
    RefundMadeOutside,
)
from bot.telegram.feature import Feature

orders = Feature(
    name="orders",
    services=(
        Admission,
        BuyingService,
        CartService,
        Contacts,
        DeliveryService,
        HandingOver,
        Market,
        OrderLookup,
        OrderRepository,
        PayingPages,
        PayingService,
        PledgingService,
        Pricing,
        RefundPlanning,
        RefundingService,
        ShippingService,
    ),
    router=router,
    commands=COMMANDS,
    reactions={
        CheckoutConfirmed: (reactions.approve_order,),
        PaymentSucceeded: (reactions.count_paid_order,),
        PaymentAuthorised: (reactions.count_held_order,),
        PaymentDeclined: (reactions.decline_order,),
        HoldUnfit: (reactions.turn_hold_away,),
        HoldLost: (reactions.lose_held_order,),
        PaymentExpired: (reactions.expire_order,),
        RefundMadeOutside: (reactions.count_refund_made_outside,),
    },
    notices={
        OrderPaid: notices.give_receipt,
        OrderShipped: notices.tell_of_parcel,
        OrderDelivered: notices.tell_of_delivery,
        OrderRefunded: notices.tell_of_refund,
        OrderExpired: notices.tell_of_expiry,
        LatePaymentRefunded: notices.tell_of_late_payment,
        HoldReturned: notices.tell_of_returned_hold,
        RefundFailed: notices.tell_of_failed_refund,
        RefundMadeOutside: notices.tell_of_outside_refund,
        PaymentDisputed: notices.tell_of_dispute,
    },
    jobs={jobs.expire_orders: timedelta(minutes=1)},
    personal_data=(OrdersOfPerson,),
)
