"""Which accounts a commission touches."""

from bot.commissions.models import Agreement
from bot.kit.money import Money
from bot.payments.ledger import Account, Line, moved
from bot.payments.models import AccountKind


def payable(agreement: Agreement) -> Account:
    return Account(AccountKind.COMMISSIONS_PAYABLE, agreement.id)


def earned(agreement: Agreement, money: Money) -> tuple[Line, Line]:
    """The merchant is owed less, the group is owed it."""
    merchant = Account(AccountKind.MERCHANT_PAYABLE, agreement.merchant_id)
    return moved(money, source=payable(agreement), target=merchant)


def paid_out(agreement: Agreement, money: Money) -> tuple[Line, Line]:
    """The group is owed nothing more; the merchant has paid it by hand, outside of gateways."""
    by_hand = Account(AccountKind.PAID_BY_HAND, agreement.merchant_id)
    return moved(money, source=by_hand, target=payable(agreement))
