"""What the bot says about orders by itself, in the private chats of those they concern."""

from collections.abc import Callable, Iterable

from bot.catalog.downloads import DownloadStore
from bot.handlers.orders import goods, held_views, order_views, sale_views
from bot.handlers.orders.order_parts import FEATURE
from bot.kit.texts import Words
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
from bot.orders.looking import OrderLookup, OrderSheet
from bot.orders.models import ORDER, Order, OrderId
from bot.payments.events import PaymentDisputed, RefundFailed, RefundMadeOutside
from bot.people.models import Person
from bot.people.repository import PersonRepository
from bot.people.service import PeopleService
from bot.telegram.replies import Amend, Post, Screen, Subject

SALE = "sale"


async def give_receipt(
    event: OrderPaid,
    lookup: OrderLookup,
    people: PersonRepository,
    handing: HandingOver,
    store: DownloadStore,
) -> tuple[Post | Amend, ...]:
    """The buyer gets her receipt and her files, the merchant's people the order's buttons."""
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    receipt = Post(
        chat_id=buyer.id,
        screen=order_views.receipt(_words(buyer), sheet),
        subject=Subject(FEATURE, sheet.order.id, "receipt"),
    )
    files = goods.posts(_words(buyer), await handing.goods_of(sheet.order), store, buyer.id)
    staff = await _staff(sheet, lookup, people)
    sale = _to_staff(sheet, staff, lambda words: sale_views.sale(words, sheet, is_new=True))
    return receipt, *files, *_paid(_words(buyer), sheet.order), *sale


async def tell_of_parcel(
    event: OrderShipped, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post | Amend, ...]:
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    numbers = next(
        sent.tracking_numbers for sent in sheet.order.shipments if sent.id == event.shipment_id
    )
    parcel = Post(chat_id=buyer.id, screen=order_views.shipped(_words(buyer), sheet, numbers))
    staff = await _staff(sheet, lookup, people)
    return parcel, *_noted(sheet.order, staff), *_redrawn_for(sheet, staff)


async def tell_of_delivery(
    event: OrderDelivered, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    return await _redrawn(await lookup.sheet(event.order_id), lookup, people)


async def tell_of_refund(
    event: OrderRefunded, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    key = "orders-refund-whole" if event.whole else "orders-refund-part"
    told = Post(
        chat_id=buyer.id,
        screen=order_views.money_back(_words(buyer), key, sheet, event.money),
    )
    return told, *await _redrawn(sheet, lookup, people)


async def tell_of_expiry(
    event: OrderExpired, lookup: OrderLookup, people: PeopleService
) -> tuple[Post | Amend, ...]:
    if event.awaits is not None:
        return ()  # whoever made it wait has the words for it
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    words, order = _words(buyer), sheet.order
    in_group = held_views.expired_in_group(words, order)
    in_private = held_views.expired_in_private(words, order)
    return (
        Post(chat_id=buyer.id, screen=held_views.expired(words, order), silent=True),
        Amend(subject=held_views.invoice_of(order), screen=in_group),
        Amend(subject=held_views.held_of(order), screen=in_private),
    )


def _paid(words: Words, order: Order) -> tuple[Amend, ...]:
    """Where she was asked to pay, nothing may go on asking her, or offer to cancel."""
    return (
        Amend(subject=held_views.invoice_of(order), screen=held_views.paid_in_group(words, order)),
        Amend(subject=held_views.held_of(order), screen=held_views.paid_in_private(words, order)),
    )


async def tell_of_late_payment(
    event: LatePaymentRefunded, lookup: OrderLookup, people: PeopleService
) -> Post:
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    key = "orders-late-sold-out" if event.sold_out else "orders-late-paid-already"
    return Post(
        chat_id=buyer.id,
        screen=order_views.told(_words(buyer), key, sheet, money=event.money),
    )


async def tell_of_returned_hold(
    event: HoldReturned, lookup: OrderLookup, people: PeopleService
) -> Post:
    sheet = await lookup.sheet(event.order_id)
    buyer = await people.get(event.buyer_id)
    key = "orders-hold-sold-out" if event.sold_out else "orders-hold-unfit"
    return Post(chat_id=buyer.id, screen=order_views.told(_words(buyer), key, sheet))


async def tell_of_failed_refund(
    event: RefundFailed, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    if event.purpose.kind != ORDER:
        return ()
    sheet = await lookup.sheet(OrderId(event.purpose.id))
    return tuple(
        Post(
            chat_id=person.id,
            screen=sale_views.refund_failed(_words(person), sheet, event.money),
        )
        for person in await _staff(sheet, lookup, people)
    )


async def tell_of_outside_refund(
    event: RefundMadeOutside, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    return await _about_money("orders-refund-outside", event, lookup, people)


async def tell_of_dispute(
    event: PaymentDisputed, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    return await _about_money("orders-disputed", event, lookup, people)


async def _about_money(
    key: str,
    event: RefundMadeOutside | PaymentDisputed,
    lookup: OrderLookup,
    people: PersonRepository,
) -> tuple[Post, ...]:
    """What the gateway did by itself, told to the merchant's people."""
    if event.purpose.kind != ORDER:
        return ()
    sheet = await lookup.sheet(OrderId(event.purpose.id))
    return tuple(
        Post(
            chat_id=person.id,
            screen=sale_views.about_money(_words(person), key, sheet, event.money),
        )
        for person in await _staff(sheet, lookup, people)
    )


async def _redrawn(
    sheet: OrderSheet, lookup: OrderLookup, people: PersonRepository
) -> tuple[Post, ...]:
    return _redrawn_for(sheet, await _staff(sheet, lookup, people))


def _noted(order: Order, staff: Iterable[Person]) -> tuple[Amend, ...]:
    """Nobody shall be asked for what a colleague has said already."""
    return tuple(
        Amend(
            subject=sale_views.tracking_of(order),
            screen=sale_views.tracking_noted(_words(person), order),
            chat_id=person.id,
        )
        for person in staff
    )


def _redrawn_for(sheet: OrderSheet, staff: Iterable[Person]) -> tuple[Post, ...]:
    """Every member of the staff sees the order as it is now, whoever of them changed it."""
    return _to_staff(sheet, staff, lambda words: sale_views.sale(words, sheet), replace=True)


def _to_staff(
    sheet: OrderSheet,
    staff: Iterable[Person],
    draw: Callable[[Words], Screen],
    *,
    replace: bool = False,
) -> tuple[Post, ...]:
    subject = Subject(FEATURE, sheet.order.id, SALE)
    return tuple(
        Post(chat_id=person.id, screen=draw(_words(person)), subject=subject, replace=replace)
        for person in staff
    )


async def _staff(sheet: OrderSheet, lookup: OrderLookup, people: PersonRepository) -> list[Person]:
    """Those of them who have opened the private chat; others cannot be written to."""
    found = [await people.find(number) for number in await lookup.staff_ids(sheet.merchant.id)]
    return [person for person in found if person is not None and person.can_be_written_to]


def _words(person: Person) -> Words:
    return Words(person.language, person.zone)
