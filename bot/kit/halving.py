"""Much work in one transaction, in which one poisoned part harms no other."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.kit.db import is_away

Part = TypeVar("Part")


async def all_or_halves(
    parts: Sequence[Part], work: Callable[[Sequence[Part]], Awaitable[None]]
) -> Sequence[tuple[Part, Exception]]:
    """Do ``work`` for all at once, or for both halves, and theirs; gives what went wrong with whom.

    ``work`` is a transaction: when it raises, it has done nothing. A database that is away raises
    here, because trying each part alone would only make it worse.
    """
    if not parts:
        return ()
    try:
        await work(parts)
    except Exception as error:
        if is_away(error):
            raise
        if len(parts) == 1:
            return ((parts[0], error),)
        middle = len(parts) // 2
        first = await all_or_halves(parts[:middle], work)
        return (*first, *await all_or_halves(parts[middle:], work))
    return ()
