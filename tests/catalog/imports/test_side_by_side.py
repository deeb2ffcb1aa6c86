"""Several imports at once, in several processes: none waits for another in a ring."""

import asyncio

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import ImportRun, ImportStatus
from bot.catalog.imports.service import ImportService
from bot.catalog.models import Merchant, Product
from bot.catalog.search.models import SearchWord
from bot.people.models import PersonId
from tests.catalog import make

OWNER = PersonId(7)
MANY = 300


def table(numbers: range, price: str) -> str:
    rows = "".join(f"red mug {number},{price},1\n" for number in numbers)
    return f"title,price,stock\n{rows}"


async def brings(container, merchant_id: int, content: str) -> None:
    """Let a file go up to the word of its merchant, and give it."""
    async with container() as scope:
        session = await scope.get(AsyncSession)
        imports = await scope.get(ImportService)
        merchant = await session.get_one(Merchant, merchant_id)
        run = await imports.begin(merchant, "mugs.csv", by=OWNER)
        kept = await (await scope.get(ImportFiles)).keep(content.encode())
        await imports.receive(run.id, kept)
        while run.status is ImportStatus.CHECKING:
            await imports.advance()
        await imports.confirm(run.id, by=OWNER)
        await session.commit()


async def works(container) -> None:
    """One process's clock, without its pauses. An error ends the test: no second try."""
    busy = True
    while busy:
        async with container() as scope:
            busy = await (await scope.get(ImportService)).advance()
            await (await scope.get(AsyncSession)).commit()


async def test_files_of_one_shop_and_of_two_go_on_side_by_side(container):
    async with container() as scope:
        session = await scope.get(AsyncSession)
        shops = [(await make.merchant(session, owner=OWNER)).id for _ in range(2)]
        await session.commit()
    there, back = range(MANY), range(MANY - 1, -1, -1)
    for shop in shops:
        await brings(container, shop, table(there, "5.00"))
        await brings(container, shop, table(back, "6.00"))

    await asyncio.gather(*(works(container) for _ in range(4)))

    async with container() as scope:
        session = await scope.get(AsyncSession)
        statuses = set(await session.scalars(sa.select(ImportRun.status)))
        assert statuses == {ImportStatus.DONE}
        assert await session.scalar(sa.select(sa.func.count(Product.id))) == 2 * MANY
        mugs = sa.select(SearchWord.documents).where(SearchWord.word == "mug")
        assert await session.scalar(mugs) == 2 * MANY
