"""Every product is to be seen, and its pictures can be drawn again."""

import json

import pytest
from PIL import Image, ImageChops, ImageStat

from config.demo.draw import PICTURES, draw, shots
from config.demo.drawing.plan import PLAN

DEMO = PICTURES.parent
MERCHANTS = json.loads((DEMO / "shop.json").read_text(encoding="utf-8"))["merchants"]
SHOWN = [
    picture
    for merchant in MERCHANTS
    for product in merchant["products"]
    for picture in product["pictures"]
]
ALL_TOGETHER = 6_000_000  # bytes; a clone of the project stays small
JPEG_LOSS = 2.5  # of 255, on average over a picture


def test_every_product_shows_one_to_three_pictures():
    shown = {p["handle"]: len(p["pictures"]) for m in MERCHANTS for p in m["products"]}

    assert {handle: count for handle, count in shown.items() if count not in {1, 2, 3}} == {}


def test_the_plan_draws_what_the_shop_shows_and_nothing_else():
    planned = [f"pictures/{product}-{number}.jpg" for _, product, number, _ in shots()]

    assert sorted(planned) == sorted(SHOWN)
    assert sorted(file.name for file in PICTURES.iterdir()) == sorted(
        picture.removeprefix("pictures/") for picture in planned
    )


def test_merchants_have_the_same_names_in_the_plan():
    assert {merchant: list(products) for merchant, products in PLAN.items()} == {
        merchant["handle"]: [product["handle"] for product in merchant["products"]]
        for merchant in MERCHANTS
    }


@pytest.mark.parametrize("picture", SHOWN)
def test_a_picture_is_a_square_jpeg_with_something_on_it(picture):
    with Image.open(DEMO / picture) as image:
        image.load()

    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (800, 800))
    assert max(ImageStat.Stat(image).stddev) > 10


def test_together_they_are_small():
    assert sum((DEMO / picture).stat().st_size for picture in SHOWN) < ALL_TOGETHER


@pytest.mark.parametrize("picture", ["red-canvas-sneaker-1", "breakfast-mug-2", "fjord-tent-1"])
def test_drawing_again_gives_the_same_picture(picture):
    merchant, shot = next(
        (merchant, shot)
        for merchant, product, number, shot in shots()
        if f"{product}-{number}" == picture
    )

    again = draw(merchant, shot)

    with Image.open(PICTURES / f"{picture}.jpg") as kept:
        difference = ImageStat.Stat(ImageChops.difference(kept.convert("RGB"), again))
    assert max(difference.mean) < JPEG_LOSS


def test_another_shot_is_another_picture():
    """The tolerance above is tight enough to tell two colours of one mug apart."""
    with (
        Image.open(PICTURES / "breakfast-mug-1.jpg") as cream,
        Image.open(PICTURES / "breakfast-mug-2.jpg") as blue,
    ):
        difference = ImageStat.Stat(ImageChops.difference(cream, blue))
    assert max(difference.mean) > JPEG_LOSS * 2
