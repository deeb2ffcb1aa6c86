"""What makes a camp: tent, bed, light and fire."""

from .canvas import FLAT, GLOSS, Art, Finish
from .colours import COLOURS, Colour, colour, darker, lighter
from .cookware import METAL, metal
from .paths import box, oval, path, ring, scatter, symmetric

SHELL = Finish(depth=34, shade=0.7, shine=0.5, texture="speck", grip=0.05)
STEEL = COLOURS["steel"]


def tent(art: Art, main: Colour) -> None:
    grass = colour("77885f")
    art.shape(
        oval(402, 652, 356, 54),
        [lighter(grass, 0.2), grass],
        Finish(30, 0.5, 0.3, "speck", 0.4),
        down=True,
    )
    for x, y in scatter(150, 120, 632, 560, 50):
        art.line([(x, y), (x + 3, y - 11)], lighter(grass, 0.25), 2, see=0.7)
    for x, x2 in ((150, 84), (650, 724)):
        art.line([(x + (x - x2) * 0.9, 480), (x2, 650)], COLOURS["yellow"], 2.5)
        art.line([(x2 - 3, 636), (x2 + 4, 662)], darker(STEEL, 0.4), 6)
    dome = path("M 110 640 C 150 470 240 270 400 246 C 560 270 650 470 690 640 Z")
    art.shape(dome, main, SHELL)
    left = path("M 110 640 C 150 470 240 270 400 246 C 330 350 270 500 250 640 Z")
    art.shape(left, lighter(main, 0.14), Finish(26, 0.45, 0.4))
    right = path("M 690 640 C 650 470 560 270 400 246 C 470 350 530 500 552 640 Z")
    art.shape(right, darker(main, 0.22), Finish(26, 0.5, 0.2))
    art.shape(
        path("M 300 640 C 316 520 350 400 400 330 C 452 400 486 520 502 640 Z"),
        colour("2c3130"),
        Finish(30, 0.4, 0.1),
    )
    floor = path("M 306 640 C 312 600 318 580 326 552 L 474 552 C 484 580 492 600 496 640 Z")
    art.shape(floor, [colour("e9c982"), colour("8a6f4a")], Finish(14, 0.4, 0.1), down=True)
    art.shape(
        path("M 330 612 C 360 580 440 580 474 612 L 480 640 L 324 640 Z"),
        COLOURS["blue"],
        Finish(16, 0.6, 0.5),
    )
    roll = path("M 300 640 C 314 520 350 400 400 330 C 372 420 352 540 346 640 Z")
    art.shape(roll, lighter(main, 0.32), Finish(16, 0.8, 0.4))
    other = path("M 502 640 C 488 520 452 400 400 330 C 430 420 452 540 458 640 Z")
    art.shape(other, lighter(main, 0.2), Finish(16, 0.8, 0.4))
    for line in (
        "M 110 640 C 160 470 250 330 400 246",
        "M 400 246 C 330 350 270 500 250 640",
        "M 400 246 C 470 350 530 500 552 640",
    ):
        art.rod(path(line), COLOURS["yellow"], 6)
    vent = path("M 352 282 C 370 262 430 262 448 282 L 460 306 C 430 290 370 290 340 306 Z")
    art.shape(vent, darker(main, 0.15), Finish(10, 0.7, 0.5))
    art.line(path("M 110 640 L 300 642"), darker(main, 0.5), 5)
    art.line(path("M 500 642 L 690 640"), darker(main, 0.5), 5)


def tarp(art: Art, main: Colour) -> None:
    grass = colour("77885f")
    art.shape(
        oval(400, 646, 372, 52),
        [lighter(grass, 0.2), grass],
        Finish(30, 0.5, 0.3, "speck", 0.4),
        down=True,
    )
    for x, x2 in ((210, 60), (590, 740)):
        art.line([(x, 230), (x2, 640)], COLOURS["yellow"], 2.5)
    for x, top in ((210, 226), (590, 226)):
        art.rod([(x, top), (x, 644)], STEEL, 11)
    back = path("M 210 236 Q 400 262 590 236 L 660 420 Q 400 380 140 420 Z")
    art.shape(back, darker(main, 0.4), Finish(20, 0.5, 0.1))
    front = path(
        "M 210 236 Q 400 266 590 236 C 620 330 670 430 716 496 Q 400 440 84 496 "
        "C 130 430 180 330 210 236 Z"
    )
    art.shape(front, main, SHELL)
    for x, x2 in ((304, 240), (400, 400), (496, 560)):
        art.stitches([(x, 254), (x2, 462)], lighter(main, 0.5), width=2)
    for x, x2 in ((88, 40), (712, 762)):
        art.line([(x, 494), (x2, 640)], COLOURS["yellow"], 2.5)


def sleeping_bag(art: Art, main: Colour) -> None:
    inside = COLOURS["orange"]
    outline = symmetric(
        "M 400 90 C 470 90 520 130 520 190 C 522 230 560 250 572 310 "
        "C 584 420 540 600 496 700 C 470 730 430 736 400 736"
    )
    art.shape(outline, darker(main, 0.35), FLAT)
    quilt = Finish(22, 0.8, 0.6, "speck", 0.05)
    for y in range(86, 740, 58):
        band = path(
            f"M 180 {y} Q 400 {y + 18} 620 {y} L 620 {y + 53} Q 400 {y + 71} 180 {y + 53} Z"
        )
        art.shape(band, main, quilt, within=outline)
    art.glow(box(230, 90, 40, 650), darker(main, 0.8), 26, 0.5, outline)
    art.glow(box(540, 90, 60, 650), darker(main, 0.8), 26, 0.6, outline)
    art.shape(
        symmetric("M 400 122 C 446 122 478 150 478 196 C 476 236 444 262 400 266"),
        inside,
        Finish(30, 0.9, 0.3),
    )
    art.rod([*oval(400, 194, 80, 74), (480, 194)], lighter(main, 0.12), 16)
    flap = path("M 300 262 C 330 300 360 330 380 470 C 330 420 286 380 258 330 Z")
    art.shape(flap, inside, Finish(20, 0.8, 0.5))
    art.line(
        path("M 300 262 C 332 300 366 330 382 470 C 384 560 382 640 380 700"),
        COLOURS["ink"],
        6,
        see=0.8,
    )
    art.shape(box(372, 470, 16, 36, 6), COLOURS["yellow"], GLOSS)


def mat(art: Art, main: Colour) -> None:
    """Half unfolded: zigzag pleats from the side, then the block."""
    foam = Finish(16, 0.7, 0.45, "speck", 0.25)
    for i in range(7):
        y = 596 - i * 30
        tone = lighter(main, 0.06 + (i % 2) * 0.16)
        sheet = path(f"M 130 {y} L 560 {y} L 668 {y - 50} L 240 {y - 50} Z")
        art.shape(sheet, tone, foam)
        front = path(f"M 130 {y} L 560 {y} L 560 {y + 27} L 130 {y + 27} Z")
        art.shape(front, [lighter(tone, 0.1), darker(tone, 0.2)], foam, down=True)
        for x in range(146, 560, 28):
            art.shape(oval(x, y + 14, 9, 8), darker(tone, 0.28), Finish(6, 0.5, 0.4))
        side = path(f"M 560 {y} L 668 {y - 50} L 668 {y - 24} L 560 {y + 27} Z")
        art.shape(side, darker(tone, 0.32), foam)
    for row in range(3):
        for column in range(12):
            x, y = 172 + column * 34 + row * 32, 406 - row * 15
            art.shape(oval(x, y, 13, 5), darker(main, 0.2), Finish(5, 0.7, 0.6))
    for x in (236, 470):
        art.line(path(f"M {x} 626 L {x} 416 L {x + 106} 366"), COLOURS["ink"], 11)
        art.shape(box(x - 12, 520, 24, 30, 4), darker(STEEL, 0.2), METAL)


def hammock(art: Art, main: Colour) -> None:
    bark = colour("6f5a47")
    for x in (70, 730):
        trunk = path(
            f"M {x - 44} 60 C {x - 36} 300 {x - 40} 500 {x - 60} 720 L {x + 60} 720 "
            f"C {x + 40} 500 {x + 36} 300 {x + 44} 60 Z"
        )
        art.shape(
            trunk,
            [darker(bark, 0.35), bark, lighter(bark, 0.2), darker(bark, 0.4)],
            Finish(20, 0.7, 0.3, "speck", 0.6),
        )
    for points in ("M 104 280 L 214 372", "M 696 280 L 586 372"):
        art.line(path(points), COLOURS["ink"], 9)
    for x in (70, 730):
        art.shape(box(x - 42, 262, 84, 26, 4), COLOURS["orange"], Finish(8, 0.6, 0.4, "weave"))
    back = path("M 206 366 C 300 430 500 430 594 366 C 540 580 260 580 206 366 Z")
    art.shape(back, darker(main, 0.3), Finish(20, 0.6, 0.2))
    cloth = path(
        "M 206 366 C 270 470 340 500 400 500 C 460 500 530 470 594 366 "
        "C 590 520 520 620 400 622 C 280 620 210 520 206 366 Z"
    )
    art.shape(cloth, main, Finish(40, 0.75, 0.5, "speck", 0.05))
    for x in range(-3, 4):
        crease = path(f"M {210 if x < 0 else 590} 372 Q {400 + x * 46} 470 {400 + x * 30} 616")
        art.line(crease, darker(main, 0.5), 4, see=0.3, within=cloth)
    edge = path(
        "M 206 366 C 270 470 340 500 400 500 C 460 500 530 470 594 366 "
        "C 536 492 466 522 400 522 C 334 522 264 492 206 366 Z"
    )
    art.shape(edge, COLOURS["orange"], Finish(10, 0.6, 0.5))
    for x in (208, 592):
        art.shape(ring(oval(x, 366, 15, 15), oval(x, 366, 8, 8)), metal(STEEL), METAL)
