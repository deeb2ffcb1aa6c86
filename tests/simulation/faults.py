"""How a process of the simulation dies."""

import asyncpg
from sqlalchemy import event, exc
from sqlalchemy.ext.asyncio import AsyncEngine


class Crash(Exception):
    """The process is gone: whoever asked it for something hears no more."""


class Fuse:
    """Burns with every statement and every commit; once through, the process does nothing more."""

    def __init__(self) -> None:
        self.left: int | None = None  # statements to live; None is for ever
        self.is_through = False

    def guard(self, engine: AsyncEngine) -> None:
        for moment in ("before_cursor_execute", "commit"):
            event.listen(engine.sync_engine, moment, self.burn)

    def burn(self, *_: object) -> None:
        if self.left is not None:
            self.left -= 1
            self.is_through = self.is_through or self.left < 0
        if self.is_through:
            raise Crash


def is_database_away(error: BaseException) -> bool:
    """Whether a door would answer "later" and be told again: nobody did anything wrong."""
    if isinstance(error, BaseExceptionGroup):
        return all(map(is_database_away, error.exceptions))
    if isinstance(error, exc.DBAPIError):
        return not isinstance(error, exc.IntegrityError | exc.ProgrammingError | exc.DataError)
    # A connection that is cut while it opens speaks for itself.
    cut = asyncpg.InterfaceError | asyncpg.PostgresConnectionError | asyncpg.InternalClientError
    is_cut = isinstance(error, cut)
    return is_cut or isinstance(error, OSError | exc.TimeoutError)


def is_deadlock(error: BaseException) -> bool:
    return isinstance(error, exc.DBAPIError) and "deadlock" in str(error.orig).casefold()
