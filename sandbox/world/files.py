"""Files people and bots have sent: bytes on disk beside the state, or in memory."""

import hashlib
import mimetypes
import struct
from dataclasses import dataclass
from pathlib import Path

from sandbox.world.store import Store, pack, unpack


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    unique_id: str
    name: str
    mime_type: str
    size: int
    width: int
    height: int

    @property
    def path(self) -> str:
        """What ``getFile`` calls ``file_path``."""
        kind = "photos" if self.mime_type.startswith("image/") else "documents"
        return f"{kind}/{self.id}{Path(self.name).suffix}"


class Files:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = None if store.folder is None else store.folder / "files"
        if self._folder is not None:
            self._folder.mkdir(exist_ok=True)

    def keep(self, content: bytes, name: str, mime_type: str | None = None) -> StoredFile:
        """The same bytes under the same name are the same file."""
        digest = hashlib.sha256(content).hexdigest()
        width, height = image_size(content)
        known = mime_type or mimetypes.guess_type(name)[0] or _sniff(content)
        unique = hashlib.sha256(f"{digest} {name} {known}".encode()).hexdigest()
        file = StoredFile(
            f"SBX{unique[:40]}", f"U{digest[:14]}", name, known, len(content), width, height
        )
        doc = pack([file.unique_id, file.name, file.mime_type, file.size, width, height])
        if self._folder is not None:
            (self._folder / file.id).write_bytes(content)
        in_memory = content if self._folder is None else None
        self._store.write("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", file.id, doc, in_memory)
        return file

    def find(self, file_id: str) -> StoredFile | None:
        row = self._store.one("SELECT doc FROM files WHERE id = ?", file_id)
        if row is None:
            return None
        unique_id, name, mime_type, size, width, height = unpack(row[0])
        return StoredFile(file_id, unique_id, name, mime_type, int(size), int(width), int(height))

    def read(self, file_id: str) -> bytes | None:
        row = self._store.one("SELECT content FROM files WHERE id = ?", file_id)
        if row is None:
            return None
        if self._folder is None:
            return bytes(row[0])
        try:
            return (self._folder / file_id).read_bytes()
        except FileNotFoundError:
            return None


def _sniff(content: bytes) -> str:
    signatures = {
        b"\x89PNG": "image/png",
        b"\xff\xd8": "image/jpeg",
        b"GIF8": "image/gif",
        b"%PDF": "application/pdf",
    }
    for signature, mime_type in signatures.items():
        if content.startswith(signature):
            return mime_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream"


def image_size(content: bytes) -> tuple[int, int]:
    """Width and height of a picture, (0, 0) for anything else."""
    try:
        match _sniff(content):
            case "image/png":
                width, height = struct.unpack(">II", content[16:24])
            case "image/gif":
                width, height = struct.unpack("<HH", content[6:10])
            case "image/jpeg":
                width, height = _jpeg_size(content)
            case "image/webp":
                width, height = _webp_size(content)
            case _:
                return 0, 0
    except (struct.error, IndexError):
        return 0, 0
    return int(width), int(height)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004 - every JPEG segment starts with FF
        marker, length = struct.unpack(">BH", content[at + 1 : at + 4])
        # SOF0..SOF15 carry the size, but C4, C8 and CC are tables.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # noqa: PLR2004
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def _webp_size(content: bytes) -> tuple[int, int]:
    match content[12:16]:
        case b"VP8X":
            return (
                1 + int.from_bytes(content[24:27], "little"),
                1 + int.from_bytes(content[27:30], "little"),
            )
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)
        case _:
            width, height = struct.unpack("<HH", content[26:30])
            return width & 0x3FFF, height & 0x3FFF
