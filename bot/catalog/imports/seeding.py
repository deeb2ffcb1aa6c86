"""Whole shops from our JSON, for the operator: merchants are opened and kept up to date too."""

import asyncio
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.imports import shop_json
from bot.catalog.imports.drafts import Item, MerchantDraft, ProductDraft, Remark, ShippingDraft
from bot.catalog.imports.duplicates import without_duplicates
from bot.catalog.imports.shelving import Placed, Shelving
from bot.catalog.models import Merchant, MerchantStaff, ShippingOption, StaffRole
from bot.catalog.repository import MerchantRepository
from bot.kit.texts import FALLBACK
from bot.people.models import PersonId

_BATCH = 50


class ShopSeeding:
    def __init__(
        self, session: AsyncSession, merchants: MerchantRepository, shelving: Shelving
    ) -> None:
        self._session = session
        self._merchants = merchants
        self._shelving = shelving

    async def seed(self, file: Path, language: str = FALLBACK) -> Placed:
        """Put a file's merchants and products in place; a second time nothing changes.

        Raises FileUnreadable.
        """
        items = without_duplicates(shop_json.read(file, language))
        placed = Placed()
        of_each: dict[Merchant, Placed] = {}
        merchant: Merchant | None = None
        while batch := await asyncio.to_thread(lambda: list(islice(items, _BATCH))):
            for part in _by_merchant(batch):
                if isinstance(part, MerchantDraft):
                    merchant = await self._open(part)
                elif isinstance(part, Remark):
                    placed.remarks.append(part)
                    placed.counts["bad"] += part.is_bad
                elif merchant is not None:
                    done = await self._shelving.place(
                        merchant, part, really=True, folder=file.parent
                    )
                    of_each.setdefault(merchant, Placed()).add(done)
        for merchant, done in of_each.items():
            placed.add(done)
            await self._shelving.tell(merchant, done)
        return placed

    async def appoint(self, merchant: Merchant, person_id: PersonId, role: StaffRole) -> None:
        """Let somebody act for a merchant, whether the bot has met them or not."""
        membership = await self._merchants.membership(merchant.id, person_id)
        if membership is None:
            self._session.add(
                MerchantStaff(merchant_id=merchant.id, person_id=person_id, role=role)
            )
        else:
            membership.role = role
        await self._session.flush()

    async def _open(self, draft: MerchantDraft) -> Merchant:
        merchant = await self._merchants.find_by_handle(draft.handle)
        if merchant is None:
            merchant = Merchant(handle=draft.handle, language=FALLBACK, shipping=[])
            self._session.add(merchant)
        _set(
            merchant,
            name=draft.name,
            about_texts=draft.about,
            country=draft.country,
            support=draft.support,
            currencies=draft.currencies,
            ships_to=draft.ships_to,
        )
        known = {option.code: option for option in merchant.shipping}
        for shipping in draft.shipping:
            option = known.get(shipping.code)
            if option is None:
                option = ShippingOption(code=shipping.code)
                merchant.shipping.append(option)
            _ship(option, shipping)
        await self._session.flush()
        return merchant


def _ship(option: ShippingOption, draft: ShippingDraft) -> None:
    _set(
        option,
        names=draft.names,
        prices=draft.prices,
        countries=draft.countries,
        days_min=draft.days[0],
        days_max=draft.days[1],
    )


def _set(row: Merchant | ShippingOption, **fields: Any) -> None:  # noqa: ANN401 -- columns differ
    for name, value in fields.items():
        setattr(row, name, value)


def _by_merchant(batch: list[Item]) -> Iterator[MerchantDraft | Remark | list[ProductDraft]]:
    """Keep products of one merchant together, in the order of the file."""
    products: list[ProductDraft] = []
    for item in batch:
        if isinstance(item, ProductDraft):
            products.append(item)
            continue
        if products:
            yield products
            products = []
        yield item
    if products:
        yield products
