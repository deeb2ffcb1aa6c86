"""The shop's own books, read from the database while the shop is open."""

import asyncio
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli.database import import_models
from bot.kit.clock import SystemClock
from bot.kit.db import open_engine
from bot.kit.money import Currency, Money
from bot.payments.ledger import Ledger
from bot.payments.models import AccountKind, Charge
from bot.payments.reconciling import Difference, Direction, Movement, Reconciliation
from bot.payments.repository import PaymentRepository, RefundRepository
from tests.sandbox.shop.town import PATIENCE


class Books:
    def __init__(self, state: Path) -> None:
        import_models()
        self._url = f"sqlite+aiosqlite:///{state / 'tuan.db'}"

    async def differences(self, audit: list[dict[str, Any]]) -> list[Difference]:
        """Where our ledger and the sandbox's audit tell different stories."""
        theirs = [
            Movement(
                Direction(one["kind"]),
                one["charge"],
                Money(one["amount"], Currency(one["currency"])),
            )
            for one in audit
        ]
        engine = open_engine(self._url)
        async with AsyncSession(engine) as session:
            books = Reconciliation(PaymentRepository(session), RefundRepository(session))
            found = await books.compare(theirs)
        await engine.dispose()
        return found

    async def balance(self, kind: AccountKind) -> int:
        """What stands on all accounts of a kind, in cents: debits positive."""
        engine = open_engine(self._url)
        async with AsyncSession(engine) as session:
            balances = await Ledger(session, SystemClock()).balances()
        await engine.dispose()
        return sum(money.minor for (account, _), money in balances.items() if account.kind is kind)

    async def learn_of_fees(self, fees: int) -> None:
        """Wait until the shop has heard what the bank keeps of its sales: a job asks for it."""
        deadline = time.monotonic() + PATIENCE
        while (learned := await self.balance(AccountKind.GATEWAY_FEES)) != fees:
            assert time.monotonic() < deadline, f"{learned} of {fees} were learned"
            await asyncio.sleep(0.2)

    async def charges(self) -> int:
        engine = open_engine(self._url)
        async with AsyncSession(engine) as session:
            count = await session.scalar(select(func.count()).select_from(Charge))
        await engine.dispose()
        return int(count or 0)
