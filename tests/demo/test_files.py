"""What buyers of the demo's digital goods get can be opened, and made again."""

import json
from xml.etree import ElementTree as ET

import pytest

from config.demo.goods.booklet import BREADS
from config.demo.goods.route import NAMESPACE
from config.demo.make_files import FILES, MAKERS

SHOP = json.loads((FILES.parent / "shop.json").read_text("utf-8"))
DIGITAL = [
    product
    for merchant in SHOP["merchants"]
    for product in merchant["products"]
    if product["kind"] == "digital"
]


def test_every_digital_product_has_a_file_and_no_stock_to_run_out():
    assert sorted(product["download"] for product in DIGITAL) == sorted(
        f"files/{name}" for name in MAKERS
    )
    assert all(variant["unlimited"] for product in DIGITAL for variant in product["variants"])


def test_the_booklet_is_a_pdf_with_a_page_for_each_bread():
    content = (FILES / "twelve-breads.pdf").read_bytes()

    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == len(BREADS) + 1 == 13
    assert content.rstrip().endswith(b"%%EOF")


def test_the_route_is_seven_tracks_and_fourteen_places_to_sleep():
    gpx = ET.parse(FILES / "fjord-trail.gpx").getroot()  # noqa: S314 -- our own file

    assert len(gpx.findall(f"{{{NAMESPACE}}}trk")) == 7
    assert len(gpx.findall(f"{{{NAMESPACE}}}wpt")) == 14


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_can_be_made_twice_the_same(name: str):
    assert MAKERS[name]() == MAKERS[name]()
