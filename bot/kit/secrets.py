"""Secrets and personal data at rest: sealed by a key that lives apart from the database."""

import hashlib
from collections.abc import Sequence
from typing import NewType

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeDecorator

Sealed = NewType("Sealed", str)


class SealedText(TypeDecorator[Sealed]):
    """A column whose words only a ``Vault`` can read; ``rotate`` finds it by this type."""

    impl = sa.Text
    cache_ok = True


class UnreadableSecret(RuntimeError):
    """Sealed by a key that is not among ours, or changed since: the keys are set up wrongly."""


class Vault:
    """Seals with its first key and opens with any of them, so that keys can be changed."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("A vault needs at least one key")
        self._locks = {_key_id(key): _lock(key) for key in keys}
        self._current = _key_id(keys[0])

    @staticmethod
    def new_key() -> str:
        return Fernet.generate_key().decode()

    def seal(self, text: str) -> Sealed:
        token = self._locks[self._current].encrypt(text.encode())
        return Sealed(f"{self._current}:{token.decode()}")

    def open(self, sealed: Sealed) -> str:
        key_id, _, token = sealed.partition(":")
        lock = self._locks.get(key_id)
        if lock is None:
            raise UnreadableSecret(f"No key {key_id}")
        try:
            return lock.decrypt(token.encode()).decode()
        except InvalidToken:
            raise UnreadableSecret(f"Changed since key {key_id} sealed it") from None

    def is_current(self, sealed: Sealed) -> bool:
        return sealed.startswith(self.mark)

    @property
    def mark(self) -> str:
        """What everything sealed with the first key begins with."""
        return f"{self._current}:"


async def rotate(session: AsyncSession, vault: Vault, metadata: sa.MetaData) -> int:
    """Seal again, with the vault's first key, whatever an older key has sealed.

    Repeating it changes nothing more; the old key may be thrown away after that.
    """
    return sum(
        [
            await _rotate_column(session, vault, column)
            for table in metadata.sorted_tables
            for column in table.columns
            if isinstance(column.type, SealedText)
        ]
    )


async def _rotate_column(session: AsyncSession, vault: Vault, column: sa.Column[Sealed]) -> int:
    table, (key, *_) = column.table, column.table.primary_key.columns
    old = await session.execute(
        sa.select(key, column).where(
            column.is_not(None), sa.not_(sa.cast(column, sa.Text).startswith(vault.mark))
        )
    )
    rows = old.all()
    for row_id, sealed in rows:
        fresh = vault.seal(vault.open(sealed))
        # A row that somebody has changed in the meantime is sealed with the first key already.
        await session.execute(
            sa.update(table).where(key == row_id, column == sealed).values({column.name: fresh})
        )
    return len(rows)


def _lock(key: str) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:
        raise ValueError("A key is 32 bytes in url-safe base64; `tuan doctor` makes one") from None


def _key_id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:8]
