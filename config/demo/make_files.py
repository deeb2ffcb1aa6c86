"""Make the demo shop's downloads again: ``python -m config.demo.make_files``."""

from pathlib import Path

from .goods.booklet import booklet
from .goods.route import route

FILES = Path(__file__).parent / "files"
MAKERS = {"twelve-breads.pdf": booklet, "fjord-trail.gpx": route}


def main() -> None:
    FILES.mkdir(exist_ok=True)
    for name, make in MAKERS.items():
        (FILES / name).write_bytes(make())
        print(name)


if __name__ == "__main__":
    main()
