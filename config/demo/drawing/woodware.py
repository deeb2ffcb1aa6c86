"""Knives, and what is turned and carved from wood."""

from .canvas import PLAIN, WOOD, Art, Finish
from .colours import COLOURS, colour, darker, lighter
from .cookware import BRIGHT, METAL, STEEL, metal
from .paths import box, oval, path, ring, shift, symmetric, turn


def knife(art: Art, *, bread: bool) -> None:
    """Lying across, on a board."""
    art.shape(box(60, 250, 680, 300, 26), COLOURS["oak"], Finish(14, 0.6, 0.4, "grain", 0.4))
    steel = [lighter(STEEL, 0.35), STEEL, lighter(STEEL, 0.7), darker(STEEL, 0.18)]
    if bread:
        edge = "M 290 352 L 724 352 C 738 360 738 400 716 412 "
        for x in range(704, 290, -22):
            edge += f"Q {x - 11} 428 {x - 22} 412 "
        blade = path(edge + "L 290 412 Z")
    else:
        blade = path(
            "M 290 344 L 560 346 C 640 352 710 386 744 418 C 700 442 520 446 316 446 L 290 440 Z"
        )
    tilted = turn(blade, -4)
    art.glow(shift(tilted, 8, 18), COLOURS["ink"], 9, 0.5, box(60, 250, 680, 300, 26))
    art.shape(tilted, steel, Finish(9, 0.6, 0.5), down=True)
    sheen = turn(path("M 300 354 L 560 356 L 640 372 L 640 380 L 300 366 Z"), -4)
    art.glow(sheen, colour("ffffff"), 5, 0.7, tilted)
    art.line(
        turn(
            path("M 316 424 C 500 428 640 428 722 414" if not bread else "M 300 396 L 716 396"), -4
        ),
        darker(STEEL, 0.35),
        2,
        see=0.7,
    )
    art.shape(
        turn(
            path(
                "M 268 340 L 298 340 L 298 446 L 284 446 C 280 424 274 408 268 400 Z"
                if not bread
                else "M 268 350 L 298 350 L 298 414 L 268 404 Z"
            ),
            -4,
        ),
        BRIGHT,
        Finish(8, 0.6, 0.6),
        down=True,
    )
    grip = turn(
        path(
            "M 76 352 C 90 336 180 342 270 342 L 270 402 C 200 398 150 404 100 420 "
            "C 76 420 66 376 76 352 Z"
        ),
        -4,
    )
    art.glow(shift(grip, 6, 18), COLOURS["ink"], 10, 0.6, box(60, 250, 680, 300, 26))
    art.shape(grip, COLOURS["walnut"], Finish(20, 0.8, 0.6, "grain", 0.4))
    for x in (120, 180, 240):
        art.shape(turn(oval(x, 372, 9, 9), -4), COLOURS["brass"], Finish(4, 0.7, 0.9))


def board(art: Art) -> None:
    oak = COLOURS["oak"]
    slab = box(90, 190, 620, 420, 44)
    art.shape(shift(slab, 0, 16), darker(oak, 0.35), WOOD)
    art.shape(slab, oak, Finish(14, 0.45, 0.4, "grain", 0.5))
    for y in (295, 400, 505):
        art.line([(92, y), (708, y)], darker(oak, 0.45), 2, see=0.45)
    groove = ring(box(124, 224, 552, 352, 26), box(136, 236, 528, 328, 20))
    art.shape(groove, darker(oak, 0.3), Finish(4, 0.9, 0.6))
    art.shape(oval(640, 266, 0, 0), oak, PLAIN)
    hole = box(560, 262, 76, 26, 13)
    art.shape(hole, colour("d8d3c8"), Finish(5, 0.4, 0.1))
    art.glow(box(556, 250, 84, 20), COLOURS["ink"], 7, 0.8, hole)


def spoons(art: Art) -> None:
    wood = COLOURS["cherry"]
    finish = Finish(18, 0.8, 0.5, "grain", 0.4)
    round_bowl = (
        "M 390 330 L 392 690 C 392 706 408 706 408 690 L 410 330 C 470 320 480 120 400 110 "
        "C 320 120 330 320 390 330 Z"
    )
    corner = (
        "M 390 330 L 392 690 C 392 706 408 706 408 690 L 410 330 C 460 310 476 240 474 120 "
        "C 420 100 380 110 350 150 C 320 220 340 310 390 330 Z"
    )
    spatula = (
        "M 390 350 L 392 690 C 392 706 408 706 408 690 L 410 350 C 440 330 452 300 456 110 "
        "L 350 130 C 346 300 360 330 390 350 Z"
    )
    for data, tilt, right in ((round_bowl, 14, -30), (corner, 0, 0), (spatula, -14, 30)):
        tool = shift(turn(path(data), -tilt, (400, 660)), right * 2.2, 0)
        art.shape(tool, lighter(wood, right / 200 + 0.1), finish)
        if data is not spatula:
            dip = shift(turn(oval(402, 216, 44, 76), -tilt, (400, 660)), right * 2.2, 0)
            art.shape(dip, darker(wood, 0.18), Finish(26, 0.2, 0.1, "grain", 0.3))
            art.glow(shift(dip, 14, 16), lighter(wood, 0.8), 14, 0.5, dip)


def rolling_pin(art: Art) -> None:
    beech = COLOURS["beech"]
    pin = turn(
        path(
            "M 60 400 C 62 372 110 366 200 362 C 330 358 470 358 600 362 "
            "C 690 366 738 372 740 400 C 738 428 690 434 600 438 C 470 442 330 442 200 438 "
            "C 110 434 62 428 60 400 Z"
        ),
        -28,
    )
    art.shape(pin, beech, Finish(30, 0.85, 0.6, "grain", 0.4))
    art.glow(turn(box(120, 376, 560, 12), -28), lighter(beech, 0.9), 7, 0.6, pin)


def pepper_mill(art: Art) -> None:
    wood = COLOURS["walnut"]
    finish = Finish(30, 0.85, 0.5, "grain", 0.4)
    shades = [darker(wood, 0.4), lighter(wood, 0.15), lighter(wood, 0.3), wood, darker(wood, 0.35)]
    body = symmetric(
        "M 400 330 L 460 332 C 474 380 446 420 446 466 C 448 540 500 580 504 660 "
        "C 480 676 440 680 400 680"
    )
    art.shape(body, shades, finish)
    art.shape(
        symmetric("M 400 646 L 503 638 L 506 668 C 480 684 440 688 400 688"), metal(STEEL), METAL
    )
    art.shape(
        symmetric("M 400 312 L 450 314 L 452 336 C 430 342 410 342 400 342"), metal(STEEL), METAL
    )
    head = symmetric("M 400 150 C 470 150 500 196 494 246 C 488 290 460 306 450 318 L 400 322")
    art.shape(head, shades, finish)
    art.shape(oval(400, 146, 22, 16), metal(STEEL), Finish(8, 0.7, 0.9))
    for line in ("M 446 466 L 354 466", "M 449 490 L 351 490"):
        art.line(path(line), darker(wood, 0.5), 3, see=0.6)
    for x, y, r in ((560, 676, 11), (592, 664, 9), (540, 692, 9), (250, 684, 10), (620, 690, 8)):
        art.shape(oval(x, y, r, r * 0.95), COLOURS["ink"], Finish(6, 0.7, 0.6, "speck", 0.5))
