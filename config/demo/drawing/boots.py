"""Boots from the side, toe to the right."""

from .canvas import CLOTH, FLAT, LEATHER, Art, Finish
from .colours import COLOURS, Colour, darker, lighter
from .paths import path


def chelsea_boot(art: Art, main: Colour) -> None:
    art.shape(path("M 184 190 L 190 150 L 216 150 L 216 200 Z"), darker(main, 0.2), FLAT)
    art.shape(
        path(
            "M 168 540 C 150 470 172 400 170 330 C 168 280 170 230 176 182 "
            "C 240 172 320 174 372 188 "
            "C 368 250 372 320 398 380 C 440 424 520 436 586 456 C 654 474 690 504 692 544 "
            "L 660 562 L 190 562 Z"
        ),
        main,
        LEATHER,
    )
    art.glow(
        path("M 420 420 C 500 440 600 460 640 490 L 620 500 C 560 470 480 450 420 434 Z"),
        lighter(main, 0.7),
        10,
        0.55,
        path(
            "M 168 540 C 150 470 172 400 170 330 L 372 188 C 372 320 380 340 398 380 "
            "C 440 424 520 436 586 456 C 654 474 690 504 692 544 Z"
        ),
    )
    elastic = path("M 238 182 L 326 184 C 324 250 318 320 290 376 C 262 330 244 250 238 182 Z")
    art.shape(elastic, darker(COLOURS["ink"], 0.1), Finish(10, 0.5, 0.2))
    for i in range(9):
        x = 244 + i * 10
        art.line(
            [(x, 186), (x + (284 - x) * 0.45, 330 - abs(284 - x))],
            lighter(COLOURS["ink"], 0.25),
            2,
            see=0.6,
        )
    art.stitches(
        path("M 230 186 C 236 260 254 340 290 390 C 324 336 332 260 334 188"), lighter(main, 0.4)
    )
    art.line(path("M 176 188 C 240 178 320 180 370 194"), darker(main, 0.5), 4)
    art.shape(
        path(
            "M 160 534 C 300 552 560 552 698 534 C 706 556 694 570 674 570 L 280 570 "
            "L 270 590 L 168 590 C 156 570 154 550 160 534 Z"
        ),
        COLOURS["ink"],
        Finish(10, 0.6, 0.4),
    )
    art.stitches(path("M 166 540 C 300 556 560 556 694 540"), COLOURS["jute"], width=2)


def hiking_boot(art: Art, main: Colour) -> None:
    rubber = COLOURS["ink"]
    art.shape(
        path("M 300 180 C 316 130 340 126 352 140 L 410 340 L 340 360 Z"), darker(main, 0.2), CLOTH
    )
    art.shape(
        path(
            "M 160 520 C 144 450 168 380 160 310 C 156 262 160 214 172 178 "
            "C 184 156 220 158 236 176 "
            "L 318 176 C 340 240 372 320 424 372 C 490 408 560 424 610 442 "
            "C 668 464 700 490 700 526 L 670 546 L 180 546 Z"
        ),
        main,
        Finish(28, 0.8, 0.4, "speck", 0.22),
    )
    art.shape(
        path(
            "M 160 290 C 156 250 160 210 172 178 C 184 156 220 158 236 176 L 318 176 "
            "L 336 226 C 270 250 210 262 160 290 Z"
        ),
        darker(main, 0.35),
        Finish(22, 0.6, 0.5, "weave"),
    )
    art.stitches(path("M 164 300 C 214 272 280 256 340 238"), lighter(main, 0.5))
    art.shape(
        path("M 152 520 C 146 470 160 430 160 400 C 210 412 240 460 238 524 Z"),
        darker(main, 0.22),
        LEATHER,
    )
    art.stitches(path("M 164 410 C 206 420 230 466 229 516"), lighter(main, 0.5))
    art.shape(
        path("M 560 530 C 556 480 572 446 600 438 C 668 458 704 490 702 530 Z"),
        darker(rubber, 0.1),
        Finish(20, 0.6, 0.5, "speck"),
    )
    art.shape(
        path(
            "M 322 186 C 346 250 380 320 428 368 C 470 392 510 406 548 416 L 536 446 "
            "C 470 434 400 404 364 358 C 326 310 308 250 298 190 Z"
        ),
        darker(main, 0.14),
        Finish(10, 0.6, 0.4),
    )
    for x, y, x2, y2 in (
        (304, 208, 356, 200),
        (314, 248, 372, 240),
        (330, 290, 394, 280),
        (350, 332, 420, 316),
        (384, 374, 452, 346),
        (432, 404, 496, 374),
        (484, 424, 540, 398),
    ):
        art.shape(
            path(f"M {x - 8} {y} L {x} {y - 8} L {x + 9} {y} L {x} {y + 9} Z"),
            COLOURS["brass"],
            Finish(4, 0.6, 0.7),
        )
        art.rod(path(f"M {x} {y} Q {(x + x2) / 2} {(y + y2) / 2 - 6} {x2} {y2}"), COLOURS["red"], 8)
    sole = "M 146 506 C 300 536 560 540 708 512 C 716 540 712 560 700 566 "
    for x in range(690, 150, -44):
        sole += f"L {x} 566 L {x - 6} 586 L {x - 28} 586 L {x - 34} 566 "
    art.shape(path(sole + "L 150 566 C 140 546 140 526 146 506 Z"), rubber, Finish(10, 0.6, 0.5))
    art.shape(
        path("M 146 506 C 300 536 560 540 708 512 L 710 526 C 560 554 300 550 143 522 Z"),
        lighter(main, 0.4),
        FLAT,
    )
