"""Alembic's entry: the shop's tables, on the database the settings name."""

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from bot.catalog.search.ddl import is_made_here
from bot.cli.database import import_models, migration_url
from bot.kit.db import Model

import_models()


def _ours(_: object, name: str | None, kind: str, reflected: bool, __: object) -> bool:
    """Leave alone what DBOS and the search index keep beside our tables."""
    return not (reflected and (is_made_here(name) or _is_foreign(kind, name)))


def _is_foreign(kind: str, name: str | None) -> bool:
    return kind == "table" and name not in Model.metadata.tables


def _render(kind: str, item: object, _: AutogenContext) -> str | bool:
    """Write our own column types as what they are in the database."""
    if kind == "type" and isinstance(item, sa.types.TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def run() -> None:
    engine = sa.create_engine(context.config.attributes.get("url") or migration_url())
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            include_object=_ours,
            render_item=_render,
            render_as_batch=True,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
