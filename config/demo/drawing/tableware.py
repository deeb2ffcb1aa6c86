"""What stands on the table, and the booklet that lies there."""

from .canvas import CLAY, PLAIN, Art, Finish
from .colours import COLOURS, Colour, colour, darker, lighter
from .paths import Path, oval, path, scatter, shift, symmetric, turn

BARE = colour("c2a27c")


def _glazed(tone: Colour) -> list[Colour]:
    return [darker(tone, 0.35), tone, lighter(tone, 0.18), tone, darker(tone, 0.4)]


def bowl(art: Art, tone: Colour) -> None:
    art.shape(
        path("M 316 600 L 484 600 L 476 632 L 324 632 Z"), BARE, Finish(14, 0.8, 0.4, "speck", 0.3)
    )
    body = symmetric("M 400 372 L 646 372 C 640 490 560 606 480 612 L 400 614")
    art.shape(body, _glazed(tone), CLAY)
    art.glow(
        path("M 200 420 C 216 490 262 550 300 580 L 316 568 C 276 530 240 480 228 420 Z"),
        lighter(tone, 0.9),
        12,
        0.6,
        body,
    )
    art.line(
        path("M 230 520 C 320 548 480 548 570 520"), darker(tone, 0.3), 3, see=0.3, within=body
    )
    art.shape(oval(400, 372, 248, 74), lighter(tone, 0.25), Finish(8, 0.6, 0.6))
    inner = oval(400, 376, 232, 63)
    art.shape(
        inner,
        [darker(tone, 0.55), darker(tone, 0.2), tone],
        Finish(22, 0.3, 0.1, "speck", 0.12),
        down=True,
    )
    art.glow(oval(440, 418, 120, 18), lighter(tone, 0.9), 14, 0.6, inner)
    _specks(art, tone, body)


def _specks(art: Art, tone: Colour, within: Path) -> None:
    for i, (x, y) in enumerate(scatter(60, 160, 440, 480, 170)):
        speck = oval(x, y, 1.6 + i % 3 * 0.6, 1.6 + i % 2)
        art.shape(speck, darker(tone, 0.6), PLAIN, within=within, see=0.6)


def salad_bowl(art: Art) -> None:
    wood = COLOURS["olivewood"]
    grain = Finish(60, 0.85, 0.5, "grain", 0.6)
    body = symmetric("M 400 360 L 690 356 C 680 480 580 596 470 604 L 400 606")
    art.shape(body, [darker(wood, 0.3), lighter(wood, 0.1), wood, darker(wood, 0.35)], grain)
    for i in range(4):
        y = 420 + i * 40
        art.line(
            path(f"M {150 + i * 30} {y} C 260 {y + 50} 420 {y - 10} 660 {y + 20}"),
            darker(wood, 0.55),
            5 - i,
            see=0.35,
            within=body,
        )
    art.shape(oval(400, 358, 290, 88), lighter(wood, 0.2), Finish(10, 0.6, 0.5, "grain", 0.4))
    inner = oval(400, 364, 268, 74)
    art.shape(
        inner,
        [darker(wood, 0.6), darker(wood, 0.25), lighter(wood, 0.05)],
        Finish(24, 0.3, 0.1, "grain", 0.5),
        down=True,
    )
    for x, y, tilt in (
        (330, 352, -20),
        (400, 330, 10),
        (470, 356, 30),
        (290, 366, 40),
        (520, 372, -30),
        (420, 372, 0),
    ):
        leaf = turn(
            path(
                f"M {x - 56} {y + 30} "
                f"C {x - 50} {y - 40} {x + 40} {y - 50} {x + 60} {y - 10} "
                f"C {x + 40} {y + 40} {x - 20} {y + 44} {x - 56} {y + 30} Z"
            ),
            tilt,
            (x, y),
        )
        green = lighter(colour("6f9440"), (x % 7) / 18)
        art.shape(leaf, green, Finish(16, 0.7, 0.6, "speck", 0.2))
        art.line(
            turn(path(f"M {x - 50} {y + 26} Q {x} {y} {x + 50} {y - 12}"), tilt, (x, y)),
            lighter(green, 0.6),
            2.5,
            see=0.8,
        )
    for x, y in ((360, 372), (460, 336), (500, 398)):
        art.shape(oval(x, y, 26, 24), COLOURS["red"], Finish(14, 0.8, 0.9))
    rim = path("M 128 346 C 150 470 650 470 672 346 L 690 356 C 690 476 110 476 110 356 Z")
    art.shape(rim, lighter(wood, 0.2), Finish(8, 0.6, 0.5, "grain", 0.4))


def mug(art: Art, tone: Colour) -> None:
    art.rod(path("M 556 388 C 668 372 672 540 540 540"), tone, 34)
    body = path(
        "M 206 300 L 574 300 C 594 400 594 520 546 600 C 520 622 260 622 234 600 "
        "C 186 520 186 400 206 300 Z"
    )
    art.shape(body, _glazed(tone), CLAY)
    art.shape(
        path("M 238 600 C 262 624 518 624 542 600 L 534 626 C 500 644 280 644 246 626 Z"),
        BARE,
        Finish(10, 0.8, 0.4, "speck", 0.4),
    )
    art.glow(
        path("M 236 350 C 226 430 236 520 262 570 L 286 560 C 262 510 254 430 262 350 Z"),
        lighter(tone, 0.95),
        12,
        0.65,
        body,
    )
    for i, (x, y) in enumerate(scatter(64, 200, 350, 390, 240)):
        art.shape(
            oval(x, y, 1.6 + i % 3 * 0.7, 1.6 + i % 2),
            darker(tone, 0.65),
            PLAIN,
            within=body,
            see=0.6,
        )
    art.shape(oval(390, 300, 186, 44), lighter(tone, 0.3), Finish(6, 0.6, 0.6))
    inner = oval(390, 303, 172, 36)
    art.shape(inner, [darker(tone, 0.55), darker(tone, 0.2)], Finish(14, 0.4, 0.1), down=True)
    coffee = path("M 226 312 C 260 292 520 292 554 312 C 540 350 240 350 226 312 Z")
    art.shape(coffee, colour("3a2116"), Finish(10, 0.3, 0.5), within=inner)
    art.glow(oval(350, 316, 60, 7), colour("b98a5c"), 8, 0.7, inner)


def espresso_cup(art: Art, tone: Colour) -> None:
    x, y = 390.0, 0.0
    plate = shift(oval(x, 560, 190, 56), 0, y)
    art.shape(shift(plate, 0, 12), darker(tone, 0.3), Finish(14, 0.6, 0.3))
    art.shape(plate, tone, Finish(20, 0.5, 0.5))
    art.shape(shift(oval(x, 560, 130, 34), 0, y), darker(tone, 0.06), Finish(10, 0.6, 0.4))
    art.glow(shift(oval(x + 34, 566, 110, 20), 0, y), COLOURS["ink"], 12, 0.4, plate)
    art.rod(
        shift(path(f"M {x + 96} 440 C {x + 170} 426 {x + 166} 516 {x + 80} 506"), 0, y), tone, 20
    )
    body = shift(
        path(
            f"M {x - 112} 400 L {x + 112} 400 C {x + 112} 490 {x + 80} 548 {x + 52} 556 "
            f"L {x - 52} 556 C {x - 80} 548 {x - 112} 490 {x - 112} 400 Z"
        ),
        0,
        y,
    )
    art.shape(body, _glazed(tone), Finish(32, 0.75, 0.6))
    art.shape(shift(oval(x, 400, 112, 30), 0, y), lighter(tone, 0.4), Finish(5, 0.5, 0.5))
    inner = shift(oval(x, 402, 100, 24), 0, y)
    art.shape(inner, darker(COLOURS["white"], 0.18), Finish(10, 0.5, 0.1))
    art.shape(
        shift(oval(x, 410, 86, 17), 0, y), colour("6b3d1f"), Finish(10, 0.4, 0.3), within=inner
    )
    art.glow(shift(oval(x - 12, 410, 52, 9), 0, y), colour("d8a463"), 8, 0.9, inner)
