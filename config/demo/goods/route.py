"""A walk of seven days as GPX 1.1, whose schema stands at topografix.com."""

import math
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.topografix.com/GPX/1/1"
Point = tuple[float, float]  # latitude, longitude
# Where each day ends, along both shores of the Flensburg Fjord; the way begins at the harbour.
STAGES: Sequence[tuple[str, Point]] = (
    ("Flensburg harbour", (54.7936, 9.4330)),
    ("Wassersleben", (54.8235, 9.4220)),
    ("Sønderhav", (54.8650, 9.5010)),
    ("Rinkenæs", (54.8990, 9.5660)),
    ("Egernsund", (54.9060, 9.6070)),
    ("Broager Strand", (54.8760, 9.6790)),
    ("Brunsnæs", (54.8560, 9.6390)),
    ("Skodsbøl", (54.8800, 9.6500)),
)
STEPS = 24  # points of a day's track
BEND = 0.0035  # degrees: a path by the water is never straight


def route() -> bytes:
    ET.register_namespace("", NAMESPACE)
    gpx = ET.Element(_tag("gpx"), version="1.1", creator="Nordlauf")
    about = ET.SubElement(gpx, _tag("metadata"))
    ET.SubElement(about, _tag("name")).text = "Fjord Trail, 7 Days"
    for day, (start, end) in enumerate(pairwise(STAGES), 1):
        for number, place in enumerate((_between(start[1], end[1], 0.5), end[1]), 1):
            _waypoint(gpx, place, f"Day {day}, place {number} to sleep")
    for day, (start, end) in enumerate(pairwise(STAGES), 1):
        _track(gpx, f"Day {day}: {start[0]} - {end[0]}", start[1], end[1])
    ET.indent(gpx)
    return bytes(ET.tostring(gpx, encoding="utf-8", xml_declaration=True))


def _waypoint(gpx: ET.Element, place: Point, name: str) -> None:
    point = ET.SubElement(gpx, _tag("wpt"), _where(place))
    ET.SubElement(point, _tag("name")).text = name
    ET.SubElement(point, _tag("sym")).text = "Campground"


def _track(gpx: ET.Element, name: str, start: Point, end: Point) -> None:
    track = ET.SubElement(gpx, _tag("trk"))
    ET.SubElement(track, _tag("name")).text = name
    segment = ET.SubElement(track, _tag("trkseg"))
    for step in range(STEPS + 1):
        ET.SubElement(segment, _tag("trkpt"), _where(_between(start, end, step / STEPS)))


def _between(start: Point, end: Point, part: float) -> Point:
    sideways = BEND * math.sin(part * math.pi * 3)
    return (
        start[0] + (end[0] - start[0]) * part + sideways,
        start[1] + (end[1] - start[1]) * part - sideways,
    )


def _where(place: Point) -> dict[str, str]:
    return {"lat": f"{place[0]:.5f}", "lon": f"{place[1]:.5f}"}


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
