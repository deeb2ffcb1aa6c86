"""The code base keeps its own promises: a status moves only along arrows that are all drawn."""

import importlib
from enum import StrEnum
from types import ModuleType

import sqlalchemy as sa

from bot.cli.database import import_models
from bot.kit.db import Model
from tests.databases import model_modules


def _tables_of_arrows() -> dict[type[StrEnum], dict[StrEnum, frozenset[StrEnum]]]:
    found = {}
    for name in model_modules():
        module = importlib.import_module(name)
        for value in _arrows(module):
            found[type(next(iter(value)))] = value
    return found


def _arrows(module: ModuleType) -> list[dict[StrEnum, frozenset[StrEnum]]]:
    return [value for name, value in vars(module).items() if name.endswith("ARROWS")]


def test_every_status_has_complete_arrows():
    tables = _tables_of_arrows()

    assert len(tables) >= 3
    for status, arrows in tables.items():
        assert set(arrows) == set(status), status.__name__
        assert all(there in status for targets in arrows.values() for there in targets)


def test_every_status_column_has_arrows():
    import_models()
    columns = {
        column.type.enum_class
        for table in Model.metadata.tables.values()
        for column in table.columns
        if column.name == "status" and isinstance(column.type, sa.Enum)
    }

    assert columns - set(_tables_of_arrows()) == set()
