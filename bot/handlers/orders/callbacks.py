"""What the buttons carry. Codes are short: sixty-four bytes hold everything."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.orders.looking import Sales


class Begun(CallbackData, prefix="or-from"):
    """Where a purchase began, carried along so that it may go on in the private chat."""

    currency: str = ""
    group: int = 0
    thread: int = 0


class Pick(Begun, prefix="or-pick"):
    product: int
    picks: str = ""  # "2-0": the third size, the first colour
    quantity: int = 1


class Wanted(Begun, prefix="or-want"):
    """A variant with its number and the total she saw, in minor units."""

    variant: int
    quantity: int
    total: int


class Pay(Wanted, prefix="or-pay"):
    pass


class AcceptAndPay(Wanted, prefix="or-ok"):
    pass


class AddToCart(Wanted, prefix="or-add"):
    pass


class StartOver(Wanted, prefix="or-new"):
    """Empty the cart of another merchant's goods and begin with this."""


class Close(CallbackData, prefix="or-close"):
    pass


class ShowCart(CallbackData, prefix="or-cart"):
    pass


class ChangeCart(CallbackData, prefix="or-qty"):
    variant: int
    quantity: int


class ClearCart(CallbackData, prefix="or-empty"):
    pass


class PayCart(CallbackData, prefix="or-buy"):
    total: int
    accept: bool = False


class PayOrder(CallbackData, prefix="or-go"):
    """Go on with an order that waits for its payment, or whose time ran out."""

    order: int


class CancelOrder(CallbackData, prefix="or-stop"):
    order: int


class OrdersPage(CallbackData, prefix="or-list"):
    page: int


class ShowOrder(CallbackData, prefix="or-see"):
    order: int


class OpenListed(CallbackData, prefix="or-at"):
    """An order out of the list, with the way back to that page of it."""

    order: int
    page: int


class Received(CallbackData, prefix="or-got"):
    order: int


class SendAgain(CallbackData, prefix="or-file"):
    """The digital goods of an order, once more."""

    order: int


class SalesPage(CallbackData, prefix="or-sales"):
    which: Sales
    page: int


class ShowSale(CallbackData, prefix="or-sold"):
    order: int


class AskTracking(CallbackData, prefix="or-track"):
    order: int


class ShipPlain(CallbackData, prefix="or-ship"):
    """Sent, without a tracking number."""

    order: int


class SayDelivered(CallbackData, prefix="or-done"):
    order: int


class PlanRefund(CallbackData, prefix="or-rf"):
    order: int


class RefundStep(CallbackData, prefix="or-rfn"):
    order: int
    line: int


class RefundOption(StrEnum):
    SHIPPING = "s"
    RESTOCK = "r"


class RefundSwitch(CallbackData, prefix="or-rfx"):
    order: int
    option: RefundOption


class ReviewRefund(CallbackData, prefix="or-rfq"):
    order: int


class ConfirmRefund(CallbackData, prefix="or-rfok"):
    order: int
    nth: int
