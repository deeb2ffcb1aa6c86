"""Logs name what happened, and never a secret, wherever it hides."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog

from bot.cli.logs import set_up_logs

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRETS = {
    "a bot's token": TOKEN,
    "a bot's token in an address": f"https://api.telegram.org/bot{TOKEN}/sendMessage",
    "a token in a file's address": f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg",
    "a provider's token": "284685063:TEST:NmE1YjdkOTg2ZGI5",
    "a Stripe key": "sk_live_51H8abcDEF",
    "a restricted Stripe key": "rk_test_51H8abcDEF",
    "a webhook's secret": "whsec_8f2b1c",
    "a database's password": "postgresql+asyncpg://tuan:hunter2hunter2@db.example/tuan",
    "Redis' password": "redis://:hunter2hunter2@cache.example:6379/0",
    "a key for personal data": "LrGcSXVjh1BDmWoBKU0c3aPEqv4n6FWCLB8mVdZkPpY=",
}
GIVEN_AWAY = ("AAHdqTcv", "NmE1YjdkOTg2", "51H8abc", "8f2b1c", "hunter2", "LrGcSXVjh1BD")


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What goes to the log while it is set up as in a shop that is open."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    set_up_logs("INFO")
    [handler] = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    stream = StringIO()
    handler.setStream(stream)
    yield stream
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def only_line(written: StringIO) -> dict[str, object]:
    [line] = [json.loads(line) for line in written.getvalue().splitlines()]
    return dict(line)


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
class TestSecrets:
    def test_in_a_value(self, secret, written):
        structlog.get_logger("bot").info("sent", to=secret, update_id=7)

        line = only_line(written)
        assert line["update_id"] == 7
        _gives_nothing_away(line)

    def test_deep_inside_a_value(self, secret, written):
        structlog.get_logger("bot").info("sent", parts=[{"url": secret}, (secret, 1)])

        _gives_nothing_away(only_line(written))

    def test_in_an_exception(self, secret, written):
        try:
            raise ConnectionError(f"cannot reach {secret}")  # noqa: TRY301 -- caught below
        except ConnectionError as error:
            structlog.get_logger("bot").exception("failed", error=error)

        line = only_line(written)
        assert "ConnectionError: cannot reach" in str(line["exception"])
        _gives_nothing_away(line)

    def test_in_a_library_s_own_words(self, secret, written):
        logging.getLogger("aiohttp.client").warning("cannot reach %s: %s", secret, [secret])

        line = only_line(written)
        assert line["logger"] == "aiohttp.client"
        _gives_nothing_away(line)


def test_what_is_no_secret_stays_readable(written):
    structlog.get_logger("bot").info("sent", chat=-1001234567890, at="12:30:05", done=None)

    line = only_line(written)
    assert (line["event"], line["chat"], line["at"]) == ("sent", -1001234567890, "12:30:05")
    assert (line["level"], line["logger"], line["done"]) == ("info", "bot", None)


def _gives_nothing_away(line: dict[str, object]) -> None:
    text = json.dumps(line)
    assert [part for part in GIVEN_AWAY if part in text] == []
