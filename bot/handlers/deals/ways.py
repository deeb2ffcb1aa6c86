"""Which way of delivery a button stands for. A merchant may change hers before it is tapped."""

from collections.abc import Sequence
from hashlib import sha256

from bot.payments.gateways.holding import Way

NOT_CHOSEN = frozenset({"", "0"})  # 0 is what buttons of an older version carry
_LENGTH = 12  # codes come from shops' own files, and a button has room for 64 bytes


def mark_of(way: Way) -> str:
    """What a button carries: it says name and price, and stands for no other."""
    said = f"{way.code}\n{way.price.minor} {way.price.currency}"
    return sha256(said.encode()).hexdigest()[:_LENGTH]


def tapped_way(ways: Sequence[Way], mark: str) -> Way | None:
    """None: she has to choose, for the first time or once more."""
    if mark in NOT_CHOSEN:
        return ways[0] if len(ways) == 1 else None
    return next((way for way in ways if mark_of(way) == mark), None)
