"""The command line: ``tuan run | web | work | migrate | seed | import | export | ...``."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from bot.cli.commands import COMMANDS
from bot.cli.stop import Stop


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 when it could not, 2 when misspelt."""
    parser = ArgumentParser(prog="tuan", description="A shop that lives inside group chats.")
    choices = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = choices.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    arguments = parser.parse_args(words)
    try:
        return _run(arguments.run, arguments)
    except KeyboardInterrupt:
        return 130


def _run(run: Callable[[Namespace], int], arguments: Namespace) -> int:
    try:
        return run(arguments)
    except Stop as stop:
        _complain(str(stop))
    except ValueError as error:
        _complain(_about_settings(error))
    return 1


def _about_settings(error: ValueError) -> str:
    from pydantic import ValidationError  # noqa: PLC0415 -- `tuan --help` does not wait for it

    if not isinstance(error, ValidationError) or error.title != "Settings":
        raise error
    names = ", ".join(sorted({str(one["loc"][0]).upper() for one in error.errors()}))
    return f"These settings are missing or wrong: {names}. See config/.env.example."


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 -- the command line speaks to a person


if __name__ == "__main__":
    sys.exit(main())
