"""A backup is the whole shop: database and pictures, but not the keys."""

import tarfile
from pathlib import Path

import pytest

from tests.cli import make
from tests.cli.conftest import Tuan
from tests.databases import postgres_copy, run_sql

CAP = make.product("wool-cap", "Wool Cap")


@pytest.fixture
def saved(shop: Tuan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of a shop with one product."""
    monkeypatch.setenv("PII_KEY", make.KEY)
    shop("seed", str(make.shop_folder(tmp_path, CAP)))
    file = tmp_path / "backup.tar"
    [said] = shop("backup", str(file))
    assert said.startswith(f"{file}: ")
    assert said.endswith("Keep PII_KEY too, elsewhere.")
    return file


@pytest.fixture
def another_database(
    empty_database_url: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    """A computer that has nothing yet."""
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "other-media"))
    if empty_database_url.startswith("sqlite"):
        monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'other.db'}")
        yield
        return
    server = request.getfixturevalue("postgres")
    name, url = postgres_copy(server, "template1")
    monkeypatch.setenv("DATABASE_URL", url)
    yield
    run_sql(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_backup_opens_as_the_same_shop_elsewhere(
    saved: Path, another_database: None, tuan: Tuan, tmp_path: Path
) -> None:
    said = tuan("restore", str(saved))

    assert said == ["Restored. Run `tuan migrate` if the backup is of an older version."]
    assert tuan("migrate") == []
    assert tuan("seed", str(tmp_path)) == ["one product unchanged, one variant unchanged"]
    before = {file.relative_to(tmp_path / "media") for file in (tmp_path / "media").rglob("*")}
    after = tmp_path / "other-media"
    assert {file.relative_to(after) for file in after.rglob("*")} == before != set()


def test_a_shop_that_is_not_empty_is_left_alone(saved: Path, tuan: Tuan, tmp_path: Path) -> None:
    shirt = make.product("linen-shirt", "Linen Shirt")
    tuan("seed", str(make.shop_folder(tmp_path, CAP, shirt)))

    [sentence] = tuan("restore", str(saved), expect=1)
    assert "is not empty" in sentence
    assert tuan("seed", str(tmp_path)) == ["2 products unchanged, 2 variants unchanged"]

    tuan("restore", str(saved), "--force")
    assert tuan("seed", str(tmp_path))[0] == "one new product, one new variant"


def test_the_keys_are_not_in_it(saved: Path) -> None:
    with tarfile.open(saved) as tar:
        contents = [tar.extractfile(one) for one in tar if one.isfile()]
        assert all(make.KEY.encode() not in one.read() for one in contents if one)


def test_another_file_is_refused(tuan: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "holiday.tar"
    file.write_text("sea and sand", "utf-8")

    [sentence] = tuan("restore", str(file), expect=1)

    assert sentence == f"{file} is not a backup of Tuan."


def test_a_backup_that_cannot_be_written(shop: Tuan, tmp_path: Path) -> None:
    file = tmp_path / "none" / "backup.tar"

    [sentence] = shop("backup", str(file), expect=1)

    assert sentence == f"{file} cannot be written: No such file or directory."
