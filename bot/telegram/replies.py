"""A handler never sends. It returns one of these, and it is sent after the commit."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from aiogram.filters.callback_data import CallbackData

from bot.kit.errors import ShopError
from bot.kit.money import Money


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address."""

    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that puts a text on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """A button that lets a person choose a chat to send an inline result to."""

    query: str


@dataclass(frozen=True, slots=True)
class Disabled:
    """A button that says why it cannot be pressed, such as "Sold out"."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Callback data that was packed before, when the post was written down."""

    data: str


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    opens: CallbackData | Link | Copy | Share | Disabled | Packed


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its content: uploaded once, shown by Telegram's file id ever after."""

    sha256: str  # of the content, or of the address where only that is known
    path: Path | None = None
    url: str | None = None


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One message as a person sees it: HTML text, at most one picture, rows of buttons."""

    text: str
    rows: Rows = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a shown message is about, so that it can be found and changed later."""

    feature: str
    id: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """Send a new message to where the update came from, topic included."""

    screen: Screen
    subject: Subject | None = None
    quote: bool = True  # as a reply to the message that asked


@dataclass(frozen=True, slots=True)
class Whisper:
    """Tell one person alone: ephemeral in a group, by private chat where that fails.

    ``start`` is the deep link by which somebody who never started the bot goes on. With ``subject``
    it takes the place of what she was whispered about the same before.
    """

    screen: Screen
    start: str = "hello"
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Redraw:
    """Change the message whose button was pressed; with ``subject`` it is remembered."""

    screen: Screen
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Vanish:
    """Delete the message whose button was pressed."""


@dataclass(frozen=True, slots=True)
class Unsay:
    """Delete what she just wrote in the private chat, such as a secret.

    Where Telegram refuses, ``otherwise`` asks her to do it herself.
    """

    otherwise: Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Pin what shows a subject in a chat, silently, or unpin it.

    ``told`` and ``screen`` answer the tap when it is done; where Telegram refuses, that is told
    instead and nothing else changes.
    """

    subject: Subject
    chat_id: int
    is_on: bool
    told: str
    screen: Screen | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """Answer a tap with a line on top of the chat (200 characters), or with a box to close."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """Answer a tap by opening an address: ``t.me/<bot>?start=...`` and such."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Send a file: small ones by their content, kept ones by their path."""

    name: str
    content: bytes = b""
    path: Path | None = None
    sha256: str | None = None  # of a kept file: it is uploaded once
    caption: str = ""

    @property
    def key(self) -> str | None:
        """What Telegram's own name for it is remembered by; that name brings the file's along."""
        return self.sha256 and f"{self.sha256} {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """Telegram's own payment form.

    In a private chat (or ``public``) it is sent as an invoice; in a group the payer alone is given
    a button that opens the same invoice by a link, because an invoice cannot be ephemeral.
    """

    title: str  # 1-32 characters
    description: str  # 1-255 characters
    payload: str  # 1-128 bytes: all that pre-checkout will know
    lines: tuple[tuple[str, Money], ...]
    provider_token: str
    picture_url: str | None = None
    needs_name: bool = False
    needs_address: bool = False
    needs_phone: bool = False
    needs_email: bool = False
    flexible: bool = False  # the price depends on the address: Telegram asks for shipping options
    screen: Screen | None = None  # what stands above the link in a group
    pay_label: str = ""
    subject: Subject | None = None
    start: str = ""  # the deep link by which she comes back to it; else "pay_" and the subject
    public: bool = False  # an invoice in the group, where only the right person passes pre-checkout


@dataclass(frozen=True, slots=True, kw_only=True)
class PayPage:
    """A page outside Telegram on which she pays; it is opened only after the commit.

    The payer alone is shown ``screen`` with a button on top that leads there.
    """

    number: int  # of the page, as the shop counts them
    screen: Screen
    pay_label: str
    subject: Subject
    start: str  # the deep link that leads her back


@dataclass(frozen=True, slots=True)
class Approve:
    """Let Telegram take the money."""


@dataclass(frozen=True, slots=True)
class ShippingChoice:
    code: str
    title: str
    price: Money


@dataclass(frozen=True, slots=True)
class OfferShipping:
    """Answer a shipping query."""

    choices: tuple[ShippingChoice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One inline result: what is listed, and the message it becomes."""

    id: str
    title: str
    description: str
    screen: Screen
    thumbnail_url: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Answer an inline query."""

    found: tuple[Found, ...]
    next_offset: str = ""
    personal: bool = True


@dataclass(frozen=True, slots=True)
class Sorry:
    """Break bad news, in whatever way fits the update it answers."""

    error: ShopError


One: TypeAlias = (
    Show
    | Whisper
    | Redraw
    | Vanish
    | Unsay
    | Pin
    | Toast
    | Follow
    | Document
    | Invoice
    | PayPage
    | Approve
    | OfferShipping
    | Offer
    | Sorry
)
# Several at once are delivered in their order: (Toast(...), Redraw(...)).
Reply: TypeAlias = One | tuple[One, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message the bot starts by itself.

    With ``subject`` the message is remembered; with ``replace`` the one shown before is edited,
    and edits that wait are coalesced into the last.
    """

    chat_id: int
    screen: Screen
    thread_id: int | None = None
    subject: Subject | None = None
    replace: bool = False
    silent: bool = False
    not_before: datetime | None = None  # waits until then: quiet hours
    document: Document | None = field(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend:
    """Change what was shown about a subject, whispers too; nothing where that is gone.

    ``chat_id`` means only what was shown in that chat.
    """

    subject: Subject
    screen: Screen
    chat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unpin:
    """Unpin what this bot has pinned about a subject, wherever that is."""

    subject: Subject


Posts: TypeAlias = Post | Amend | Unpin | tuple[Post | Amend | Unpin, ...] | None
