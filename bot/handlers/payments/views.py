from bot.handlers.payments.callbacks import RetryRefund
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.payments.models import PaymentId, RefundId
from bot.telegram.replies import Button, Screen


def support(words: Words) -> Screen:
    return Screen(text=words("payments-support"))


def trying_again(words: Words) -> Screen:
    return Screen(text=words("payments-refund-trying-again"))


def surplus_returned(words: Words, money: Money) -> Screen:
    return Screen(text=words("payments-surplus-returned", money=money))


def refund_failed(words: Words, refund_id: RefundId, money: Money, trouble: str) -> Screen:
    again = Button(words.plain("payments-refund-retry-button"), RetryRefund(refund_id=refund_id))
    return Screen(
        text=words("payments-refund-failed", money=money, trouble=trouble, refund=str(refund_id)),
        rows=((again,),),
    )


def disputed(words: Words, payment_id: PaymentId, money: Money, reason: str) -> Screen:
    payment = str(payment_id)
    return Screen(text=words("payments-disputed", money=money, payment=payment, reason=reason))


def unexplained(words: Words, payment_id: PaymentId, money: Money, number: str) -> Screen:
    payment = str(payment_id)
    return Screen(text=words("payments-unexplained", money=money, payment=payment, number=number))


def hold_differs(words: Words, payment_id: PaymentId, ours: str, theirs: str) -> Screen:
    return Screen(
        text=words(
            "payments-hold-differs", payment=str(payment_id), ours=ours or "–", theirs=theirs or "–"
        )
    )


def books_differ(
    words: Words, payment_id: PaymentId, subject: str, ours: str, theirs: str
) -> Screen:
    return Screen(
        text=words(
            "payments-books-differ",
            payment=str(payment_id),
            subject=subject,
            ours=ours or "–",
            theirs=theirs or "–",
        )
    )
