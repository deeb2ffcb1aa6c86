"""Scarves, hats, bags."""

import math

from .canvas import FLAT, GLOSS, LEATHER, PLAIN, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import Path, box, oval, path, shift, symmetric, turn


def wool_scarf(art: Art, main: Colour) -> None:
    """Folded once, the ends hanging side by side."""
    under = path("M 430 120 C 500 120 540 160 548 230 L 590 640 L 420 656 L 396 300 Z")
    over = path(
        "M 370 120 C 290 122 250 170 246 240 L 214 660 L 388 668 L 430 260 "
        "C 440 200 450 160 430 120 Z"
    )
    for part, tilt in ((under, -5), (over, 5)):
        left, right = min(x for x, _ in part), max(x for x, _ in part)
        low = max(y for _, y in part)
        for i in range(22):
            x = (
                left
                + 8
                + (right - left - (70 if part is under else 50)) * i / 21
                + (20 if part is under else 0)
            )
            art.rod(
                path(f"M {x} {low - 16} Q {x + 3} {low + 14} {x - 2 + (i % 3) * 3} {low + 42}"),
                main if i % 5 else COLOURS["ink"],
                5,
            )
        art.shape(part, main, Finish(30, 0.7, 0.35, "weave", 0.3))
        _checks(art, part, main, tilt)
    art.glow(
        path("M 430 130 C 446 200 436 300 400 660 L 430 660 L 460 200 Z"),
        COLOURS["ink"],
        12,
        0.45,
        under,
    )


def _checks(art: Art, cloth: Path, main: Colour, tilt: float) -> None:
    dark, pale = darker(main, 0.7), lighter(main, 0.65)
    for i in range(-4, 16):
        across = turn(box(100, 100 + i * 72, 640, 30), tilt)
        along = turn(box(100 + i * 72, 40, 30, 720), tilt)
        art.shape(across, dark, PLAIN, within=cloth, see=0.42)
        art.shape(along, dark, PLAIN, within=cloth, see=0.42)
        art.shape(turn(box(100, 150 + i * 72, 640, 5), tilt), pale, PLAIN, within=cloth, see=0.6)
        art.shape(turn(box(150 + i * 72, 40, 5, 720), tilt), pale, PLAIN, within=cloth, see=0.6)


def silk_square(art: Art, main: Colour) -> None:
    pale = COLOURS["cream"]
    silk = Finish(40, 0.45, 0.6)
    cloth = turn(
        path("M 170 170 Q 400 182 630 170 Q 620 400 630 630 Q 400 620 170 630 Q 182 400 170 170 Z"),
        8,
    )
    art.shape(cloth, main, silk)
    art.shape(turn(box(200, 200, 400, 400, 4), 8), pale, silk)
    art.shape(turn(box(212, 212, 376, 376, 4), 8), lighter(main, 0.12), silk)
    for row in range(4):
        for column in range(4):
            x, y = 260 + column * 93, 260 + row * 93
            leaf = _leaf(x, y, 37)
            spun = turn(turn(leaf, (row * 4 + column) * 77 % 360, (x, y)), 8)
            art.shape(spun, pale if (row + column) % 2 else COLOURS["mustard"], FLAT)
            vein = turn(turn([(x, y - 26), (x, y + 36)], (row * 4 + column) * 77 % 360, (x, y)), 8)
            art.line(vein, main, 2.5)
    for band in ((250, 60), (430, 40), (560, 70)):
        sheen = turn(box(band[0], 120, band[1], 600), 35)
        art.glow(sheen, lighter(pale, 0.9), 22, 0.3, cloth)
    art.stitches(turn(box(178, 178, 444, 444, 4), 8), pale, width=3, dash=9, gap=6)


def _leaf(x: float, y: float, size: float) -> Path:
    """A linden leaf is a heart with a point."""
    heart = path(
        "M 0 -60 C 34 -100 100 -70 92 -8 C 84 44 40 66 0 104 C -40 66 -84 44 -92 -8 "
        "C -100 -70 -34 -100 0 -60 Z"
    )
    return [(x + px * size / 100, y + py * size / 100) for px, py in heart]


def beanie(art: Art, main: Colour) -> None:
    crown = symmetric("M 400 170 C 520 170 604 270 610 440 L 610 520 L 400 540")
    art.shape(crown, main, Finish(60, 0.8, 0.4, "knit", 0.2))
    for i in range(-9, 10):
        top = 400 + i * 7
        low = 400 + math.sin(i / 9 * 1.45) * 212
        rib = path(f"M {top} 180 C {top + (low - top) * 0.8} 240 {low} 340 {low} 500")
        art.line(rib, darker(main, 0.6), 5, see=0.28, within=crown)
        art.line(shift(rib, 8, 0), lighter(main, 0.5), 4, see=0.22, within=crown)
    cuff = symmetric(
        "M 400 468 C 490 468 560 462 622 448 C 632 500 632 556 622 606 C 550 624 480 630 400 630"
    )
    art.shape(cuff, lighter(main, 0.05), Finish(36, 0.8, 0.45))
    for i in range(-13, 14):
        x = 400 + math.sin(i / 13.5 * 1.5) * 226
        art.line(
            path(f"M {x} {466 - abs(i) * 1.1} Q {x + i * 0.5} 540 {x} {628 - abs(i) * 1.6}"),
            darker(main, 0.6),
            5,
            see=0.4,
            within=cuff,
        )
    art.shape(box(478, 540, 66, 38, 4), COLOURS["cream"], Finish(5, 0.5, 0.3))
    art.shape(_leaf(511, 556, 13), COLOURS["green"], FLAT)


def straw_hat(art: Art, main: Colour) -> None:
    straw = Finish(40, 0.8, 0.45, "weave", 0.45)
    brim = oval(400, 500, 330, 120)
    art.shape(brim, main, straw)
    for i in range(1, 8):
        art.stitches(
            oval(400, 498, 330 - i * 18, 120 - i * 8), darker(main, 0.5), width=2.2, dash=9, gap=5
        )
    art.glow(oval(420, 520, 210, 60), darker(main, 0.85), 16, 0.6, brim)
    crown = path(
        "M 212 494 C 220 380 250 270 310 248 C 350 236 450 236 490 248 "
        "C 550 270 580 380 588 494 C 540 546 260 546 212 494 Z"
    )
    art.shape(crown, main, Finish(70, 0.85, 0.5, "weave", 0.45))
    for i in range(7):
        y = 282 + i * 26
        half = 108 + 92 * math.sin(min(1.0, (i + 1) / 8) * 1.57)
        art.stitches(
            path(f"M {400 - half} {y} Q 400 {y + 46} {400 + half} {y}"),
            darker(main, 0.5),
            width=2,
            dash=9,
            gap=5,
            within=crown,
        )
    ribbon = path(
        "M 214 470 C 220 452 221 440 224 424 C 300 478 500 478 576 424 "
        "C 579 440 582 452 586 470 C 586 484 588 488 588 494 C 540 546 260 546 212 494 Z"
    )
    art.shape(ribbon, COLOURS["navy"], Finish(20, 0.7, 0.5, "weave"))
    art.glow(oval(350, 290, 90, 22), lighter(main, 0.9), 16, 0.5, crown)


def tote(art: Art, main: Colour) -> None:
    strap = darker(main, 0.12) if main != COLOURS["natural"] else COLOURS["cognac"]
    art.rod(
        path("M 306 330 C 300 130 350 84 400 84 C 450 84 500 130 494 330"), darker(strap, 0.3), 24
    )
    bag = symmetric("M 400 290 L 590 284 C 606 420 612 560 604 694 C 540 702 460 704 400 704")
    art.shape(bag, main, Finish(40, 0.7, 0.4, "weave", 0.3))
    art.glow(
        path("M 250 380 C 270 500 250 600 280 700 L 310 700 C 280 600 300 500 270 380 Z"),
        darker(main, 0.8),
        14,
        0.3,
        bag,
    )
    art.glow(
        path("M 540 420 C 520 520 540 620 520 700 L 548 700 C 566 620 548 520 566 420 Z"),
        darker(main, 0.8),
        14,
        0.3,
        bag,
    )
    art.shape(
        symmetric("M 400 290 L 590 284 L 593 318 L 400 324"),
        lighter(main, 0.08),
        Finish(8, 0.5, 0.4, "weave"),
    )
    art.stitches(symmetric("M 400 318 L 592 312")[1:], darker(main, 0.35))
    art.rod(path("M 296 400 C 292 150 340 104 400 104 C 460 104 508 150 504 400"), strap, 26)
    for x in (283, 491):
        art.shape(box(x, 372, 26, 46, 3), strap, Finish(6, 0.6, 0.4))
        art.stitches(
            path(f"M {x + 4} 380 L {x + 22} 412 L {x + 22} 380 L {x + 4} 412"),
            lighter(strap, 0.6),
            width=1.8,
        )
    art.shape(
        _leaf(400, 520, 64),
        COLOURS["green"] if main == COLOURS["natural"] else COLOURS["cream"],
        FLAT,
        see=0.9,
    )
    art.line([(400, 480), (400, 600)], main, 5)
    for side in (1, -1):
        for y in (505, 530):
            art.line([(400, y + 20), (400 + side * 34, y - 4)], main, 3.5)


def laptop_bag(art: Art, main: Colour) -> None:
    brass = COLOURS["brass"]
    art.rod(
        path("M 178 330 C 150 120 330 60 400 60 C 480 60 650 130 622 330"), darker(main, 0.2), 20
    )
    art.rod(path("M 320 262 C 322 190 350 180 400 180 C 450 180 478 190 480 262"), main, 26)
    art.shape(box(140, 256, 520, 396, 36), darker(main, 0.12), LEATHER)
    flap = path(
        "M 140 300 C 140 268 160 252 190 252 L 610 252 C 640 252 660 268 660 300 L 660 450 "
        "C 640 520 560 540 400 540 C 240 540 160 520 140 450 Z"
    )
    art.shape(flap, main, Finish(32, 0.8, 0.55, "speck", 0.14))
    art.stitches(
        path("M 152 300 L 152 446 C 170 508 260 528 400 528 C 540 528 630 508 648 446 L 648 300"),
        COLOURS["jute"],
    )
    for x in (250, 516):
        art.shape(box(x, 396, 36, 176, 8), darker(main, 0.14), Finish(8, 0.7, 0.5, "speck"))
        art.stitches(box(x + 5, 402, 26, 130, 6), COLOURS["jute"], width=1.8)
        art.shape(
            box(x - 9, 532, 54, 44, 8),
            [lighter(brass, 0.5), brass, darker(brass, 0.2)],
            Finish(6, 0.7, 0.9),
            down=True,
        )
        art.shape(box(x + 5, 543, 26, 22, 4), darker(main, 0.4), FLAT)
        art.rod([(x + 18, 536), (x + 18, 572)], brass, 6)
    for x in (176, 624):
        art.shape(oval(x, 316, 17, 17), brass, GLOSS)
        art.shape(oval(x, 316, 8, 8), darker(main, 0.4), PLAIN)
    for x in (320, 480):
        art.shape(oval(x, 262, 11, 11), brass, GLOSS)
    art.shape(_leaf(400, 350, 22), darker(main, 0.35), FLAT, see=0.8)
    art.stitches(box(152, 268, 496, 372, 28), darker(main, 0.4), width=1.6)


def tea_towel(art: Art, main: Colour) -> None:
    """Folded in three, the loop on top."""
    pale = COLOURS["cream"]
    weave = Finish(20, 0.6, 0.3, "weave", 0.3)
    art.rod(path("M 392 130 C 380 86 420 86 408 130"), main, 6)
    for left, right, down, tone in ((252, 548, 690, 0.1), (264, 536, 660, 0.0)):
        cloth = path(
            f"M {left} 128 C {left + 80} 122 {right - 80} 122 {right} 128 "
            f"L {right + 6} {down} "
            f"C {right - 80} {down + 10} {left + 80} {down + 10} {left - 6} {down} Z"
        )
        art.shape(cloth, darker(pale, tone), weave)
        for x in (left + 34, left + 52, right - 58, right - 40):
            art.shape(box(x, 100, 9, 640), main, PLAIN, within=cloth, see=0.85)
        for y in (down - 110, down - 90, down - 44):
            art.shape(
                box(left - 30, y, right - left + 60, 9 if y != down - 90 else 30),
                main,
                PLAIN,
                within=cloth,
                see=0.8,
            )
        for x in (330, 400, 470):
            art.glow(box(x, 128, 10, 560), darker(pale, 0.8), 12, 0.22, cloth)
    art.stitches(path("M 262 648 C 350 658 450 658 540 648"), darker(pale, 0.4), width=1.8)
