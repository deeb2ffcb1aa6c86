"""What stands on the stove, and the tools beside it."""

from .canvas import FLAT, GLOSS, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import box, oval, path, ring, shift, turn

STEEL = COLOURS["steel"]
BRIGHT = [
    darker(STEEL, 0.45),
    lighter(STEEL, 0.6),
    STEEL,
    darker(STEEL, 0.2),
    lighter(STEEL, 0.85),
    STEEL,
    darker(STEEL, 0.35),
    lighter(STEEL, 0.3),
    darker(STEEL, 0.55),
]
METAL = Finish(12, 0.4, 0.3)


def metal(tone: Colour) -> list[Colour]:
    """Bands of light that make a round thing look like metal, left to right."""
    return [
        darker(tone, 0.5),
        lighter(tone, 0.35),
        tone,
        darker(tone, 0.18),
        lighter(tone, 0.6),
        tone,
        darker(tone, 0.25),
        lighter(tone, 0.2),
        darker(tone, 0.55),
    ]


def frying_pan(art: Art, tone: Colour) -> None:
    """From above, the handle to the lower right."""
    handle = turn(
        path(
            "M 620 372 C 700 366 800 378 910 380 C 934 384 934 416 910 420 "
            "C 800 422 700 434 620 428 Z"
        ),
        45,
    )
    handle = shift(handle, -60, -60)
    art.shape(handle, lighter(tone, 0.12), Finish(14, 0.8, 0.6, "speck", 0.2))
    art.shape(
        shift(turn(oval(898, 400, 14, 9), 45), -60, -60), lighter(COLOURS["white"], 0.1), FLAT
    )
    for x in (640, 672):
        art.shape(shift(turn(oval(x, 400, 9, 9), 45), -60, -60), lighter(tone, 0.4), GLOSS)
    art.shape(oval(340, 340, 250, 250), lighter(tone, 0.2), Finish(14, 0.9, 0.8))
    art.shape(oval(340, 340, 238, 238), darker(tone, 0.25), Finish(40, 0.2, 0.05, "speck", 0.2))
    base = oval(344, 344, 192, 192)
    art.shape(base, lighter(tone, 0.06), Finish(16, 0.3, 0.2, "speck", 0.25))
    art.glow(
        path("M 200 300 C 250 200 350 190 420 210 C 340 230 270 280 240 380 Z"),
        lighter(tone, 0.8),
        26,
        0.5,
        base,
    )
    art.glow(
        path("M 560 300 C 590 420 500 560 380 570 C 480 520 540 430 540 320 Z"),
        lighter(tone, 0.8),
        12,
        0.5,
        oval(340, 340, 236, 236),
    )
    for radius in (60, 110, 160):
        art.line([*oval(344, 344, radius, radius)], lighter(tone, 0.4), 1.2, see=0.25)


def saucepan(art: Art, tone: Colour) -> None:
    brass = COLOURS["brass"]
    art.shape(
        path(
            "M 500 372 C 580 350 680 330 772 322 C 790 322 792 346 774 350 "
            "C 690 362 600 384 510 414 Z"
        ),
        brass,
        Finish(10, 0.8, 0.9),
    )
    art.shape(ring(oval(758, 335, 18, 12), oval(758, 335, 10, 6)), darker(brass, 0.1), Finish(4))
    body = path("M 130 350 L 530 350 L 522 580 C 510 606 150 606 138 580 Z")
    art.shape(body, metal(tone), Finish(16, 0.35, 0.25))
    art.shape(oval(330, 350, 204, 48), lighter(tone, 0.3), Finish(6, 0.6, 0.9))
    art.shape(
        oval(330, 351, 194, 42),
        [darker(STEEL, 0.5), STEEL, lighter(STEEL, 0.4), darker(STEEL, 0.3)],
        Finish(20, 0.4, 0.1),
    )
    art.shape(oval(330, 368, 168, 26), darker(STEEL, 0.42), Finish(14, 0.4, 0.2))
    art.shape(path("M 484 384 L 526 372 L 524 444 L 486 440 Z"), brass, Finish(6, 0.8, 0.9))
    for x, y in ((497, 396), (514, 392), (505, 426)):
        art.shape(oval(x, y, 6, 6), lighter(brass, 0.3), GLOSS)
    for y in range(420, 580, 26):
        art.line(
            path(f"M 136 {y} C 200 {y + 20} 450 {y + 20} 526 {y}"),
            lighter(tone, 0.5),
            2,
            see=0.22,
            within=body,
        )


def stock_pot(art: Art, tone: Colour) -> None:
    for x, side in ((176, -1), (624, 1)):
        art.rod(path(f"M {x} 360 C {x + side * 66} 350 {x + side * 66} 424 {x} 414"), tone, 17)
    body = path("M 172 290 L 628 290 L 628 600 C 620 626 180 626 172 600 Z")
    art.shape(body, BRIGHT, METAL)
    art.shape(
        path("M 172 560 C 180 584 620 584 628 560 L 628 602 C 620 628 180 628 172 602 Z"),
        [darker(c, 0.12) for c in BRIGHT],
        METAL,
    )
    art.shape(
        path(
            "M 160 282 C 176 258 624 258 640 282 C 642 306 620 312 400 312 "
            "C 180 312 158 306 160 282 Z"
        ),
        BRIGHT,
        Finish(6, 0.6, 0.5),
    )
    lid = path(
        "M 176 276 C 200 226 300 204 400 204 C 500 204 600 226 624 276 C 560 294 240 294 176 276 Z"
    )
    art.shape(
        lid,
        [
            darker(STEEL, 0.4),
            lighter(STEEL, 0.6),
            STEEL,
            lighter(STEEL, 0.9),
            STEEL,
            darker(STEEL, 0.3),
            darker(STEEL, 0.5),
        ],
        Finish(20, 0.5, 0.5),
    )
    art.rod(path("M 352 212 C 354 160 446 160 448 212"), tone, 16)
    for x in (186, 614):
        for y in (368, 404):
            art.shape(oval(x, y, 7, 7), lighter(STEEL, 0.4), Finish(4, 0.8, 0.8))


def casserole(art: Art, tone: Colour) -> None:
    enamel = Finish(46, 0.9, 0.55)
    for x, side in ((150, -1), (650, 1)):
        lug = path(
            f"M {x} 372 C {x + side * 70} 364 {x + side * 76} 420 {x - side * 10} 424 "
            f"L {x - side * 10} 406 C {x + side * 40} 404 {x + side * 36} 386 {x} 390 Z"
        )
        art.shape(lug, darker(tone, 0.08), Finish(10, 0.8, 0.7))
    body = path(
        "M 142 358 L 658 358 C 656 450 640 540 606 584 C 590 602 210 602 194 584 "
        "C 160 540 144 450 142 358 Z"
    )
    art.shape(
        body, [darker(tone, 0.35), tone, lighter(tone, 0.12), tone, darker(tone, 0.4)], enamel
    )
    art.glow(
        path("M 196 400 C 196 470 216 530 236 560 L 256 550 C 236 510 226 460 228 400 Z"),
        lighter(tone, 0.95),
        10,
        0.75,
        body,
    )
    lid = path(
        "M 136 350 C 150 280 270 232 400 232 C 530 232 650 280 664 350 C 660 372 140 372 136 350 Z"
    )
    art.shape(
        lid,
        [darker(tone, 0.3), tone, lighter(tone, 0.15), tone, darker(tone, 0.35)],
        Finish(34, 0.8, 0.55),
    )
    art.glow(
        path("M 230 300 C 270 268 330 252 390 250 C 340 264 280 286 250 320 Z"),
        lighter(tone, 0.95),
        9,
        0.85,
        lid,
    )
    art.line(path("M 168 322 C 260 336 540 336 632 322"), darker(tone, 0.4), 3, see=0.5)
    art.shape(
        path(
            "M 136 346 C 140 374 660 374 664 346 C 668 360 664 376 640 378 L 160 378 "
            "C 136 376 132 360 136 346 Z"
        ),
        darker(tone, 0.15),
        Finish(6, 0.6, 0.6),
    )
    art.shape(box(386, 208, 28, 30, 6), darker(STEEL, 0.3), METAL)
    art.shape(
        path("M 352 206 C 352 176 448 176 448 206 C 448 218 352 218 352 206 Z"),
        metal(COLOURS["brass"]),
        Finish(10, 0.6, 0.8),
    )


def kettle(art: Art, tone: Colour) -> None:
    wood = COLOURS["walnut"]
    shades = BRIGHT if tone == STEEL else metal(tone)
    art.rod(
        path("M 556 516 C 640 520 640 420 662 350 C 672 310 700 296 730 292"), darker(tone, 0.1), 24
    )
    art.line(path("M 716 286 L 738 300"), darker(tone, 0.5), 8)
    art.shape(
        path(
            "M 232 392 C 120 330 88 380 100 470 C 106 540 150 570 176 560 L 182 536 "
            "C 150 540 132 510 130 460 C 128 410 160 392 226 424 Z"
        ),
        wood,
        Finish(14, 0.8, 0.6, "grain", 0.4),
    )
    body = path(
        "M 250 356 C 290 340 510 340 550 356 C 580 430 604 530 616 590 "
        "C 610 612 190 612 184 590 C 196 530 220 430 250 356 Z"
    )
    art.shape(body, shades, Finish(18, 0.5, 0.35))
    art.shape(
        path("M 184 580 C 190 606 610 606 616 580 L 616 596 C 606 616 194 616 184 596 Z"),
        darker(tone, 0.4),
        Finish(6),
    )
    art.shape(
        path(
            "M 252 356 C 262 314 330 296 400 296 C 470 296 538 314 548 356 "
            "C 500 370 300 370 252 356 Z"
        ),
        shades,
        Finish(14, 0.6, 0.5),
    )
    art.line(path("M 254 356 C 300 370 500 370 546 356"), darker(tone, 0.5), 3, see=0.7)
    art.shape(box(388, 274, 24, 26, 5), darker(tone, 0.3), METAL)
    art.shape(oval(400, 262, 30, 20), wood, Finish(12, 0.8, 0.6, "grain", 0.4))
