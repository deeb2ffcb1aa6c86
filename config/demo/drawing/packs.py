"""What one carries things in."""

from .canvas import FLAT, PLAIN, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .cookware import BRIGHT, METAL, metal
from .paths import box, flip, path, symmetric

NYLON = Finish(depth=40, shade=0.8, shine=0.45, texture="weave", grip=0.14)
PANEL = Finish(depth=18, shade=0.75, shine=0.5, texture="weave", grip=0.14)
STEEL = COLOURS["steel"]


def backpack(art: Art, main: Colour) -> None:
    ink = COLOURS["ink"]
    art.rod(path("M 372 118 C 372 70 428 70 428 118"), ink, 12)
    for strap in ("M 556 240 C 640 300 640 520 570 640",):
        for side in (path(strap), flip(path(strap))):
            art.rod(side, lighter(ink, 0.1), 22)
    belt = path("M 540 610 C 600 600 660 620 690 660 L 680 690 C 640 664 590 664 540 668 Z")
    for side in (belt, flip(belt)):
        art.shape(side, lighter(ink, 0.12), PANEL)
    body = symmetric(
        "M 400 200 L 540 206 C 572 300 580 420 574 560 C 570 640 550 690 510 706 L 400 712"
    )
    art.shape(body, main, NYLON)
    side_pocket = path("M 520 500 C 560 490 590 500 596 520 L 584 680 C 570 700 540 706 520 704 Z")
    for side in (side_pocket, flip(side_pocket)):
        art.shape(side, darker(main, 0.22), PANEL)
    art.shape(box(566, 418, 30, 120, 12), metal(STEEL), METAL)
    art.shape(box(570, 396, 22, 26, 6), ink, FLAT)
    art.shape(
        path("M 522 520 C 560 506 590 512 597 528 L 590 600 C 566 590 540 590 520 600 Z"),
        darker(main, 0.28),
        PANEL,
    )
    lid = symmetric(
        "M 400 110 C 480 108 530 124 548 160 C 560 196 560 236 550 262 C 500 284 440 288 400 288"
    )
    art.shape(lid, lighter(main, 0.05), Finish(34, 0.8, 0.5, "weave", 0.14))
    zip_line = path("M 270 214 C 340 232 460 232 530 214")
    art.rod(zip_line, ink, 7)
    art.line([(500, 222), (512, 250)], COLOURS["orange"], 6)
    front = symmetric("M 400 350 L 486 350 C 506 420 510 560 498 660 C 470 684 430 688 400 688")
    art.shape(front, darker(main, 0.1), Finish(26, 0.75, 0.45, "weave", 0.14))
    art.rod(path("M 308 380 C 340 362 460 362 492 380"), ink, 7)
    art.shape(box(364, 420, 72, 34, 5), COLOURS["cream"], FLAT)
    art.shape(path("M 378 446 L 394 428 L 402 438 L 408 432 L 422 446 Z"), COLOURS["petrol"], PLAIN)
    for x in (330, 470):
        art.line([(x, 262), (x, 360)], ink, 13)
        art.shape(box(x - 15, 296, 30, 38, 6), lighter(ink, 0.18), Finish(6, 0.8, 0.7))
        art.line([(x, 350), (x + 5, 410)], ink, 8)
    for y in (530, 590):
        art.line([(306, y), (494, y + 30)], ink, 4)
        art.line([(306, y + 30), (494, y)], ink, 4)
    for y in (310, 470):
        for side in ([(528.0, y + 0.0), (578.0, y + 18.0)],):
            art.line(side, ink, 9)
            art.line(flip(side), ink, 9)


def daypack(art: Art, main: Colour) -> None:
    ink = COLOURS["ink"]
    for strap in ("M 540 300 C 620 360 620 560 560 660",):
        for side in (path(strap), flip(path(strap))):
            art.rod(side, lighter(ink, 0.08), 24)
    art.rod(path("M 360 190 C 364 130 436 130 440 190"), ink, 14)
    body = symmetric("M 400 220 L 548 214 C 566 340 574 520 566 660 C 560 696 530 708 400 708")
    coated = Finish(38, 0.8, 0.5, "speck", 0.06)
    art.shape(body, main, coated)
    roll = path(
        "M 240 176 C 236 156 252 148 270 150 L 530 150 C 548 148 564 156 560 176 L 556 240 "
        "C 500 256 300 256 244 240 Z"
    )
    art.shape(roll, darker(main, 0.08), Finish(20, 0.85, 0.6, "speck", 0.06))
    art.line(path("M 246 196 C 320 206 480 206 554 196"), darker(main, 0.5), 4, see=0.7)
    for side in ([(252.0, 180.0), (246.0, 330.0)],):
        for strap_line in (side, flip(side)):
            art.line(strap_line, ink, 16)
    for x in (236, 536):
        art.shape(box(x, 250, 28, 44, 6), lighter(ink, 0.2), Finish(6, 0.8, 0.7))
    pocket = symmetric("M 400 430 L 530 426 C 540 500 540 600 534 664 C 500 682 440 684 400 684")
    art.shape(pocket, lighter(main, 0.06), Finish(22, 0.75, 0.5, "speck", 0.06))
    art.rod(path("M 276 462 C 340 456 460 456 524 462"), ink, 9)
    art.line([(510, 466), (516, 500)], COLOURS["orange"], 7)
    art.line(path("M 300 330 L 500 330"), lighter(main, 0.5), 8, see=0.8)
    art.shape(box(366, 560, 68, 44, 5), COLOURS["cream"], FLAT)
    art.shape(path("M 378 596 L 394 574 L 402 586 L 408 580 L 422 596 Z"), COLOURS["petrol"], PLAIN)


def bottle(art: Art, tone: Colour) -> None:
    shades = BRIGHT if tone == STEEL else metal(tone)
    body = symmetric(
        "M 400 250 L 446 252 C 456 300 506 320 508 380 L 508 690 C 500 712 440 716 400 716"
    )
    art.shape(body, shades, Finish(16, 0.4, 0.3))
    art.shape(symmetric("M 400 226 L 444 226 L 446 262 L 400 270"), metal(STEEL), METAL)
    cap = symmetric("M 400 140 L 446 140 C 456 140 460 150 460 160 L 458 232 L 400 240")
    art.rod(path("M 374 142 C 372 84 428 84 426 142"), COLOURS["ink"], 15)
    art.shape(
        cap,
        [
            darker(COLOURS["ink"], 0.2),
            lighter(COLOURS["ink"], 0.3),
            COLOURS["ink"],
            darker(COLOURS["ink"], 0.3),
        ],
        Finish(10, 0.6, 0.5),
    )
    for x in range(350, 456, 13):
        art.line([(x, 160), (x, 226)], COLOURS["ink"], 3, see=0.7)
    ink = COLOURS["petrol"] if tone == STEEL else COLOURS["cream"]
    art.shape(path("M 352 560 L 388 500 L 408 530 L 424 512 L 452 560 Z"), ink, PLAIN, see=0.9)
    art.line([(352, 578), (452, 578)], ink, 4, see=0.9)


def flask(art: Art, tone: Colour) -> None:
    body = symmetric("M 400 290 L 500 292 L 504 680 C 500 712 440 716 400 716")
    art.shape(
        body,
        [darker(tone, 0.45), tone, lighter(tone, 0.3), tone, darker(tone, 0.2), darker(tone, 0.5)],
        Finish(18, 0.4, 0.25, "speck", 0.12),
    )
    art.shape(symmetric("M 400 272 L 498 272 L 501 300 L 400 304"), metal(STEEL), METAL)
    art.shape(symmetric("M 400 120 L 476 122 C 486 128 492 140 494 270 L 400 276"), BRIGHT, METAL)
    art.line(path("M 308 150 C 350 158 450 158 492 150"), darker(STEEL, 0.4), 2.5, see=0.6)
    art.shape(
        symmetric("M 400 690 L 503 678 L 502 700 C 480 718 440 722 400 722"), metal(STEEL), METAL
    )
    strap = path("M 498 330 C 560 360 560 560 502 600")
    art.line(strap, COLOURS["cognac"], 16)
    art.shape(
        path("M 352 520 L 388 460 L 408 490 L 424 472 L 452 520 Z"),
        COLOURS["petrol"] if tone == COLOURS["cream"] else COLOURS["cream"],
        PLAIN,
        see=0.9,
    )


def dry_bag(art: Art, main: Colour) -> None:
    ink = COLOURS["ink"]
    slick = Finish(44, 0.8, 0.7)
    art.rod(path("M 300 214 C 300 110 500 110 500 214"), lighter(ink, 0.1), 15)
    body = symmetric(
        "M 400 250 L 530 240 C 556 260 566 300 566 360 L 566 650 C 556 696 480 708 400 708"
    )
    art.shape(body, main, slick)
    for data in (
        "M 300 270 C 290 340 310 380 296 450",
        "M 380 270 C 372 330 388 370 380 420",
        "M 470 268 C 490 340 476 380 492 440",
    ):
        art.glow(
            path(data) + [(x + 14, y) for x, y in path(data)][::-1], darker(main, 0.8), 8, 0.4, body
        )
    art.shape(
        symmetric("M 400 190 L 526 190 C 546 196 546 252 526 262 L 400 268"),
        darker(main, 0.12),
        Finish(16, 0.85, 0.7),
    )
    art.line(path("M 262 226 C 330 234 470 234 538 226"), darker(main, 0.5), 4, see=0.7)
    art.shape(box(372, 170, 56, 60, 8), ink, Finish(8, 0.8, 0.6))
    for x, x2 in ((268, 300), (532, 500)):
        art.line([(x, 206), (x2, 200)], ink, 15)
    art.shape(
        symmetric("M 400 640 L 566 624 L 566 654 C 556 698 480 708 400 708"),
        ink,
        Finish(16, 0.7, 0.4),
    )
    art.shape(
        path("M 316 560 L 376 460 L 408 508 L 436 474 L 484 560 Z"),
        COLOURS["cream"],
        PLAIN,
        see=0.92,
    )
    art.line([(316, 582), (484, 582)], COLOURS["cream"], 6, see=0.92)
    art.glow(path("M 268 300 L 288 300 L 290 600 L 270 600 Z"), lighter(main, 0.95), 8, 0.7, body)
