"""Where payments plug in, so that the rest of the sandbox need not know them."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from aiohttp import web

from sandbox.world.messages import Stored
from sandbox.world.store import Json

RouteTable: TypeAlias = list[web.RouteDef]
AfterReset: TypeAlias = Callable[[], None]


class CheckoutDesk(Protocol):
    """What opens a payment sheet. ``sandbox.payments`` provides it."""

    async def open_from_message(self, person: int, message: Stored) -> Json:
        """The ``Checkout`` of an invoice message whose Pay button ``person`` pressed."""
        ...

    async def open_from_slug(self, person: int, slug: str) -> Json:
        """The ``Checkout`` of a ``t.me/$slug`` link."""
        ...


class Hooks:
    """Filled by ``install`` functions when a sandbox is put together."""

    def __init__(self) -> None:
        self.checkouts: CheckoutDesk | None = None
        self.routes: RouteTable = []
        self.at_start: list[Callable[[], None]] = []
        self.at_clock: list[Callable[[], None]] = []  # somebody moved the time
        self.after_reset: list[AfterReset] = []
        self.at_close: list[Callable[[], Awaitable[None]]] = []
