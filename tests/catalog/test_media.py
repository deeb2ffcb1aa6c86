from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.catalog.errors import PictureTooLarge, PictureUnreadable
from bot.catalog.media import MAX_BYTES, MediaSettings, MediaStore


@pytest.fixture
def media(tmp_path):
    return MediaStore(MediaSettings(tmp_path / "media"))


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (2000, 1000), mode: str = "RGB", **saving: Any
) -> bytes:
    written = BytesIO()
    Image.new(mode, size, "red").save(written, kind, **saving)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("GIF", "P")]
)
def test_every_usual_kind_becomes_a_small_jpeg(media, kind, mode):
    stored = media.keep(picture(kind, mode=mode))

    with Image.open(media.path(stored.file)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (1280, 640))


def test_the_same_picture_is_kept_once(media, tmp_path):
    assert media.keep(picture()) == media.keep(picture())
    assert len(list((tmp_path / "media").rglob("*.*"))) == 1


def test_where_it_was_taken_is_dropped(media):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 0.0)}  # GPS
    exif[0x010E] = "My living room"
    stored = media.keep(picture(exif=exif))

    assert b"living room" not in media.path(stored.file).read_bytes()
    with Image.open(media.path(stored.file)) as kept:
        assert dict(kept.getexif()) == {}


def test_it_stands_upright(media):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    stored = media.keep(picture(size=(400, 200), exif=exif))

    with Image.open(media.path(stored.file)) as kept:
        assert kept.size == (200, 400)


def test_a_small_file_that_unfolds_to_gigabytes_is_refused(media):
    with pytest.raises(PictureTooLarge):
        media.keep(picture("PNG", size=(20_000, 20_000), mode="1"))
    with pytest.raises(PictureTooLarge):
        media.keep(picture("PNG", size=(8_000, 8_000), mode="1"))


def test_a_large_file_is_refused_unread(media):
    with pytest.raises(PictureTooLarge) as refused:
        media.keep(b"x" * (MAX_BYTES + 1))
    assert refused.value.facts == {"megabytes": 20}


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:400]]
)
def test_what_is_no_picture_is_refused(media, content):
    with pytest.raises(PictureUnreadable):
        media.keep(content)
