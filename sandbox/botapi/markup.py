"""What the readers of HTML and Markdown share."""

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

Entity: TypeAlias = dict[str, Any]

SCHEMES: Final = ("http", "https", "ftp", "tg", "ton", "tonsite", "mailto", "tel")
LONGEST_NUMBER: Final = 19
TIME_FORMAT: Final = frozenset("tTdDwW")


class Unparsable(ValueError):
    """The markup is broken; the text is Telegram's, without its prefix."""


def whole_number(written: str) -> int | None:
    """A number of at most 64 bits, or ``None``: nobody's identifier has more digits."""
    if not (written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER):
        return None
    return int(written)


def utf16_length(text: str) -> int:
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)  # noqa: PLR2004 - the first that needs two


def byte_offset(text: str, position: int) -> int:
    return len(text[:position].encode("utf-8", "surrogatepass"))


@dataclass(slots=True)
class Output:
    """The plain text written so far and the entities found in it."""

    pieces: list[str] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    offset: int = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += utf16_length(text)

    def text_from(self, piece: int) -> str:
        return "".join(self.pieces[piece:])

    def close(self, begin: int, kind: str, **details: object) -> None:
        """An entity around nothing is no entity."""
        if self.offset > begin:
            entity = {"type": kind, "offset": begin, "length": self.offset - begin}
            self.entities.append(entity | details)

    def close_link(self, begin: int, url: str) -> None:
        """A link to ``tg://user?id=`` mentions a person; one that leads nowhere is plain text."""
        user_id = linked_user(url)
        if user_id is not None:
            self.close(begin, "text_mention", user={"id": user_id})
        elif checked := checked_link(url):
            self.close(begin, "text_link", url=checked)

    def done(self) -> tuple[str, list[Entity]]:
        return "".join(self.pieces), self.entities


def linked_user(url: str) -> int | None:
    parts = _split(url)
    if parts is None or parts.scheme != "tg" or parts.netloc != "user":
        return None
    return whole_number(parse_qs(parts.query).get("id", [""])[0]) or None


def linked_emoji(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme != "tg" or parts.netloc != "emoji":
        raise Unparsable("Custom emoji URL must have scheme tg")
    return checked_emoji(parse_qs(parts.query).get("id", [""])[0])


def checked_emoji(written: str) -> str:
    if not 0 < (whole_number(written) or 0) < 2**63:
        raise Unparsable("Invalid custom emoji identifier specified")
    return written


def linked_time(url: str) -> dict[str, object] | None:
    parts = _split(url)
    if parts is None or parts.scheme != "tg" or parts.netloc != "time":
        return None
    query = parse_qs(parts.query)
    return checked_time(query.get("unix", [""])[0], query.get("format", [""])[0])


def checked_time(unix: str, written_format: str) -> dict[str, object]:
    at = whole_number(unix)
    if at is None or at >= 2**31:
        raise Unparsable("Invalid Unix time specified")
    if not (written_format in ("r", "R") or set(written_format) <= TIME_FORMAT):
        raise Unparsable("Invalid date-time format specified")
    details: dict[str, object] = {"unix_time": at}
    return details | {"date_time_format": written_format} if written_format else details


def checked_link(url: str) -> str | None:
    """The address a client would open, or ``None`` where there is none."""
    url = url.strip()
    parts = _split(url if "://" in url or url.startswith(("mailto:", "tel:")) else f"http://{url}")
    if parts is None or parts.scheme not in SCHEMES:
        return None
    if parts.scheme not in ("http", "https", "ftp"):
        return url

    host = parts.hostname or ""
    if any(character.isspace() for character in url) or not (
        "." in host.strip(".") or host == "localhost"
    ):
        return None
    path = parts.path or "/"
    rest = "".join(
        mark + text for mark, text in (("?", parts.query), ("#", parts.fragment)) if text
    )
    return f"{parts.scheme}://{parts.netloc}{path}{rest}"


def _split(url: str) -> Any:  # noqa: ANN401 - SplitResult or None; urllib leaves it untyped
    try:
        return urlsplit(url)
    except ValueError:
        return None
