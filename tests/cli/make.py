"""Files for the command line, small enough to be read in a test."""

import json
from pathlib import Path

from PIL import Image

KEY = "LrGcSXVjh1BDmWoBKU0c3aPEqv4n6FWCLB8mVdZkPpY="  # opens nothing
MERCHANT = {
    "handle": "lindenfaden",
    "name": "Lindenfaden",
    "about": {"en": "Clothes that last."},
    "country": "DE",
    "support": "@lindenfaden",
    "currencies": ["EUR"],
    "ships_to": ["DE"],
    "shipping": [],
}


def product(handle: str, title: str, *, price: str = "29.00", stock: int = 5) -> dict[str, object]:
    return {
        "handle": handle,
        "kind": "physical",
        "title": {"en": title},
        "description": {"en": f"{title}, made to be worn."},
        "tags": [],
        "options": [],
        "attributes": [],
        "variants": [{"sku": handle, "options": {}, "prices": {"EUR": price}, "stock": stock}],
        "pictures": [f"{handle}.png"],
        "reviews": [],
        "questions": [],
    }


def shop_folder(folder: Path, *products: dict[str, object]) -> Path:
    """A folder as ``tuan seed`` takes it: shop.json, and the pictures beside it."""
    for one in products:
        Image.new("RGB", (64, 64), "crimson").save(folder / f"{one['handle']}.png")
    shop = {"merchants": [MERCHANT | {"products": list(products)}]}
    (folder / "shop.json").write_text(json.dumps(shop), "utf-8")
    return folder
