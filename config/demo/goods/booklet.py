"""A recipe booklet as a PDF: a cover and a page for each of twelve breads."""

import time
from dataclasses import dataclass
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

SIZE = (744, 1052)  # A5 at 127 dots an inch
MARGIN = 72
PAPER, INK, ACCENT = "#fbf6ec", "#33291f", "#a4552b"
ALWAYS_THE_SAME = time.gmtime(1_780_000_000)  # so that the file can be made again


@dataclass(frozen=True, slots=True)
class Bread:
    name: str
    grams: dict[str, int]
    steps: str
    bake: str


WHEAT, RYE, SPELT, WATER, SALT = "wheat flour", "rye flour", "spelt flour", "water", "salt"
YEAST, SOURDOUGH, OIL = "fresh yeast", "rye sourdough", "olive oil"
BREADS = (
    Bread(
        "Quick flatbread",
        {WHEAT: 300, WATER: 180, OIL: 20, SALT: 6},
        "Knead five minutes, rest twenty, roll out thinly.",
        "2 minutes a side in a dry, very hot iron pan",
    ),
    Bread(
        "Focaccia",
        {WHEAT: 500, WATER: 400, OIL: 40, YEAST: 5, SALT: 11},
        "Stir, fold four times in two hours, press into an oiled tin, dimple with wet fingers.",
        "22 minutes at 230 °C",
    ),
    Bread(
        "Pan loaf",
        {WHEAT: 500, WATER: 320, YEAST: 10, SALT: 10},
        "Knead ten minutes, let it double, shape, let it rise to the rim of the tin.",
        "35 minutes at 210 °C",
    ),
    Bread(
        "Spelt rolls",
        {SPELT: 500, WATER: 310, YEAST: 8, SALT: 10},
        "Knead four minutes only, rest an hour, divide by ten, rest forty minutes more.",
        "18 minutes at 230 °C with steam",
    ),
    Bread(
        "Baguette",
        {WHEAT: 500, WATER: 350, YEAST: 2, SALT: 10},
        "Mix cold, fold three times, leave in the fridge overnight, shape long, cut slantwise.",
        "22 minutes at 250 °C with steam",
    ),
    Bread(
        "Walnut bread",
        {WHEAT: 400, RYE: 100, WATER: 350, "walnuts": 120, YEAST: 6, SALT: 11},
        "Knead, work in the nuts by hand, rise ninety minutes, shape round.",
        "40 minutes at 220 °C",
    ),
    Bread(
        "Potato bread",
        {WHEAT: 450, "boiled potatoes": 200, WATER: 230, YEAST: 8, SALT: 12},
        "Mash the potatoes cold, knead everything eight minutes, rise two hours, shape.",
        "42 minutes at 220 °C",
    ),
    Bread(
        "Farmhouse loaf",
        {WHEAT: 350, RYE: 150, WATER: 340, SOURDOUGH: 100, SALT: 11},
        "Mix in the evening, fold twice, let it rise overnight, bake in the pot in the morning.",
        "45 minutes at 240 °C, the first 25 with the lid on",
    ),
    Bread(
        "Oat bread",
        {WHEAT: 400, "rolled oats": 100, WATER: 380, YEAST: 6, SALT: 11},
        "Soak the oats in hot water, let them cool, knead with the rest, rise ninety minutes.",
        "40 minutes at 220 °C",
    ),
    Bread(
        "Seed loaf",
        {SPELT: 350, "mixed seeds": 200, WATER: 330, YEAST: 6, SALT: 10},
        "Roast the seeds, soak them an hour, stir everything, fill the tin, rise one hour.",
        "50 minutes at 200 °C",
    ),
    Bread(
        "Bread of the day before",
        {WHEAT: 450, "stale bread": 100, WATER: 360, YEAST: 6, SALT: 11},
        "Soak the stale bread, crush it, knead it in, rise two hours, shape.",
        "42 minutes at 225 °C",
    ),
    Bread(
        "Three-day rye",
        {RYE: 700, WATER: 600, SOURDOUGH: 200, SALT: 16},
        "Day one: feed the sourdough. Day two: mix and fill the tin. Day three: bake, then wait.",
        "70 minutes, from 250 °C down to 190 °C",
    ),
)


def booklet() -> bytes:
    pages = [_cover(), *(_page(number, bread) for number, bread in enumerate(BREADS, 1))]
    written = BytesIO()
    pages[0].save(
        written,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=127,
        title="Twelve Breads",
        author="Kupfer & Korn",
        creationDate=ALWAYS_THE_SAME,
        modDate=ALWAYS_THE_SAME,
    )
    return written.getvalue()


def _cover() -> Image.Image:
    page, pen = _sheet()
    pen.text((SIZE[0] / 2, 300), "Twelve Breads", INK, ImageFont.load_default(74), "mm")
    pen.text((SIZE[0] / 2, 380), "from our shop kitchen", ACCENT, ImageFont.load_default(30), "mm")
    _loaf(pen, (SIZE[0] / 2, 640), 210)
    return page


def _page(number: int, bread: Bread) -> Image.Image:
    page, pen = _sheet()
    pen.text((MARGIN, MARGIN), f"{number}", ACCENT, ImageFont.load_default(30))
    pen.text((MARGIN, 120), bread.name, INK, ImageFont.load_default(50))
    rows = [f"{grams} g  {what}" for what, grams in bread.grams.items()]
    below = _column(pen, rows, 220)
    below = _column(pen, wrap(bread.steps, 44), below + 30)
    _column(pen, wrap(f"Bake: {bread.bake}.", 44), below + 30)
    _loaf(pen, (SIZE[0] / 2, 880), 90)
    return page


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    page = Image.new("RGB", SIZE, PAPER)
    return page, ImageDraw.Draw(page)


def _column(pen: ImageDraw.ImageDraw, rows: list[str], top: float) -> float:
    for number, row in enumerate(rows):
        pen.text((MARGIN, top + 40 * number), row, INK, ImageFont.load_default(27))
    return top + 40 * len(rows)


def _loaf(pen: ImageDraw.ImageDraw, middle: tuple[float, float], half: float) -> None:
    x, y = middle
    pen.ellipse((x - half, y - half * 0.55, x + half, y + half * 0.55), "#b9743c", ACCENT, 3)
    for cut in (-0.5, 0.0, 0.5):
        left = x + half * cut
        pen.line(
            (left - half * 0.12, y + half * 0.25, left + half * 0.12, y - half * 0.3), PAPER, 6
        )
