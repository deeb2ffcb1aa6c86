"""What a person meets first: the help, and what is said when something is not set up."""

import subprocess
import sys

import pytest

from bot.__main__ import main
from bot.cli.commands import COMMANDS, Command
from tests.cli.conftest import Tuan

HEAVY = ("aiogram", "sqlalchemy", "pydantic", "aiohttp", "dbos", "stripe")
ASK_FOR_HELP = f"""
import contextlib, sys
from bot.__main__ import main
with contextlib.suppress(SystemExit):
    main(["--help"])
loaded = [name for name in {HEAVY!r} if name in sys.modules]
assert loaded == [], loaded
"""


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    told = subprocess.run(  # noqa: S603 -- our own words
        [sys.executable, "-c", ASK_FOR_HELP], capture_output=True, text=True, check=False
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert all(command.name in told.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])

    assert ended.value.code == 0
    assert command.help in " ".join(capsys.readouterr().out.split())


def test_missing_settings_are_named(tuan: Tuan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUAN_ENV", "production")
    monkeypatch.setenv("PORT", "often")

    said = tuan("migrate", expect=1)

    assert said == [
        "These settings are missing or wrong: BOT_TOKEN, PII_KEY, PORT. See config/.env.example."
    ]


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        (
            "BOT_TOKEN",
            "secret",
            "BOT_TOKEN is not a token. Ask @BotFather: /mybots, API Token.",
        ),
        ("PII_KEY", "secret", "PII_KEY is not a key. Make one: tuan doctor --new-key"),
        (
            "DATABASE_URL",
            "postgresql+asyncpg://tuan:secret@127.0.0.1:1/tuan",
            "The database cannot be opened (ConnectionRefusedError). Try: tuan doctor",
        ),
    ],
)
def test_a_shop_that_can_never_open_says_why(
    tuan: Tuan, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(setting, value)

    assert tuan("export", "goods.csv", "--merchant", "x", expect=1) == [sentence]
