"""Draw the demo shop's pictures again: ``python -m config.demo.draw [handle ...]``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from .drawing.plan import PLAN, Shot
from .drawing.scenes import BACKDROPS, picture

PICTURES = Path(__file__).parent / "pictures"
QUALITY = 82


def shots() -> Iterator[tuple[str, str, int, Shot]]:
    """Every picture there is, as (merchant, product, number, shot)."""
    for merchant, products in PLAN.items():
        for product, planned in products.items():
            for number, shot in enumerate(planned, start=1):
                yield merchant, product, number, shot


def draw(merchant: str, shot: Shot) -> Image.Image:
    return picture(BACKDROPS[merchant], shot.places, lying=shot.lying)


def main(wanted: list[str]) -> None:
    PICTURES.mkdir(exist_ok=True)
    for merchant, product, number, shot in shots():
        if not wanted or product in wanted:
            file = PICTURES / f"{product}-{number}.jpg"
            draw(merchant, shot).save(file, quality=QUALITY, optimize=True, progressive=True)
            print(file.name)


if __name__ == "__main__":
    main(sys.argv[1:])
