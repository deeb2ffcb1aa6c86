"""Outlines: points on a sheet of 800 by 800, written as SVG writes its paths."""

import math
from collections.abc import Iterator, Sequence
from hashlib import shake_128
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Path: TypeAlias = list[Point]

MIDDLE = 400.0
STEPS = 28  # straight pieces in which a curve is drawn


def path(data: str) -> Path:
    """Read ``M x y L x y Q .. C .. Z``; absolute coordinates only."""
    points: Path = []
    words = data.split()
    while words:
        match words.pop(0):
            case "M" | "L":
                points.append(_point(words))
            case "Q":
                points.extend(_curve([points[-1], _point(words), _point(words)]))
            case "C":
                points.extend(_curve([points[-1], _point(words), _point(words), _point(words)]))
            case "Z":
                points.append(points[0])
            case unknown:
                raise ValueError(f"{unknown} is not a path command")
    return points


def symmetric(data: str) -> Path:
    """Complete the right half of an outline, drawn from top to bottom, with its mirror image."""
    right = path(data)
    return right + flip(right)[::-1]


def oval(x: float, y: float, wide: float, high: float) -> Path:
    turns = (2 * math.pi * i / 96 for i in range(96))
    return [(x + wide * math.cos(t), y + high * math.sin(t)) for t in turns]


def box(x: float, y: float, wide: float, high: float, corner: float = 0) -> Path:
    r = min(corner, wide / 2, high / 2)
    right, low = x + wide, y + high
    return path(
        f"M {x + r} {y} L {right - r} {y} Q {right} {y} {right} {y + r} L {right} {low - r} "
        f"Q {right} {low} {right - r} {low} L {x + r} {low} Q {x} {low} {x} {low - r} "
        f"L {x} {y + r} Q {x} {y} {x + r} {y} Z"
    )


def ring(outer: Path, inner: Path) -> Path:
    """An outline with a hole in it."""
    return [*outer, outer[0], inner[0], *inner[::-1], outer[0]]


def flip(points: Sequence[Point]) -> Path:
    return [(2 * MIDDLE - x, y) for x, y in points]


def shift(points: Sequence[Point], right: float, down: float) -> Path:
    return [(x + right, y + down) for x, y in points]


def turn(points: Sequence[Point], degrees: float, centre: Point = (MIDDLE, MIDDLE)) -> Path:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    cx, cy = centre
    return [
        (cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
        for x, y in points
    ]


def scatter(count: int, left: float, top: float, wide: float, high: float) -> Path:
    """Places strewn over a box, the same ones every time."""
    dice = shake_128(b"scatter").digest(count * 4)
    return [
        (
            left + wide * int.from_bytes(dice[i : i + 2]) / 65535,
            top + high * int.from_bytes(dice[i + 2 : i + 4]) / 65535,
        )
        for i in range(0, count * 4, 4)
    ]


def dashes(points: Sequence[Point], dash: float, gap: float) -> Iterator[Path]:
    """Cut a line into stitches."""
    piece: Path = []
    walked = 0.0
    for x, y in _fine(points):
        if piece:
            walked += math.dist(piece[-1], (x, y))
        if walked % (dash + gap) < dash:
            piece.append((x, y))
        elif len(piece) > 1:
            yield piece
            piece = [(x, y)]
        else:
            piece = [(x, y)]
    if len(piece) > 1:
        yield piece


def _fine(points: Sequence[Point]) -> Iterator[Point]:
    for (x, y), (x2, y2) in pairwise(points):
        pieces = max(1, round(math.dist((x, y), (x2, y2))))
        for i in range(pieces):
            yield x + (x2 - x) * i / pieces, y + (y2 - y) * i / pieces
    yield points[-1]


def _point(words: list[str]) -> Point:
    return float(words.pop(0)), float(words.pop(0))


def _curve(controls: Sequence[Point]) -> Iterator[Point]:
    for step in range(1, STEPS + 1):
        t = step / STEPS
        layer = list(controls)
        while len(layer) > 1:
            layer = [(a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in pairwise(layer)]
        yield layer[0]
