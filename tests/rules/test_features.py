"""The code base keeps its own promises: features."""

from collections import Counter
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.features import FEATURES, MENU
from bot.kit.texts import LANGUAGES, LOCALES, Words
from bot.telegram.feature import Feature

ROOT = Path(__file__).parents[2]
LONGEST = 64  # bytes a button may carry
LARGEST = 9_999_999_999_999  # a person's number, with room to grow


def test_every_feature_has_a_domain_package_of_its_own_name():
    assert [f.name for f in FEATURES if not (ROOT / "bot" / f.name / "__init__.py").is_file()] == []


def test_every_feature_has_a_face_of_its_own_name():
    faces = ROOT / "bot" / "handlers"
    assert [f.name for f in FEATURES if not (faces / f.name / "__init__.py").is_file()] == []


def test_every_router_lives_in_its_own_face():
    strays = [f.name for f in FEATURES if f.router and not f.router.name.startswith(_face(f))]

    assert strays == []


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feature_has_words_in_every_language(feature: Feature, language: str):
    assert (LOCALES / language / f"{feature.name}.ftl").is_file()


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_every_feature_has_a_page_that_names_its_commands(feature: Feature):
    page = (ROOT / "docs" / "features" / f"{feature.name}.md").read_text("utf-8")

    assert [one.name for one in feature.commands if f"/{one.name}" not in page] == []


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described(feature: Feature, language: str):
    for command in feature.commands:
        key = f"{feature.name}-command-{command.name.replace('_', '-')}"
        assert 1 <= len(Words(language).plain(key)) <= 256


def test_no_two_features_have_a_command_of_one_name():
    names = Counter(command.name for f in FEATURES for command in f.commands)

    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_kinds_of_button_have_one_prefix():
    prefixes = Counter(kind.__prefix__ for kind in _kinds_of_button())

    assert prefixes
    assert [prefix for prefix, times in prefixes.items() if times > 1] == []


def test_every_button_fits_into_what_telegram_carries():
    """Numbers as large as they may get; words as long as their kind says."""
    for kind in _kinds_of_button():
        facts: dict[str, Any] = {
            name: _largest(field.annotation) for name, field in kind.model_fields.items()
        }
        packed = kind.model_construct(**facts).pack()
        assert len(packed.encode()) <= LONGEST, packed


def _face(feature: Feature) -> str:
    return f"bot.handlers.{feature.name}"


def _kinds_of_button() -> list[type[CallbackData]]:
    return [kind for kind in CallbackData.__subclasses__() if kind.__module__.startswith("bot.")]


def _largest(kind: object) -> object:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return max(kind, key=lambda member: len(str(member.value)))
    if kind is bool:
        return True
    if kind is str:
        return "x" * 12
    return LARGEST


def test_the_menu_names_every_feature():
    assert set(map(id, MENU)) == set(map(id, FEATURES))
