"""Telegram's first Markdown, kept for old bots: no nesting, few escapes."""

import re
from typing import Final

from sandbox.botapi.markup import Entity, Output, Unparsable, byte_offset

PLAIN: Final = re.compile(r"[^_*`\[\\]+")
ESCAPE: Final = re.compile(r"\\([_*`\[])")
BLOCK: Final = re.compile(r"```(?:([^\s`]+)(?=\s))?(?:\r\n|\n\r|\n|\r)?(.*?)```", re.DOTALL)
LINK: Final = re.compile(r"\[([^\]]*)\](?:\(([^)]*)\)?)?")
KINDS: Final = {"_": "italic", "*": "bold", "`": "code"}


def parse_markdown(text: str) -> tuple[str, list[Entity]]:
    out = Output()
    at = 0
    while at < len(text):
        if plain := PLAIN.match(text, at):
            out.write(plain[0])
            at = plain.end()
        elif escape := ESCAPE.match(text, at):
            out.write(escape[1])
            at = escape.end()
        elif text[at] == "\\":
            out.write("\\")
            at += 1
        else:
            at = _entity(text, at, out)
    return out.done()


def _entity(text: str, at: int, out: Output) -> int:
    begin = out.offset
    if text.startswith("```", at) and (block := BLOCK.match(text, at)):
        out.write(block[2])
        out.close(begin, "pre", **({"language": block[1]} if block[1] else {}))
        return block.end()
    if text[at] == "[" and (link := LINK.match(text, at)):
        out.write(link[1])
        out.close_link(begin, link[2] if link[2] is not None else link[1])
        return link.end()

    end = -1 if text.startswith("```", at) else text.find(text[at], at + 1)
    if end < 0 or text[at] == "[":
        where = byte_offset(text, at)
        raise Unparsable(f"Can't find end of the entity starting at byte offset {where}")
    out.write(text[at + 1 : end])
    out.close(begin, KINDS[text[at]])
    return end + 1
