"""What people type, made safe to keep and to show to others."""

import unicodedata

# Marks that turn the direction of everything after them; right-to-left letters need none.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_CONTROL = frozenset({"Cc", "Cs", "Cn", "Co"})


def clean_line(text: str) -> str:
    """Keep one line of visible characters."""
    line = " ".join(_visible(text).split())
    # Joiners inside words and emoji stay; a name of nothing but joiners is no name.
    return line if line.isprintable() or any(map(_shows, line)) else ""


def clean_text(text: str) -> str:
    """Keep lines and paragraphs of visible characters."""
    lines = (" ".join(line.split()) for line in _visible(text).splitlines())
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _shows(character: str) -> bool:
    return character.isprintable() and not character.isspace()


def _visible(text: str) -> str:
    # The usual case, and much faster: format marks and control characters are not printable.
    if text.isprintable():
        return text
    return "\n".join(map(_visible_line, text.replace("\r\n", "\n").replace("\t", " ").split("\n")))


def _visible_line(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(c for c in line if c not in _TURNING and unicodedata.category(c) not in _CONTROL)
