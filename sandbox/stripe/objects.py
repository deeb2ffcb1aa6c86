"""Where Stripe's objects lie, newest last, and how they are listed and expanded."""

import secrets
from typing import Final

from sandbox.stripe.errors import StripeError, missing
from sandbox.world.clock import MovableClock
from sandbox.world.store import Json, Store, pack, unpack

TABLE: Final = """
CREATE TABLE IF NOT EXISTS stripe_objects (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    charge TEXT, payment_intent TEXT, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS stripe_objects_by_kind ON stripe_objects (kind, n);
CREATE INDEX IF NOT EXISTS stripe_objects_by_charge ON stripe_objects (charge)
    WHERE charge IS NOT NULL;
CREATE INDEX IF NOT EXISTS stripe_objects_by_intent ON stripe_objects (payment_intent)
    WHERE payment_intent IS NOT NULL;
"""
PREFIXES: Final = {
    "ch": "charge", "pi": "payment_intent", "re": "refund", "txn": "balance_transaction",
    "evt": "event", "dp": "dispute", "cus": "customer", "pm": "payment_method",
    "seti": "setup_intent", "cs": "checkout.session", "tr": "transfer", "fee": "application_fee",
    "acct": "account", "trr": "transfer_reversal", "fr": "fee_refund",
}  # fmt: skip
COLUMNS: Final = frozenset({"charge", "payment_intent"})  # beside the document, for finding
COMPARISONS: Final = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
DEFAULT_PAGE: Final = 10
EXPANDABLE: Final = frozenset({
    "charge", "payment_intent", "balance_transaction", "latest_charge", "source", "customer",
    "payment_method", "setup_intent", "transfer", "application_fee", "source_transaction",
    "latest_attempt", "transfer_reversal", "source_transfer_reversal",
})  # fmt: skip


class Objects:
    def __init__(self, store: Store, clock: MovableClock) -> None:
        self._store = store
        self._clock = clock
        store.connection.executescript(TABLE)

    def now(self) -> int:
        return self._clock.seconds()

    def number(self, prefix: str) -> str:
        return f"{prefix}_3S{secrets.token_hex(11)}"

    def secret_of(self, number: str) -> str:
        return f"{number}_secret_{secrets.token_hex(12)}"

    def add(self, doc: Json) -> Json:
        self._store.write(
            "INSERT INTO stripe_objects VALUES (NULL, ?, ?, ?, ?, ?)",
            doc["id"], doc["object"], doc.get("charge"), doc.get("payment_intent"), pack(doc),
        )  # fmt: skip
        return doc

    def save(self, doc: Json) -> None:
        self._store.write(
            "UPDATE stripe_objects SET charge = ?, payment_intent = ?, doc = ? WHERE id = ?",
            doc.get("charge"), doc.get("payment_intent"), pack(doc), doc["id"],
        )  # fmt: skip

    def find(self, kind: str, number: str) -> Json | None:
        row = self._store.one(
            "SELECT doc FROM stripe_objects WHERE id = ? AND kind = ?", number, kind
        )
        return None if row is None else unpack(row[0])

    def get(self, kind: str, number: str, param: str = "id") -> Json:
        found = self.find(kind, number)
        if found is None:
            missing(kind.removesuffix("_transaction").rpartition(".")[2], number, param)
        return found

    def all(self, kind: str) -> list[Json]:
        """The oldest first."""
        rows = self._store.all("SELECT doc FROM stripe_objects WHERE kind = ? ORDER BY n", kind)
        return [unpack(row[0]) for row in rows]

    def of_charge(self, kind: str, charge: str) -> list[Json]:
        rows = self._store.all(
            "SELECT doc FROM stripe_objects WHERE charge = ? AND kind = ? ORDER BY n", charge, kind
        )
        return [unpack(row[0]) for row in rows]

    def page(
        self,
        kind: str,
        url: str,
        asked: Json,
        filters: Json,
        *,
        one_of: tuple[str, list[str]] = ("", []),
    ) -> Json:
        """Newest first. ``one_of``: a name, and the values of which it has one (none: any)."""
        size = asked.get("limit", DEFAULT_PAGE)
        where = ["kind = ?"]
        values: list[object] = [kind]
        for name, value in filters.items():
            where.append(f"{name if name in COLUMNS else _in_doc(name)} = ?")
            values.append(value)
        name, values_of_it = one_of
        if values_of_it:
            where.append(f"{_in_doc(name)} IN ({', '.join('?' * len(values_of_it))})")
            values += values_of_it
        for sign, moment in _bounds(asked.get("created")):
            where.append(f"{_in_doc('created')} {sign} ?")
            values.append(moment)
        backwards = "ending_before" in asked
        for name, sign in (("starting_after", "<"), ("ending_before", ">")):
            if name in asked:
                where.append(f"n {sign} ?")
                values.append(self._position(kind, asked[name], name))
        rows = self._store.all(
            f"SELECT doc FROM stripe_objects WHERE {' AND '.join(where)} "  # noqa: S608 - the names are ours
            f"ORDER BY n {'ASC' if backwards else 'DESC'} LIMIT ?",
            *values, size + 1,
        )  # fmt: skip
        found = [unpack(row[0]) for row in rows[:size]]
        return {
            "object": "list",
            "url": url,
            "has_more": len(rows) > size,
            "data": found[::-1] if backwards else found,
        }

    def net_by_currency(self) -> dict[str, int]:
        rows = self._store.all(
            "SELECT json_extract(doc, '$.currency'), SUM(json_extract(doc, '$.net')) "
            "FROM stripe_objects WHERE kind = 'balance_transaction' GROUP BY 1"
        )
        return {str(row[0]): int(row[1]) for row in rows}

    def expanded(self, doc: Json, paths: list[str]) -> Json:
        """Put objects in the place of the ids that ``expand`` names."""
        if doc.get("object") == "list":
            inner = [path.removeprefix("data.") for path in paths]
            return doc | {"data": [self.expanded(one, inner) for one in doc["data"]]}
        for path in paths:
            name, _, rest = path.partition(".")
            if name not in EXPANDABLE or name not in doc:
                raise StripeError(
                    400, f"This property cannot be expanded ({path}).", param="expand"
                )
            number = doc[name]
            if isinstance(number, str):
                kind = PREFIXES[number.partition("_")[0]]
                inner_doc = self.get(kind, number)
                doc = doc | {name: self.expanded(inner_doc, [rest] if rest else [])}
        return doc

    def _position(self, kind: str, number: str, param: str) -> int:
        row = self._store.one(
            "SELECT n FROM stripe_objects WHERE id = ? AND kind = ?", number, kind
        )
        if row is None:
            missing(kind, number, param)
        return int(row[0])


def _in_doc(name: str) -> str:
    return f"json_extract(doc, '$.{name}')"


def _bounds(created: int | Json | None) -> list[tuple[str, int]]:
    if created is None:
        return []
    if isinstance(created, int):
        return [("=", created)]
    return [(COMPARISONS[name], moment) for name, moment in created.items()]
