"""Rich messages written as Markdown: its everyday part, turned into the HTML of rich messages."""

import re
from collections.abc import Callable
from html import escape
from typing import Final

from sandbox.botapi.errors import ApiError
from sandbox.botapi.rich_html import parse_rich_html
from sandbox.world.store import Json

HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
ITEM: Final = re.compile(r"\s{0,3}(?:[-*+]|(\d+)[.)])\s+(.*)")
DIVIDER: Final = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
FENCE: Final = re.compile(r"\s{0,3}(```+|~~~+)\s*(\S*)\s*")
ROW: Final = re.compile(r"\s*\|(.*)\|\s*")
RULE: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
INLINE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)"), r"<b>\1</b>"),
    (re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"<u>\1</u>"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"<s>\1</s>"),
    (re.compile(r"\|\|(?=\S)(.+?)(?<=\S)\|\|"), r"<tg-spoiler>\1</tg-spoiler>"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(([^()\s]+)\)"), r'<a href="\2">\1</a>'),
)
CODE: Final = re.compile(r"`([^`]+)`")


def parse_rich_markdown(text: str) -> list[Json]:
    return parse_rich_html("".join(_Lines(text.split("\n")).html()))


class _Lines:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def html(self) -> list[str]:
        found: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            elif fence := FENCE.fullmatch(line):
                found.append(self._code(fence[1]))
            elif heading := HEADING.fullmatch(line):
                size = len(heading[1])
                found.append(f"<h{size}>{_inline(heading[2])}</h{size}>")
                self._at += 1
            elif DIVIDER.fullmatch(line):
                found.append("<hr>")
                self._at += 1
            else:
                found.append(self._several(line))
        return found

    def _several(self, line: str) -> str:
        if item := ITEM.fullmatch(line):
            return self._list(numbered=item[1] is not None)
        if line.lstrip().startswith(">"):
            return self._quotation()
        if ROW.fullmatch(line):
            return self._table()
        lines = self._while(lambda one: bool(one.strip()) and not _begins_block(one))
        return f"<p>{'<br>'.join(_inline(one) for one in lines)}</p>"

    def _code(self, fence: str) -> str:
        self._at += 1
        lines = self._while(lambda one: not one.strip().startswith(fence))
        self._at += 1
        return f"<pre>{escape(chr(10).join(lines))}</pre>"

    def _list(self, *, numbered: bool) -> str:
        def is_item(line: str) -> bool:
            found = ITEM.fullmatch(line)
            return found is not None and (found[1] is not None) == numbered

        tag = "ol" if numbered else "ul"
        words = [found[2] for line in self._while(is_item) if (found := ITEM.fullmatch(line))]
        return f"<{tag}>{''.join(f'<li>{_inline(one)}</li>' for one in words)}</{tag}>"

    def _quotation(self) -> str:
        lines = self._while(lambda one: one.lstrip().startswith(">"))
        inner = [one.lstrip().removeprefix(">").removeprefix(" ") for one in lines]
        return f"<blockquote>{''.join(_Lines(inner).html())}</blockquote>"

    def _table(self) -> str:
        rows = self._while(lambda one: ROW.fullmatch(one) is not None)
        has_head = len(rows) > 1 and RULE.fullmatch(rows[1]) is not None
        html = ""
        for place, row in enumerate(rows):
            if has_head and place == 1:
                continue
            tag = "th" if has_head and place == 0 else "td"
            cells = row.strip().removeprefix("|").removesuffix("|").split("|")
            html += f"<tr>{''.join(f'<{tag}>{_inline(one.strip())}</{tag}>' for one in cells)}</tr>"
        return f"<table>{html}</table>"

    def _while(self, wanted: Callable[[str], bool]) -> list[str]:
        begin = self._at
        while self._at < len(self._lines) and wanted(self._lines[self._at]):
            self._at += 1
        # What begins like a block and is none is taken as it is, or nothing would ever end.
        self._at = max(self._at, begin + 1)
        return self._lines[begin : self._at]


def _begins_block(line: str) -> bool:
    patterns = (HEADING, ITEM, DIVIDER, FENCE, ROW)
    return line.lstrip().startswith(">") or any(one.fullmatch(line) for one in patterns)


def _inline(text: str) -> str:
    """Marks within a line; what stands in backticks is left alone."""
    parts = CODE.split(text)
    return "".join(
        f"<code>{escape(part)}</code>" if place % 2 else _marked(escape(part))
        for place, part in enumerate(parts)
    )


def _marked(text: str) -> str:
    html = text
    for pattern, mark in INLINE:
        html = pattern.sub(mark, html)
    try:
        parse_rich_html(html)
    except ApiError:  # marks that cross each other are no marks
        return text
    return html
