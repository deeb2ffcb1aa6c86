"""What money is where, by currency: what a shop's ledger is held against."""

from collections import defaultdict
from typing import Final

from sandbox.stripe.expiring import Expiring
from sandbox.stripe.objects import Objects
from sandbox.world.store import Json

NAMES: Final = (
    "held", "captured", "released", "refunded", "refunds_failed", "fees", "disputed",
    "transferred", "application_fees", "balance",
)  # fmt: skip


class StripeAudit:
    def __init__(self, objects: Objects, expiring: Expiring) -> None:
        self._objects = objects
        self._expiring = expiring

    def sums(self) -> dict[str, dict[str, int]]:
        """In minor units; ``released``: held once and let go, the rest of partial captures too."""
        self._expiring.catch_up()
        sums: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(NAMES, 0))
        for charge in self._objects.all("charge"):
            _count_charge(sums[charge["currency"]], charge)
        for refund in self._objects.all("refund"):
            failed = refund["status"] == "failed"
            sums[refund["currency"]]["refunds_failed" if failed else "refunded"] += refund["amount"]
        for dispute in self._objects.all("dispute"):
            if dispute["status"] in {"needs_response", "under_review", "lost"}:
                sums[dispute["currency"]]["disputed"] += dispute["amount"]
        for transfer in self._objects.all("transfer"):
            kept = transfer["amount"] - transfer["amount_reversed"]
            sums[transfer["currency"]]["transferred"] += kept
        for fee in self._objects.all("application_fee"):
            sums[fee["currency"]]["application_fees"] += fee["amount"] - fee["amount_refunded"]
        for movement in self._objects.all("balance_transaction"):
            sums[movement["currency"]]["fees"] += movement["fee"]
            sums[movement["currency"]]["balance"] += movement["net"]
        return dict(sums)


def _count_charge(sums: dict[str, int], charge: Json) -> None:
    if charge["status"] != "succeeded":
        return
    if charge["captured"]:
        sums["captured"] += charge["amount_captured"]
        sums["released"] += charge["amount"] - charge["amount_captured"]
    else:
        sums["released" if charge["refunded"] else "held"] += charge["amount"]
