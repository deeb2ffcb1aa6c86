"""Jackets and a vest, laid flat."""

from .canvas import FLAT, GLOSS, Art, Finish
from .clothes import LONG_SLEEVE, SHELL, fold, sleeves
from .colours import COLOURS, Colour, darker, lighter
from .paths import box, flip, oval, path, shift, symmetric


def denim_jacket(art: Art, main: Colour) -> None:
    denim = Finish(depth=24, shade=0.75, shine=0.45, texture="weave", grip=0.4)
    thread = COLOURS["brass"]
    sleeves(art, main, LONG_SLEEVE, denim)
    cuff = path("M 672 552 L 688 612 L 616 632 L 602 572 Z")
    for side in (cuff, flip(cuff)):
        art.shape(side, lighter(main, 0.05), Finish(10, 0.7, 0.5, "weave", 0.4))
    seam = path("M 556 250 C 590 340 630 470 650 560")
    for side in (seam, flip(seam)):
        art.stitches(side, thread)
    body = symmetric(
        "M 400 190 L 458 172 C 500 182 540 196 560 214 C 552 300 548 400 552 500 L 556 590 "
        "L 400 600"
    )
    art.shape(body, main, denim)
    for data in (
        "M 552 300 L 402 306",
        "M 470 306 C 464 400 446 500 440 590",
        "M 520 304 C 512 400 492 500 488 588",
    ):
        for side in (path(data), flip(path(data))):
            art.line(side, darker(main, 0.4), 2)
            art.stitches(shift(side, 0, 5), thread, width=1.8)
    pocket = path("M 440 300 L 528 296 L 526 388 L 484 408 L 442 392 Z")
    flap = path("M 434 296 L 534 292 L 534 322 L 484 346 L 434 326 Z")
    for part, finish in (
        (pocket, Finish(10, 0.6, 0.4, "weave", 0.4)),
        (flap, Finish(10, 0.7, 0.5, "weave", 0.4)),
    ):
        for side in (part, flip(part)):
            art.shape(side, lighter(main, 0.07), finish)
    for side in (shift(flap, 0, -5), shift(flip(flap), 0, -5)):
        art.stitches(side, thread, width=1.8)
    art.shape(
        symmetric("M 400 586 L 556 574 L 558 624 C 500 636 450 638 400 638"),
        lighter(main, 0.05),
        Finish(12, 0.7, 0.5, "weave", 0.4),
    )
    art.stitches(symmetric("M 400 594 L 554 582")[1:], thread, width=1.8)
    art.shape(box(382, 206, 36, 430), lighter(main, 0.06), Finish(8, 0.5, 0.4, "weave", 0.4))
    for x in (387, 413):
        art.stitches([(x, 226), (x, 632)], thread, width=1.8)
    _denim_collar(art, main)
    buttons = [(400, y) for y in (256, 330, 404, 478, 552, 612)] + [(484, 328), (316, 328)]
    for x, y in buttons:
        art.shape(oval(x, y, 8, 8), COLOURS["copper"], Finish(4, 0.7, 0.9))


def _denim_collar(art: Art, main: Colour) -> None:
    art.shape(symmetric("M 400 182 L 450 166 C 446 196 424 212 400 216"), darker(main, 0.55), FLAT)
    collar = path("M 402 218 L 448 156 C 476 162 492 178 502 194 L 470 282 Z")
    for side in (collar, flip(collar)):
        art.shape(side, lighter(main, 0.1), Finish(14, 0.7, 0.5, "weave", 0.4))
    inner = path("M 410 222 L 466 268 L 492 198")
    for side in (inner, flip(inner)):
        art.stitches(side, COLOURS["brass"], width=1.8)


def rain_jacket(art: Art, main: Colour) -> None:
    sleeves(art, main, LONG_SLEEVE, SHELL)
    hood = symmetric("M 400 60 C 460 58 506 100 506 160 C 506 190 492 210 470 226 L 400 236")
    art.shape(hood, main, SHELL)
    art.shape(
        symmetric("M 400 92 C 440 92 466 120 466 162 C 464 196 440 222 400 238"),
        darker(main, 0.62),
        Finish(20, 0.7, 0.2),
    )
    body = symmetric(
        "M 400 236 L 470 196 C 510 190 540 200 560 216 C 552 320 550 440 556 540 L 564 690 "
        "C 500 706 440 708 400 708"
    )
    art.shape(body, main, SHELL)
    fold(art, body, "M 520 330 C 504 450 512 570 524 690", main, see=0.35)
    fold(art, body, "M 452 470 C 446 560 452 640 456 700", main, see=0.2)
    yoke = path("M 400 300 C 460 290 520 290 556 300")
    for side in (yoke, flip(yoke)):
        art.line(side, darker(main, 0.35), 3, see=0.8)
    art.shape(
        path("M 372 230 L 400 246 L 428 230 L 430 330 L 400 336 L 370 330 Z"),
        darker(main, 0.08),
        Finish(10, 0.5, 0.5),
    )
    art.rod([(400, 240), (400, 704)], darker(main, 0.5), 9)
    art.shape(box(394, 262, 12, 34, 5), COLOURS["steel"], GLOSS)
    pocket, chest = path("M 452 480 L 500 590"), path("M 456 340 L 456 404")
    for side in (pocket, flip(pocket), chest):
        art.line(side, darker(main, 0.6), 9, see=0.85)
        art.line(side, lighter(main, 0.3), 2.5)
    for side in (path("M 676 580 L 614 598"), flip(path("M 676 580 L 614 598"))):
        art.line(side, darker(main, 0.4), 4)
    for x in (374, 426):
        art.rod(path(f"M {x} 226 C {x - 4} 260 {x + 4} 290 {x} 318"), COLOURS["white"], 5)
        art.shape(box(x - 6, 312, 12, 22, 4), COLOURS["ink"], FLAT)


def vest(art: Art, main: Colour) -> None:
    body = symmetric(
        "M 400 196 L 452 160 C 480 164 508 176 524 190 C 520 250 530 300 566 340 "
        "C 556 440 556 560 562 664 C 500 680 440 682 400 682"
    )
    quilt = Finish(depth=18, shade=0.8, shine=0.6, texture="speck", grip=0.05)
    art.shape(body, darker(main, 0.3), FLAT)
    for y in range(190, 690, 54):
        band = path(
            f"M 200 {y} C 300 {y + 14} 500 {y + 14} 600 {y} L 600 {y + 50} "
            f"C 500 {y + 64} 300 {y + 64} 200 {y + 50} Z"
        )
        art.shape(band, main, quilt, within=body)
    for x in (226, 574):
        art.glow(box(x - 24, 180, 48, 520), darker(main, 0.8), 18, 0.5, body)
    art.shape(
        symmetric("M 400 150 L 446 140 C 470 150 476 176 468 206 L 400 236"),
        darker(main, 0.12),
        quilt,
    )
    art.shape(symmetric("M 400 160 L 436 154 C 446 176 434 204 400 222"), darker(main, 0.55), FLAT)
    art.rod([(400, 226), (400, 680)], darker(main, 0.55), 9)
    art.shape(box(394, 250, 12, 36, 5), COLOURS["orange"], GLOSS)
    hole = path("M 524 192 C 520 250 530 300 566 340")
    for side in (hole, flip(hole)):
        art.rod(side, darker(main, 0.4), 11)
    slit = path("M 482 500 L 516 596")
    for side in (slit, flip(slit)):
        art.rod(side, darker(main, 0.6), 8)
