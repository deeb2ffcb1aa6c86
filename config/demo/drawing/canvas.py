"""A sheet on which outlines become things: colour, texture, and light from the upper left."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import shake_128
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .colours import Colour, darker, lighter
from .paths import MIDDLE, Path, dashes

SIDE = 800
FINE = 3  # pixels drawn for each pixel kept, in both directions
COARSE = 4  # soft light is computed on a smaller sheet
Box: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Finish:
    """How a surface takes light; ``depth`` is how round it looks, in sheet units."""

    depth: float = 26
    shade: float = 0.75
    shine: float = 0.5
    texture: str = ""
    grip: float = 0.16


CLOTH = Finish(depth=30, shade=0.7, shine=0.35, texture="weave")
KNIT = Finish(depth=34, shade=0.75, shine=0.35, texture="knit", grip=0.3)
LEATHER = Finish(depth=26, shade=0.85, shine=0.55, texture="speck", grip=0.14)
WOOD = Finish(depth=20, shade=0.65, shine=0.4, texture="grain", grip=0.42)
CLAY = Finish(depth=44, shade=0.8, shine=0.55, texture="speck", grip=0.12)
GLOSS = Finish(depth=30, shade=0.85, shine=0.8)
FLAT = Finish(depth=8, shade=0.35, shine=0.2)
PLAIN = Finish(depth=1, shade=0, shine=0)


class Art:
    """One thing on a clear sheet; ``zoom`` and the move apply to everything drawn on it."""

    def __init__(self, zoom: float = 1, right: float = 0, down: float = 0) -> None:
        self.zoom = zoom
        self.right = right
        self.down = down
        self.layer = Image.new("RGBA", (SIDE * FINE, SIDE * FINE))

    def shape(
        self,
        outline: Path,
        fill: Colour | list[Colour],
        finish: Finish = CLOTH,
        *,
        within: Path | None = None,
        down: bool = False,
        see: float = 1,
    ) -> None:
        """Fill an outline; several colours run across it, or ``down`` it. ``see`` is opacity."""
        mask = self._mask(outline)
        if within is not None:
            mask = ImageChops.multiply(mask, self._mask(within))
        bounds = mask.getbbox()
        if bounds is None:
            return

        around = self._around(bounds, finish.depth)
        cut = mask.crop(around)
        shades = _shades(fill)
        self._lay(_ramp(shades, bounds, around, down=down), around, cut, see)
        if finish.texture:
            self._roughen(_average(shades), around, cut, finish)
        self._light(_average(shades), around, cut, finish)

    def line(
        self,
        points: Path,
        fill: Colour,
        width: float,
        *,
        see: float = 1,
        within: Path | None = None,
    ) -> None:
        mask = Image.new("L", self.layer.size)
        self._stroke(mask, points, width)
        if within is not None:
            mask = ImageChops.multiply(mask, self._mask(within))
        bounds = mask.getbbox()
        if bounds is not None:
            self._lay(Image.new("RGB", _size(bounds), fill), bounds, mask.crop(bounds), see)

    def rod(self, points: Path, fill: Colour, width: float) -> None:
        """A round bar along a line: a strap, a pole, a handle."""
        self.line(points, darker(fill, 0.35), width)
        up = [(x - width * 0.06, y - width * 0.08) for x, y in points]
        self.line(up, fill, width * 0.72)
        up = [(x - width * 0.14, y - width * 0.16) for x, y in points]
        self.line(up, lighter(fill, 0.35), width * 0.2, see=0.8)

    def stitches(
        self,
        points: Path,
        fill: Colour,
        *,
        width: float = 2.2,
        dash: float = 8,
        gap: float = 5,
        within: Path | None = None,
    ) -> None:
        mask = Image.new("L", self.layer.size)
        for stitch in dashes(points, dash, gap):
            self._stroke(mask, stitch, width)
        if within is not None:
            mask = ImageChops.multiply(mask, self._mask(within))
        bounds = mask.getbbox()
        if bounds is not None:
            self._lay(Image.new("RGB", _size(bounds), fill), bounds, mask.crop(bounds), 0.85)

    def glow(self, outline: Path, fill: Colour, soft: float, see: float, within: Path) -> None:
        """A soft patch of light or shadow, kept inside another outline."""
        spot = _blur(self._mask(outline), soft * self.zoom * FINE)
        mask = ImageChops.multiply(spot, self._mask(within))
        bounds = mask.getbbox()
        if bounds is not None:
            self._lay(Image.new("RGB", _size(bounds), fill), bounds, mask.crop(bounds), see)

    def halo(self, outline: Path, fill: Colour, soft: float, see: float) -> None:
        """Light around a lamp, also where nothing else is drawn."""
        spot = _blur(self._mask(outline), soft * self.zoom * FINE).point(lambda v: v * see)
        light = Image.new("RGBA", self.layer.size, (*fill, 0))
        light.putalpha(spot)
        self.layer = Image.alpha_composite(self.layer, light)

    def _mask(self, outline: Path) -> Image.Image:
        mask = Image.new("L", self.layer.size)
        ImageDraw.Draw(mask).polygon(self._placed(outline), fill=255)
        return mask

    def _placed(self, points: Path) -> Path:
        return [
            (
                ((x - MIDDLE) * self.zoom + MIDDLE + self.right) * FINE,
                ((y - MIDDLE) * self.zoom + MIDDLE + self.down) * FINE,
            )
            for x, y in points
        ]

    def _stroke(self, mask: Image.Image, points: Path, width: float) -> None:
        pen = ImageDraw.Draw(mask)
        placed = self._placed(points)
        wide = max(1, round(width * self.zoom * FINE))
        pen.line(placed, fill=255, width=wide, joint="curve")
        for x, y in (placed[0], placed[-1]):
            pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=255)

    def _around(self, bounds: Box, depth: float) -> Box:
        pad = round(depth * self.zoom * FINE * 2) + COARSE
        left, top, right, low = bounds
        return (left - pad, top - pad, right + pad, low + pad)

    def _lay(self, paint: Image.Image, bounds: Box, mask: Image.Image, see: float) -> None:
        if see < 1:
            mask = mask.point(lambda value: value * see)
        whole = Image.new("RGBA", paint.size)
        whole.paste(paint)
        whole.putalpha(mask)
        left, top = max(0, -bounds[0]), max(0, -bounds[1])
        self.layer.alpha_composite(whole, (max(0, bounds[0]), max(0, bounds[1])), (left, top))

    def _roughen(self, fill: Colour, bounds: Box, mask: Image.Image, finish: Finish) -> None:
        rough = _texture(finish.texture, _size(bounds), self.zoom)
        dark = ImageChops.multiply(mask, rough.point(lambda v: max(0, 128 - v) * 2))
        pale = ImageChops.multiply(mask, rough.point(lambda v: max(0, v - 128) * 2))
        size = _size(bounds)
        self._lay(Image.new("RGB", size, darker(fill, 0.7)), bounds, dark, finish.grip)
        self._lay(Image.new("RGB", size, lighter(fill, 0.7)), bounds, pale, finish.grip)

    def _light(self, fill: Colour, bounds: Box, mask: Image.Image, finish: Finish) -> None:
        depth = finish.depth * self.zoom * FINE
        soft = _blur(mask, depth)
        near = round(depth * 0.8)
        away = ImageChops.invert(ImageChops.offset(soft, -near, -near))
        towards = ImageChops.invert(ImageChops.offset(soft, near, near))
        size = _size(bounds)
        dark = ImageChops.multiply(mask, away)
        self._lay(Image.new("RGB", size, darker(fill, 0.72)), bounds, dark, finish.shade)
        pale = ImageChops.multiply(mask, ImageChops.subtract(towards, away))
        self._lay(Image.new("RGB", size, lighter(fill, 0.75)), bounds, pale, finish.shine)


def _shades(fill: Colour | list[Colour]) -> list[Colour]:
    return fill if isinstance(fill, list) else [fill]


def _size(bounds: Box) -> tuple[int, int]:
    return bounds[2] - bounds[0], bounds[3] - bounds[1]


def _blur(mask: Image.Image, radius: float) -> Image.Image:
    """Blur, on a smaller sheet where nobody sees the difference."""
    if radius < COARSE * 2:
        return mask.filter(ImageFilter.GaussianBlur(radius))
    wide, high = mask.size
    small = mask.resize((max(1, wide // COARSE), max(1, high // COARSE)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(radius / COARSE))
    return soft.resize(mask.size, Image.Resampling.BICUBIC)


def _average(shades: Sequence[Colour]) -> Colour:
    r, g, b = (round(sum(parts) / len(shades)) for parts in zip(*shades, strict=True))
    return r, g, b


def _ramp(shades: Sequence[Colour], bounds: Box, around: Box, *, down: bool) -> Image.Image:
    """Colours spread over the outline's own bounds, and carried on around them."""
    if len(shades) == 1:
        return Image.new("RGB", _size(around), shades[0])
    row = Image.new("RGB", (len(shades), 1))
    for i, shade in enumerate(shades):
        row.putpixel((i, 0), shade)
    if down:
        row = row.rotate(-90, expand=True)
    paint = Image.new("RGB", _size(around), shades[-1])
    inside = row.resize(_size(bounds), Image.Resampling.BICUBIC)
    paint.paste(inside, (bounds[0] - around[0], bounds[1] - around[1]))
    return paint


def _texture(kind: str, size: tuple[int, int], zoom: float) -> Image.Image:
    """Grey noise, the same on every machine, shaped into weave, knit, grain or specks."""
    noise = Image.frombytes("L", (128, 128), shake_128(kind.encode()).digest(128 * 128))
    unit = FINE * zoom
    match kind:
        case "grain":
            streaks = noise.crop((0, 0, 22, 128)).resize(
                (SIDE * FINE + 100, 256 * FINE), Image.Resampling.BICUBIC
            )
            return _tiled(streaks.filter(ImageFilter.GaussianBlur(1.5)), size)
        case "weave":
            fine = noise.filter(ImageFilter.GaussianBlur(0.6))
            return _tiled(fine.resize((round(190 * unit), round(120 * unit))), size)
        case "knit":
            return _tiled(_loops(unit), size)
        case _:
            soft = noise.filter(ImageFilter.GaussianBlur(0.8))
            return _tiled(soft.resize((round(230 * unit), round(230 * unit))), size)


def _loops(unit: float) -> Image.Image:
    """The little Vs of knitted yarn."""
    wide, high = round(9 * unit), round(8 * unit)
    tile = Image.new("L", (wide, high), 128)
    pen = ImageDraw.Draw(tile)
    thick = max(2, round(1.6 * unit))
    for start in (-high, 0, high):
        pen.line([(0, start), (wide // 2, start + high // 2)], fill=70, width=thick)
        pen.line([(wide // 2, start + high // 2), (wide, start)], fill=70, width=thick)
    return tile.filter(ImageFilter.GaussianBlur(0.7 * unit))


def _tiled(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    sheet = Image.new("L", size)
    for left in range(0, size[0], tile.width):
        for top in range(0, size[1], tile.height):
            sheet.paste(tile, (left, top))
    return sheet
