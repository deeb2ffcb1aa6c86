"""An order as the merchant's people see it."""

from html import escape

from bot.handlers.orders.callbacks import (
    AskTracking,
    Close,
    ConfirmRefund,
    PlanRefund,
    RefundOption,
    RefundStep,
    RefundSwitch,
    ReviewRefund,
    SalesPage,
    SayDelivered,
    ShipPlain,
    ShowSale,
)
from bot.handlers.orders.filters import TRACKING
from bot.handlers.orders.order_parts import (
    FEATURE,
    address_lines,
    line_list,
    line_name,
    money_lines,
    page_turning,
    paragraphs,
    short_name,
    status_line,
    summary,
    tracking_lines,
)
from bot.kit.money import Money
from bot.kit.texts import Html, Words
from bot.orders.looking import OrderSheet, Page, Sales
from bot.orders.models import Order, OrderLine, RefundPlan
from bot.orders.planning import returned
from bot.orders.refunding import worth
from bot.telegram.replies import Button, Rows, Screen, Subject


def sale(words: Words, sheet: OrderSheet, *, is_new: bool = False) -> Screen:
    order = sheet.order
    title = "orders-sale-new" if is_new else "orders-sale"
    text = paragraphs(
        (words(title, number=str(order.number)), status_line(words, order)),
        (line_list(words, order, with_sku=True), *money_lines(words, order)),
        (address_lines(words, sheet),),
        (tracking_lines(words, order),),
    )
    return Screen(text=text, rows=_buttons(words, order))


def sales(words: Words, page: Page, which: Sales) -> Screen:
    other = Sales.ALL if which is Sales.TO_SHIP else Sales.TO_SHIP
    switch = Button(
        words.plain(f"orders-sales-{other.value}-button"), SalesPage(which=other, page=0)
    )
    rows = tuple(
        (Button(summary(words, order), ShowSale(order=order.id)),) for order in page.orders
    )
    turning = page_turning(
        page,
        SalesPage(which=which, page=page.number - 1),
        SalesPage(which=which, page=page.number + 1),
    )
    return Screen(
        text=words(f"orders-sales-{which.value}", count=page.count),
        rows=(*rows, *turning, (switch,)),
    )


def ask_tracking(words: Words, order: Order) -> Screen:
    """A message of its own, because its answer is a reply to it."""
    plain = Button(words.plain("orders-no-tracking-button"), ShipPlain(order=order.id))
    return Screen(
        text=words("orders-ask-tracking", number=str(order.number)),
        rows=(
            *(() if order.shipments else ((plain,),)),
            (Button(words.plain("orders-close-button"), Close()),),
        ),
    )


def tracking_of(order: Order) -> Subject:
    return Subject(FEATURE, order.id, TRACKING)


def tracking_noted(words: Words, order: Order) -> Screen:
    """What the question becomes once the parcel is on its way, whoever said so and how."""
    return Screen(
        text=words("orders-tracking-noted", number=str(order.number)),
        rows=((Button(words.plain("orders-open-button"), ShowSale(order=order.id)),),),
    )


def parcels_noted(words: Words, count: int) -> Screen:
    return Screen(text=words("orders-parcels-noted", count=count))


def refund_plan(words: Words, order: Order, plan: RefundPlan) -> Screen:
    """Every line with how many of it go back; a tap takes one piece less."""
    rows: list[tuple[Button, ...]] = [
        (_step(words, order, line, plan.quantities.get(str(line.id), 0)),)
        for line in order.lines
        if line.kept
    ]
    if order.shipping_minor and not order.shipping_refunded:
        rows.append((_switch(words, order, RefundOption.SHIPPING, on=plan.with_shipping),))
    if not order.is_download:
        rows.append((_switch(words, order, RefundOption.RESTOCK, on=plan.restock),))
    money = worth(order, returned(plan))
    if money:
        review = ReviewRefund(order=order.id)
        rows.append((Button(words.plain("orders-refund-button", money=money), review),))
    rows.append((Button(words.plain("orders-back-button"), ShowSale(order=order.id)),))
    return Screen(
        text=words("orders-refund-plan", number=str(order.number), money=money), rows=tuple(rows)
    )


def refund_review(words: Words, order: Order, plan: RefundPlan) -> Screen:
    """The last question before money moves."""
    money = worth(order, returned(plan))
    chosen = [
        f"{n} × {escape(line_name(words, line))}"
        for line in order.lines
        if (n := plan.quantities.get(str(line.id), 0))
    ]
    text = words(
        "orders-refund-review",
        number=str(order.number),
        money=money,
        lines=Html("\n".join(chosen)),
    )
    if not order.is_download:
        text += "\n" + words("orders-refund-shelf", restock=plan.restock)
    sure = ConfirmRefund(order=order.id, nth=plan.nth)
    return Screen(
        text=text,
        rows=(
            (Button(words.plain("orders-refund-sure-button", money=money), sure),),
            (Button(words.plain("orders-back-button"), PlanRefund(order=order.id)),),
        ),
    )


def refund_failed(words: Words, sheet: OrderSheet, money: Money) -> Screen:
    return about_money(words, "orders-refund-failed", sheet, money)


def about_money(words: Words, key: str, sheet: OrderSheet, money: Money) -> Screen:
    """A line about an order's money with a button that opens the order."""
    order = sheet.order
    return Screen(
        text=words(key, number=str(order.number), money=money),
        rows=((Button(words.plain("orders-open-button"), ShowSale(order=order.id)),),),
    )


def _buttons(words: Words, order: Order) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if order.can_be_shipped:
        key = "orders-ship-more-button" if order.shipments else "orders-ship-button"
        rows.append((Button(words.plain(key), AskTracking(order=order.id)),))
    if order.can_be_delivered:
        rows.append((Button(words.plain("orders-delivered-button"), SayDelivered(order=order.id)),))
    if order.can_be_refunded and order.left:
        rows.append(
            (Button(words.plain("orders-refund-begin-button"), PlanRefund(order=order.id)),)
        )
    return tuple(rows)


def _step(words: Words, order: Order, line: OrderLine, chosen: int) -> Button:
    mark = "✓" if chosen else "·"
    label = f"{mark} {chosen}/{line.kept} × {short_name(words, line)}"
    return Button(label, RefundStep(order=order.id, line=line.id))


def _switch(words: Words, order: Order, option: RefundOption, *, on: bool) -> Button:
    name = "shipping" if option is RefundOption.SHIPPING else "restock"
    label = words.plain(f"orders-refund-{name}-{'on' if on else 'off'}-button")
    return Button(label, RefundSwitch(order=order.id, option=option))
