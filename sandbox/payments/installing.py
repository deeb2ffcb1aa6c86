"""Payments and Stripe put into a sandbox."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sandbox.botapi.faults import Fault
from sandbox.botapi.server import BotApi
from sandbox.payments.asking import Asking
from sandbox.payments.audit import Audit
from sandbox.payments.charging import Charging
from sandbox.payments.checkouts import Checkouts
from sandbox.payments.desk import Desk
from sandbox.payments.invoices import Invoices
from sandbox.payments.methods import PaymentMethods
from sandbox.payments.routes import PaymentRoutes
from sandbox.payments.stars import Stars
from sandbox.sim.base import Base, MessageRef
from sandbox.stripe.standing import StripeStandIn
from sandbox.world.messages import Stored
from sandbox.world.store import Json

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox

# A fault may name a Stripe call with or without what stands before it.
FAULT_NAMES: Final = ("stripe:/v1/{}", "stripe:v1/{}", "stripe:/{}", "stripe:{}")


@dataclass(frozen=True, slots=True)
class Payments:
    desk: Desk
    audit: Audit
    stripe: StripeStandIn


class Eyes(Base):
    """Finds what a person means by a chat and a message of hers."""

    def message(self, person: int, chat: int, ref: MessageRef) -> Stored:
        return self._message(person, self._room(person, chat), ref)


def install(sandbox: "Sandbox") -> Payments:
    world, api, hooks, live = sandbox.world, sandbox.api, sandbox.hooks, sandbox.live
    audit = Audit(world.store, world.clock)
    invoices = Invoices(world.store)
    stripe = StripeStandIn(world.store, world.clock, lambda path: _fault(api, path))
    stripe.charges.on_capture.append(lambda charge: _write_capture(audit, charge))
    stripe.refunds.on_refund.append(lambda refund: _write_refund(audit, refund))
    desk = Desk(
        world,
        invoices,
        Checkouts(world.store),
        Asking(world, api.updates),
        Charging(world, audit, stripe.charges),
    )
    desk.on_change.append(
        lambda person, sheet: live.tell(person, lambda: {"type": "checkout", "checkout": sheet})
    )
    eyes = Eyes(world, api, hooks, live)
    api.offer(PaymentMethods(invoices, Stars(world, audit)).offered())
    hooks.checkouts = desk
    hooks.routes += PaymentRoutes(desk, audit, eyes.message).table() + stripe.routes()
    hooks.at_start.append(stripe.start)
    hooks.at_clock.append(stripe.expiring.catch_up)
    hooks.at_close.append(stripe.close)
    return Payments(desk, audit, stripe)


def _fault(api: BotApi, path: str) -> Fault | None:
    for name in FAULT_NAMES:
        if (fault := api.faults.take(name.format(path))) is not None:
            return fault
    return None


def _write_capture(audit: Audit, charge: Json) -> None:
    """A payment that Telegram had no part in, as on a Checkout page."""
    number = charge["id"]
    audit.write(
        number,
        "charge",
        "stripe",
        charge=number,
        provider_charge=number,
        amount=charge["amount_captured"],
        currency=charge["currency"].upper(),
    )


def _write_refund(audit: Audit, refund: Json) -> None:
    """What Stripe gives back is a refund of Telegram's charge, where Telegram made it."""
    charge = audit.by_provider(refund["charge"])
    audit.write(
        refund["id"],
        "refund",
        "stripe",
        charge=refund["charge"] if charge is None else charge.charge,
        provider_charge=refund["charge"],
        amount=refund["amount"],
        currency=refund["currency"].upper(),
        payer=None if charge is None else charge.payer,
        payload=None if charge is None else charge.payload,
        bot=None if charge is None else charge.bot,
    )
