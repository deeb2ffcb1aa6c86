"""Structured logs: one line of JSON an event, never a token and never an address."""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

SECRETS = re.compile(
    r"(?<!\d)\d{6,}:(?:(?:TEST|LIVE):\S+|[\w-]{20,})"  # a bot's token, a payment provider's token
    r"|\b(?:sk|rk|whsec)_\w+"  # Stripe
    r"|(?<=://)[^/@\s:]*:[^/@\s]+(?=@)"  # the name and password in an address
    r"|(?<![\w-])[\w-]{43}="  # a key for personal data
)


def set_up_logs(level: str) -> None:
    renderer: Any = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer()
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for chatty in ("aiogram.event", "dbos", "alembic.runtime.migration"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def hide_secrets(_: object, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blank out whatever looks like a token, a key or a password, wherever it stands."""
    # Names with an underscore are structlog's own, and are not written.
    return {name: value if name.startswith("_") else _blank(value) for name, value in line.items()}


def _blank(value: object) -> object:
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return SECRETS.sub("…", value)
        case Mapping():
            return {_blank(name): _blank(inner) for name, inner in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_blank(inner) for inner in value]
        case _:
            # What the renderer would write of it.
            return SECRETS.sub("…", repr(value))
