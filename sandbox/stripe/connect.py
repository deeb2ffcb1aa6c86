"""Connect: whose share of a charge goes where (destination charges)."""

from collections.abc import Mapping
from typing import Any

from sandbox.stripe.errors import StripeError
from sandbox.stripe.events import Announce
from sandbox.stripe.movements import add_movement
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json


def check_shares(objects: Objects, asked: Mapping[str, Any], amount: int, within: str = "") -> None:
    """Raises ``StripeError`` for shares that cannot be paid out of ``amount``."""

    def named(name: str) -> str:
        return f"{within}[{name}]" if within else name

    to_whom = asked.get("transfer_data") or {}
    for account in (to_whom.get("destination"), asked.get("on_behalf_of")):
        if account is not None:
            _check_destination(objects, account, named("transfer_data") + "[destination]")
    fee = asked.get("application_fee_amount") or None
    if fee is not None and not to_whom and not asked.get("on_behalf_of"):
        raise StripeError(
            400,
            "Can only apply an application_fee_amount when the PaymentIntent is attempting a "
            "direct payment (using an OAuth key or Stripe-Account header) or destination payment "
            "(using `transfer_data[destination]`).",
            param=named("application_fee_amount"),
            executed=True,
        )
    if fee is not None and "amount" in to_whom:
        raise StripeError(
            400,
            "You cannot use `application_fee_amount` together with `transfer_data[amount]`.",
            param=named("transfer_data") + "[amount]",
            executed=True,
        )
    for share in (fee, to_whom.get("amount")):
        if share is not None and not 0 <= share <= amount:
            raise StripeError(
                400,
                "Fee and transfer may not be negative nor exceed the amount of the payment.",
                param=named("application_fee_amount" if fee is not None else "transfer_data"),
                executed=True,
            )


def _check_destination(objects: Objects, number: str, param: str) -> None:
    account = objects.find("account", number)
    if account is None or account.get("_gone"):
        raise StripeError(
            400,
            f"No such destination: '{number}'",
            code="resource_missing",
            param=param,
            executed=True,
        )
    if account["capabilities"].get("transfers") != "active":
        raise StripeError(
            400,
            "Your destination account needs to have at least one of the following capabilities "
            "enabled: transfers, crypto_transfers, legacy_payments",
            code="insufficient_capabilities_for_transfer",
            param=param,
            executed=True,
        )


class Connect:
    def __init__(self, objects: Objects, announce: Announce) -> None:
        self._objects = objects
        self._announce = announce

    def share(self, charge: Json, captured: int) -> Json:
        """Send the destination its part; what the charge has to say about it."""
        to_whom = charge.get("transfer_data") or {}
        if "destination" not in to_whom:
            return {}
        amount = min(to_whom.get("amount") or captured, captured)
        transfer = self._transfer(charge, to_whom["destination"], amount)
        fee = charge.get("application_fee_amount")
        if not fee:
            return {"transfer": transfer["id"]}
        kept = self._keep_fee(charge, min(fee, captured))
        return {"transfer": transfer["id"], "application_fee": kept["id"]}

    def take_back(self, charge: Json, refunded: int) -> Json | None:
        """Fetch from the destination the same part of its share that goes back to the payer."""
        if charge.get("transfer") is None:
            return None
        objects = self._objects
        transfer = objects.get("transfer", charge["transfer"])
        left = transfer["amount"] - transfer["amount_reversed"]
        amount = min(left, transfer["amount"] * refunded // charge["amount_captured"])
        number = objects.number("trr")
        movement = add_movement(objects, "transfer_refund", number, amount, charge["currency"])
        transfer["amount_reversed"] += amount
        transfer["reversed"] = transfer["amount_reversed"] == transfer["amount"]
        objects.save(transfer)
        self._announce("transfer.reversed", transfer)
        return objects.add(
            {
                "id": number,
                "object": "transfer_reversal",
                "amount": amount,
                "balance_transaction": movement["id"],
                "created": objects.now(),
                "currency": charge["currency"],
                "metadata": {},
                "transfer": transfer["id"],
            }
        )

    def give_back_fee(self, charge: Json, refunded: int) -> None:
        if charge.get("application_fee") is None:
            return
        objects = self._objects
        fee = objects.get("application_fee", charge["application_fee"])
        left = fee["amount"] - fee["amount_refunded"]
        amount = min(left, fee["amount"] * refunded // charge["amount_captured"])
        add_movement(objects, "application_fee_refund", fee["id"], -amount, charge["currency"])
        fee["amount_refunded"] += amount
        fee["refunded"] = fee["amount_refunded"] == fee["amount"]
        objects.save(fee)
        self._announce("application_fee.refunded", fee)

    def _transfer(self, charge: Json, destination: str, amount: int) -> Json:
        objects = self._objects
        number = objects.number("tr")
        movement = add_movement(objects, "transfer", number, -amount, charge["currency"])
        transfer = objects.add(
            {
                "id": number,
                "object": "transfer",
                "amount": amount,
                "amount_reversed": 0,
                "balance_transaction": movement["id"],
                "created": objects.now(),
                "currency": charge["currency"],
                "description": None,
                "destination": destination,
                "livemode": False,
                "metadata": {},
                "reversed": False,
                "source_transaction": charge["id"],
                "transfer_group": charge.get("transfer_group"),
            }
        )
        self._announce("transfer.created", transfer)
        return transfer

    def _keep_fee(self, charge: Json, amount: int) -> Json:
        objects = self._objects
        number = objects.number("fee")
        movement = add_movement(objects, "application_fee", number, amount, charge["currency"])
        fee = objects.add(
            {
                "id": number,
                "object": "application_fee",
                "account": charge["transfer_data"]["destination"],
                "amount": amount,
                "amount_refunded": 0,
                "balance_transaction": movement["id"],
                "charge": charge["id"],
                "created": objects.now(),
                "currency": charge["currency"],
                "livemode": False,
                "refunded": False,
            }
        )
        self._announce("application_fee.created", fee)
        return fee
