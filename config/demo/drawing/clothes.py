"""Clothes laid flat, seen from above, symmetrical about x = 400."""

import math

from .canvas import CLOTH, FLAT, KNIT, PLAIN, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import Path, box, flip, oval, path, ring, shift, symmetric

BODY = (
    "M 400 186 L 458 172 C 500 182 540 196 560 214 C 552 300 548 400 552 500 L 560 660 "
    "C 500 676 440 678 400 678"
)
LONG_SLEEVE = (
    "M 540 204 C 590 226 616 276 632 340 C 654 430 672 520 684 606 L 618 624 "
    "C 600 540 574 440 546 360 C 540 300 536 250 540 204 Z"
)
SHORT_SLEEVE = "M 536 200 C 580 212 610 240 634 280 L 688 372 L 606 418 L 546 330 Z"
FINE_CLOTH = Finish(depth=24, shade=0.6, shine=0.3, texture="weave", grip=0.12)
SHELL = Finish(depth=26, shade=0.75, shine=0.5, texture="speck", grip=0.05)


def sleeves(art: Art, main: Colour, outline: str, finish: Finish) -> None:
    for sleeve in (path(outline), flip(path(outline))):
        art.shape(sleeve, main, finish)


def fold(art: Art, within: Path, data: str, main: Colour, *, see: float = 0.35) -> None:
    """A crease: dark on one side, light on the other."""
    for side in (path(data), flip(path(data))):
        band = side + shift(side, 16, 6)[::-1]
        art.glow(band, darker(main, 0.8), 8, see, within)
        art.glow(shift(band, -16, -4), lighter(main, 0.8), 8, see * 0.8, within)


def linen_shirt(art: Art, main: Colour) -> None:
    sleeves(art, main, LONG_SLEEVE, FINE_CLOTH)
    for cuff in (path("M 674 560 L 686 612 L 618 632 L 606 580 Z"),):
        for side in (cuff, flip(cuff)):
            art.shape(side, darker(main, 0.05), Finish(10, 0.6, 0.3, "weave"))
    body = symmetric(BODY)
    art.shape(body, main, FINE_CLOTH)
    fold(art, body, "M 520 300 C 500 420 506 520 516 640", main)
    fold(art, body, "M 470 420 C 462 520 470 600 474 660", main, see=0.2)
    art.shape(symmetric("M 400 182 L 444 168 C 440 200 424 214 400 220"), darker(main, 0.45), FLAT)
    art.shape(box(384, 214, 32, 462), lighter(main, 0.12), Finish(6, 0.5, 0.3, "weave"))
    for x in (388, 412):
        art.stitches([(x, 226), (x, 672)], darker(main, 0.25), width=1.6)
    collar = path("M 400 216 L 446 164 C 462 166 474 176 482 188 L 452 268 Z")
    for side in (collar, flip(collar)):
        art.shape(side, lighter(main, 0.1), Finish(12, 0.6, 0.4, "weave", 0.1))
    art.stitches(path("M 404 224 L 448 258 L 474 188"), darker(main, 0.25), width=1.6)
    art.stitches(flip(path("M 404 224 L 448 258 L 474 188")), darker(main, 0.25), width=1.6)
    for y in range(240, 660, 70):
        art.shape(oval(400, y, 7, 7), COLOURS["cork"], Finish(4, 0.6, 0.7))
    pocket = path("M 452 318 L 526 316 L 526 394 L 489 410 L 453 396 Z")
    art.shape(pocket, lighter(main, 0.05), Finish(8, 0.5, 0.3, "weave"))
    art.stitches(path("M 453 330 L 526 328"), darker(main, 0.3), width=1.6)


def tee(art: Art, main: Colour) -> None:
    sleeves(art, main, SHORT_SLEEVE, CLOTH)
    hem = path("M 676 352 L 594 398")
    body = symmetric(BODY)
    art.shape(body, main, CLOTH)
    fold(art, body, "M 516 340 C 500 440 506 540 520 640", main, see=0.3)
    for side in (hem, flip(hem)):
        art.stitches(side, darker(main, 0.4), width=1.6, dash=5, gap=4)
    art.stitches(
        symmetric("M 400 660 C 450 660 500 658 558 644")[1:],
        darker(main, 0.4),
        width=1.6,
        dash=5,
        gap=4,
    )
    art.shape(symmetric("M 400 180 L 456 170 C 452 206 430 232 400 234"), darker(main, 0.4), FLAT)
    art.shape(symmetric("M 400 178 L 440 174 C 436 190 420 196 400 198"), darker(main, 0.2), CLOTH)
    art.shape(box(386, 198, 28, 18, 3), COLOURS["white"], PLAIN)
    art.rod(path("M 344 174 C 348 206 370 232 400 234 C 430 232 452 206 456 174"), main, 15)


def breton(art: Art, main: Colour) -> None:
    stripe = COLOURS["navy"]
    stripes = [box(80, y, 640, 13) for y in range(262, 660, 32)]
    sleeve = path(LONG_SLEEVE)
    for side, angle in ((sleeve, 1), (flip(sleeve), -1)):
        art.shape(side, main, CLOTH)
        for y in range(262, 620, 32):
            band = path(
                f"M 100 {y - angle * 90} L 700 {y + angle * 90} L 700 {y + 13 + angle * 90} "
                f"L 100 {y + 13 - angle * 90} Z"
            )
            moved = shift(band, 0, -angle * 74 * angle)
            art.shape(moved, stripe, PLAIN, within=side)
        art.glow(shift(side, 60 * angle, 0), darker(main, 0.7), 20, 0.0, side)
    body = symmetric(BODY)
    art.shape(body, main, CLOTH)
    for band in stripes:
        art.shape(band, stripe, PLAIN, within=body)
    for edge in ("M 536 214 C 540 300 544 420 550 660",):
        for line in (path(edge), flip(path(edge))):
            art.glow(line + shift(line, 12, 0)[::-1], COLOURS["ink"], 12, 0.45, body)
    fold(art, body, "M 500 300 C 490 420 500 520 506 640", main, see=0.3)
    art.shape(symmetric("M 400 186 L 478 170 C 460 196 430 208 400 210"), darker(main, 0.35), FLAT)
    art.rod(path("M 322 174 C 340 198 370 210 400 210 C 430 210 460 198 478 174"), main, 11)


def sweater(art: Art, main: Colour) -> None:
    sleeves(art, main, LONG_SLEEVE, KNIT)
    body = symmetric(BODY)
    art.shape(body, main, KNIT)
    fold(art, body, "M 512 320 C 496 440 500 540 512 620", main, see=0.4)
    hem = symmetric("M 400 630 L 556 618 L 562 668 C 500 684 440 686 400 686")
    art.shape(hem, darker(main, 0.06), Finish(14, 0.6, 0.3))
    for x in range(246, 560, 9):
        art.line([(x, 620), (x, 690)], darker(main, 0.5), 2.4, see=0.5, within=hem)
    cuff = path("M 672 556 L 688 616 L 620 636 L 604 576 Z")
    for side in (cuff, flip(cuff)):
        art.shape(side, darker(main, 0.06), Finish(12, 0.6, 0.3))
    for i in range(8):
        rib = [(610.0 + i * 9, 576.0 - i * 2.6), (625.0 + i * 9, 628.0 - i * 2.6)]
        for side in (rib, flip(rib)):
            art.line(side, darker(main, 0.5), 2.2, see=0.5)
    art.shape(symmetric("M 400 176 L 450 168 C 446 204 428 222 400 224"), darker(main, 0.5), FLAT)
    art.rod(path("M 346 170 C 350 208 370 230 400 232 C 430 230 450 208 454 170"), main, 24)
    for i in range(15):
        at = 352.0 + i * 6.9
        y = 176 + 50 * math.sqrt(max(0, 1 - ((at - 400) / 50) ** 2))
        art.line([(at, y - 8), (at + (400 - at) * 0.1, y + 12)], darker(main, 0.5), 1.8, see=0.4)


def chinos(art: Art, main: Colour) -> None:
    leg = path(
        "M 398 130 L 512 130 C 532 220 544 320 540 430 L 528 730 L 430 734 "
        "C 424 600 414 450 400 330 Z"
    )
    for side in (leg, flip(leg)):
        art.shape(side, main, CLOTH)
        art.glow(
            shift(box(474, 260, 8, 460), 0 if side is leg else -158, 0),
            lighter(main, 0.7),
            7,
            0.5,
            side,
        )
        art.glow(
            shift(box(484, 260, 6, 460), 0 if side is leg else -174, 0),
            darker(main, 0.7),
            7,
            0.35,
            side,
        )
    art.shape(box(286, 108, 228, 34, 6), darker(main, 0.06), Finish(10, 0.6, 0.4, "weave"))
    art.shape(box(300, 104, 200, 12, 5), darker(main, 0.5), FLAT)
    for x in (318, 356, 440, 478):
        art.shape(box(x, 102, 11, 44, 3), lighter(main, 0.06), Finish(5, 0.6, 0.4))
    art.shape(oval(404, 125, 8, 8), COLOURS["cork"], Finish(4, 0.6, 0.6))
    art.line(path("M 402 142 C 404 210 402 280 400 332"), darker(main, 0.45), 3)
    art.stitches(path("M 424 144 C 428 220 424 270 402 300"), darker(main, 0.35), width=2)
    pocket = path("M 466 142 C 474 180 494 212 522 230")
    for side in (pocket, flip(pocket)):
        art.line(side, darker(main, 0.45), 3)
        art.stitches(shift(side, -6 if side is pocket else 6, 4), darker(main, 0.3), width=1.8)
    for side in (path("M 432 710 L 528 706"), flip(path("M 432 710 L 528 706"))):
        art.stitches(side, darker(main, 0.4), width=1.8)


def belt(art: Art, main: Colour) -> None:
    brass = COLOURS["brass"]
    finish = Finish(10, 0.8, 0.6, "speck", 0.2)
    for radius, tone in ((232, 0.3), (176, 0.18), (122, 0.06)):
        coil = ring(
            oval(410, 410, radius, radius * 0.94), oval(410, 410, radius - 34, (radius - 34) * 0.94)
        )
        art.shape(coil, darker(main, tone), finish)
        art.stitches([*oval(410, 410, radius - 6, (radius - 6) * 0.94)], COLOURS["jute"], width=1.8)
    strap = path("M 380 598 C 300 604 230 600 130 586 L 128 632 C 230 648 310 648 400 640 Z")
    art.shape(strap, main, finish)
    art.stitches(path("M 380 606 C 300 612 230 608 140 594"), COLOURS["jute"], width=1.8)
    art.stitches(path("M 390 634 C 300 642 230 640 138 626"), COLOURS["jute"], width=1.8)
    for x in (230, 270, 310):
        art.shape(oval(x, 622, 5, 5), COLOURS["ink"], PLAIN)
    frame = box(96, 568, 74, 86, 20)
    art.shape(
        ring(frame, box(110, 582, 46, 58, 10)),
        [lighter(brass, 0.4), brass, darker(brass, 0.25)],
        Finish(6, 0.7, 0.9),
        down=True,
    )
    art.rod([(166, 612), (104, 608)], brass, 9)
