"""For work between transactions: asking somebody outside, with no lock held meanwhile."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.kit.events import Resolver


class Transactions(Protocol):
    """Opens a scope with a session of its own, and commits it at the end."""

    def __call__(self) -> AbstractAsyncContextManager[Resolver]: ...
