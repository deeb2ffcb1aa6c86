"""In which letters a file is written, and whether it is a text at all."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from bot.catalog.errors import FileUnreadable

_HEAD = 64 * 1024
_SAMPLE = 256 * 1024
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What spreadsheets write; without this list short texts are taken for rare code pages.
_LIKELY = ["cp1252", "latin_1", "cp1250", "cp1251", "gb18030", "big5", "cp932", "euc_kr"]
_WESTERN = "cp1252"
_SHORT = 300
_ACCENTS = frozenset("äöüßÄÖÜéèêëáàâíîïóôúûùçñåæøÅÆØÉÀÇÑ’‘“”„‚–—€°…®™´·×½£§")
_WEST = frozenset({"cp1252", "latin_1"})


def encoding_of(file: Path) -> str:
    """Raises FileUnreadable for what is empty, packed, or no text."""
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise FileUnreadable(why="empty")
    if head.startswith(_ZIPPED):
        raise FileUnreadable(why="packed")
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\x00" in head:
        return _without_mark(head)
    return "utf-8" if _is_utf8(file) else _guess(file)


def _without_mark(head: bytes) -> str:
    """UTF-16 of Western letters has a zero in every second place; pictures and programs do not."""
    half = len(head) // 2
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    raise FileUnreadable(why="binary")


def _is_utf8(file: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as opened:
        try:
            while block := opened.read(_SAMPLE):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _guess(file: Path) -> str:
    """Look at the lines that hold other than ASCII letters: they decide, and may come late."""
    telling = bytearray()
    with file.open("rb") as opened:
        while len(telling) < _SAMPLE and (line := opened.readline(_SAMPLE)):
            if not line.isascii():
                telling += line
    if len(telling) < _SHORT and _reads_western(bytes(telling)):
        return _WESTERN
    found = from_bytes(bytes(telling), cp_isolation=_LIKELY)
    best = found.best()
    if best is None:
        return _WESTERN
    # A few accents read as well in Prague as in Paris; Paris is the likelier, and has Latin-1's.
    is_western = any(one.encoding in _WEST and one.chaos <= best.chaos for one in found)
    return _WESTERN if is_western else best.encoding


def _reads_western(telling: bytes) -> bool:
    """A few words are too little for statistics: ``Müller`` would be taken for Chinese."""
    text = telling.decode(_WESTERN, errors="replace")
    strange = [c for c in text if not c.isascii()]
    return set(strange) <= _ACCENTS and len(strange) < len(text) / 4
