"""The companies that hold the money, with books of their own and bad days."""

import random
from collections import Counter
from dataclasses import dataclass

from bot.kit.money import Currency, Money
from bot.orders.buying import ToPay
from bot.payments.gateways import Claim, GatewayBusy, GatewayRefused
from bot.payments.models import PaymentId, Rail
from bot.payments.receipts import Receipt
from bot.payments.reconciling import Direction, Movement
from bot.people.models import PersonId
from tests.simulation.faults import Fuse
from tests.simulation.history import History

STAR_ALREADY_BACK = "already"


@dataclass(frozen=True, slots=True)
class Taken:
    payment_id: PaymentId
    payer_id: PersonId
    money: Money


class Bank:
    """Takes money for Telegram, and gives a charge back once per key, and never too much."""

    def __init__(self, rng: random.Random, history: History, met: Counter[str]) -> None:
        self._rng = rng
        self._history = history
        self._met = met
        self.is_honest = False
        self.taken: dict[str, Taken] = {}
        self.given: dict[str, tuple[str, Money]] = {}

    def charge(self, to_pay: ToPay) -> Receipt:
        number = f"charge-{len(self.taken) + 1}"
        payment = to_pay.payment
        money = to_pay.order.goods
        self.taken[number] = Taken(payment.id, payment.payer_id, money)
        self._history.note("bank", f"takes {money} of {payment.payer_id} as {number}")
        return Receipt(
            payer_id=payment.payer_id,
            money=money,
            gateway_charge=number,
            provider_charge=f"ch_{number}",
            shipping_code="included" if to_pay.order.needs_shipping else None,
        )

    def give_back(self, claim: Claim) -> str:
        key = claim.gateway_charge if claim.rail is Rail.STARS else claim.key
        if key not in self.given:
            if claim.money > self.left(claim.gateway_charge):
                raise GatewayRefused("too-much")
            self.given[key] = (claim.gateway_charge, claim.money)
            self._history.note("bank", f"gives {claim.money} of {claim.gateway_charge} back")
        return f"back-{key}"

    def answer(self, claim: Claim) -> str:
        """Give back, or not, and say so, or not."""
        if self.is_honest:
            return self.give_back(claim)
        mood = self._rng.choices(("well", "silent", "deaf", "busy", "refuses"), (6, 2, 1, 1, 1))[0]
        self._met[f"refunds that went {mood}"] += 1
        match mood:
            case "silent":
                self.give_back(claim)
                raise GatewayBusy("timeout, and it happened")
            case "deaf":
                raise GatewayBusy("timeout, and it did not happen")
            case "busy":
                raise GatewayBusy(self._rng.choice(("429", "502")))
            case "refuses":
                raise GatewayRefused("balance-insufficient")
            case _:
                return self.give_back(claim)

    def left(self, charge: str) -> Money:
        """What it keeps of a charge."""
        money = self.taken[charge].money
        for given, part in self.given.values():
            if given == charge:
                money -= part
        return money

    @property
    def movements(self) -> list[Movement]:
        came = [Movement(Direction.CHARGE, n, taken.money) for n, taken in self.taken.items()]
        went = [Movement(Direction.REFUND, n, money) for n, money in self.given.values()]
        return came + went

    def balance(self, currency: Currency) -> int:
        charges = [n for n, taken in self.taken.items() if taken.money.currency is currency]
        return sum(self.left(number).minor for number in charges)


class Line:
    """One process's connection to the bank: the answer may find nobody there any more."""

    def __init__(self, bank: Bank, fuse: Fuse) -> None:
        self._bank = bank
        self._fuse = fuse

    async def refund(self, claim: Claim) -> str:
        self._fuse.burn()
        number = self._bank.answer(claim)
        self._fuse.burn()
        return number
