"""Rich messages written as HTML: the everyday tags of documents become blocks and marks."""

from html.parser import HTMLParser
from typing import Any, Final

from sandbox.botapi.errors import bad_request
from sandbox.world.store import Json

MARKS: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "del": "strikethrough", "strike": "strikethrough",
    "code": "code", "mark": "marked", "sub": "subscript", "sup": "superscript",
    "tg-spoiler": "spoiler", "a": "url",
}  # fmt: skip
HEADINGS: Final = {f"h{size}": size for size in range(1, 7)}
LEAVES: Final = {
    **dict.fromkeys(("p", "div"), "paragraph"), **dict.fromkeys(HEADINGS, "heading"),
    "pre": "pre", "footer": "footer", "summary": "summary", "caption": "caption",
    "td": "cell", "th": "cell",
}  # fmt: skip
HOLDERS: Final = frozenset({"blockquote", "li", "details", "ul", "ol", "table", "tr"})
PARTS: Final = frozenset({"item", "row", "cell", "summary", "caption"})
IGNORED: Final = frozenset({"thead", "tbody", "html", "body"})


def parse_rich_html(text: str) -> list[Json]:
    """Raises ``ApiError`` for tags that are unknown here, or not closed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.blocks()


class _Frame:
    """An open tag: what stands directly in it, and where its blocks gather."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.words: list[Any] = []
        self.blocks: list[Any] = []

    def flush(self) -> None:
        """Loose words between blocks are a paragraph."""
        words, self.words = _joined(self.words), []
        if words and not (isinstance(words, str) and not words.strip()):
            self.blocks.append({"type": "paragraph", "text": _stripped(words)})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Frame("", {})]

    def blocks(self) -> list[Json]:
        if len(self._open) > 1:
            raise bad_request(f"can't parse rich message: <{self._open[-1].tag}> is not closed")
        self._open[0].flush()
        for block in self._open[0].blocks:
            if block["type"] in PARTS:
                raise bad_request(f"can't parse rich message: a {block['type']} stands alone")
        return self._open[0].blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in IGNORED:
            return
        if tag == "br":
            self._open[-1].words.append("\n")
        elif tag == "hr":
            self._open[-1].flush()
            self._open[-1].blocks.append({"type": "divider"})
        elif tag in MARKS or tag in LEAVES or tag in HOLDERS:
            if tag not in MARKS:
                self._open[-1].flush()
            attributes = {name: value or "" for name, value in attrs}
            self._open.append(_Frame(tag, attributes))
        else:
            raise bad_request(f'can\'t parse rich message: unsupported tag "{tag}"')

    def handle_endtag(self, tag: str) -> None:
        if tag in IGNORED or tag in {"br", "hr"}:
            return
        frame = self._open.pop()
        if frame.tag != tag or not self._open:
            raise bad_request(f"can't parse rich message: unexpected </{tag}>")
        above = self._open[-1]
        if tag in MARKS:
            above.words.append(_marked(frame))
            return
        above.blocks.append(_block(frame))

    def handle_data(self, data: str) -> None:
        inside_pre = any(frame.tag == "pre" for frame in self._open)
        self._open[-1].words.append(data if inside_pre else _collapsed(data))


def _marked(frame: _Frame) -> Json:
    mark: Json = {"type": MARKS[frame.tag], "text": _joined(frame.words)}
    if frame.tag == "a":
        mark["url"] = frame.attributes.get("href", "")
    return mark


def _block(frame: _Frame) -> Json:
    if frame.tag in LEAVES:
        return _leaf(frame)
    frame.flush()
    match frame.tag:
        case "ul" | "ol":
            return _list(frame)
        case "table":
            rows = [block["cells"] for block in frame.blocks if block["type"] == "row"]
            said = [block["text"] for block in frame.blocks if block["type"] == "caption"]
            caption = {"caption": said[0]} if said else {}
            return {"type": "table", "cells": rows, "is_bordered": True} | caption
        case "tr":
            cells = [block["cell"] for block in frame.blocks if block["type"] == "cell"]
            return {"type": "row", "cells": cells}
        case "details":
            return _details(frame)
        case tag:
            return {"type": "item" if tag == "li" else tag, "blocks": frame.blocks}


def _list(frame: _Frame) -> Json:
    found = [block["blocks"] for block in frame.blocks if block["type"] == "item"]
    if frame.tag == "ul":
        return {"type": "list", "items": [{"blocks": blocks} for blocks in found]}
    start = frame.attributes.get("start", "")
    numbered = enumerate(found, int(start) if start.isdecimal() else 1)
    return {"type": "list", "items": [{"blocks": one, "value": n} for n, one in numbered]}


def _details(frame: _Frame) -> Json:
    if not frame.blocks or frame.blocks[0]["type"] != "summary":
        raise bad_request("can't parse rich message: <details> begins with <summary>")
    summary, *rest = frame.blocks
    is_open = "open" in frame.attributes
    return {"type": "details", "summary": summary["text"], "blocks": rest, "is_open": is_open}


def _leaf(frame: _Frame) -> Json:
    text = _stripped(_joined(frame.words))
    kind = LEAVES[frame.tag]
    if kind == "heading":
        return {"type": "heading", "text": text, "size": HEADINGS[frame.tag]}
    if kind == "cell":
        header = {"is_header": True} if frame.tag == "th" else {}
        align = frame.attributes.get("align", "left")
        return {"type": "cell", "cell": {"text": text, "align": align, "valign": "top"} | header}
    return {"type": kind, "text": text}


def _joined(words: list[Any]) -> Any:  # noqa: ANN401 - RichText is a text, a list or a mark
    if all(isinstance(word, str) for word in words):
        return "".join(words)
    return [word for word in words if word != ""]


def _stripped(words: Any) -> Any:  # noqa: ANN401
    return words.strip() if isinstance(words, str) else words


def _collapsed(text: str) -> str:
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")
