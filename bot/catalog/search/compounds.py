"""German words of several: "Wanderschuhe" are "Schuhe", and "Wander Schuhe" means them.

Taken apart when somebody asks, by the catalogue's own words: nothing in the index can grow stale.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bot.catalog.search.shopwords import is_kind_of, same_meaning
from bot.catalog.search.terms import is_chinese, stem

_SHORTEST_HEAD = 4
# Where a part is shorter, the left one has to be a word we know: "tem|plate" is no plate.
_LONG_LEFT, _LONG_HEAD = 4, 8
_LONG_HEAD_OF_THE_TRADE = 5
_ENGLISH = ("able", "ible", "ing", "tion", "ness", "ment")  # these are no heads of anything
_BENDINGS = ("", "e", "en", "n", "er", "s")
_JOINTS = ("", "s", "n", "en", "es", "er", "e")


class Known(NamedTuple):
    """A word of the catalogue, and the stem by which the index keeps it."""

    word: str
    stem: str
    documents: int = 1


def endings(words: Iterable[str]) -> frozenset[str]:
    """Give the ways in which a word that is a kind of one of these may end."""
    heads = {word for word in words if _can_end(word)}
    bent = {stem(head, "de") + bending for head in heads for bending in _BENDINGS}
    others = bent & same_meaning().keys()  # "Schale" is no bent "Schal"
    return frozenset(one for one in heads | (bent - others) if len(one) >= _SHORTEST_HEAD)


def kinds(known: Iterable[Known], ends: Collection[str]) -> frozenset[str]:
    """Give the stems of what is a kind of a thing that is spelt in one of these ways."""
    return frozenset(one.stem for one in _ending(known, ends) if any(_lefts(one, ends)))


def joined(known: Iterable[Known], first: Collection[str], ends: Collection[str]) -> frozenset[str]:
    """Give the stems of what is put together from a word of ``first`` and one of the others."""
    begun = {stem(word, "de") for word in first} | set(first)
    return frozenset(
        one.stem for one in _ending(known, ends) if any(part in begun for part in _lefts(one, ends))
    )


def possible_heads(compound: str) -> tuple[str, ...]:
    """Cut a word wherever it may consist of two, the longest end first."""
    if not _can_end(compound) or (compound.isascii() and compound.endswith(_ENGLISH)):
        return ()
    cuts = range(_LONG_LEFT, len(compound) - _LONG_HEAD_OF_THE_TRADE + 1)
    return tuple(compound[at:] for at in cuts)


def parts(compound: str, head: str) -> tuple[str, ...]:
    """Cut a word before its head; what stands before counts only where it is of the trade."""
    left = compound.removesuffix(head)
    names: Mapping[str, frozenset[str]] = same_meaning()
    return (*(word for word in [next(_spelt(left, names), None)] if word), head)


def _ending(known: Iterable[Known], ends: Collection[str]) -> list[Known]:
    suffixes = tuple(ends)
    return [one for one in known if one.word.endswith(suffixes)]


def _lefts(one: Known, ends: Collection[str]) -> Iterator[str]:
    """Name what stands before the head, in each way in which it may have been joined to it."""
    if stem(one.word, "de") != one.stem:  # no German word: "vegetable" is no table
        return
    for end in ends:
        left = one.word.removesuffix(end)
        if left == one.word or not is_kind_of(one.word, end):
            continue
        spelt = [left.removesuffix(joint) for joint in _JOINTS]
        long_head = _LONG_HEAD_OF_THE_TRADE if stem(end, "de") in _trade() else _LONG_HEAD
        is_long = len(left) >= _LONG_LEFT and len(end) >= long_head
        if is_long or any(part in same_meaning() for part in spelt):
            yield from (part for part in spelt if part)


@cache
def _trade() -> frozenset[str]:
    return frozenset(stem(word, "de") for word in same_meaning() if _can_end(word))


def _spelt(left: str, names: Collection[str]) -> Iterator[str]:
    whole = (left.removesuffix(joint) for joint in _JOINTS)
    yield from (word for part in whole for word in (part, f"{part}n", f"{part}en") if word in names)


def _can_end(word: str) -> bool:
    return len(word) >= _SHORTEST_HEAD and word.isalpha() and not is_chinese(word[0])
