from bot.handlers.payments import views
from bot.kit.texts import Words
from bot.payments.events import (
    BooksDiffer,
    HoldDiffers,
    MoneyUnexplained,
    PaymentDisputed,
    RefundFailed,
    SurplusReturned,
)
from bot.people.models import Person
from bot.people.service import PeopleService
from bot.telegram.replies import Post


async def tell_of_surplus(event: SurplusReturned, people: PeopleService) -> Post:
    payer = await people.get(event.payer_id)
    return Post(chat_id=payer.id, screen=views.surplus_returned(_words(payer), event.money))


async def alarm_operators(event: RefundFailed, people: PeopleService) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=operator.id,
            screen=views.refund_failed(
                _words(operator), event.refund_id, event.money, event.trouble
            ),
        )
        for operator in await people.operators()
    )


async def alarm_of_dispute(event: PaymentDisputed, people: PeopleService) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=operator.id,
            screen=views.disputed(_words(operator), event.payment_id, event.money, event.reason),
        )
        for operator in await people.operators()
    )


async def alarm_of_unexplained(event: MoneyUnexplained, people: PeopleService) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=operator.id,
            screen=views.unexplained(
                _words(operator), event.payment_id, event.money, event.gateway_refund
            ),
        )
        for operator in await people.operators()
    )


async def alarm_of_differing_hold(event: HoldDiffers, people: PeopleService) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=operator.id,
            screen=views.hold_differs(_words(operator), event.payment_id, event.ours, event.theirs),
        )
        for operator in await people.operators()
    )


async def alarm_of_differing_books(event: BooksDiffer, people: PeopleService) -> tuple[Post, ...]:
    return tuple(
        Post(
            chat_id=operator.id,
            screen=views.books_differ(
                _words(operator), event.payment_id, event.subject, event.ours, event.theirs
            ),
        )
        for operator in await people.operators()
    )


def _words(person: Person) -> Words:
    return Words(person.language, person.zone)
