"""Words of every day that name no goods: they are neither looked for nor corrected.

The lists stand in ``everyday/*.txt``, one for each language; none of their words is a colour, a
material, a measure or a kind of thing.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_suffix("")


def is_everyday(word: str) -> bool:
    """Tell of a word in lower case, as a text is cut into them."""
    return word in _everyday()


@cache
def _everyday() -> frozenset[str]:
    lists = (file.read_text("utf-8").casefold().split() for file in _FOLDER.glob("*.txt"))
    # What stands behind the apostrophe of "don't" is cut off before anybody asks.
    return frozenset(word.partition("'")[0] for words in lists for word in words)
