"""How a price is cut. Pure: whoever knows the seed gets the same cuts."""

import hashlib
import secrets
from collections.abc import Sequence

from bot.deals.bargains.errors import BadFloor, BadHelpers
from bot.kit.money import Money

FEWEST_HELPERS = 2
MOST_HELPERS = 20
MOST_HELPS_EACH = 10


def new_seed() -> str:
    return secrets.token_hex(16)


def seal(seed: str) -> str:
    """What is shown from the beginning: it binds us to the seed without telling it."""
    return hashlib.sha256(seed.encode()).hexdigest()


def cut(seed: str, nth: int, rest: int, left: int) -> int:
    """Tell what helper ``nth`` takes off, in minor units, where ``left`` helpers share ``rest``.

    Between one unit and twice an equal share, and never so much that those who follow could not
    take one unit each. The last one takes exactly the rest.
    """
    if left == 1:
        return rest
    most = min(2 * rest // left, rest - (left - 1))
    drawn = int.from_bytes(hashlib.sha256(f"{seed}:{nth}".encode()).digest()[:8], "big")
    return 1 + drawn % most


def all_cuts(seed: str, span: int, helpers: int) -> list[int]:
    """Recompute every cut of a bargain, as anybody can once the seed is known."""
    cuts: list[int] = []
    for nth in range(1, helpers + 1):
        cuts.append(cut(seed, nth, span - sum(cuts), helpers - nth + 1))
    return cuts


def follows_from(seed: str, span: int, helpers: int, cuts: Sequence[int]) -> bool:
    return all_cuts(seed, span, helpers)[: len(cuts)] == [*cuts]


def check_terms(shelf: Money | None, floor: Money, helpers: int, helps_each: int) -> None:
    """Raise BadHelpers, or BadFloor where not every helper could take one unit off."""
    if not FEWEST_HELPERS <= helpers <= MOST_HELPERS:
        raise BadHelpers(least=FEWEST_HELPERS, most=MOST_HELPERS)
    if not 1 <= helps_each <= MOST_HELPS_EACH:
        raise BadHelpers(least=1, most=MOST_HELPS_EACH)
    if shelf is None or floor.minor <= 0 or shelf.minor - floor.minor < helpers:
        raise BadFloor(price=shelf or floor)
