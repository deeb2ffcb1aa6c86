"""Telegram's HTML: a handful of tags, strict about closing them."""

import re
from dataclasses import dataclass
from typing import Final

from sandbox.botapi.markup import (
    Entity,
    Output,
    Unparsable,
    byte_offset,
    checked_emoji,
    checked_time,
)

KINDS: Final = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
CHARACTERS: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE: Final = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
LONGEST_REFERENCE: Final = 9
LARGEST_CODE: Final = 0x10FFFF

PLAIN: Final = re.compile(r"[^<&]+")
NAME: Final = re.compile(r"[^\s>]*")
END_TAG: Final = re.compile(r"</([^\s>]*)\s*")
SPACE: Final = re.compile(r"\s*")
ATTRIBUTE_NAME: Final = re.compile(r"[^\s=>]*")
TOKEN: Final = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    begin: int
    piece: int


def parse_html(text: str) -> tuple[str, list[Entity]]:
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._out = Output()
        self._open: list[_Open] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._text):
            if plain := PLAIN.match(self._text, self._at):
                self._out.write(plain[0])
                self._at = plain.end()
            elif self._text[self._at] == "&":
                character, self._at = _character(self._text, self._at)
                self._out.write(character)
            elif self._text.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            tag = self._open[-1].tag
            raise Unparsable(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return _with_languages(*self._out.done())

    def _start_tag(self) -> None:
        begin = self._at
        name = NAME.match(self._text, begin + 1)
        tag = name[0].lower() if name else ""
        self._at = begin + 1 + len(tag)
        if self._at >= len(self._text):
            raise Unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in KINDS:
            raise Unparsable(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')

        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            where = self._bytes(begin)
            raise Unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        opened = _Open(tag, attributes, self._out.offset, len(self._out.pieces))
        self._open.append(opened)

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip(SPACE)
            if self._text.startswith(">", self._at):
                self._at += 1
                return attributes
            if self._at >= len(self._text):
                raise Unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
            name = self._skip(ATTRIBUTE_NAME)
            if not name:
                where = self._bytes(begin)
                raise Unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self._skip(SPACE)
            attributes[name] = ""
            if self._text.startswith("=", self._at):
                self._at += 1
                attributes[name] = self._value(tag, begin)

    def _value(self, tag: str, begin: int) -> str:
        self._skip(SPACE)
        if self._at >= len(self._text):
            where = self._bytes(begin)
            raise Unparsable(f'Unclosed start tag "{tag}" at byte offset {where}')
        quote = self._text[self._at]
        if quote not in "'\"":
            token_begin = self._at
            token = self._skip(TOKEN)
            if self._at < len(self._text) and not re.match(r"[\s>]", self._text[self._at]):
                where = self._bytes(token_begin)
                raise Unparsable(f"Unexpected end of name token at byte offset {where}")
            return token.lower()

        end = self._text.find(quote, self._at + 1)
        if end < 0:
            raise Unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        quoted = self._text[self._at + 1 : end]
        self._at = end + 1
        return REFERENCE.sub(lambda found: _character(found[0], 0)[0], quoted)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise Unparsable(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        found = END_TAG.match(self._text, begin)
        name = found[1].lower() if found else ""
        self._at = found.end() if found else begin
        if not self._text.startswith(">", self._at):
            raise Unparsable(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1

        opened = self._open.pop()
        if name and name != opened.tag:
            raise Unparsable(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        out, begin, attributes = self._out, opened.begin, opened.attributes
        if out.offset == begin:
            return
        match opened.tag:
            case "a":
                out.close_link(begin, attributes.get("href") or out.text_from(opened.piece))
            case "tg-emoji":
                emoji = checked_emoji(attributes.get("emoji-id", ""))
                out.close(begin, "custom_emoji", custom_emoji_id=emoji)
            case "tg-time":
                time = checked_time(attributes.get("unix", ""), attributes.get("format", ""))
                out.close(begin, "date_time", **time)
            case "blockquote" if "expandable" in attributes:
                out.close(begin, "expandable_blockquote")
            case "code" if attributes.get("class", "").startswith("language-"):
                language = attributes["class"].removeprefix("language-")
                out.close(begin, "code", **({"language": language} if language else {}))
            case tag:
                out.close(begin, KINDS[tag])

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        skipped = found[0] if found else ""
        self._at += len(skipped)
        return skipped

    def _bytes(self, position: int) -> int:
        return byte_offset(self._text, position)


def _character(text: str, at: int) -> tuple[str, int]:
    """Decode the reference at ``at``; one that Telegram does not know is text."""
    found = REFERENCE.match(text, at)
    if found is None:
        return "&", at + 1
    if found[3]:
        character = CHARACTERS.get(found[3])
        return (character, found.end()) if character else ("&", at + 1)

    if len(found[0].removesuffix(";")) > LONGEST_REFERENCE:
        return "&", at + 1
    code = int(found[1], 16) if found[1] else int(found[2])
    if not 0 < code < LARGEST_CODE:
        return "&", at + 1
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - half of a surrogate pair
        raise Unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code), found.end()


def _with_languages(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """``<pre><code class="language-x">`` around the same text is one ``pre`` with a language."""
    kept: list[Entity] = []
    languages = {
        (entity["offset"], entity["length"]): entity["language"]
        for entity in entities
        if entity["type"] == "code" and "language" in entity
    }
    blocks = {(e["offset"], e["length"]) for e in entities if e["type"] == "pre"}
    for entity in entities:
        place = (entity["offset"], entity["length"])
        if entity["type"] == "code":
            if place in blocks and place in languages:
                continue
            kept.append({name: value for name, value in entity.items() if name != "language"})
        elif entity["type"] == "pre" and place in languages:
            kept.append(entity | {"language": languages[place]})
        else:
            kept.append(entity)
    return text, kept
