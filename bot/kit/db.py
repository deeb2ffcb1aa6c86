"""What every table shares, and how a database is opened."""

import sqlite3
from datetime import UTC, datetime
from enum import Enum
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, TypeResolve
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.types import TypeDecorator

# Telegram's ids need 64 bits; SQLite numbers rows only in a plain INTEGER.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """Refuses a moment without a time zone, and always gives back UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A stored moment needs a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class Model(DeclarativeBase):
    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        int: ID,
        # By value and as text, so that a new member needs no migration.
        Enum: sa.Enum(
            Enum,
            native_enum=False,
            length=32,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }


@event.listens_for(Model, "resolve_type_annotation")
def _number_ids(annotation: TypeResolve) -> sa.types.TypeEngine[Any] | None:
    """Keep a ``NewType`` such as ``PersonId`` as what it stands for."""
    stands_for = getattr(annotation.resolved_type, "__supertype__", None)
    return annotation.resolve(stands_for) if stands_for else None


class RollsBackFirst(sqlite3.Connection):
    """Gives its lock up when it is closed.

    A connection whose task was cancelled is closed, but SQLite keeps it and its transaction as long
    as a half-read cursor lives: in the traceback of the cancelling, for instance.
    """

    def close(self) -> None:
        self.rollback()
        super().close()


# SQLite has one writer anyway. One connection makes a fair queue of those who wait in this process;
# SQLite's own waiting is a lottery that somebody loses after 30 seconds.
ONE_WRITER: dict[str, Any] = {
    "poolclass": AsyncAdaptedQueuePool,
    "pool_size": 1,
    "max_overflow": 0,
    "pool_timeout": 60,
    "connect_args": {"factory": RollsBackFirst},
}


def open_engine(url: str, **options: Any) -> AsyncEngine:  # noqa: ANN401
    """Open SQLite or PostgreSQL so that concurrent writers wait instead of failing."""
    is_sqlite = sa.make_url(url).get_backend_name() == "sqlite"
    # An error's parameters are people's names and words, and errors are logged.
    options.setdefault("hide_parameters", True)
    engine = create_async_engine(url, **(ONE_WRITER if is_sqlite else {}) | options)
    if is_sqlite:
        _tame_sqlite(engine)
    return engine


def _tame_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _: object) -> None:  # noqa: ANN401 -- the driver's own type
        connection.isolation_level = None  # BEGIN is ours, below
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        # In WAL mode NORMAL can lose the last commits at a power cut; money asks for FULL.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA busy_timeout = 30000")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # A deferred BEGIN that reads and then writes fails with "database is locked" in masses.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def is_away(error: Exception) -> bool:
    """Whether the database is not there or has no time: not the fault of what it was asked."""
    if isinstance(error, sa.exc.DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OSError | sa.exc.OperationalError | sa.exc.TimeoutError)


def synchronous(url: str) -> str:
    """Name the same database with a synchronous driver: for alembic, and for DBOS."""
    parsed = sa.make_url(url)
    driver = "sqlite" if parsed.get_backend_name() == "sqlite" else "postgresql+psycopg"
    return parsed.set(drivername=driver).render_as_string(hide_password=False)
