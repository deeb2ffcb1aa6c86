"""Telegram Stars on the bot's side: its transactions, its balance, its refunds."""

from typing import Final

from sandbox.botapi.errors import bad_request
from sandbox.payments.audit import Audit, Entry
from sandbox.world.store import Json
from sandbox.world.world import World

MOST_TRANSACTIONS: Final = 100


class Stars:
    def __init__(self, world: World, audit: Audit) -> None:
        self._world = world
        self._audit = audit

    def balance(self, bot: int) -> int:
        signs = {"charge": 1, "refund": -1}
        return sum(signs[entry.kind] * entry.amount for entry in self._audit.stars_of(bot))

    def transactions(self, bot: int, *, offset: int, limit: int) -> list[Json]:
        """Oldest first, as ``getStarTransactions`` gives them."""
        if offset < 0:
            raise bad_request("offset must be non-negative")
        count = min(max(limit, 1), MOST_TRANSACTIONS)
        entries = self._audit.stars_of(bot)[offset : offset + count]
        return [self._transaction(entry) for entry in entries]

    def refund(self, bot: int, user_id: int, charge: str) -> None:
        """Give a payer her Stars back, once. Raises ``ApiError``."""
        entry = self._audit.charge(charge)
        if entry is None or entry.rail != "stars" or entry.bot != bot:
            raise bad_request("CHARGE_NOT_FOUND")
        if entry.payer != user_id:
            raise bad_request("USER_ID_INVALID")
        if self._audit.refunded(charge):
            raise bad_request("CHARGE_ALREADY_REFUNDED")
        if self.balance(bot) < entry.amount:
            raise bad_request("BALANCE_TOO_LOW")

        self._audit.write(
            f"refund_{charge}",
            "refund",
            "stars",
            charge=charge,
            provider_charge=entry.provider_charge,
            amount=entry.amount,
            currency=entry.currency,
            payer=user_id,
            payload=entry.payload,
            bot=bot,
        )
        self._give_back(entry, user_id, bot)

    def _give_back(self, entry: Entry, user_id: int, bot: int) -> None:
        payer = self._world.account(user_id)
        payer.doc["stars"] = int(payer.doc.get("stars", 0)) + entry.amount
        self._world.people.save(payer)
        refunded: Json = {
            "currency": entry.currency,
            "total_amount": entry.amount,
            "invoice_payload": entry.payload,
            "telegram_payment_charge_id": entry.charge,
            "provider_payment_charge_id": entry.provider_charge,
        }
        room = self._world.rooms.private(user_id, bot)
        self._world.service(room, user_id, {"refunded_payment": refunded})

    def _transaction(self, entry: Entry) -> Json:
        """A refund carries the number of the payment it undoes."""
        payer = self._world.people.find(entry.payer or 0)
        user = (
            payer.as_user()
            if payer is not None
            else {"id": entry.payer, "is_bot": False, "first_name": "Deleted Account"}
        )
        partner: Json = {
            "type": "user",
            "transaction_type": "invoice_payment",
            "user": user,
            "invoice_payload": entry.payload,
        }
        side = "source" if entry.kind == "charge" else "receiver"
        return {"id": entry.charge, "amount": entry.amount, "date": int(entry.at), side: partner}
