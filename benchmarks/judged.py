"""Products and queries that people have judged, as they stand in the folder TUAN_DATA."""

import csv
import gzip
import json
import random
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Item:
    title: str
    tags: str
    attributes: str
    body: str


@dataclass
class Judged:
    name: str
    items: dict[str, Item] = field(default_factory=dict)
    gains: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))


def icecat(folder: Path) -> Judged:
    judged = Judged("electronics (icecat)")
    for archive in sorted((folder / "icecat_chorus").glob("products_*.json.zip")):
        with zipfile.ZipFile(archive) as packed:
            for row in json.loads(packed.read(packed.namelist()[0])):
                judged.items[row["id"]] = Item(
                    title=row.get("title", ""),
                    tags=f"{row.get('supplier', '')} {row.get('name', '')}",
                    attributes=" ".join(_attributes(row)),
                    body=row.get("short_description", ""),
                )
    ratings = folder / "icecat_chorus" / "Broad_Query_Set_rated.csv"
    for row in csv.DictReader(ratings.read_text("utf-8").splitlines()):
        judged.gains[row["query"]][row["docid"]] = float(row["rating"])
    return judged


def _attributes(row: dict[str, Any]) -> list[str]:
    named = ((key, value) for key, value in row.items() if key.startswith("attr_"))
    return [f"{key.split('_', 2)[2].replace('_', ' ')} {value}" for key, value in named]


def esci(folder: Path) -> Judged:
    judged = Judged("general (esci)")
    with gzip.open(folder / "esci_us" / "products.ndjson.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            judged.items[row["_id"]] = Item(
                title=row["title"] or "",
                tags=f"{row['brand'] or ''} {' '.join(row['category'] or [])}",
                attributes=row["color"] or "",
                body=f"{row['bullet_points'] or ''} {row['description'] or ''}",
            )
    judgments = json.loads((folder / "esci_us" / "judgments.json").read_text("utf-8"))
    for entry in judgments["judgmentRatings"]:
        for rating in entry["ratings"]:
            judged.gains[entry["query"]][rating["docId"]] = float(rating["rating"]) / 100
    return judged


def pad(judged: Judged, products: int) -> None:
    """Add products, each with the title of one, the rest of another, and a word of its own."""
    chance = random.Random(11)  # noqa: S311 -- the same products every time
    known = list(judged.items.values())
    for number in range(products - len(known)):
        title, rest = chance.choice(known), chance.choice(known)
        judged.items[f"padding-{number}"] = replace(rest, title=f"{title.title} pn{number}")
