"""``tuan seed``: put the demo's merchants and products into the database; twice changes nothing."""

import asyncio
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import build_container
from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.models import Merchant, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.cli.goods import report
from bot.cli.places import DEMO
from bot.cli.readiness import check_readiness
from bot.cli.stop import Stop
from bot.people.models import PersonId
from config.settings import Settings


def run(arguments: Namespace) -> int:
    folder: Path = arguments.folder or DEMO
    return asyncio.run(_seed(Settings(), folder, arguments.town))


async def _seed(settings: Settings, folder: Path, town: Path | None) -> int:
    container = build_container(settings)
    try:
        await check_readiness(container)
        await seed(container, folder, town)
    finally:
        await container.close()
    return 0


async def seed_once(container: AsyncContainer, folder: Path, town: Path) -> None:
    """Fill an empty shop; one that has merchants keeps its stock as its shoppers left it."""
    async with container() as scope:
        session = await scope.get(AsyncSession)
        known = await session.scalar(sa.select(Merchant.id).limit(1))
    if known is None:
        await seed(container, folder, town)


async def seed(container: AsyncContainer, folder: Path, town: Path | None) -> None:
    """Open a folder's shops; a town says which of its people own them."""
    owners = _owners(town) if town else {}
    async with container() as scope:
        await _open_shops(scope, folder / "shop.json")
        await _appoint(scope, owners)
        await (await scope.get(AsyncSession)).commit()


def _owners(town: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(town.read_text("utf-8"))["merchants"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Stop(f"{town} does not say who owns which shop: {error}") from error


async def _open_shops(scope: AsyncContainer, file: Path) -> None:
    seeding = await scope.get(ShopSeeding)
    try:
        placed = await seeding.seed(file)
    except (FileUnreadable, OSError) as error:
        raise Stop(f"{file} cannot be read: {error}") from error
    report(placed)


async def _appoint(scope: AsyncContainer, owners: dict[str, Any]) -> None:
    """Make the town's people the owners and staff of its shops."""
    seeding, merchants = await scope.get(ShopSeeding), await scope.get(MerchantRepository)
    for handle, people in owners.items():
        merchant = await merchants.find_by_handle(handle)
        if merchant is None:
            continue
        for person_id in people["staff"]:
            await seeding.appoint(merchant, PersonId(person_id), StaffRole.STAFF)
        await seeding.appoint(merchant, PersonId(people["owner"]), StaffRole.OWNER)
