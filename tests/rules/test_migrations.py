"""The code base keeps its own promises: the migrations make the tables the code expects."""

from functools import partial

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.catalog.search.ddl import is_made_here
from bot.cli.database import alembic_config, migrate
from bot.kit.db import Model, synchronous


def test_migrations_make_the_tables_of_the_models(empty_database_url: str):
    migrate(empty_database_url)

    engine = sa.create_engine(synchronous(empty_database_url))
    with engine.connect() as connection:
        left = LEFT_ON_SQLITE if engine.dialect.name == "sqlite" else frozenset[str]()
        ours = partial(_ours, left=left)
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        difference = compare_metadata(context, Model.metadata)
    engine.dispose()
    assert difference == []


def test_a_migration_can_be_taken_back(empty_database_url: str):
    migrate(empty_database_url)
    command.downgrade(alembic_config(empty_database_url), "base")

    migrate(empty_database_url)


# SQLite keeps a foreign key until its table is written anew, which is not worth it.
LEFT_ON_SQLITE = frozenset({"fk_deal_seat_movements_deal_id"})


def _ours(
    _: object, name: str | None, kind: str, reflected: bool, __: object, *, left: frozenset[str]
) -> bool:
    if reflected and kind == "foreign_key_constraint" and name in left:
        return False
    foreign = kind == "table" and name not in Model.metadata.tables
    return not (reflected and (foreign or is_made_here(name)))
