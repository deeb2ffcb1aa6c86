from typing import Protocol


class FileSource(Protocol):
    """Where a person's files wait for us."""

    async def fetch(self, file_id: str, limit: int) -> bytes:
        """Raises FileTooLarge above ``limit`` bytes, FileLost for good, FileBusy for now."""
        ...


class FileTooLarge(Exception):
    pass


class FileLost(Exception):
    pass


class FileBusy(Exception):
    pass
