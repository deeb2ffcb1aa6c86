"""The page's own words exist in every language, and none is left over."""

import re
from pathlib import Path

import pytest

import sandbox
from tests.sandbox.page.conftest import Visit
from tests.sandbox.page.town import Town

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAGE = Path(sandbox.__file__).with_name("page")
READ_WORDS = """async () => {
  const { english } = await import("/words/en.js");
  const { german } = await import("/words/de.js");
  const { chinese } = await import("/words/zh.js");
  return { en: english, de: german, zh: chinese };
}"""


def blanks(text: str | dict[str, str]) -> set[str]:
    forms = [text] if isinstance(text, str) else list(text.values())
    return {name for form in forms for name in re.findall(r"\{(\w+)\}", form)}


async def test_every_language_says_everything(town: Town, visit: Visit) -> None:
    page = await visit(await town.person("Ana"))

    words = await page.evaluate(READ_WORDS)

    for language in ("de", "zh"):
        assert words[language].keys() == words["en"].keys()
        for key, text in words["en"].items():
            assert blanks(words[language][key]) == blanks(text), (language, key)


async def test_every_word_is_used_and_every_used_word_exists(town: Town, visit: Visit) -> None:
    page = await visit(await town.person("Ana"))
    known = set((await page.evaluate(READ_WORDS))["en"])
    code = "\n".join(file.read_text() for file in PAGE.rglob("*.js") if file.parent.name != "words")

    asked = set(re.findall(r'\b(?:t|say|words)\("(\w+)"', code))
    said = set(re.findall(r'"(\w+)"', code))
    built = {key for key in known if key.startswith(("field_", "wrong_", "language_"))}

    assert asked - known == set()
    assert known - said - built == set()
