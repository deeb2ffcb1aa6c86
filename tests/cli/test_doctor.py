"""The doctor names what is wrong, and what to do about it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from cryptography.fernet import Fernet

from bot.cli.doctor import examine
from config.settings import Settings
from sandbox.app import create_app
from sandbox.sandbox import Sandbox
from tests.cli.conftest import Tuan

TOKEN = "4242:a-token-that-the-sandbox-knows"


@pytest.fixture
async def outside(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """A Telegram and a Stripe that answer."""
    sandbox = Sandbox()
    sandbox.add_bot(TOKEN, "tuan_bot", "Tuan")
    runner = web.AppRunner(create_app(sandbox), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", address)
    monkeypatch.setenv("STRIPE_API_URL", f"{address}/stripe")
    yield
    await runner.cleanup()


async def findings() -> dict[str, tuple[bool, str]]:
    return {one.setting: (one.is_well, one.says) async for one in examine(Settings())}


@pytest.mark.usefixtures("outside")
async def test_a_healthy_shop(migrated: str) -> None:
    found = await findings()

    assert [name for name, (is_well, _) in found.items() if not is_well] == []
    assert found["BOT_TOKEN"][1].startswith("@tuan_bot, updates by polling")
    assert found["DATABASE_URL"][1] == f"{migrated}, migrated"
    assert found["PAYMENT_PROVIDER_TOKEN"][1] == "a test provider: no real money moves"
    assert found["PII_KEY"][1] == "one key"


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("BOT_TOKEN", "4242:wrong", "127.0.0.1 answers: Unauthorized. Check it at @BotFather."),
        ("BOT_TOKEN", "secret", "is not a token. Ask @BotFather: /mybots, API Token."),
        (
            "REDIS_URL",
            "redis://127.0.0.1:1/0",
            "does not answer (ConnectionError). Is it running?",
        ),
        (
            "PUBLIC_URL",
            "http://shop.example",
            "must begin with https: Telegram delivers to nothing else.",
        ),
        (
            "STRIPE_WEBHOOK_SECRET",
            "secret",
            "begins with whsec_ at Stripe: Developers, Webhooks.",
        ),
        ("PII_KEY", "secret", "is not a key. Make one: tuan doctor --new-key"),
        ("MEDIA_DIR", "/dev/null/media", "/dev/null/media cannot be written to: Not a directory."),
        (
            "STRIPE_API_KEY",
            "",
            "is missing: card payments could be taken, but not refunded.",
        ),
    ],
)
async def test_one_thing_that_is_wrong(
    memory: None, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, says: str
) -> None:
    monkeypatch.setenv(setting, value)

    assert (await findings())[setting] == (False, says)


@pytest.mark.usefixtures("outside")
@pytest.mark.parametrize("secret", [None, "with spaces"])
async def test_a_webhook_needs_a_secret(
    memory: None, monkeypatch: pytest.MonkeyPatch, secret: str | None
) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://shop.example")
    if secret:
        monkeypatch.setenv("WEBHOOK_SECRET", secret)

    is_well, says = (await findings())["WEBHOOK_SECRET"]

    assert not is_well
    assert says in {
        "is missing: anybody could send updates. Choose a long one.",
        "may hold 1-256 letters, digits, _ and - only.",
    }


async def test_telegram_that_is_away(memory: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")

    is_well, says = (await findings())["BOT_TOKEN"]

    assert not is_well
    assert says.startswith("127.0.0.1 answers: ")


def test_a_database_without_tables_and_one_that_is_away(
    tuan: Tuan, monkeypatch: pytest.MonkeyPatch
) -> None:
    [line] = _about("DATABASE_URL", tuan("doctor", expect=1))
    assert line.startswith("MEND")
    assert line.endswith("has the tables of another version. Run: tuan migrate")

    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://tuan:wrong@127.0.0.1:1/tuan")
    [line] = _about("DATABASE_URL", tuan("doctor", expect=1))
    assert line.startswith("MEND")
    assert "cannot be opened" in line
    assert "wrong" not in line


def test_a_new_key_is_a_key(tuan: Tuan) -> None:
    [key] = tuan("doctor", "--new-key")

    assert Fernet(key)


def _about(setting: str, lines: list[str]) -> list[str]:
    return [line for line in lines if setting in line]


@pytest.fixture
def migrated(shop: Tuan, empty_database_url: str) -> str:
    return empty_database_url.partition("+")[0]


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No database of its own: the test is not about it."""
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "media"))
