"""From what a bot or a person writes to text and entities, as Telegram stores them.

Offsets and lengths count UTF-16 code units.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from sandbox.botapi.errors import bad_request
from sandbox.botapi.markup import Entity, Unparsable, utf16_length
from sandbox.botapi.markup_html import parse_html
from sandbox.botapi.markup_markdown import parse_markdown
from sandbox.botapi.markup_v2 import parse_markdown_v2

READERS: Final = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}
SPLITTABLE: Final = ("bold", "italic", "underline", "strikethrough", "spoiler")
VERBATIM: Final = ("code", "pre")
ORDER: Final = ("blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention")
FOUND: Final = ("mention", "hashtag", "cashtag", "bot_command", "url", "email")

DOMAINS: Final = (
    "com|org|net|info|biz|io|me|de|at|ch|fr|it|es|nl|be|pl|cz|se|no|fi|dk|uk|ie|eu|us|ca|au|nz"
    "|cn|jp|kr|in|br|ru|ua|tr|app|dev|shop|store|online|site|ai|tv|co|edu|gov|xyz|cc|test"
)
HASHTAG_LETTER: Final = r"\w\u200c\u00b7\u0d80-\u0dff"
PATTERNS: Final = {
    "url": re.compile(
        rf"(?<![\w@.-])(?:(?:https?|ftp|tg|ton)://[^\s<>\"«»]+"
        rf"|(?:[\w-]+\.)+(?:{DOMAINS})(?![\w@-])(?::\d+)?(?:[/?#][^\s<>\"«»]*)?)",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w@/.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[a-zA-Z]{2,}(?![\w@])"),
    "bot_command": re.compile(
        r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])"
    ),
    "mention": re.compile(r"(?<!\w)@[a-zA-Z0-9_]{2,32}(?!\w)"),
    "hashtag": re.compile(
        rf"(?<![{HASHTAG_LETTER}#])#(?=[{HASHTAG_LETTER}]*[^\W\d])[{HASHTAG_LETTER}]{{1,256}}"
        rf"(?![{HASHTAG_LETTER}#])"
    ),
    "cashtag": re.compile(rf"(?<![$\d{HASHTAG_LETTER}])\$(?:1INCH|[A-Z]{{1,8}})(?![$\d\w])"),
}
URL_TAIL: Final = ".,:;!?…'\"”’"
MOST_ENTITIES: Final = 100
LONGEST_TEXT: Final = 2**15


def formatted(
    text: str,
    parse_mode: str | None = None,
    entities: Sequence[Entity] | None = None,
    *,
    person: Callable[[int], dict[str, Any] | None] = lambda _: None,
) -> tuple[str, list[Entity]]:
    """Read a text the way ``sendMessage`` does, find what Telegram finds by itself, and trim it.

    ``person`` gives the ``User`` behind an id, or ``None`` where the bot may not mention her; such
    a mention becomes plain text. Raises ``ApiError``.
    """
    if len(text.encode()) > LONGEST_TEXT:
        raise bad_request("text is too long")
    text = text.replace("\r\n", "\n").replace("\0", "")
    given: list[Entity]
    if parse_mode and parse_mode.lower() != "none":
        text, given = _parsed(text, parse_mode)
    else:
        given = _checked(text, entities or ())

    return _trimmed(text, _arranged(text, list(_known(given, person))))


def automatic_entities(text: str) -> list[Entity]:
    """Commands, mentions, links, hashtags, cashtags and e-mail addresses, in order."""
    units = _units(text)
    found: list[Entity] = []
    free_from = 0
    for begin, end, kind in sorted(_matches(text), key=lambda match: (match[0], -match[1])):
        if begin >= free_from:
            found.append(_entity(kind, units[begin], units[end]))
            free_from = end
    return found


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def _parsed(text: str, parse_mode: str) -> tuple[str, list[Entity]]:
    reader = READERS.get(parse_mode.lower())
    if reader is None:
        raise bad_request("unsupported parse_mode")
    try:
        return reader(text)
    except Unparsable as broken:
        raise bad_request(f"can't parse entities: {broken}") from None


def _checked(text: str, entities: Iterable[Entity]) -> list[Entity]:
    boundaries = frozenset(_units(text))
    size = utf16_length(text)
    kept: list[Entity] = []
    for entity in entities:
        begin, length = entity["offset"], entity["length"]
        if begin < 0 or begin > size:
            raise bad_request(f"receive an entity with incorrect offset {begin}")
        if length < 0:
            raise bad_request(f"receive an entity with incorrect length {length}")
        if begin not in boundaries:
            raise bad_request(f"entity begins in a middle of a symbol at UTF-16 offset {begin}")
        end = begin + length
        if end > size:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begin} ends after the end of the text "
                f"at UTF-16 offset {end}"
            )
        if end not in boundaries:
            raise bad_request(
                f"entity beginning at UTF-16 offset {begin} ends in a middle of a symbol "
                f"at UTF-16 offset {end}"
            )
        # Telegram looks for these itself and believes nobody else.
        if length and entity["type"] not in FOUND:
            kept.append(dict(entity))
    return kept


def _known(
    entities: Iterable[Entity], person: Callable[[int], dict[str, Any] | None]
) -> Iterator[Entity]:
    for entity in entities:
        if entity["type"] != "text_mention":
            yield entity
        elif user := person(entity["user"]["id"]):
            yield entity | {"user": user}


def _arranged(text: str, given: list[Entity]) -> list[Entity]:
    """Put entities in Telegram's order: no style inside code, no style twice on one letter."""
    verbatim = _outermost([entity for entity in given if entity["type"] in VERBATIM])
    blocks = [_span(entity) for entity in verbatim]
    whole = [
        entity
        for entity in given
        if entity["type"] not in (*VERBATIM, *SPLITTABLE) and not _inside(_span(entity), blocks)
    ]
    styles = [
        _entity(style, begin, end)
        for style in SPLITTABLE
        for span in _joined(_span(entity) for entity in given if entity["type"] == style)
        for begin, end in _without(span, blocks)
    ]
    closed = blocks + [_span(e) for e in whole if not e["type"].endswith("blockquote")]
    found = [
        entity
        for entity in automatic_entities(text)
        if not any(_overlap(_span(entity), span) for span in closed)
    ]
    return sorted([*verbatim, *whole, *styles, *found], key=_place)[:MOST_ENTITIES]


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    kept = text.strip()
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    size = utf16_length(kept)
    moved: list[Entity] = []
    for entity in entities:
        begin = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, size)
        if end > begin:
            moved.append(entity | {"offset": begin, "length": end - begin})
    return kept, moved


def _matches(text: str) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            end = match.end()
            if kind == "url":
                end = _url_end(match[0]) + match.start()
            yield match.start(), end, kind


def _url_end(url: str) -> int:
    """An address does not take the full stop or the bracket that follows it."""
    url = url.rstrip(URL_TAIL)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(URL_TAIL)
    return len(url)


def _units(text: str) -> Sequence[int]:
    """UTF-16 offset of every character, and of the end."""
    if text.isascii():
        return range(len(text) + 1)
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))  # noqa: PLR2004 - the first that needs two
    return offsets


def _entity(kind: str, begin: int, end: int) -> Entity:
    return {"type": kind, "offset": begin, "length": end - begin}


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _place(entity: Entity) -> tuple[int, int, int]:
    kind = entity["type"]
    rank = ORDER.index(kind) if kind in ORDER else len(ORDER)
    return entity["offset"], -entity["length"], rank


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(span: tuple[int, int], blocks: list[tuple[int, int]]) -> bool:
    return any(begin <= span[0] and span[1] <= end for begin, end in blocks)


def _outermost(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=_place):
        if not kept or entity["offset"] >= _span(kept[-1])[1]:
            kept.append(entity)
    return kept


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _without(span: tuple[int, int], blocks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin, end = span
    for block_begin, block_end in sorted(blocks):
        if not _overlap((begin, end), (block_begin, block_end)):
            continue
        if begin < block_begin:
            yield begin, block_begin
        begin = block_end
    if begin < end:
        yield begin, end
