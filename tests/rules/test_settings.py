"""The code base keeps its own promises: settings."""

from pathlib import Path

from config.settings import Settings

ROOT = Path(__file__).parents[2]


def test_every_setting_stands_in_the_example():
    lines = (ROOT / "config" / ".env.example").read_text("utf-8").splitlines()
    explained = {line.partition("=")[0] for line in lines if "=" in line and line[0] != "#"}

    assert {name.upper() for name in Settings.model_fields} == explained


def test_a_secret_is_never_shown():
    shown = repr(Settings())

    assert "42:SANDBOX" not in shown
    assert "sandbox-provider" not in shown
    assert "sk_test" not in shown
