"""Hosted pages on which money is held or a card saved; only later is anything charged."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.kit.money import Money
from bot.payments.events import NOBODY, Contact
from bot.payments.gateways.costing import Costs
from bot.payments.hold_models import PageKind
from bot.payments.sharing import Share


@dataclass(frozen=True, slots=True)
class Way:
    """A way of delivery she may choose on the page."""

    code: str
    title: str
    price: Money
    countries: tuple[str, ...] = ()  # where it goes; none: everywhere the page's parcels go


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page asks for. It is written down: asked again with its key it must be the same."""

    kind: PageKind = PageKind.HOLD
    title: str
    unit: Money
    quantity: int
    needs_address: bool
    countries: tuple[str, ...] = ()  # where it can go; none: everywhere
    ways: tuple[Way, ...] = ()  # none: delivery is part of the price
    needs_phone: bool = False
    note: str = ""  # what she reads above the button
    language: str
    closes_at: datetime

    @property
    def total(self) -> Money:
        """What is owed where she has no way of delivery to choose."""
        on_top = self.ways[0].price if self.ways else Money.zero(self.unit.currency)
        return self.unit * self.quantity + on_top

    def delivers_to(self, country: str) -> bool:
        """Where the gateway could not be told beforehand: whether it goes there."""
        reached = not self.countries or country in self.countries
        by = not self.ways or any(
            not way.countries or country in way.countries for way in self.ways
        )
        return bool(country) and reached and by


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOrder:
    """Everything a gateway has to know in order to open a page."""

    page: Page
    key: str
    reference: str  # comes back with everything the gateway tells about it
    back: str  # where she goes afterwards
    share: Share | None = None
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenedPage:
    number: str
    url: str = field(repr=False)  # whoever has it can pay


class Progress(StrEnum):
    OPEN = "open"  # nobody has paid on it
    GONE = "gone"  # nobody can any more
    HELD = "held"  # or the card saved
    DECLINED = "declined"  # the saved card was refused
    TAKEN = "taken"
    RELEASED = "released"  # held or saved once, and let go by whomever


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """What the gateway says about a page at this moment."""

    number: str
    reference: str
    progress: Progress
    url: str = field(default="", repr=False)
    intent: str = ""
    charge: str = ""
    held: Money | None = None
    taken: Money | None = None
    held_until: datetime | None = None
    way: int | None = None  # which of the page's ways she chose
    customer: str = ""
    method: str = ""  # the saved card's number at the gateway, while it is saved
    trouble: str = ""  # the gateway's code for why a card was refused
    contact: Contact = field(default=NOBODY, repr=False)
    costs: Costs | None = None  # of what is taken, where they are told already


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCharge:
    """A saved card, and what it is to be charged while its holder is away."""

    key: str
    reference: str
    customer: str
    method: str
    money: Money
    fee: Money | None = None  # what the house keeps of it
    share: Share | None = None
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a gateway lists: a hold of ours, and what of it is held or taken now."""

    reference: str
    progress: Progress
    money: Money


class HoldGateway(Protocol):
    """Never called while a transaction is open.

    Everything raises GatewayBusy when asking again may help, and GatewayRefused when it will not.
    """

    async def open(self, order: PageOrder) -> OpenedPage:
        """Open one page for each key, however often this is called."""
        ...

    async def look(self, secret: str, number: str) -> PageState: ...

    async def shut(self, secret: str, number: str) -> None:
        """Let nobody pay on a page any more; refused once somebody has."""
        ...

    async def capture(
        self, secret: str, intent: str, money: Money, *, key: str, fee: Money | None = None
    ) -> None:
        """Take so much of what is held, and let go of the rest; ``fee``: what the house keeps."""
        ...

    async def standings(self, secret: str, since: datetime) -> list[Standing]:
        """List everything that was begun by one of our pages since a moment."""
        ...

    async def cancel(self, secret: str, intent: str) -> None:
        """Let go of all that is held."""
        ...

    async def charge(self, charge: SavedCharge) -> None:
        """Charge a saved card once for each key; ``look`` tells what came of it."""
        ...

    async def forget(self, secret: str, method: str) -> None:
        """Keep a saved card no longer; refused where that is done already."""
        ...
