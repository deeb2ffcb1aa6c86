"""What is left with whoever holds money, charge by charge."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.kit.money import Money
from bot.payments.models import PaymentId
from bot.people.models import PersonId
from tests.simulation.process import Outside
from tests.simulation.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Kept:
    charge: str
    payment_id: PaymentId
    payer_id: PersonId
    money: Money


def kept(now: Snapshot, outside: Outside) -> Iterator[Kept]:
    bank, office = outside.bank, outside.office
    for number, taken in bank.taken.items():
        if left := bank.left(number):
            yield Kept(number, taken.payment_id, taken.payer_id, left)
    by_intent = {hold.intent: hold.payment_id for hold in now.holds if hold.intent}
    for charge in office.charges:
        if left := office.left(charge):
            payment_id = by_intent.get(charge["payment_intent"])
            assert payment_id is not None, f"{charge['id']} was taken, and nobody knows for what"
            payer_id = now.payments[payment_id].payer_id
            yield Kept(charge["id"], payment_id, payer_id, left)
