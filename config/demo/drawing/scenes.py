"""The studio: a backdrop, a floor, and the shadow a thing throws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image, ImageFilter

from .canvas import FINE, SIDE, Art
from .colours import Colour, colour, darker, lighter

Draw: TypeAlias = Callable[[Art], None]
WHOLE = SIDE * FINE


@dataclass(frozen=True, slots=True)
class Place:
    """One thing in the picture: what draws it, how large, how far from the middle."""

    draw: Draw
    zoom: float = 1
    right: float = 0
    down: float = 0
    tilt: float = 0


BACKDROPS: dict[str, Colour] = {
    "lindenfaden": colour("e9dfd3"),
    "kupfer-und-korn": colour("dfdcd2"),
    "nordlauf": colour("d3dbdb"),
}


def picture(backdrop: Colour, places: Sequence[Place], *, lying: bool) -> Image.Image:
    scene = _table(backdrop) if lying else _studio(backdrop)
    for place in places:
        art = Art(place.zoom, place.right, place.down)
        place.draw(art)
        layer = art.layer
        if place.tilt:
            layer = layer.rotate(place.tilt, Image.Resampling.BICUBIC)
        shadows = _lying_shadows(layer) if lying else _standing_shadows(layer)
        for shadow in shadows:
            dark = Image.new("RGBA", scene.size, (*darker(backdrop, 0.86), 0))
            dark.putalpha(shadow)
            scene = Image.alpha_composite(scene, dark)
        scene = Image.alpha_composite(scene, layer)
    return scene.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _table(backdrop: Colour) -> Image.Image:
    sheet = _down([lighter(backdrop, 0.35), backdrop, darker(backdrop, 0.07)])
    return _spot(sheet, backdrop, (-0.25, -0.35))


def _studio(backdrop: Colour) -> Image.Image:
    """A wall that bends softly into the floor."""
    wall = darker(backdrop, 0.03)
    sheet = _down(
        [
            darker(backdrop, 0.1),
            wall,
            lighter(backdrop, 0.15),
            backdrop,
            lighter(backdrop, 0.5),
            lighter(backdrop, 0.3),
            backdrop,
        ]
    )
    return _spot(sheet, backdrop, (-0.1, -0.25))


def _down(shades: Sequence[Colour]) -> Image.Image:
    column = Image.new("RGB", (1, len(shades)))
    for i, shade in enumerate(shades):
        column.putpixel((0, i), shade)
    return column.resize((WHOLE, WHOLE), Image.Resampling.BICUBIC).convert("RGBA")


def _spot(sheet: Image.Image, backdrop: Colour, at: tuple[float, float]) -> Image.Image:
    round_light = Image.radial_gradient("L").resize((WHOLE * 2, WHOLE * 2))
    glow = round_light.point(lambda v: max(0, 150 - v) * 1.1)
    left, top = round(WHOLE * (0.5 - at[0])), round(WHOLE * (0.5 - at[1]))
    light = Image.new("RGBA", sheet.size, (*lighter(backdrop, 0.8), 0))
    light.putalpha(glow.crop((left, top, left + WHOLE, top + WHOLE)))
    return Image.alpha_composite(sheet, light)


def _lying_shadows(layer: Image.Image) -> list[Image.Image]:
    alpha = layer.getchannel("A")
    return [
        _moved(alpha, 16, 26).filter(ImageFilter.GaussianBlur(24 * FINE)).point(lambda v: v * 0.42),
        _moved(alpha, 4, 6).filter(ImageFilter.GaussianBlur(5 * FINE)).point(lambda v: v * 0.4),
    ]


def _standing_shadows(layer: Image.Image) -> list[Image.Image]:
    """The thing's own outline, pressed flat on the floor: all of it softly, its foot sharply."""
    # A lamp's glow is half clear and throws no shadow.
    alpha = layer.getchannel("A").point(lambda v: max(0, v - 128) * 2)
    bounds = alpha.getbbox()
    if bounds is None:
        return []
    left, top, right, low = bounds
    wide, high = right - left, low - top
    shadows = []
    for part, press, soft, strength in ((0.7, 0.17, 20, 0.5), (0.09, 0.05, 6, 0.62)):
        foot = alpha.crop((left, low - max(1, round(high * part)), right, low))
        flat = foot.resize((wide, max(22 * FINE, round(high * press))))
        sheet = Image.new("L", layer.size)
        aside = 8 * FINE if soft > FINE * 5 else 0
        sheet.paste(flat, (left + aside, low - round(flat.height * 0.7)))
        blurred = sheet.filter(ImageFilter.GaussianBlur(soft * FINE))
        shadows.append(blurred.point(lambda v, s=strength: v * s))
    return shadows


def _moved(alpha: Image.Image, right: float, down: float) -> Image.Image:
    sheet = Image.new("L", alpha.size)
    sheet.paste(alpha, (round(right * FINE), round(down * FINE)))
    return sheet
