import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.money import Currency, Money
from bot.payments.ledger import Account, Ledger, Line, Unbalanced, moved
from bot.payments.models import AccountKind

KINDS = st.sampled_from(list(AccountKind))
ACCOUNTS = st.builds(Account, KINDS, st.integers(0, 3))
MONEY = st.builds(
    Money, st.integers(1, 10**9), st.sampled_from([Currency.EUR, Currency.JPY, Currency.XTR])
)
CLEARING = Account(AccountKind.GATEWAY_CLEARING, 0)
MERCHANT = Account(AccountKind.MERCHANT_PAYABLE, 7)


@given(MONEY, ACCOUNTS, ACCOUNTS)
def test_what_leaves_one_account_arrives_in_another(money, source, target):
    debit, credit = moved(money, source=source, target=target)

    assert debit.money + credit.money == Money.zero(money.currency)
    assert (debit.account, credit.account) == (target, source)


async def test_one_key_is_one_posting(session, clock):
    ledger = Ledger(session, clock)
    lines = moved(Money(500, Currency.EUR), source=MERCHANT, target=CLEARING)

    assert await ledger.post("charge-1", lines)
    assert not await ledger.post("charge-1", lines)

    assert await ledger.balances() == {
        (CLEARING, Currency.EUR): Money(500, Currency.EUR),
        (MERCHANT, Currency.EUR): Money(-500, Currency.EUR),
    }


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (Line(CLEARING, Money(1, Currency.EUR)),),
        (Line(CLEARING, Money(1, Currency.EUR)), Line(MERCHANT, Money(-1, Currency.USD))),
    ],
)
async def test_money_neither_appears_nor_vanishes(session, clock, lines):
    with pytest.raises(Unbalanced):
        await Ledger(session, clock).post("wrong", lines)


async def test_the_check_finds_what_somebody_changed_by_hand(session, clock):
    ledger = Ledger(session, clock)
    await ledger.post("a", moved(Money(5, Currency.EUR), source=MERCHANT, target=CLEARING))
    await ledger.check()

    await session.execute(sa.text("UPDATE ledger_entries SET minor = 6 WHERE minor = 5"))

    with pytest.raises(Unbalanced):
        await ledger.check()
