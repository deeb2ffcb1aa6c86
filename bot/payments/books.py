"""Which accounts a movement of money touches."""

from bot.kit.money import Money
from bot.payments.ledger import Account, Line, moved
from bot.payments.models import AccountKind, Charge, Payment

HOUSE = 0  # the owner of what the house's own gateway account holds


def clearing(payment: Payment) -> Account:
    return Account(AccountKind.GATEWAY_CLEARING, payment.account_id or HOUSE)


def _merchant(payment: Payment) -> Account:
    return Account(AccountKind.MERCHANT_PAYABLE, payment.payee_id)


def _going_back(payer_id: int) -> Account:
    return Account(AccountKind.REFUNDS_PAYABLE, payer_id)


def paid(payment: Payment, charge: Charge) -> tuple[Line, Line]:
    """The gateway holds it, the merchant is owed it."""
    return moved(charge.money, source=_merchant(payment), target=clearing(payment))


def surplus_taken(payment: Payment, charge: Charge) -> tuple[Line, Line]:
    """The gateway holds it, the payer is owed it: the merchant never was."""
    return moved(charge.money, source=_going_back(charge.payer_id), target=clearing(payment))


def refund_promised(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The merchant is owed less, the payer is owed it."""
    return moved(money, source=_going_back(payment.payer_id), target=_merchant(payment))


def refund_settled(payment: Payment, charge: Charge, money: Money) -> tuple[Line, Line]:
    """The gateway holds less, the payer is owed nothing more."""
    return moved(money, source=clearing(payment), target=_going_back(charge.payer_id))


def refund_bounced(payment: Payment, charge: Charge, money: Money) -> tuple[Line, Line]:
    """The gateway holds it again, the payer is still owed it."""
    return moved(money, source=_going_back(charge.payer_id), target=clearing(payment))


def held(payment: Payment, money: Money) -> tuple[Line, Line]:
    """A bank keeps it back on the payer's card; it is still hers."""
    return moved(money, source=_held_for(payment), target=_held_at(payment))


def hold_ended(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The bank lets go of it, whether some of it was taken or not."""
    return moved(money, source=_held_at(payment), target=_held_for(payment))


def _held_at(payment: Payment) -> Account:
    return Account(AccountKind.HELD_AT_GATEWAYS, payment.account_id or HOUSE)


def _held_for(payment: Payment) -> Account:
    return Account(AccountKind.HELD_FOR_PAYERS, payment.payer_id)


def gateway_fee_kept(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The gateway holds less, and keeps it for itself."""
    fees = Account(AccountKind.GATEWAY_FEES, payment.payee_id)
    return moved(money, source=clearing(payment), target=fees)


def platform_fee_kept(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The merchant is owed less, the house keeps it."""
    fees = Account(AccountKind.PLATFORM_FEES, payment.payee_id)
    return moved(money, source=fees, target=_merchant(payment))


def transferred(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The gateway holds less for us, the merchant has it in an account of her own."""
    return moved(money, source=clearing(payment), target=_merchant(payment))


def disputed(payment: Payment, money: Money) -> tuple[Line, Line]:
    """The payer's bank has taken it back, and whose it is will be decided."""
    return moved(money, source=clearing(payment), target=_disputed(payment))


def dispute_lost(payment: Payment, money: Money) -> tuple[Line, Line]:
    """It was decided for the payer: the merchant is owed less."""
    return moved(money, source=_disputed(payment), target=_merchant(payment))


def _disputed(payment: Payment) -> Account:
    return Account(AccountKind.DISPUTED, payment.payee_id)
