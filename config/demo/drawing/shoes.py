"""Shoes from the side, toe to the right, standing on y = 574."""

from .canvas import CLOTH, FLAT, KNIT, LEATHER, PLAIN, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import path

RUBBER = COLOURS["rubber"]
UPPER = (
    "M 138 530 C 128 470 126 400 142 340 C 150 322 170 322 182 338 C 215 378 270 384 312 352 "
    "L 342 318 C 400 390 470 428 560 446 C 640 462 694 486 696 534 Z"
)


def sneaker(art: Art, main: Colour, *, leather: bool = False) -> None:
    finish = LEATHER if leather else CLOTH
    sole = main if leather else RUBBER
    _tongue(art, lighter(main, 0.12) if leather else main)
    art.shape(path(UPPER), main, finish)
    collar = "M 142 342 C 150 322 170 322 182 338 C 215 378 270 384 312 352 L 322 366 "
    art.shape(
        path(collar + "C 270 402 205 396 172 356 C 162 346 152 350 148 362 Z"),
        darker(main, 0.25),
        FLAT,
    )
    eyestay = path(
        "M 330 330 L 344 318 C 400 388 460 424 536 441 L 516 470 C 430 462 350 420 306 368 Z"
    )
    art.shape(eyestay, lighter(main, 0.08), Finish(12, 0.6, 0.5, finish.texture))
    art.shape(
        path("M 138 530 C 128 470 126 400 140 350 C 176 372 196 450 192 530 Z"),
        darker(main, 0.08),
        finish,
    )
    art.stitches(path("M 150 372 C 182 400 194 460 186 520"), lighter(main, 0.55))
    art.stitches(path("M 316 372 C 360 420 430 456 510 463"), lighter(main, 0.55))
    if leather:
        art.stitches(path("M 520 470 C 520 500 530 515 545 528"), lighter(main, 0.5))
        art.stitches(path("M 530 470 C 532 498 542 512 557 526"), lighter(main, 0.5))
    else:
        toe = "M 582 536 C 578 496 590 470 606 456 C 664 468 698 496 696 536 Z"
        art.shape(path(toe), RUBBER, Finish(26, 0.5, 0.7))
        art.line(path("M 582 530 C 578 496 590 472 606 458"), darker(RUBBER, 0.2), 2)
    _laces(art, RUBBER if not leather else lighter(main, 0.15), darker(main, 0.5))
    _cup_sole(art, sole if not leather else RUBBER, main)


def _tongue(art: Art, main: Colour) -> None:
    art.shape(
        path("M 300 350 C 308 310 318 286 334 278 C 352 276 372 300 384 340 L 372 376 L 320 380 Z"),
        main,
        CLOTH,
    )
    art.stitches(
        path("M 312 348 C 318 316 326 298 337 292 C 350 294 362 312 370 338"), lighter(main, 0.5)
    )


def _laces(art: Art, lace: Colour, hole: Colour) -> None:
    for x, y, x2, y2 in (
        (330, 356, 366, 328),
        (354, 384, 396, 358),
        (386, 410, 430, 384),
        (424, 432, 468, 406),
        (464, 448, 506, 424),
    ):
        art.shape(
            path(f"M {x - 5} {y} Q {x} {y + 7} {x + 6} {y} Q {x} {y - 6} {x - 5} {y} Z"),
            hole,
            PLAIN,
        )
        art.line(
            path(f"M {x + 2} {y + 3} Q {(x + x2) / 2} {(y + y2) / 2 + 3} {x2} {y2 + 4}"),
            hole,
            11,
            see=0.35,
        )
        art.rod(path(f"M {x} {y} Q {(x + x2) / 2} {(y + y2) / 2 - 8} {x2} {y2}"), lace, 11)
    art.rod(path("M 350 338 C 320 330 300 350 318 366 C 330 372 344 356 350 340"), lace, 8)
    art.rod(path("M 352 338 C 380 312 412 318 408 340 C 400 352 372 346 354 340"), lace, 8)
    art.rod(path("M 350 340 C 352 366 342 392 336 410"), lace, 7)


def _cup_sole(art: Art, sole: Colour, accent: Colour) -> None:
    outline = path(
        "M 128 516 C 122 548 126 574 156 576 L 646 576 C 690 576 708 552 700 522 "
        "C 640 536 560 540 420 538 C 300 538 200 534 128 516 Z"
    )
    art.shape(outline, sole, Finish(14, 0.6, 0.4))
    art.line(path("M 132 536 C 240 552 560 554 698 540"), accent, 5, see=0.85)
    art.line(path("M 140 572 L 660 572"), darker(sole, 0.45), 5, see=0.6)
    art.stitches(path("M 134 526 C 240 544 560 548 696 530"), darker(sole, 0.25), width=1.6)


def espadrille(art: Art, main: Colour) -> None:
    jute = COLOURS["jute"]
    art.shape(
        path(
            "M 140 526 C 132 480 136 436 152 414 C 172 408 190 420 206 440 "
            "C 260 470 330 470 380 436 C 470 420 620 440 682 526 Z"
        ),
        main,
        CLOTH,
    )
    art.shape(
        path(
            "M 150 416 C 172 404 194 418 208 440 C 260 468 330 468 382 434 L 392 442 "
            "C 340 486 250 486 198 452 C 184 434 168 424 150 428 Z"
        ),
        darker(main, 0.3),
        FLAT,
    )
    art.stitches(path("M 394 452 C 350 494 240 498 190 462"), lighter(main, 0.6))
    art.line(path("M 396 440 C 430 470 440 500 440 526"), darker(main, 0.3), 2.5)
    art.stitches(path("M 404 440 C 438 468 449 500 449 524"), lighter(main, 0.5))
    sole = path(
        "M 128 514 C 120 560 130 576 160 576 L 660 576 C 696 574 704 548 692 516 "
        "C 560 536 260 536 128 514 Z"
    )
    art.shape(sole, jute, Finish(14, 0.7, 0.4, "speck", 0.4))
    for i in range(3):
        y = 534 + i * 15
        art.stitches(
            path(f"M 130 {y} C 260 {y + 14} 560 {y + 14} 694 {y}"),
            darker(jute, 0.45),
            width=3,
            dash=10,
            gap=7,
        )
    art.stitches(path("M 136 520 C 260 540 560 540 688 520"), RUBBER, width=3, dash=13, gap=12)


def ballet_flat(art: Art, main: Colour) -> None:
    art.shape(
        path("M 150 470 C 190 462 420 470 470 482 L 460 540 L 160 540 Z"), lighter(main, 0.55), FLAT
    )
    art.shape(
        path(
            "M 136 552 C 126 510 130 468 146 444 C 160 440 170 450 176 466 "
            "C 250 510 380 520 462 470 "
            "C 560 462 668 500 700 552 C 540 572 270 572 136 552 Z"
        ),
        main,
        Finish(24, 0.8, 0.35, "speck", 0.24),
    )
    art.rod(
        path("M 148 446 C 162 444 170 454 178 468 C 250 512 380 520 462 472"), darker(main, 0.15), 9
    )
    art.rod(
        path("M 462 476 C 440 450 420 456 424 470 C 432 484 450 480 462 476"), darker(main, 0.1), 8
    )
    art.rod(
        path("M 462 476 C 474 446 498 448 496 464 C 490 480 474 480 462 476"), darker(main, 0.1), 8
    )
    art.shape(
        path(
            "M 136 546 C 250 570 560 570 700 548 C 704 562 696 572 676 574 L 250 574 "
            "C 180 574 140 566 136 546 Z"
        ),
        darker(main, 0.6),
        FLAT,
    )
    art.shape(path("M 136 552 L 216 566 L 212 588 L 146 588 Z"), COLOURS["ink"], FLAT)


def trail_shoe(art: Art, main: Colour) -> None:
    foam = COLOURS["white"]
    art.shape(
        path("M 300 360 C 312 316 326 290 344 286 C 362 290 380 320 388 356 Z"),
        darker(main, 0.4),
        CLOTH,
    )
    art.shape(path(UPPER), main, Finish(28, 0.75, 0.4, "knit", 0.22))
    art.shape(
        path(
            "M 142 342 C 150 322 170 322 182 338 C 215 378 270 384 312 352 L 322 368 "
            "C 270 404 205 398 172 358 C 160 348 152 352 148 364 Z"
        ),
        COLOURS["ink"],
        FLAT,
    )
    art.shape(
        path("M 560 534 C 556 490 568 460 584 450 C 650 464 696 490 696 534 Z"),
        darker(main, 0.6),
        Finish(18, 0.6, 0.5),
    )
    art.shape(
        path("M 136 520 C 128 460 130 410 140 366 C 190 400 216 460 226 528 Z"),
        darker(main, 0.45),
        FLAT,
    )
    for start, end in ((300, 250), (360, 320), (424, 392), (486, 462)):
        art.line(
            path(
                f"M {start + 40} {388 + (start - 300) * 0.3} C {start} 440 {end + 20} 480 {end} 526"
            ),
            lighter(main, 0.55),
            9,
            see=0.9,
        )
    _laces(art, COLOURS["yellow"], darker(main, 0.6))
    art.shape(
        path(
            "M 126 500 C 116 540 122 560 150 562 L 660 562 C 700 556 712 536 704 512 "
            "C 640 530 560 534 420 530 C 300 526 200 520 126 500 Z"
        ),
        [foam, foam, lighter(main, 0.5)],
        Finish(16, 0.5, 0.3),
    )
    sole = "M 132 552 L 690 552 C 690 560 686 566 680 568 "
    for x in range(670, 160, -36):
        sole += f"L {x} 568 L {x - 5} 582 L {x - 20} 582 L {x - 25} 568 "
    art.shape(path(sole + "L 140 566 Z"), COLOURS["ink"], FLAT)


def socks(art: Art, main: Colour) -> None:
    for right, down in ((-70.0, -20.0), (60.0, 20.0)):
        x, y = 300 + right, 150 + down
        outline = path(
            f"M {x} {y} L {x + 130} {y} "
            f"C {x + 134} {y + 120} {x + 128} {y + 200} {x + 140} {y + 270} "
            f"C {x + 180} {y + 320} {x + 250} {y + 340} {x + 280} {y + 370} "
            f"C {x + 310} {y + 410} {x + 290} {y + 450} {x + 240} {y + 450} "
            f"C {x + 160} {y + 450} {x + 60} {y + 430} {x + 10} {y + 370} "
            f"C {x - 20} {y + 330} {x + 4} {y + 280} {x + 6} {y + 220} Z"
        )
        art.shape(outline, main, KNIT)
        art.shape(
            path(f"M {x - 3} {y} L {x + 133} {y} L {x + 132} {y + 66} L {x} {y + 66} Z"),
            lighter(main, 0.1),
            KNIT,
        )
        for i in range(1, 13):
            art.line([(x + i * 10, y + 4), (x + i * 10, y + 62)], darker(main, 0.4), 2.5, see=0.6)
        art.shape(
            path(
                f"M {x + 196} {y + 325} "
                f"C {x + 250} {y + 342} {x + 300} {y + 370} {x + 296} {y + 415} "
                f"C {x + 286} {y + 452} {x + 230} {y + 454} {x + 190} {y + 446} "
                f"C {x + 214} {y + 400} {x + 212} {y + 360} {x + 196} {y + 325} Z"
            ),
            darker(main, 0.3),
            KNIT,
        )
        art.shape(
            path(
                f"M {x + 2} {y + 285} "
                f"C {x + 60} {y + 300} {x + 70} {y + 370} {x + 40} {y + 400} "
                f"C {x - 10} {y + 370} {x - 14} {y + 320} {x + 2} {y + 285} Z"
            ),
            darker(main, 0.3),
            KNIT,
        )
