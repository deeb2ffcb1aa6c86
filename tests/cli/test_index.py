"""``tuan reindex``, and that what the command line takes in can be found, on both databases."""

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.kit.db import synchronous
from tests.cli import make
from tests.cli.conftest import Tuan

SHEET = "handle,title,sku,price,stock\nfelt-slipper,Felt Slipper,FS-1,39.00,3\n"


@pytest.fixture
def filled(shop: Tuan, tmp_path: Path) -> Tuan:
    goods = make.product("linen-shirt", "Linen Shirt"), make.product("wool-cap", "Wool Cap")
    shop("seed", str(make.shop_folder(tmp_path, *goods)))
    return shop


def read(query: str) -> list[tuple[object, ...]]:
    return _sql(query)


def _sql(*statements: str) -> list[tuple[object, ...]]:
    engine = sa.create_engine(synchronous(os.environ["DATABASE_URL"]))
    rows: list[tuple[object, ...]] = []
    with engine.begin() as connection:
        for statement in statements:
            done = connection.execute(sa.text(statement))
            rows = [tuple(row) for row in done] if done.returns_rows else []
    engine.dispose()
    return rows


DOCUMENTS = "SELECT product_id, title, tags, body, vocabulary FROM search_documents ORDER BY 1"
WORDS = "SELECT word, stem, backwards, documents FROM search_words ORDER BY word, stem"


def test_what_an_older_version_indexed_is_made_anew(filled: Tuan) -> None:
    documents, words = read(DOCUMENTS), read(WORDS)
    assert len(documents) == 2
    _sql(
        # An older version knew other words for the one, and had never seen the other.
        "UPDATE search_documents SET title = 'old', vocabulary = 'old/old' WHERE product_id = 1",
        "DELETE FROM search_documents WHERE product_id = 2",
        "DELETE FROM search_words",
        "INSERT INTO search_words (word, stem, head, tail, documents) "
        "VALUES ('old', 'old', 'ol', 'ld', 1), ('', '', '', '', 1)",
    )

    assert filled("reindex") == ["2 products indexed."]
    assert (read(DOCUMENTS), read(WORDS)) == (documents, words)

    assert filled("reindex") == ["2 products indexed."]
    assert (read(DOCUMENTS), read(WORDS)) == (documents, words)


def test_what_is_no_longer_for_sale_is_taken_out(filled: Tuan) -> None:
    _sql("UPDATE products SET status = 'archived' WHERE handle = 'wool-cap'")

    assert filled("reindex") == ["2 products indexed."]
    assert [row[0] for row in read("SELECT title FROM search_documents")] == ["linen shirt"]
    assert read("SELECT word FROM search_words WHERE word = 'wool'") == []


def test_an_empty_shop_has_nothing_to_index(shop: Tuan) -> None:
    assert shop("reindex") == ["0 products indexed."]


def test_a_file_that_was_taken_in_can_be_found(filled: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text(SHEET, "utf-8")
    filled("import", str(file), "--merchant", "lindenfaden")

    assert read("SELECT documents FROM search_words WHERE word = 'slipper'") == [(1,)]
