"""The code base keeps its own promises: what people read."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, Visitor, ast

import bot
from bot.kit.errors import ShopError
from bot.kit.texts import FALLBACK, LANGUAGES, LOCALES

ROOT = Path(__file__).parents[2]
OTHERS = [language for language in LANGUAGES if language != FALLBACK]
FILES = sorted(file.name for file in (LOCALES / FALLBACK).glob("*.ftl"))
# words("orders-paid", ...), words.plain("orders-paid"), text = "orders-not-found"
SPOKEN = re.compile(r'(?:words(?:\.plain)?\(|\btext\s*=\s*)\s*"([a-z]+(?:-[a-z0-9]+)+)"')


class _Facts(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def _messages(language: str, file: str) -> dict[str, set[str]]:
    """Each text's key, with the facts that fill its blanks."""
    resource = FluentParser().parse((LOCALES / language / file).read_text("utf-8"))
    assert [one.content for one in resource.body if isinstance(one, ast.Junk)] == []
    messages = {}
    for one in resource.body:
        if isinstance(one, ast.Message):
            facts = _Facts()
            facts.visit(one)
            messages[one.id.name] = facts.found
    return messages


def _known() -> set[str]:
    return {key for file in FILES for key in _messages(FALLBACK, file)}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("file", FILES)
def test_every_text_is_there_in_every_language(language: str, file: str):
    assert set(_messages(language, file)) == set(_messages(FALLBACK, file))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("file", FILES)
def test_no_language_needs_a_fact_that_english_does_not_have(language: str, file: str):
    english = _messages(FALLBACK, file)
    translated = _messages(language, file)

    assert {
        key: facts - english[key] for key, facts in translated.items() if facts - english[key]
    } == {}


@pytest.mark.parametrize("file", FILES)
def test_every_text_begins_with_its_features_name(file: str):
    feature = file.removesuffix(".ftl")

    assert [key for key in _messages(FALLBACK, file) if not key.startswith(f"{feature}-")] == []


def test_every_text_that_is_spoken_exists():
    spoken = {
        key
        for file in (ROOT / "bot").rglob("*.py")
        for key in SPOKEN.findall(file.read_text("utf-8"))
    }

    assert len(spoken) > 100
    assert spoken - _known() == set()


def test_every_error_has_its_words():
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if module.name.endswith("errors"):
            importlib.import_module(module.name)

    errors, known = _all_kinds_of(ShopError), _known()

    assert len(errors) > 10
    assert [error.__name__ for error in errors if error.text not in known] == []


def _all_kinds_of(kind: type[ShopError]) -> list[type[ShopError]]:
    return [one for child in kind.__subclasses__() for one in (child, *_all_kinds_of(child))]
