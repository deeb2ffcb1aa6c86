"""``tuan migrate``, and what else concerns the database as a whole."""

import importlib
from argparse import Namespace
from pathlib import Path

from alembic import command
from alembic.config import Config

import bot
from bot.cli.places import ROOT
from bot.kit.db import synchronous
from config.settings import Settings


def import_models() -> None:
    """Make every table known: each ``models.py`` of the shop, and the outbox."""
    package = Path(bot.__path__[0])
    for module in sorted(package.rglob("*models.py")):
        dotted = ".".join(module.relative_to(package).with_suffix("").parts)
        importlib.import_module(f"bot.{dotted}")
    importlib.import_module("bot.kit.outbox")


def migration_url() -> str:
    return synchronous(Settings().database_url.get_secret_value())


def run(_: Namespace) -> int:
    migrate(Settings().database_url.get_secret_value())
    return 0


def migrate(url: str) -> None:
    """Bring a database to this version of the shop; a new one gets its tables."""
    command.upgrade(alembic_config(url), "head")


def alembic_config(url: str) -> Config:
    config = Config(ROOT / "alembic.ini")
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["url"] = synchronous(url)
    return config
