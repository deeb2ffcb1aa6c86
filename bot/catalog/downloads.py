"""What buyers of digital products get: files kept by their content, beside the pictures."""

import hashlib
import mimetypes
from pathlib import Path, PurePosixPath

from bot.catalog.errors import DownloadTooLarge, TextMissing
from bot.catalog.media import MediaSettings, write_at_once
from bot.catalog.models import KeptFile
from bot.catalog.texts import clean_line

MAX_BYTES = 50 * 1024 * 1024  # what a bot may send: https://core.telegram.org/bots/api#senddocument
FOLDER = "downloads"
_NAME_LIMIT = 120
_UNKNOWN = "application/octet-stream"


class DownloadStore:
    def __init__(self, settings: MediaSettings) -> None:
        self._folder = settings.folder

    def keep(self, content: bytes, name: str, mime: str | None = None) -> KeptFile:
        """Store a file. Raises DownloadTooLarge, and TextMissing where it is empty."""
        if len(content) > MAX_BYTES:
            raise DownloadTooLarge(megabytes=MAX_BYTES // 1024 // 1024)
        if not content:
            raise TextMissing

        digest = hashlib.sha256(content).hexdigest()
        file = f"{FOLDER}/{digest[:2]}/{digest}"
        target = self.path(file)
        if not target.exists():
            write_at_once(target, content)
        shown = _file_name(name)
        return KeptFile(
            file=file,
            sha256=digest,
            name=shown,
            mime=mime or mimetypes.guess_type(shown)[0] or _UNKNOWN,
            size=len(content),
        )

    def path(self, file: str) -> Path:
        return self._folder / file


def _file_name(told: str) -> str:
    """Keep a name's last part and its ending; what it begins with may be anything."""
    name = PurePosixPath(clean_line(told).replace("\\", "/")).name.strip(". ") or "file"
    ending = PurePosixPath(name).suffix[:12]
    return name if len(name) <= _NAME_LIMIT else name[: _NAME_LIMIT - len(ending)] + ending
