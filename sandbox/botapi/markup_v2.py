"""Telegram's MarkdownV2: nesting, and every reserved character escaped."""

import re
from dataclasses import dataclass
from typing import Final

from sandbox.botapi.markup import (
    Entity,
    Output,
    Unparsable,
    byte_offset,
    linked_emoji,
    linked_time,
)

RESERVED: Final = frozenset("_*[]()~`>#+-=|{}.!\n")
ESCAPABLE: Final = re.compile(r"\\([\x01-\x7e])")
LANGUAGE: Final = re.compile(r"([^\s`]+)(?=\s)")
NEW_LINE: Final = re.compile(r"\r\n|\n\r|\n|\r")
# The sign that opens and closes each kind, longer signs first.
SIGNS: Final = {
    "```": "Pre", "`": "Code", "__": "Underline", "_": "Italic", "*": "Bold",
    "~": "Strikethrough", "||": "Spoiler", "![": "CustomEmoji", "[": "TextUrl",
}  # fmt: skip
CLOSING: Final = {kind: sign for sign, kind in SIGNS.items()} | {
    "PreCode": "```",
    "CustomEmoji": "]",
    "TextUrl": "]",
}
TYPES: Final = {
    "Pre": "pre", "PreCode": "pre", "Code": "code", "Underline": "underline",
    "Italic": "italic", "Bold": "bold", "Strikethrough": "strikethrough", "Spoiler": "spoiler",
    "BlockQuote": "blockquote",
}  # fmt: skip
VERBATIM: Final = ("Pre", "PreCode", "Code")


@dataclass(frozen=True, slots=True)
class _Open:
    kind: str
    position: int
    begin: int
    piece: int
    language: str = ""


def parse_markdown_v2(text: str) -> tuple[str, list[Entity]]:
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._out = Output()
        self._open: list[_Open] = []

    def read(self) -> tuple[str, list[Entity]]:
        self._line_start()
        while self._at < len(self._text):
            if escape := ESCAPABLE.match(self._text, self._at):
                self._out.write(escape[1])
                self._at = escape.end()
            elif self._is_plain():
                self._out.write(self._text[self._at])
                self._at += 1
            elif not self._close_one():
                self._open_one()
        if self._open and self._open[-1].kind == "BlockQuote":
            self._out.close(self._open.pop().begin, "blockquote")
        if self._open:
            raise self._endless()
        return self._out.done()

    @property
    def _inside(self) -> str:
        return self._open[-1].kind if self._open else ""

    @property
    def _in_quote(self) -> bool:
        return any(opened.kind == "BlockQuote" for opened in self._open)

    def _is_plain(self) -> bool:
        character = self._text[self._at]
        if self._inside in VERBATIM:
            return character != "`"
        return character not in RESERVED

    def _close_one(self) -> bool:
        if self._in_quote and self._ends_quote():
            return True
        sign = CLOSING.get(self._inside)
        if sign is None or not self._text.startswith(sign, self._at):
            return False
        if sign == "_" and self._text.startswith("__", self._at):
            return False

        self._at += len(sign)
        opened = self._open.pop()
        match opened.kind:
            case "TextUrl":
                url = self._url("a URL") if self._text.startswith("(", self._at) else None
                written = self._out.text_from(opened.piece) if url is None else url
                self._out.close_link(opened.begin, written)
            case "CustomEmoji":
                self._close_emoji(opened)
            case "PreCode":
                self._out.close(opened.begin, "pre", language=opened.language)
            case kind:
                self._out.close(opened.begin, TYPES[kind])
        return True

    def _ends_quote(self) -> bool:
        """A quotation ends with its last line; ``||`` before that makes it expandable."""
        expandable = self._inside == "BlockQuote" and self._text.startswith("||", self._at)
        end = self._at + 2 if expandable else self._at
        if self._text[end : end + 1] not in ("\n", "") or (
            self._text[end : end + 2] == "\n>" and not expandable
        ):
            return False
        if self._inside != "BlockQuote":
            raise self._endless()

        kind = "expandable_blockquote" if expandable else "blockquote"
        self._out.close(self._open.pop().begin, kind)
        self._at = end
        if self._at < len(self._text):
            self._new_line()
        return True

    def _close_emoji(self, opened: _Open) -> None:
        if not self._text.startswith("(", self._at):
            raise Unparsable("Custom emoji entity must contain a tg://emoji URL")
        url = self._url("a custom emoji URL")
        if (time := linked_time(url)) is not None:
            self._out.close(opened.begin, "date_time", **time)
        else:
            self._out.close(opened.begin, "custom_emoji", custom_emoji_id=linked_emoji(url))

    def _url(self, what: str) -> str:
        begin = self._at = self._at + 1
        url = ""
        while not self._text.startswith(")", self._at):
            if self._at >= len(self._text):
                raise Unparsable(f"Can't find end of {what} at byte offset {self._bytes(begin)}")
            escape = ESCAPABLE.match(self._text, self._at)
            url += escape[1] if escape else self._text[self._at]
            self._at = escape.end() if escape else self._at + 1
        self._at += 1
        return url

    def _open_one(self) -> None:
        position = self._at
        if self._text[position] == "\n":
            self._new_line()
            return
        sign = next((sign for sign in SIGNS if self._text.startswith(sign, position)), None)
        if sign is None:
            reserved = self._text[position]
            raise Unparsable(
                f"Character '{reserved}' is reserved and must be escaped with the preceding '\\'"
            )

        self._at += len(sign)
        kind, language = SIGNS[sign], ""
        if kind == "Pre":
            if found := LANGUAGE.match(self._text, self._at):
                kind, language, self._at = "PreCode", found[0], found.end()
            if new_line := NEW_LINE.match(self._text, self._at):
                self._at = new_line.end()
        out = self._out
        self._open.append(_Open(kind, position, out.offset, len(out.pieces), language))

    def _new_line(self) -> None:
        self._out.write("\n")
        self._at += 1
        self._line_start()

    def _line_start(self) -> None:
        """``>`` quotes the line; ``**>`` begins another quotation after one."""
        sign = next((s for s in ("**>", ">") if self._text.startswith(s, self._at)), None)
        if sign is None:
            return
        if not self._in_quote:
            out = self._out
            self._open.append(_Open("BlockQuote", self._at, out.offset, len(out.pieces)))
        self._at += len(sign)

    def _endless(self) -> Unparsable:
        opened = self._open[-1]
        where = self._bytes(opened.position)
        return Unparsable(f"Can't find end of {opened.kind} entity at byte offset {where}")

    def _bytes(self, position: int) -> int:
        return byte_offset(self._text, position)
