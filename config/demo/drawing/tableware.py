"""What stands on the table, and the booklet that lies there."""

from .canvas import CLAY, FLAT, PLAIN, Art, Finish
from .colours import COLOURS, Colour, colour, darker, lighter
from .paths import Path, box, oval, path, ring, scatter, shift, symmetric, turn

BARE = colour("c2a27c")


def _glazed(tone: Colour) -> list[Colour]:
    return [darker(tone, 0.35), tone, lighter(tone, 0.18), tone, darker(tone, 0.4)]


def bowl(art: Art, tone: Colour) -> None:
    art.shape(path("M 316 600 L 484 600 L 476 632 L 324 632 Z"), BARE, Finish(14, 0.8, 0.4, "speck", 0.3))
    body = symmetric("M 400 372 L 646 372 C 640 490 560 606 480 612 L 400 614")
    art.shape(body, _glazed(tone), CLAY)
    art.glow(path("M 200 420 C 216 490 262 550 300 580 L 316 568 C 276 530 240 480 228 420 Z"), lighter(tone, 0.9), 12, 0.6, body)
    art.line(path("M 230 520 C 320 548 480 548 570 520"), darker(tone, 0.3), 3, see=0.3, within=body)
    art.shape(oval(400, 372, 248, 74), lighter(tone, 0.25), Finish(8, 0.6, 0.6))
    inner = oval(400, 376, 232, 63)
    art.shape(inner, [darker(tone, 0.55), darker(tone, 0.2), tone], Finish(22, 0.3, 0.1, "speck", 0.12), down=True)
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
        art.line(path(f"M {150 + i * 30} {y} C 260 {y + 50} 420 {y - 10} 660 {y + 20}"), darker(wood, 0.55), 5 - i, see=0.35, within=body)
    art.shape(oval(400, 358, 290, 88), lighter(wood, 0.2), Finish(10, 0.6, 0.5, "grain", 0.4))
    inner = oval(400, 364, 268, 74)
    art.shape(inner, [darker(wood, 0.6), darker(wood, 0.25), lighter(wood, 0.05)], Finish(24, 0.3, 0.1, "grain", 0.5), down=True)
    for x, y, tilt in ((330, 352, -20), (400, 330, 10), (470, 356, 30), (290, 366, 40), (520, 372, -30), (420, 372, 0)):
        leaf = turn(path(f"M {x - 56} {y + 30} C {x - 50} {y - 40} {x + 40} {y - 50} {x + 60} {y - 10} C {x + 40} {y + 40} {x - 20} {y + 44} {x - 56} {y + 30} Z"), tilt, (x, y))
        green = lighter(colour("6f9440"), (x % 7) / 18)
        art.shape(leaf, green, Finish(16, 0.7, 0.6, "speck", 0.2))
        art.line(turn(path(f"M {x - 50} {y + 26} Q {x} {y} {x + 50} {y - 12}"), tilt, (x, y)), lighter(green, 0.6), 2.5, see=0.8)
    for x, y in ((360, 372), (460, 336), (500, 398)):
        art.shape(oval(x, y, 26, 24), COLOURS["red"], Finish(14, 0.8, 0.9))
    rim = path("M 128 346 C 150 470 650 470 672 346 L 690 356 C 690 476 110 476 110 356 Z")
    art.shape(rim, lighter(wood, 0.2), Finish(8, 0.6, 0.5, "grain", 0.4))


def mug(art: Art, tone: Colour) -> None:
    art.rod(path("M 556 388 C 668 372 672 540 540 540"), tone, 34)
    body = path("M 206 300 L 574 300 C 594 400 594 520 546 600 C 520 622 260 622 234 600 C 186 520 186 400 206 300 Z")
    art.shape(body, _glazed(tone), CLAY)
    art.shape(path("M 238 600 C 262 624 518 624 542 600 L 534 626 C 500 644 280 644 246 626 Z"), BARE, Finish(10, 0.8, 0.4, "speck", 0.4))
    art.glow(path("M 236 350 C 226 430 236 520 262 570 L 286 560 C 262 510 254 430 262 350 Z"), lighter(tone, 0.95), 12, 0.65, body)
    for i, (x, y) in enumerate(scatter(64, 200, 350, 390, 240)):
        art.shape(oval(x, y, 1.6 + i % 3 * 0.7, 1.6 + i % 2), darker(tone, 0.65), PLAIN, within=body, see=0.6)
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
    art.rod(shift(path(f"M {x + 96} 440 C {x + 170} 426 {x + 166} 516 {x + 80} 506"), 0, y), tone, 20)
    body = shift(path(f"M {x - 112} 400 L {x + 112} 400 C {x + 112} 490 {x + 80} 548 {x + 52} 556 L {x - 52} 556 C {x - 80} 548 {x - 112} 490 {x - 112} 400 Z"), 0, y)
    art.shape(body, _glazed(tone), Finish(32, 0.75, 0.6))
    art.shape(shift(oval(x, 400, 112, 30), 0, y), lighter(tone, 0.4), Finish(5, 0.5, 0.5))
    inner = shift(oval(x, 402, 100, 24), 0, y)
    art.shape(inner, darker(COLOURS["white"], 0.18), Finish(10, 0.5, 0.1))
    art.shape(shift(oval(x, 410, 86, 17), 0, y), colour("6b3d1f"), Finish(10, 0.4, 0.3), within=inner)
    art.glow(shift(oval(x - 12, 410, 52, 9), 0, y), colour("d8a463"), 8, 0.9, inner)


def teapot(art: Art) -> None:
    tea = colour("c06a22")
    glass = colour("e4ecec")
    art.line(path("M 570 420 C 680 360 700 540 556 560"), darker(glass, 0.25), 26, see=0.55)
    art.line(path("M 572 414 C 686 352 704 540 558 556"), colour("ffffff"), 6, see=0.9)
    spout = path("M 226 520 C 160 500 140 420 108 372 L 132 352 C 180 390 200 440 240 452 Z")
    art.shape(spout, lighter(tea, 0.55), Finish(12, 0.5, 0.9), see=0.85)
    body = path("M 318 318 L 482 318 C 560 340 606 420 596 510 C 588 580 540 616 500 622 L 300 622 C 260 616 212 580 204 510 C 194 420 240 340 318 318 Z")
    art.shape(body, glass, Finish(26, 0.5, 0.9), see=0.7)
    liquid = path("M 214 430 C 300 444 500 444 586 430 C 600 480 596 560 540 600 C 500 622 300 622 260 600 C 204 560 200 480 214 430 Z")
    art.shape(liquid, [darker(tea, 0.2), tea, lighter(tea, 0.35), tea, darker(tea, 0.25)], Finish(40, 0.6, 0.4), see=0.92)
    art.shape(oval(400, 432, 186, 20), lighter(tea, 0.3), Finish(6, 0.4, 0.5), see=0.9)
    strainer = path("M 346 318 L 454 318 L 446 560 C 430 574 370 574 354 560 Z")
    art.shape(strainer, [darker(COLOURS["steel"], 0.3), lighter(COLOURS["steel"], 0.5), darker(COLOURS["steel"], 0.35)], Finish(14, 0.5, 0.4), see=0.72)
    for y in range(340, 556, 13):
        art.stitches([(356, y), (446, y)], COLOURS["ink"], width=3, dash=4, gap=6)
    art.shape(path("M 316 322 C 320 288 360 274 400 274 C 440 274 480 288 484 322 C 440 334 360 334 316 322 Z"), glass, Finish(14, 0.6, 0.9), see=0.85)
    art.shape(oval(400, 262, 22, 20), COLOURS["oak"], Finish(12, 0.8, 0.6, "grain", 0.4))
    art.glow(path("M 250 380 C 220 440 224 520 256 570 L 276 560 C 248 510 248 440 276 390 Z"), colour("ffffff"), 6, 0.95, body)
    art.glow(path("M 540 400 C 566 450 566 510 550 550 L 540 546 C 552 500 548 450 530 408 Z"), colour("ffffff"), 5, 0.7, body)


def jars(art: Art) -> None:
    pasta, beans, flour = colour("e0b45c"), colour("7c2f28"), colour("f2ead8")
    for x, top, wide, fill in ((150, 250, 190, pasta), (360, 370, 180, beans), (556, 460, 160, flour)):
        _jar(art, x, top, wide, fill)


def _jar(art: Art, x: float, top: float, wide: float, fill: Colour) -> None:
    body = box(x, top, wide, 640 - top, 24)
    glass = colour("dfe8e8")
    art.shape(body, glass, Finish(20, 0.5, 0.9), see=0.75)
    inside = box(x + 9, top + 40, wide - 18, 640 - top - 52, 16)
    art.shape(inside, [darker(fill, 0.25), fill, lighter(fill, 0.2), fill, darker(fill, 0.3)], Finish(18, 0.5, 0.2, "speck", 0.3))
    if fill[0] > 230:
        art.glow(box(x, top + 30, wide, 24), glass, 8, 0.8, inside)
    else:
        for i in range(int((640 - top) * wide / 420)):
            px = x + 20 + (i * 61.8) % (wide - 40)
            py = top + 52 + (i * 97.3) % (640 - top - 78)
            grain = oval(px, py, 15, 8) if wide < 190 else box(px - 17, py - 6, 34, 13, 6)
            art.shape(turn(grain, (i * 47) % 180, (px, py)), lighter(fill, (i % 4) / 10), Finish(6, 0.7, 0.5), within=inside)
    art.glow(box(x + 18, top + 24, 12, 600 - top), colour("ffffff"), 5, 0.9, body)
    art.glow(box(x + wide - 26, top + 30, 7, 580 - top), colour("ffffff"), 4, 0.6, body)
    art.shape(box(x + 8, top - 8, wide - 16, 14, 4), colour("e9e4d8"), FLAT)
    art.shape(box(x - 4, top - 48, wide + 8, 44, 10), COLOURS["oak"], Finish(12, 0.7, 0.5, "grain", 0.5))


def recipe_booklet(art: Art) -> None:
    """The cover of the recipe booklet: a loaf, drawn."""
    paper = colour("f4ead7")
    sheets = box(180, 110, 440, 580, 6)
    for i in range(4):
        art.shape(turn(shift(sheets, 8 - i * 2, 8 - i * 2), -5), darker(paper, 0.12 - i * 0.02), Finish(3, 0.4, 0.2))
    cover = turn(box(180, 110, 440, 580, 6), -5)
    art.shape(cover, colour("8c3b24"), Finish(8, 0.3, 0.3, "speck", 0.1))
    art.shape(turn(ring(box(204, 134, 392, 532, 4), box(209, 139, 382, 522, 3)), -5), paper, PLAIN)
    art.shape(turn(oval(400, 420, 150, 150), -5), paper, PLAIN)
    crust = colour("b5702d")
    loaf = turn(path("M 276 470 C 262 380 330 330 400 330 C 470 330 538 380 524 470 C 500 496 300 496 276 470 Z"), -5)
    art.shape(loaf, crust, Finish(36, 0.8, 0.6, "speck", 0.3))
    for x in (330, 385, 440):
        cut = turn(path(f"M {x - 14} 440 C {x - 10} 400 {x + 10} 370 {x + 36} 352 C {x + 26} 390 {x + 14} 420 {x - 14} 440 Z"), -5)
        art.shape(cut, lighter(crust, 0.6), Finish(8, 0.4, 0.3, "speck", 0.3))
    for side in (-1, 1):
        stalk = path(f"M {400 + side * 20} 610 C {400 + side * 60} 606 {400 + side * 110} 590 {400 + side * 140} 566")
        art.line(turn(stalk, -5), paper, 4)
        for i in range(6):
            x, y = 400 + side * (48 + i * 17), 604 - i * 6 - i * i * 0.35
            for tilt in (40, -40):
                seed = turn(oval(x + 8, y, 11, 5), tilt if side > 0 else 180 - tilt, (x, y))
                art.shape(turn(seed, -5), paper, PLAIN)
    for y, half in ((196, 110), (224, 70)):
        art.line(turn([(400 - half, y), (400 + half, y)], -5), paper, 9 if half > 100 else 5)
    art.line(turn([(192, 112), (192, 688)], -5), darker(colour("8c3b24"), 0.4), 4, see=0.7)


