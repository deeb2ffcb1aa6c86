"""Tea, the larder, and the booklet that lies beside them."""

from .canvas import FLAT, PLAIN, Art, Finish
from .colours import COLOURS, Colour, colour, darker, lighter
from .paths import Path, box, oval, path, ring, shift, turn


def teapot(art: Art) -> None:
    tea = colour("c06a22")
    glass = colour("e4ecec")
    art.line(path("M 570 420 C 680 360 700 540 556 560"), darker(glass, 0.25), 26, see=0.55)
    art.line(path("M 572 414 C 686 352 704 540 558 556"), colour("ffffff"), 6, see=0.9)
    spout = path("M 226 520 C 160 500 140 420 108 372 L 132 352 C 180 390 200 440 240 452 Z")
    art.shape(spout, lighter(tea, 0.55), Finish(12, 0.5, 0.9), see=0.85)
    body = path(
        "M 318 318 L 482 318 C 560 340 606 420 596 510 C 588 580 540 616 500 622 L 300 622 "
        "C 260 616 212 580 204 510 C 194 420 240 340 318 318 Z"
    )
    art.shape(body, glass, Finish(26, 0.5, 0.9), see=0.7)
    liquid = path(
        "M 214 430 C 300 444 500 444 586 430 C 600 480 596 560 540 600 "
        "C 500 622 300 622 260 600 C 204 560 200 480 214 430 Z"
    )
    art.shape(
        liquid,
        [darker(tea, 0.2), tea, lighter(tea, 0.35), tea, darker(tea, 0.25)],
        Finish(40, 0.6, 0.4),
        see=0.92,
    )
    art.shape(oval(400, 432, 186, 20), lighter(tea, 0.3), Finish(6, 0.4, 0.5), see=0.9)
    strainer = path("M 346 318 L 454 318 L 446 560 C 430 574 370 574 354 560 Z")
    art.shape(
        strainer,
        [
            darker(COLOURS["steel"], 0.3),
            lighter(COLOURS["steel"], 0.5),
            darker(COLOURS["steel"], 0.35),
        ],
        Finish(14, 0.5, 0.4),
        see=0.72,
    )
    for y in range(340, 556, 13):
        art.stitches([(356, y), (446, y)], COLOURS["ink"], width=3, dash=4, gap=6)
    art.shape(
        path(
            "M 316 322 C 320 288 360 274 400 274 C 440 274 480 288 484 322 "
            "C 440 334 360 334 316 322 Z"
        ),
        glass,
        Finish(14, 0.6, 0.9),
        see=0.85,
    )
    art.shape(oval(400, 262, 22, 20), COLOURS["oak"], Finish(12, 0.8, 0.6, "grain", 0.4))
    art.glow(
        path("M 250 380 C 220 440 224 520 256 570 L 276 560 C 248 510 248 440 276 390 Z"),
        colour("ffffff"),
        6,
        0.95,
        body,
    )
    art.glow(
        path("M 540 400 C 566 450 566 510 550 550 L 540 546 C 552 500 548 450 530 408 Z"),
        colour("ffffff"),
        5,
        0.7,
        body,
    )


def jars(art: Art) -> None:
    pasta, bean = box(-17, -6, 34, 13, 6), oval(0, 0, 15, 8)
    _jar(art, (150, 250, 190), colour("e0b45c"), pasta)
    _jar(art, (360, 370, 180), colour("7c2f28"), bean)
    _jar(art, (556, 460, 160), colour("f2ead8"), None)


def _jar(art: Art, place: tuple[float, float, float], fill: Colour, piece: Path | None) -> None:
    x, top, wide = place
    body = box(x, top, wide, 640 - top, 24)
    glass = colour("dfe8e8")
    art.shape(body, glass, Finish(20, 0.5, 0.9), see=0.75)
    inside = box(x + 9, top + 40, wide - 18, 640 - top - 52, 16)
    art.shape(
        inside,
        [darker(fill, 0.25), fill, lighter(fill, 0.2), fill, darker(fill, 0.3)],
        Finish(18, 0.5, 0.2, "speck", 0.3),
    )
    if piece is None:
        art.glow(box(x, top + 30, wide, 24), glass, 8, 0.8, inside)
    else:
        for i in range(int((640 - top) * wide / 420)):
            px = x + 20 + (i * 61.8) % (wide - 40)
            py = top + 52 + (i * 97.3) % (640 - top - 78)
            art.shape(
                shift(turn(piece, (i * 47) % 180, (0, 0)), px, py),
                lighter(fill, (i % 4) / 10),
                Finish(6, 0.7, 0.5),
                within=inside,
            )
    art.glow(box(x + 18, top + 24, 12, 600 - top), colour("ffffff"), 5, 0.9, body)
    art.glow(box(x + wide - 26, top + 30, 7, 580 - top), colour("ffffff"), 4, 0.6, body)
    art.shape(box(x + 8, top - 8, wide - 16, 14, 4), colour("e9e4d8"), FLAT)
    art.shape(
        box(x - 4, top - 48, wide + 8, 44, 10), COLOURS["oak"], Finish(12, 0.7, 0.5, "grain", 0.5)
    )


def recipe_booklet(art: Art) -> None:
    """The cover of the recipe booklet: a loaf, drawn."""
    paper = colour("f4ead7")
    sheets = box(180, 110, 440, 580, 6)
    for i in range(4):
        art.shape(
            turn(shift(sheets, 8 - i * 2, 8 - i * 2), -5),
            darker(paper, 0.12 - i * 0.02),
            Finish(3, 0.4, 0.2),
        )
    cover = turn(box(180, 110, 440, 580, 6), -5)
    art.shape(cover, colour("8c3b24"), Finish(8, 0.3, 0.3, "speck", 0.1))
    art.shape(turn(ring(box(204, 134, 392, 532, 4), box(209, 139, 382, 522, 3)), -5), paper, PLAIN)
    art.shape(turn(oval(400, 420, 150, 150), -5), paper, PLAIN)
    crust = colour("b5702d")
    loaf = turn(
        path(
            "M 276 470 C 262 380 330 330 400 330 C 470 330 538 380 524 470 "
            "C 500 496 300 496 276 470 Z"
        ),
        -5,
    )
    art.shape(loaf, crust, Finish(36, 0.8, 0.6, "speck", 0.3))
    for x in (330, 385, 440):
        cut = turn(
            path(
                f"M {x - 14} 440 C {x - 10} 400 {x + 10} 370 {x + 36} 352 "
                f"C {x + 26} 390 {x + 14} 420 {x - 14} 440 Z"
            ),
            -5,
        )
        art.shape(cut, lighter(crust, 0.6), Finish(8, 0.4, 0.3, "speck", 0.3))
    for side in (-1, 1):
        stalk = path(
            f"M {400 + side * 20} 610 "
            f"C {400 + side * 60} 606 {400 + side * 110} 590 {400 + side * 140} 566"
        )
        art.line(turn(stalk, -5), paper, 4)
        for i in range(6):
            x, y = 400 + side * (48 + i * 17), 604 - i * 6 - i * i * 0.35
            for tilt in (40, -40):
                seed = turn(oval(x + 8, y, 11, 5), tilt if side > 0 else 180 - tilt, (x, y))
                art.shape(turn(seed, -5), paper, PLAIN)
    for y, half, thick in ((196, 110, 9), (224, 70, 5)):
        art.line(turn([(400 - half, y), (400 + half, y)], -5), paper, thick)
    art.line(turn([(192, 112), (192, 688)], -5), darker(colour("8c3b24"), 0.4), 4, see=0.7)
