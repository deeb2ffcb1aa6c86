"""The merchants' files themselves, kept until their import is over."""

import asyncio
import tempfile
from pathlib import Path
from uuid import uuid4

from bot.catalog.media import MediaSettings


class ImportFiles:
    def __init__(self, settings: MediaSettings) -> None:
        self._folder = settings.folder / "imports"

    async def keep(self, content: bytes) -> str:
        """Store a file under a name of its own; gives the name."""
        name = uuid4().hex
        await asyncio.to_thread(self._write, self._folder / name, content)
        return name

    def path(self, name: str) -> Path:
        return self._folder / name

    def drop(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)

    def _write(self, target: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as part:
            part.write(content)
        Path(part.name).replace(target)
