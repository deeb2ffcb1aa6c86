"""``tuan seed``: put the demo's merchants and products into the database; twice changes nothing."""

import asyncio
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app import build_container
from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.seeding import ShopSeeding
from bot.catalog.models import StaffRole
from bot.catalog.repository import MerchantRepository
from bot.cli.database import ROOT
from bot.cli.stop import Stop
from bot.people.models import PersonId
from config.settings import Settings

DEMO = ROOT / "config" / "demo"


def run(arguments: Namespace) -> int:
    folder: Path = arguments.folder or DEMO
    owners = json.loads(arguments.town.read_text("utf-8"))["merchants"] if arguments.town else {}
    return asyncio.run(_seed(folder / "shop.json", owners))


async def _seed(file: Path, owners: dict[str, Any]) -> int:
    container = build_container(Settings())
    try:
        async with container() as scope:
            await _open_shops(scope, file)
            await _appoint(scope, owners)
            await (await scope.get(AsyncSession)).commit()
    finally:
        await container.close()
    return 0


async def _open_shops(scope: AsyncContainer, file: Path) -> None:
    seeding = await scope.get(ShopSeeding)
    try:
        placed = await seeding.seed(file)
    except (FileUnreadable, OSError) as error:
        raise Stop(f"{file} cannot be read: {error}") from error
    counts = ", ".join(f"{count} {what}" for what, count in sorted(placed.counts.items()))
    print(f"Products: {counts or 'none'}")  # noqa: T201


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
