"""Every command and what can be said to it. A command's module is imported when it runs.

Importing aiogram takes a second or two: ``tuan --help`` does not pay for it.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path


def _nothing(_: ArgumentParser) -> None:
    return


def _demo(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="where the chat page is; 0: any")
    parser.add_argument("--state", type=Path, default=Path("demo-state"), help="what is kept")
    parser.add_argument("--reset", action="store_true", help="forget what happened before")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")


def _run(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--demo", action="store_true", help="first migrate, and put the demo's shops in"
    )


def _seed(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, nargs="?", help="default: the demo shop")
    parser.add_argument("--town", type=Path, help="a town.json that says who owns which shop")


def _import(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a CSV (Shopify's or ours) or a JSON")
    parser.add_argument("--merchant", help="the merchant's handle; a JSON may name several")
    parser.add_argument("--preview", action="store_true", help="only say what would happen")
    parser.add_argument("--currency", help="of prices without one, such as EUR")


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a .csv or .json to write")
    parser.add_argument("--merchant", required=True, help="the merchant's handle")


def _doctor(parser: ArgumentParser) -> None:
    parser.add_argument("--new-key", action="store_true", help="only make a key for PII_KEY")


def _backup(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a .tar to write")


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a .tar that `tuan backup` wrote")
    parser.add_argument("--force", action="store_true", help="replace what is there")


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    help: str
    where: str  # module:function
    add_arguments: Callable[[ArgumentParser], None] = _nothing

    def run(self, arguments: Namespace) -> int:
        module, _, function = self.where.partition(":")
        verb: Callable[[Namespace], int] = getattr(
            import_module(f"bot.cli.{module}"), function or "run"
        )
        return verb(arguments)


COMMANDS = (
    Command("demo", "a sandbox and the whole shop on this computer, without keys", "demo", _demo),
    Command("run", "open the shop: bot, worker and web door in one process", "processes:run", _run),
    Command("web", "the web door alone: webhooks, health, figures", "processes:web"),
    Command("work", "the worker alone: posts, and jobs on the clock", "processes:work"),
    Command("migrate", "bring the database to this version", "database:run"),
    Command("seed", "put the demo's merchants and products into the database", "seed", _seed),
    Command("import", "read a merchant's products from a file", "goods:take_in", _import),
    Command("export", "write a merchant's products to a file", "goods:give_out", _export),
    Command("reindex", "make all products findable by this version's rules", "index"),
    Command("doctor", "check every setting and say what to do", "doctor", _doctor),
    Command("backup", "write database and pictures to one file", "backup:backup", _backup),
    Command("restore", "read a backup into an empty database", "backup:restore", _restore),
    Command("rotate", "seal personal data again with the first key of PII_KEY", "keys"),
)
