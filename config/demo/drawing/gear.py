"""Light, fire and the way: small things for outside."""

from .camp import STEEL
from .canvas import PLAIN, Art, Finish
from .colours import COLOURS, Colour, colour, darker, lighter
from .cookware import BRIGHT, METAL, metal
from .paths import box, oval, path, ring, shift, turn


def headlamp(art: Art, main: Colour) -> None:
    ink = COLOURS["ink"]
    band = ring(oval(400, 380, 300, 210), oval(400, 380, 262, 166))
    art.shape(band, lighter(ink, 0.06), Finish(14, 0.8, 0.4, "weave", 0.35))
    art.stitches(oval(400, 380, 282, 188), main, width=5, dash=40, gap=16)
    art.shape(box(648, 330, 44, 86, 10), lighter(ink, 0.2), Finish(10, 0.8, 0.5))
    body = box(262, 486, 276, 156, 52)
    art.shape(body, main, Finish(30, 0.85, 0.7))
    art.shape(box(276, 500, 248, 128, 44), darker(ink, 0.1), Finish(20, 0.7, 0.5))
    art.halo(oval(360, 564, 66, 66), colour("fff3c4"), 30, 0.5)
    art.shape(oval(360, 564, 54, 54), metal(STEEL), Finish(10, 0.5, 0.6))
    art.shape(oval(360, 564, 44, 44), [colour("fffbe8"), colour("ffe9a6")], Finish(14, 0.3, 0.9))
    for x, y in ((346, 550), (374, 550), (360, 576)):
        art.shape(oval(x, y, 9, 9), colour("ffd76b"), Finish(5, 0.5, 0.9))
    art.shape(oval(458, 564, 30, 30), darker(COLOURS["red"], 0.15), Finish(12, 0.7, 0.9))
    art.shape(oval(458, 564, 14, 14), colour("ff8d78"), Finish(6, 0.4, 0.9))
    art.shape(box(370, 474, 90, 20, 9), lighter(ink, 0.15), Finish(7, 0.7, 0.6))
    for x in (508, 290):
        art.line([(x, 540), (x, 590)], lighter(ink, 0.3), 4)


def lantern(art: Art, main: Colour) -> None:
    warm = colour("ffe2a1")
    art.rod(path("M 270 330 C 240 60 560 60 530 330"), darker(STEEL, 0.2), 11)
    art.halo(oval(400, 440, 150, 150), warm, 60, 0.75)
    art.shape(
        path("M 290 320 L 510 320 L 524 560 L 276 560 Z"),
        [
            darker(warm, 0.15),
            colour("fff8e2"),
            colour("fffdf2"),
            colour("fff3cf"),
            darker(warm, 0.2),
        ],
        Finish(20, 0.25, 0.6),
        see=0.93,
    )
    art.halo(oval(400, 450, 46, 84), colour("fffdf0"), 22, 0.95)
    for x in (316, 358, 442, 484):
        art.rod([(x + (400 - x) * 0.06, 320), (x - (400 - x) * 0.06, 562)], darker(main, 0.1), 7)
    art.shape(
        path("M 346 226 L 454 226 C 470 250 520 280 532 322 L 268 322 C 280 280 330 250 346 226 Z"),
        [darker(main, 0.4), main, lighter(main, 0.3), main, darker(main, 0.45)],
        Finish(18, 0.6, 0.6),
    )
    art.shape(box(358, 200, 84, 30, 8), metal(main), METAL)
    base = path(
        "M 262 556 L 538 556 C 560 590 566 630 562 664 C 540 684 260 684 238 664 "
        "C 234 630 240 590 262 556 Z"
    )
    art.shape(
        base,
        [darker(main, 0.4), main, lighter(main, 0.25), main, darker(main, 0.45)],
        Finish(20, 0.6, 0.5),
    )
    art.line(path("M 250 592 C 300 606 500 606 550 592"), darker(main, 0.4), 3, see=0.7)
    art.shape(oval(400, 632, 20, 20), metal(COLOURS["brass"]), Finish(8, 0.7, 0.9))


def gas_stove(art: Art) -> None:
    brass = COLOURS["brass"]
    blue = COLOURS["blue"]
    can = path(
        "M 250 560 C 254 520 320 500 400 500 C 480 500 546 520 550 560 L 550 680 "
        "C 540 702 260 702 250 680 Z"
    )
    art.shape(
        can,
        [darker(blue, 0.4), blue, lighter(blue, 0.35), blue, darker(blue, 0.45)],
        Finish(18, 0.6, 0.5),
    )
    art.shape(
        path("M 250 588 C 300 606 500 606 550 588 L 550 634 C 500 652 300 652 250 634 Z"),
        colour("f1ece0"),
        Finish(8, 0.3, 0.2),
    )
    art.shape(path("M 400 600 L 372 640 L 428 640 Z"), blue, PLAIN)
    art.shape(box(376, 470, 48, 40, 8), metal(brass), METAL)
    art.shape(box(384, 360, 32, 116, 4), metal(brass), METAL)
    art.rod(path("M 416 430 L 520 446"), STEEL, 9)
    art.shape(
        path("M 512 424 C 570 420 590 450 570 468 C 550 480 520 474 510 462 Z"),
        metal(STEEL),
        Finish(6, 0.7, 0.6),
    )
    art.shape(path("M 352 330 L 448 330 L 428 370 L 372 370 Z"), metal(STEEL), METAL)
    for x, x2 in ((372, 250), (428, 550), (400, 420)):
        art.rod(
            path(f"M {x} 368 C {x2} 372 {x2} 330 {x2} 262 L {x2 + (400 - x2) * 0.16} 258"),
            darker(STEEL, 0.15),
            12,
        )
    art.halo(
        path(
            "M 340 330 C 330 280 360 270 366 236 C 384 262 390 236 400 220 "
            "C 412 240 418 262 434 236 C 440 270 470 280 460 330 Z"
        ),
        colour("4f8fe0"),
        9,
        0.85,
    )
    art.halo(
        path(
            "M 366 328 C 360 300 376 290 382 270 C 392 288 396 276 402 262 "
            "C 412 280 424 294 430 328 Z"
        ),
        colour("d9f0ff"),
        6,
        0.9,
    )
    art.shape(oval(400, 332, 58, 14), BRIGHT, Finish(5, 0.6, 0.6))


def route_map(art: Art) -> None:
    """A folded map with the trail on it."""
    paper, sea, land = colour("f2ecdc"), colour("9dc0cc"), colour("cfd9b0")
    sheet = path(
        "M 120 190 L 306 150 L 494 190 L 680 150 L 680 610 L 494 650 L 306 610 L 120 650 Z"
    )
    art.shape(sheet, paper, Finish(6, 0.4, 0.2))
    inside = path(
        "M 134 204 L 306 166 L 494 206 L 666 168 L 666 598 L 494 634 L 306 596 L 134 634 Z"
    )
    art.shape(inside, land, PLAIN)
    fjord = path(
        "M 666 168 L 666 400 C 610 420 590 360 540 370 C 480 380 480 460 420 470 "
        "C 350 480 350 400 300 410 C 250 420 230 480 190 470 C 170 440 210 380 260 360 "
        "C 320 340 340 370 390 360 C 440 350 430 290 480 270 C 540 250 560 200 600 180 Z"
    )
    art.shape(fjord, sea, Finish(10, 0.25, 0.2), within=inside)
    for i in range(5):
        hill = oval(246, 548, 84 - i * 16, 46 - i * 9)
        art.line([*hill, hill[0]], darker(land, 0.3), 2, see=0.6)
        hill = oval(330, 256, 74 - i * 14, 40 - i * 8)
        art.line([*hill, hill[0]], darker(land, 0.3), 2, see=0.6)
    trail = path(
        "M 176 520 C 230 500 270 470 320 500 C 380 540 440 540 480 500 "
        "C 520 460 560 430 610 450 C 640 470 640 520 620 560"
    )
    art.stitches(trail, COLOURS["red"], width=7, dash=16, gap=10)
    for x, y in ((176, 520), (320, 500), (480, 500), (610, 450)):
        art.shape(oval(x, y, 10, 10), paper, PLAIN)
        art.shape(oval(x, y, 7, 7), COLOURS["red"], PLAIN)
    pin = path(
        "M 620 560 C 596 520 584 506 584 486 C 584 440 656 440 656 486 C 656 506 644 520 620 560 Z"
    )
    art.glow(shift(pin, 8, 8), COLOURS["ink"], 6, 0.4, inside)
    art.shape(pin, COLOURS["red"], Finish(12, 0.7, 0.8))
    art.shape(oval(620, 486, 13, 13), paper, PLAIN)
    for left, dark in ((120, 0), (306, 1), (494, 0)):
        panel = path(
            f"M {left} {190 - 40 * dark + 0} L {left + 187} {150 + 40 * dark} "
            f"L {left + 187} {610 + 40 * dark} L {left} {650 - 40 * dark} Z"
        )
        if dark:
            art.shape(panel, COLOURS["ink"], PLAIN, see=0.09)
        art.line([panel[1], panel[2]], COLOURS["ink"], 2, see=0.25)
    rose = oval(206, 250, 34, 34)
    art.line([*rose, rose[0]], COLOURS["ink"], 2.5, see=0.7)
    for angle in (0, 90, 180, 270):
        art.shape(
            turn(path("M 206 206 L 214 250 L 198 250 Z"), angle, (206, 250)),
            COLOURS["red"] if angle == 0 else COLOURS["ink"],
            PLAIN,
        )


def poles(art: Art) -> None:
    for tilt, right in ((18, -30), (-18, 30)):
        for x, y, wide, high, tone in (
            (393, 250, 14, 180, COLOURS["petrol"]),
            (395, 420, 10, 170, STEEL),
            (396.5, 580, 7, 130, COLOURS["petrol"]),
        ):
            part = shift(turn(box(x, y, wide, high, 2), tilt, (400, 430)), right, 0)
            art.shape(part, metal(tone), Finish(4, 0.5, 0.4))
        for y in (416, 580):
            clamp = shift(turn(box(388, y, 30, 30, 6), tilt, (400, 430)), right, 0)
            art.shape(clamp, COLOURS["ink"], Finish(6, 0.8, 0.6))
        cork = shift(
            turn(
                path(
                    "M 384 110 C 384 92 418 88 424 104 L 416 130 C 420 160 408 180 416 210 "
                    "L 412 262 L 388 262 C 384 220 390 190 384 160 Z"
                ),
                tilt,
                (400, 430),
            ),
            right,
            0,
        )
        loop = shift(turn(path("M 402 112 C 470 100 480 230 410 232"), tilt, (400, 430)), right, 0)
        art.line(loop, COLOURS["ink"], 9)
        art.shape(cork, COLOURS["cork"], Finish(14, 0.8, 0.5, "speck", 0.5))
        basket = shift(turn(oval(400, 686, 30, 11), tilt, (400, 430)), right, 0)
        art.shape(basket, COLOURS["ink"], Finish(6, 0.7, 0.5))
        tip = shift(
            turn(path("M 396 700 L 404 700 L 401 730 L 399 730 Z"), tilt, (400, 430)), right, 0
        )
        art.shape(tip, STEEL, METAL)


def camp_mug(art: Art, main: Colour) -> None:
    rim = darker(STEEL, 0.35)
    art.rod(path("M 566 380 C 680 366 680 560 560 540"), main, 26)
    body = path("M 216 300 L 584 300 L 572 604 C 560 630 240 630 228 604 Z")
    art.shape(
        body,
        [darker(main, 0.35), main, lighter(main, 0.25), main, darker(main, 0.38)],
        Finish(24, 0.6, 0.6),
    )
    ink = COLOURS["petrol"] if main == COLOURS["white"] else COLOURS["cream"]
    art.shape(path("M 280 520 L 356 408 L 396 466 L 430 424 L 500 520 Z"), ink, PLAIN)
    art.shape(path("M 356 408 L 376 437 L 362 446 L 350 436 L 336 438 Z"), main, PLAIN)
    art.shape(oval(470, 392, 20, 20), COLOURS["orange"], PLAIN)
    art.glow(path("M 242 340 L 262 340 L 268 580 L 250 580 Z"), colour("ffffff"), 7, 0.75, body)
    art.shape(oval(400, 300, 188, 42), rim, Finish(4, 0.6, 0.8))
    inner = oval(400, 302, 176, 36)
    art.shape(
        inner, [darker(COLOURS["white"], 0.4), COLOURS["white"]], Finish(16, 0.4, 0.1), down=True
    )
    art.shape(oval(400, 318, 158, 24), colour("4a2c1c"), Finish(12, 0.4, 0.4), within=inner)
    for x, y, size in ((250, 590, 7), (548, 330, 5)):
        art.shape(oval(x, y, size, size * 0.7), COLOURS["ink"], PLAIN, see=0.8)
