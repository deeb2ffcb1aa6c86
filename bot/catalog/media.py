"""Merchants' pictures: checked, made smaller, and kept by their content."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from bot.catalog.errors import PictureTooLarge, PictureUnreadable
from bot.catalog.models import StoredPicture

MAX_BYTES = 20 * 1024 * 1024  # what a bot may download from Telegram
MAX_PIXELS = 50_000_000  # a small file can unfold to gigabytes
LONGEST_SIDE = 1280  # what Telegram shows of a photo
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class MediaSettings:
    folder: Path


class MediaStore:
    """Files named after what is in them: the same picture twice is one file."""

    def __init__(self, settings: MediaSettings) -> None:
        self._folder = settings.folder

    def keep(self, content: bytes) -> StoredPicture:
        """Re-encode and store a picture; what a camera wrote about place and owner is dropped.

        Takes time in proportion to the pixels: call it in a thread. Raises PictureTooLarge and
        PictureUnreadable.
        """
        if len(content) > MAX_BYTES:
            raise PictureTooLarge(megabytes=MAX_BYTES // 1024 // 1024)

        jpeg = _as_jpeg(content)
        digest = hashlib.sha256(jpeg).hexdigest()
        file = f"{digest[:2]}/{digest}.jpg"
        target = self.path(file)
        if not target.exists():
            write_at_once(target, jpeg)
        source = hashlib.sha256(content).hexdigest()
        return StoredPicture(sha256=digest, file=file, source=source)

    def path(self, file: str) -> Path:
        return self._folder / file


def _as_jpeg(content: bytes) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            _refuse_too_many_pixels(image)
            upright = ImageOps.exif_transpose(image)
            flat = _on_white(upright)
    except _BOMBS as bomb:
        raise PictureTooLarge(megabytes=MAX_BYTES // 1024 // 1024) from bomb
    except PictureTooLarge:
        raise
    except Exception as broken:
        # Decoders fail in many ways over a file that was made to break them.
        raise PictureUnreadable from broken
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Pillow writes EXIF only where it is passed on; a fresh picture has none.
    written = BytesIO()
    flat.save(written, "JPEG", quality=85, optimize=True)
    return written.getvalue()


def _refuse_too_many_pixels(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise PictureTooLarge(megabytes=MAX_BYTES // 1024 // 1024)


def _on_white(image: Image.Image) -> Image.Image:
    """Drop transparency, which JPEG cannot hold, and everything that is not pixels."""
    rgba = image.convert("RGBA")
    flat = Image.new("RGB", rgba.size, "white")
    flat.paste(rgba, mask=rgba)
    return flat


def write_at_once(target: Path, content: bytes) -> None:
    """A reader sees the whole file or none, also when the machine stops in between."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(target)
