"""Opening accounts at Stripe and reading how they stand: between transactions, never inside."""

import structlog

from bot.kit.transactions import Transactions
from bot.payments.connect.service import ConnectService, ConnectTask
from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.connecting import ConnectGateway, NewAccount

log = structlog.get_logger(__name__)
AT_ONCE = 10


class ConnectChecker:
    def __init__(self, transactions: Transactions, gateway: ConnectGateway) -> None:
        self._transactions = transactions
        self._gateway = gateway

    async def check_due(self) -> None:
        """Killed at any point, it asks again later, and opens nothing twice."""
        async with self._transactions() as scope:
            connect: ConnectService = await scope.get(ConnectService)
            tasks = await connect.claim_due(AT_ONCE)
        for task in tasks:
            await self._check(task)

    async def hear(self, number: str) -> None:
        """Stripe says that an account has changed: what counts is what it answers now.

        Raises GatewayBusy and GatewayRefused.
        """
        async with self._transactions() as scope:
            connect: ConnectService = await scope.get(ConnectService)
            task = await connect.task_of(number)
        if task is not None:
            await self._see(task, number)

    async def _check(self, task: ConnectTask) -> None:
        try:
            number = task.number or await self._open(task)
            if not await self._see(task, number) and task.wants_link:
                url = await self._gateway.link(number, task.back)
                async with self._transactions() as scope:
                    connect: ConnectService = await scope.get(ConnectService)
                    await connect.linked(task.id, url)
        except GatewayBusy as busy:
            log.warning("connect.busy", account=task.id, trouble=str(busy))
        except GatewayRefused as refused:
            log.warning("connect.refused", account=task.id, trouble=str(refused))
            async with self._transactions() as scope:
                connect = await scope.get(ConnectService)
                await connect.refused(task.id, str(refused))

    async def _open(self, task: ConnectTask) -> str:
        account = NewAccount(key=task.key, country=task.country, reference=task.reference)
        number = await self._gateway.open(account)
        async with self._transactions() as scope:
            connect: ConnectService = await scope.get(ConnectService)
            await connect.opened(task.id, number)
        return number

    async def _see(self, task: ConnectTask, number: str) -> bool:
        takes_charges = await self._gateway.takes_charges(number)
        async with self._transactions() as scope:
            connect: ConnectService = await scope.get(ConnectService)
            await connect.seen(task.id, takes_charges=takes_charges)
        return takes_charges
