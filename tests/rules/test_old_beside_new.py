"""While a new version is being deployed, the old one still works: its tables may only grow.

A process of the old version writes rows without the new columns; it needs a default that the
database gives. ``tests/sandbox/crashes/test_killed_together.py`` lets one really do it.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from bot.cli.database import alembic_config
from bot.kit.db import synchronous

FIRST = "0008"  # what came before it was deployed in one night, with the shop closed
# A line of a hash chain cannot have a default: the old version's is refused, told again, and taken
# in by the new one.
REFUSED = {"sale_day_joins.nth", "sale_day_joins.code", "sale_day_joins.digest"}


@dataclass(frozen=True, slots=True)
class Column:
    nullable: bool
    has_default: bool
    width: int | None


Tables = dict[str, dict[str, Column]]


def test_each_migration_leaves_the_old_version_able_to_write(empty_database_url: str):
    config = alembic_config(empty_database_url)
    every = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    later = [revision for revision in reversed(every) if revision > FIRST]
    assert later, "no migration is newer than the first that was deployed"
    command.upgrade(config, FIRST)
    before = tables(empty_database_url)
    for revision in later:
        command.upgrade(config, revision)
        after = tables(empty_database_url)
        assert complaints(before, after) == [], f"migration {revision} stops the old version"
        before = after


def complaints(before: Tables, after: Tables) -> list[str]:
    found = []
    for table, columns in before.items():
        if table not in after:
            found.append(f"{table} is gone")
            continue
        for name, was in columns.items():
            now = after[table].get(name)
            if now is None:
                found.append(f"{table}.{name} is gone")
            elif was.nullable and not now.nullable:
                found.append(f"{table}.{name} must be given now")
            elif was.width and now.width and now.width < was.width:
                found.append(f"{table}.{name} is narrower now")
        found += [
            f"{table}.{name} is unknown to the old version, and has no default"
            for name in after[table].keys() - columns.keys()
            if f"{table}.{name}" not in REFUSED
            and not (after[table][name].nullable or after[table][name].has_default)
        ]
    return found


def tables(url: str) -> Tables:
    engine = sa.create_engine(synchronous(url))
    inspector = sa.inspect(engine)
    found = {
        table: {column["name"]: _column(column) for column in inspector.get_columns(table)}
        for table in inspector.get_table_names()
    }
    engine.dispose()
    return found


def _column(facts: sa.engine.interfaces.ReflectedColumn) -> Column:
    return Column(
        nullable=facts["nullable"],
        has_default=facts["default"] is not None or bool(facts.get("autoincrement") is True),
        width=getattr(facts["type"], "length", None),
    )
