"""Dresses, laid flat."""

from .canvas import CLOTH, FLAT, Art, Finish
from .clothes import FINE_CLOTH, fold, sleeves
from .colours import COLOURS, Colour, darker, lighter
from .paths import box, flip, oval, path, symmetric


def summer_dress(art: Art, main: Colour) -> None:
    for strap in ("M 438 130 L 460 130 L 468 230 L 440 230 Z",):
        for side in (path(strap), flip(path(strap))):
            art.shape(side, main, FINE_CLOTH)
    skirt = symmetric("M 400 362 L 482 360 C 520 450 570 580 604 716 C 540 738 460 744 400 744")
    art.shape(skirt, main, CLOTH)
    for x, low in ((410, 420), (436, 470), (460, 530), (474, 575)):
        fold(
            art,
            skirt,
            f"M {x} 372 C {x + (low - x) * 0.3} 480 {x + (low - x) * 0.7} 600 {low} 736",
            main,
            see=0.4,
        )
    top = symmetric(
        "M 400 214 C 430 214 444 204 466 196 C 470 240 492 262 508 270 "
        "C 500 310 486 340 482 366 L 400 370"
    )
    art.shape(top, main, FINE_CLOTH)
    art.shape(
        symmetric("M 400 352 L 484 348 L 486 374 L 400 378"),
        darker(main, 0.12),
        Finish(8, 0.6, 0.4, "weave"),
    )
    for x in range(322, 482, 8):
        art.line([(x, 356), (x + 2, 374)], darker(main, 0.5), 2, see=0.45)
    for y in (236, 270, 304, 336):
        art.shape(oval(400, y, 6, 6), COLOURS["cream"], Finish(4, 0.6, 0.6))
    art.line([(400, 216), (400, 350)], darker(main, 0.4), 1.6, see=0.7)
    art.stitches(symmetric("M 400 726 C 460 726 540 720 598 700")[1:], darker(main, 0.3), width=1.8)
    pocket = path("M 508 440 C 516 470 528 500 544 528")
    for side in (pocket, flip(pocket)):
        art.line(side, darker(main, 0.5), 3, see=0.7)


def wrap_dress(art: Art, main: Colour) -> None:
    sleeve = "M 474 150 C 530 166 560 210 586 270 L 650 400 L 588 432 C 550 380 520 330 496 290 Z"
    sleeves(art, main, sleeve, CLOTH)
    skirt = symmetric("M 400 390 L 486 384 C 520 470 556 590 582 730 C 520 752 450 756 400 756")
    art.shape(skirt, main, CLOTH)
    for x, low in ((420, 440), (456, 500), (474, 545)):
        fold(art, skirt, f"M {x} 400 C {x + 10} 500 {low - 10} 620 {low} 746", main, see=0.4)
    body = symmetric(
        "M 400 150 L 442 138 C 470 142 486 150 500 160 C 500 240 486 320 488 396 L 400 400"
    )
    art.shape(body, main, CLOTH)
    art.shape(path("M 360 134 L 440 134 L 404 262 Z"), darker(main, 0.55), FLAT)
    left = path(
        "M 358 134 C 330 138 312 148 300 160 C 300 240 314 320 312 396 L 486 396 "
        "C 440 330 380 240 358 134 Z"
    )
    art.shape(left, main, CLOTH)
    right = path(
        "M 442 134 C 470 140 486 148 500 160 C 500 200 494 240 490 280 "
        "C 462 300 420 270 398 242 C 420 210 434 170 442 134 Z"
    )
    art.shape(right, lighter(main, 0.03), Finish(16, 0.6, 0.3, "weave"))
    art.line(path("M 358 134 C 380 240 440 330 488 396"), lighter(main, 0.2), 6)
    art.line(path("M 486 396 C 480 520 462 640 440 754"), darker(main, 0.5), 4, see=0.6)
    art.shape(
        path("M 310 378 L 490 372 L 492 404 L 310 408 Z"),
        darker(main, 0.1),
        Finish(8, 0.6, 0.4, "weave"),
    )
    art.rod(path("M 474 390 C 500 430 510 480 500 540"), darker(main, 0.05), 13)
    art.rod(path("M 470 392 C 482 440 474 490 456 530"), darker(main, 0.05), 13)
    art.shape(path("M 470 390 C 430 350 420 390 440 400 Z"), main, Finish(8))
    art.shape(path("M 474 390 C 516 350 528 386 508 402 Z"), main, Finish(8))
    art.shape(box(458, 378, 28, 26, 8), darker(main, 0.08), Finish(8))
