"""Colours by the names that variants carry."""

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]


def colour(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    r, g, b = (round(a + (z - a) * part) for a, z in zip(one, other, strict=True))
    return r, g, b


def darker(one: Colour, part: float = 0.3) -> Colour:
    """Shadows lean towards a warm dark, never to plain black."""
    return mix(one, colour("1c1716"), part)


def lighter(one: Colour, part: float = 0.3) -> Colour:
    return mix(one, colour("fffaf2"), part)


COLOURS = {
    name: colour(code)
    for name, code in {
        "black": "2b2b2f",
        "blue": "3d6794",
        "brown": "6b4128",
        "burgundy": "6f1f32",
        "cognac": "a9622f",
        "cream": "efe4cd",
        "green": "4c6f55",
        "grey": "8f9297",
        "indigo": "35486b",
        "mustard": "d39a2c",
        "natural": "e3d3b4",
        "navy": "2a3a5c",
        "olive": "6b6b42",
        "orange": "dd7430",
        "petrol": "1f5a68",
        "red": "c8322f",
        "rust": "ad5231",
        "sage": "a3b296",
        "sand": "c9ae85",
        "sky": "a9c6dd",
        "slate": "505b66",
        "steel": "b9bfc4",
        "white": "f3f1ec",
        "yellow": "e8b72f",
        "brass": "c9a04c",
        "copper": "c5744a",
        "cork": "b98d5d",
        "jute": "c8a874",
        "oak": "c2935a",
        "olivewood": "b9854a",
        "walnut": "6d4629",
        "beech": "dcb583",
        "cherry": "b06a3e",
        "rubber": "f4f0e6",
        "ink": "2a2426",
        "straw": "e0c07d",
        "iron": "3b3a3c",
        "foam": "5f7f5a",
    }.items()
}
