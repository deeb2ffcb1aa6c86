"""What the catalogue keeps about a merchant's people."""

import json

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.arrivals.models import Arrival, ArrivalPurpose
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRun
from bot.catalog.imports.service import ImportService
from bot.catalog.models import MerchantStaff
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.personal_data import ShopsOfPerson
from bot.people.models import PersonId
from tests.catalog import make
from tests.fakes import NOON, FakeClock

GRETA, SAM = PersonId(7), PersonId(8)


@pytest.fixture
async def personal(
    session: AsyncSession, clock: FakeClock, files: ImportFiles, imports: ImportService
) -> ShopsOfPerson:
    merchant = await make.merchant(session, owner=GRETA)
    pending = PendingInputs(session, clock)
    await pending.ask(GRETA, PendingKind.NEW_PRICE, said={"title": "Mug"})
    path = await files.keep(b"title,price")
    session.add(
        Arrival(
            person_id=GRETA,
            file_id="f",
            name="mugs.csv",
            purpose=ArrivalPurpose.IMPORT,
            subject_id=1,
            path=path,
            created_at=NOON,
        )
    )
    await imports.begin(merchant, "mugs.csv", by=GRETA)
    return ShopsOfPerson(session, pending, files)


async def test_hands_out_everything(personal: ShopsOfPerson):
    everything = json.loads(json.dumps(await personal.export(GRETA)))

    assert everything["acts_for"] == [{"shop": "Lindenfaden", "role": "owner"}]
    assert everything["asked"] == {"for": "new-price", "said": {"title": "Mug"}}
    assert [one["name"] for one in everything["files_sent"]] == ["mugs.csv"]
    assert [one["file"] for one in everything["imports"]] == ["mugs.csv"]


async def test_tells_her_nothing_of_others(personal: ShopsOfPerson):
    assert await personal.export(SAM) == {
        "acts_for": [],
        "asked": None,
        "files_sent": [],
        "imports": [],
    }


async def test_erasing_leaves_neither_rows_nor_files(
    personal: ShopsOfPerson, session: AsyncSession, files: ImportFiles
):
    (path,) = await session.scalars(sa.select(Arrival.path))
    assert path is not None
    assert files.path(path).exists()

    await personal.erase(GRETA)
    await personal.erase(GRETA)

    for kind in (MerchantStaff, PendingInput, Arrival, ImportRun):
        assert list(await session.scalars(sa.select(kind))) == []
    assert not files.path(path).exists()


async def test_an_owner_is_told_what_becomes_of_her_shop(personal: ShopsOfPerson):
    (left,) = await personal.unfinished(GRETA)

    assert (left.text, left.facts) == ("catalog-unfinished-owner", {"name": "Lindenfaden"})
    assert await personal.unfinished(SAM) == []
