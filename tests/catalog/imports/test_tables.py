import random
import tracemalloc
from typing import Any

import pytest

from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.drafts import Remark
from bot.catalog.imports.tables import Row, Table

NAMES = {"title", "price", "stock"}


@pytest.fixture
def table(tmp_path):
    def make(content: str | bytes, encoding: str = "utf-8") -> Table:
        file = tmp_path / "table.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return Table(file, lambda header: len(NAMES & set(header)))

    return make


def rows(table: Table) -> list[tuple[int | None, Any]]:
    return [
        (row.line, dict(row.cells)) if isinstance(row, Row) else (row.line, row.text)
        for row in table.rows()
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator(table, separator):
    lines = [["title", "price"], ["Öl, gut; rein", "1,50"], ["B", "2"]]
    text = "\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)

    assert rows(table(text)) == [
        (2, {"title": "Öl, gut; rein", "price": "1,50"}),
        (3, {"title": "B", "price": "2"}),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_letters_and_line_ends(table, encoding, end):
    lines = ["title,price", "Größentabelle für Füße,12.50", "Crème brûlée à la façon,3"]
    text = end.join(lines) + end

    assert [cells["title"] for _, cells in rows(table(text, encoding))] == [
        "Größentabelle für Füße",
        "Crème brûlée à la façon",
    ]


def test_strange_letters_may_come_late(table):
    text = "title,price\n" + "plain,1\n" * 20_000 + "Müller’s Käse,2\n"

    assert rows(table(text, "cp1252"))[-1] == (20_002, {"title": "Müller’s Käse", "price": "2"})


def test_russian_and_chinese_of_old_programs(table):
    russian = "title,price\nКрасные кроссовки для бега,12\nСиняя рубашка с коротким рукавом,5\n"
    chinese = "title,price\n红色帆布鞋男女通用夏季新款,12\n蓝色短袖衬衫纯棉透气,5\n"

    assert rows(table(russian, "cp1251"))[0][1]["title"] == "Красные кроссовки для бега"
    assert rows(table(chinese, "gb18030"))[0][1]["title"] == "红色帆布鞋男女通用夏季新款"


def test_a_broken_quote_costs_its_own_row_alone(table):
    text = 'title,price\nA,1\n"B is open,2\nC,3\n"D ""is"" fine",4\nE,5\n'

    assert rows(table(text)) == [
        (2, {"title": "A", "price": "1"}),
        (3, "catalog-import-bad-quote"),
        (4, {"title": "C", "price": "3"}),
        (5, {"title": 'D "is" fine', "price": "4"}),
        (6, {"title": "E", "price": "5"}),
    ]


def test_a_quote_open_to_the_end_costs_its_own_row_alone(table):
    text = 'title,price\nA,1\n"B is open,2\n' + "C,3\n" * 5_000

    found = rows(table(text))
    assert found[1] == (3, "catalog-import-bad-quote")
    assert len(found) == 5_002
    assert found[-1] == (5_003, {"title": "C", "price": "3"})


def test_cells_may_hold_lines(table):
    assert rows(table('title,price\n"A\nB\n\nC",1\nD,2\n')) == [
        (2, {"title": "A\nB\n\nC", "price": "1"}),
        (6, {"title": "D", "price": "2"}),
    ]


def test_too_many_cells_are_named_and_empty_ones_forgiven(table):
    found = rows(table("title,price\nA,1,2,3\nB,1,,\nC\n\n,,\nD,4\n"))

    assert found == [
        (2, "catalog-import-bad-columns"),
        (3, {"title": "B", "price": "1"}),
        (4, {"title": "C"}),
        (7, {"title": "D", "price": "4"}),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \n\n", "empty"),
        (b"PK\x03\x04" + b"\x00" * 100, "packed"),
        (b"\x1f\x8b\x08" + b"\x00" * 100, "packed"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "packed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        (b"colour,weight\nred,1\n", "header"),
        (b"<html><body>hello</body></html>", "header"),
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(table, content, why):
    with pytest.raises(FileUnreadable) as refused:
        table(content)
    assert refused.value.facts["why"] == why


def test_memory_stays_small_however_long_it_is(table):
    made = table("title,price\n" + "A shirt with a rather long name,12.50\n" * 200_000)

    tracemalloc.start()
    count = sum(1 for _ in made.rows())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 200_000
    assert peak < 2_000_000


def test_no_noise_breaks_it(table):
    chance = random.Random(7)  # noqa: S311 -- the same noise every time
    for _ in range(200):
        noise = "".join(chance.choices("ab,;\"\n\r\t'=|\u202e€", k=300))
        for row in table("title,price\n" + noise).rows():
            assert isinstance(row, Row | Remark)
