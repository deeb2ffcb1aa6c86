"""Clothes laid flat, seen from above, symmetrical about x = 400."""

from .canvas import CLOTH, FLAT, GLOSS, KNIT, PLAIN, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import Path, box, flip, oval, path, ring, shift, symmetric

BODY = "M 400 186 L 458 172 C 500 182 540 196 560 214 C 552 300 548 400 552 500 L 560 660 C 500 676 440 678 400 678"
LONG_SLEEVE = "M 540 204 C 590 226 616 276 632 340 C 654 430 672 520 684 606 L 618 624 C 600 540 574 440 546 360 C 540 300 536 250 540 204 Z"
SHORT_SLEEVE = "M 536 200 C 580 212 610 240 634 280 L 688 372 L 606 418 L 546 330 Z"
FINE_CLOTH = Finish(depth=24, shade=0.6, shine=0.3, texture="weave", grip=0.12)
SHELL = Finish(depth=26, shade=0.75, shine=0.5, texture="speck", grip=0.05)


def _sleeves(art: Art, main: Colour, outline: str, finish: Finish) -> None:
    for sleeve in (path(outline), flip(path(outline))):
        art.shape(sleeve, main, finish)


def _fold(art: Art, within: Path, data: str, main: Colour, *, see: float = 0.35) -> None:
    """A crease: dark on one side, light on the other."""
    for side in (path(data), flip(path(data))):
        band = side + shift(side, 16, 6)[::-1]
        art.glow(band, darker(main, 0.8), 8, see, within)
        art.glow(shift(band, -16, -4), lighter(main, 0.8), 8, see * 0.8, within)


def linen_shirt(art: Art, main: Colour) -> None:
    _sleeves(art, main, LONG_SLEEVE, FINE_CLOTH)
    for cuff in (path("M 674 560 L 686 612 L 618 632 L 606 580 Z"),):
        for side in (cuff, flip(cuff)):
            art.shape(side, darker(main, 0.05), Finish(10, 0.6, 0.3, "weave"))
    body = symmetric(BODY)
    art.shape(body, main, FINE_CLOTH)
    _fold(art, body, "M 520 300 C 500 420 506 520 516 640", main)
    _fold(art, body, "M 470 420 C 462 520 470 600 474 660", main, see=0.2)
    art.shape(symmetric("M 400 182 L 444 168 C 440 200 424 214 400 220"), darker(main, 0.45), FLAT)
    art.shape(box(384, 214, 32, 462), lighter(main, 0.12), Finish(6, 0.5, 0.3, "weave"))
    for x in (388, 412):
        art.stitches([(x, 226), (x, 672)], darker(main, 0.25), width=1.6)
    collar = path("M 400 216 L 446 164 C 462 166 474 176 482 188 L 452 268 Z")
    for side in (collar, flip(collar)):
        art.shape(side, lighter(main, 0.1), Finish(12, 0.6, 0.4, "weave", 0.1))
    art.stitches(path("M 404 224 L 448 258 L 474 188"), darker(main, 0.25), width=1.6)
    art.stitches(flip(path("M 404 224 L 448 258 L 474 188")), darker(main, 0.25), width=1.6)
    for y in range(240, 660, 70):
        art.shape(oval(400, y, 7, 7), COLOURS["cork"], Finish(4, 0.6, 0.7))
    pocket = path("M 452 318 L 526 316 L 526 394 L 489 410 L 453 396 Z")
    art.shape(pocket, lighter(main, 0.05), Finish(8, 0.5, 0.3, "weave"))
    art.stitches(path("M 453 330 L 526 328"), darker(main, 0.3), width=1.6)


def tee(art: Art, main: Colour) -> None:
    _sleeves(art, main, SHORT_SLEEVE, CLOTH)
    hem = path("M 676 352 L 594 398")
    body = symmetric(BODY)
    art.shape(body, main, CLOTH)
    _fold(art, body, "M 516 340 C 500 440 506 540 520 640", main, see=0.3)
    for side in (hem, flip(hem)):
        art.stitches(side, darker(main, 0.4), width=1.6, dash=5, gap=4)
    art.stitches(symmetric("M 400 660 C 450 660 500 658 558 644")[1:], darker(main, 0.4), width=1.6, dash=5, gap=4)
    art.shape(symmetric("M 400 180 L 456 170 C 452 206 430 232 400 234"), darker(main, 0.4), FLAT)
    art.shape(symmetric("M 400 178 L 440 174 C 436 190 420 196 400 198"), darker(main, 0.2), CLOTH)
    art.shape(box(386, 198, 28, 18, 3), COLOURS["white"], PLAIN)
    art.rod(path("M 344 174 C 348 206 370 232 400 234 C 430 232 452 206 456 174"), main, 15)


def breton(art: Art, main: Colour) -> None:
    stripe = COLOURS["navy"]
    stripes = [box(80, y, 640, 13) for y in range(262, 660, 32)]
    sleeve = path(LONG_SLEEVE)
    for side, angle in ((sleeve, 1), (flip(sleeve), -1)):
        art.shape(side, main, CLOTH)
        for y in range(262, 620, 32):
            band = path(f"M 100 {y - angle * 90} L 700 {y + angle * 90} L 700 {y + 13 + angle * 90} L 100 {y + 13 - angle * 90} Z")
            moved = shift(band, 0, -angle * 74 * angle)
            art.shape(moved, stripe, PLAIN, within=side)
        art.glow(shift(side, 60 * angle, 0), darker(main, 0.7), 20, 0.0, side)
    body = symmetric(BODY)
    art.shape(body, main, CLOTH)
    for band in stripes:
        art.shape(band, stripe, PLAIN, within=body)
    for edge in ("M 536 214 C 540 300 544 420 550 660", ):
        for line in (path(edge), flip(path(edge))):
            art.glow(line + shift(line, 12, 0)[::-1], COLOURS["ink"], 12, 0.45, body)
    _fold(art, body, "M 500 300 C 490 420 500 520 506 640", main, see=0.3)
    art.shape(symmetric("M 400 186 L 478 170 C 460 196 430 208 400 210"), darker(main, 0.35), FLAT)
    art.rod(path("M 322 174 C 340 198 370 210 400 210 C 430 210 460 198 478 174"), main, 11)


def sweater(art: Art, main: Colour) -> None:
    _sleeves(art, main, LONG_SLEEVE, KNIT)
    body = symmetric(BODY)
    art.shape(body, main, KNIT)
    _fold(art, body, "M 512 320 C 496 440 500 540 512 620", main, see=0.4)
    hem = symmetric("M 400 630 L 556 618 L 562 668 C 500 684 440 686 400 686")
    art.shape(hem, darker(main, 0.06), Finish(14, 0.6, 0.3))
    for x in range(246, 560, 9):
        art.line([(x, 620), (x, 690)], darker(main, 0.5), 2.4, see=0.5, within=hem)
    cuff = path("M 672 556 L 688 616 L 620 636 L 604 576 Z")
    for side in (cuff, flip(cuff)):
        art.shape(side, darker(main, 0.06), Finish(12, 0.6, 0.3))
    for i in range(8):
        rib = [(610.0 + i * 9, 576.0 - i * 2.6), (625.0 + i * 9, 628.0 - i * 2.6)]
        for side in (rib, flip(rib)):
            art.line(side, darker(main, 0.5), 2.2, see=0.5)
    art.shape(symmetric("M 400 176 L 450 168 C 446 204 428 222 400 224"), darker(main, 0.5), FLAT)
    art.rod(path("M 346 170 C 350 208 370 230 400 232 C 430 230 450 208 454 170"), main, 24)
    for i in range(15):
        x = 352 + i * 6.9
        y = 176 + 50 * (1 - ((x - 400) / 50) ** 2) ** 0.5 if abs(x - 400) < 50 else 180
        art.line([(x, y - 8), (x + (400 - x) * 0.1, y + 12)], darker(main, 0.5), 1.8, see=0.4)


def summer_dress(art: Art, main: Colour) -> None:
    for strap in ("M 438 130 L 460 130 L 468 230 L 440 230 Z",):
        for side in (path(strap), flip(path(strap))):
            art.shape(side, main, FINE_CLOTH)
    skirt = symmetric("M 400 362 L 482 360 C 520 450 570 580 604 716 C 540 738 460 744 400 744")
    art.shape(skirt, main, CLOTH)
    for x, low in ((410, 420), (436, 470), (460, 530), (474, 575)):
        _fold(art, skirt, f"M {x} 372 C {x + (low - x) * 0.3} 480 {x + (low - x) * 0.7} 600 {low} 736", main, see=0.4)
    top = symmetric("M 400 214 C 430 214 444 204 466 196 C 470 240 492 262 508 270 C 500 310 486 340 482 366 L 400 370")
    art.shape(top, main, FINE_CLOTH)
    art.shape(symmetric("M 400 352 L 484 348 L 486 374 L 400 378"), darker(main, 0.12), Finish(8, 0.6, 0.4, "weave"))
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
    _sleeves(art, main, sleeve, CLOTH)
    skirt = symmetric("M 400 390 L 486 384 C 520 470 556 590 582 730 C 520 752 450 756 400 756")
    art.shape(skirt, main, CLOTH)
    for x, low in ((420, 440), (456, 500), (474, 545)):
        _fold(art, skirt, f"M {x} 400 C {x + 10} 500 {low - 10} 620 {low} 746", main, see=0.4)
    body = symmetric("M 400 150 L 442 138 C 470 142 486 150 500 160 C 500 240 486 320 488 396 L 400 400")
    art.shape(body, main, CLOTH)
    art.shape(path("M 360 134 L 440 134 L 404 262 Z"), darker(main, 0.55), FLAT)
    left = path("M 358 134 C 330 138 312 148 300 160 C 300 240 314 320 312 396 L 486 396 C 440 330 380 240 358 134 Z")
    art.shape(left, main, CLOTH)
    right = path("M 442 134 C 470 140 486 148 500 160 C 500 200 494 240 490 280 C 462 300 420 270 398 242 C 420 210 434 170 442 134 Z")
    art.shape(right, lighter(main, 0.03), Finish(16, 0.6, 0.3, "weave"))
    art.line(path("M 358 134 C 380 240 440 330 488 396"), lighter(main, 0.2), 6)
    art.line(path("M 486 396 C 480 520 462 640 440 754"), darker(main, 0.5), 4, see=0.6)
    art.shape(path("M 310 378 L 490 372 L 492 404 L 310 408 Z"), darker(main, 0.1), Finish(8, 0.6, 0.4, "weave"))
    art.rod(path("M 474 390 C 500 430 510 480 500 540"), darker(main, 0.05), 13)
    art.rod(path("M 470 392 C 482 440 474 490 456 530"), darker(main, 0.05), 13)
    art.shape(path("M 470 390 C 430 350 420 390 440 400 Z"), main, Finish(8))
    art.shape(path("M 474 390 C 516 350 528 386 508 402 Z"), main, Finish(8))
    art.shape(box(458, 378, 28, 26, 8), darker(main, 0.08), Finish(8))


def denim_jacket(art: Art, main: Colour) -> None:
    denim = Finish(depth=24, shade=0.75, shine=0.45, texture="weave", grip=0.4)
    thread = COLOURS["brass"]
    _sleeves(art, main, LONG_SLEEVE, denim)
    cuff = path("M 672 552 L 688 612 L 616 632 L 602 572 Z")
    for side in (cuff, flip(cuff)):
        art.shape(side, lighter(main, 0.05), Finish(10, 0.7, 0.5, "weave", 0.4))
    seam = path("M 556 250 C 590 340 630 470 650 560")
    for side in (seam, flip(seam)):
        art.stitches(side, thread)
    body = symmetric("M 400 190 L 458 172 C 500 182 540 196 560 214 C 552 300 548 400 552 500 L 556 590 L 400 600")
    art.shape(body, main, denim)
    for data in ("M 552 300 L 402 306", "M 470 306 C 464 400 446 500 440 590", "M 520 304 C 512 400 492 500 488 588"):
        for side in (path(data), flip(path(data))):
            art.line(side, darker(main, 0.4), 2)
            art.stitches(shift(side, 0, 5), thread, width=1.8)
    pocket = path("M 440 300 L 528 296 L 526 388 L 484 408 L 442 392 Z")
    flap = path("M 434 296 L 534 292 L 534 322 L 484 346 L 434 326 Z")
    for part, finish in ((pocket, Finish(10, 0.6, 0.4, "weave", 0.4)), (flap, Finish(10, 0.7, 0.5, "weave", 0.4))):
        for side in (part, flip(part)):
            art.shape(side, lighter(main, 0.07), finish)
    for side in (shift(flap, 0, -5), shift(flip(flap), 0, -5)):
        art.stitches(side, thread, width=1.8)
    art.shape(symmetric("M 400 586 L 556 574 L 558 624 C 500 636 450 638 400 638"), lighter(main, 0.05), Finish(12, 0.7, 0.5, "weave", 0.4))
    art.stitches(symmetric("M 400 594 L 554 582")[1:], thread, width=1.8)
    art.shape(box(382, 206, 36, 430), lighter(main, 0.06), Finish(8, 0.5, 0.4, "weave", 0.4))
    for x in (387, 413):
        art.stitches([(x, 226), (x, 632)], thread, width=1.8)
    art.shape(symmetric("M 400 182 L 450 166 C 446 196 424 212 400 216"), darker(main, 0.55), FLAT)
    collar = path("M 402 218 L 448 156 C 476 162 492 178 502 194 L 470 282 Z")
    for side in (collar, flip(collar)):
        art.shape(side, lighter(main, 0.1), Finish(14, 0.7, 0.5, "weave", 0.4))
    inner = path("M 410 222 L 466 268 L 492 198")
    for side in (inner, flip(inner)):
        art.stitches(side, thread, width=1.8)
    buttons = [(400, y) for y in (256, 330, 404, 478, 552, 612)] + [(484, 328), (316, 328)]
    for x, y in buttons:
        art.shape(oval(x, y, 8, 8), COLOURS["copper"], Finish(4, 0.7, 0.9))


def rain_jacket(art: Art, main: Colour) -> None:
    _sleeves(art, main, LONG_SLEEVE, SHELL)
    hood = symmetric("M 400 60 C 460 58 506 100 506 160 C 506 190 492 210 470 226 L 400 236")
    art.shape(hood, main, SHELL)
    art.shape(symmetric("M 400 92 C 440 92 466 120 466 162 C 464 196 440 222 400 238"), darker(main, 0.62), Finish(20, 0.7, 0.2))
    body = symmetric("M 400 236 L 470 196 C 510 190 540 200 560 216 C 552 320 550 440 556 540 L 564 690 C 500 706 440 708 400 708")
    art.shape(body, main, SHELL)
    _fold(art, body, "M 520 330 C 504 450 512 570 524 690", main, see=0.35)
    _fold(art, body, "M 452 470 C 446 560 452 640 456 700", main, see=0.2)
    yoke = path("M 400 300 C 460 290 520 290 556 300")
    for side in (yoke, flip(yoke)):
        art.line(side, darker(main, 0.35), 3, see=0.8)
    art.shape(path("M 372 230 L 400 246 L 428 230 L 430 330 L 400 336 L 370 330 Z"), darker(main, 0.08), Finish(10, 0.5, 0.5))
    art.rod([(400, 240), (400, 704)], darker(main, 0.5), 9)
    art.shape(box(394, 262, 12, 34, 5), COLOURS["steel"], GLOSS)
    for data in ("M 452 480 L 500 590", "M 456 340 L 456 404"):
        for side in (path(data), flip(path(data)) if "480" in data else path(data)):
            art.line(side, darker(main, 0.6), 9, see=0.85)
            art.line(side, lighter(main, 0.3), 2.5)
    for side in (path("M 676 580 L 614 598"), flip(path("M 676 580 L 614 598"))):
        art.line(side, darker(main, 0.4), 4)
    for x in (374, 426):
        art.rod(path(f"M {x} 226 C {x - 4} 260 {x + 4} 290 {x} 318"), COLOURS["white"], 5)
        art.shape(box(x - 6, 312, 12, 22, 4), COLOURS["ink"], FLAT)


def vest(art: Art, main: Colour) -> None:
    body = symmetric("M 400 196 L 452 160 C 480 164 508 176 524 190 C 520 250 530 300 566 340 C 556 440 556 560 562 664 C 500 680 440 682 400 682")
    quilt = Finish(depth=18, shade=0.8, shine=0.6, texture="speck", grip=0.05)
    art.shape(body, darker(main, 0.3), FLAT)
    for y in range(190, 690, 54):
        band = path(f"M 200 {y} C 300 {y + 14} 500 {y + 14} 600 {y} L 600 {y + 50} C 500 {y + 64} 300 {y + 64} 200 {y + 50} Z")
        art.shape(band, main, quilt, within=body)
    for x in (226, 574):
        art.glow(box(x - 24, 180, 48, 520), darker(main, 0.8), 18, 0.5, body)
    art.shape(symmetric("M 400 150 L 446 140 C 470 150 476 176 468 206 L 400 236"), darker(main, 0.12), quilt)
    art.shape(symmetric("M 400 160 L 436 154 C 446 176 434 204 400 222"), darker(main, 0.55), FLAT)
    art.rod([(400, 226), (400, 680)], darker(main, 0.55), 9)
    art.shape(box(394, 250, 12, 36, 5), COLOURS["orange"], GLOSS)
    hole = path("M 524 192 C 520 250 530 300 566 340")
    for side in (hole, flip(hole)):
        art.rod(side, darker(main, 0.4), 11)
    slit = path("M 482 500 L 516 596")
    for side in (slit, flip(slit)):
        art.rod(side, darker(main, 0.6), 8)


def chinos(art: Art, main: Colour) -> None:
    leg = path("M 398 130 L 512 130 C 532 220 544 320 540 430 L 528 730 L 430 734 C 424 600 414 450 400 330 Z")
    for side in (leg, flip(leg)):
        art.shape(side, main, CLOTH)
        art.glow(shift(box(474, 260, 8, 460), 0 if side is leg else -158, 0), lighter(main, 0.7), 7, 0.5, side)
        art.glow(shift(box(484, 260, 6, 460), 0 if side is leg else -174, 0), darker(main, 0.7), 7, 0.35, side)
    art.shape(box(286, 108, 228, 34, 6), darker(main, 0.06), Finish(10, 0.6, 0.4, "weave"))
    art.shape(box(300, 104, 200, 12, 5), darker(main, 0.5), FLAT)
    for x in (318, 356, 440, 478):
        art.shape(box(x, 102, 11, 44, 3), lighter(main, 0.06), Finish(5, 0.6, 0.4))
    art.shape(oval(404, 125, 8, 8), COLOURS["cork"], Finish(4, 0.6, 0.6))
    art.line(path("M 402 142 C 404 210 402 280 400 332"), darker(main, 0.45), 3)
    art.stitches(path("M 424 144 C 428 220 424 270 402 300"), darker(main, 0.35), width=2)
    pocket = path("M 466 142 C 474 180 494 212 522 230")
    for side in (pocket, flip(pocket)):
        art.line(side, darker(main, 0.45), 3)
        art.stitches(shift(side, -6 if side is pocket else 6, 4), darker(main, 0.3), width=1.8)
    for side in (path("M 432 710 L 528 706"), flip(path("M 432 710 L 528 706"))):
        art.stitches(side, darker(main, 0.4), width=1.8)


def belt(art: Art, main: Colour) -> None:
    brass = COLOURS["brass"]
    finish = Finish(10, 0.8, 0.6, "speck", 0.2)
    for radius, tone in ((232, 0.3), (176, 0.18), (122, 0.06)):
        coil = ring(
            oval(410, 410, radius, radius * 0.94), oval(410, 410, radius - 34, (radius - 34) * 0.94)
        )
        art.shape(coil, darker(main, tone), finish)
        art.stitches([*oval(410, 410, radius - 6, (radius - 6) * 0.94)], COLOURS["jute"], width=1.8)
    strap = path("M 380 598 C 300 604 230 600 130 586 L 128 632 C 230 648 310 648 400 640 Z")
    art.shape(strap, main, finish)
    art.stitches(path("M 380 606 C 300 612 230 608 140 594"), COLOURS["jute"], width=1.8)
    art.stitches(path("M 390 634 C 300 642 230 640 138 626"), COLOURS["jute"], width=1.8)
    for x in (230, 270, 310):
        art.shape(oval(x, 622, 5, 5), COLOURS["ink"], PLAIN)
    frame = box(96, 568, 74, 86, 20)
    art.shape(ring(frame, box(110, 582, 46, 58, 10)), [lighter(brass, 0.4), brass, darker(brass, 0.25)], Finish(6, 0.7, 0.9), down=True)
    art.rod([(166, 612), (104, 608)], brass, 9)
