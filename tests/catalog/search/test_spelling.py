"""Which slips are forgiven; other words of the language are left as they are."""

import pytest

from bot.catalog.search.concepts import concepts, names_goods
from bot.catalog.search.service import Query
from bot.catalog.search.spelling import best_correction
from tests.catalog import make


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sneker", "sneaker"),
        ("tnet", "tent"),  # swapped
        ("temt", "tent"),  # the key beside it
        ("tint", "tent"),  # a vowel for another
        ("lackte", "jackte"),
        ("regenjake", "regenjacke"),
    ],
)
def test_a_slip_is_forgiven(typed: str, meant: str):
    assert best_correction(typed, [(meant, 1)]) == meant


@pytest.mark.parametrize(
    ("typed", "other"),
    [("viel", "vier"), ("best", "belt"), ("lost", "rost"), ("iphone", "phone"), ("wine", "wie")],
)
def test_another_word_is_no_slip(typed: str, other: str):
    assert best_correction(typed, [(other, 1)]) is None


@pytest.mark.parametrize(
    ("words", "other"),
    [("what", "Chat"), ("viel", "Viele"), ("meine", "Steine"), ("order", "Border")],
)
async def test_everyday_words_are_never_corrected(session, index, search, words, other):
    product = await make.product(session, other)
    await index.put(product.id)

    assert (await search.look(Query(words=words))).corrected is None


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("etwas für meine Oma", False),
        ("what do you have", False),
        ("我想买一个给妈妈", False),
        ("I'm looking for a hat", True),
        ("红色的鞋", True),
        ("42", True),
    ],
)
def test_a_text_without_goods(text: str, goods: bool):
    assert names_goods(text) is goods


def test_what_stands_behind_an_apostrophe_is_no_size():
    assert [concept.written for concept in concepts("chef's knife, don't I'm")] == ["chef", "knife"]
