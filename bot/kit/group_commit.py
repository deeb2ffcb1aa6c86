"""Group commit: what arrives while a transaction is in flight goes together into the next one.

Idle, a request waits for nothing; under a storm, one commit carries hundreds. No timer: the
transaction's own length is the clock. After PostgreSQL's and every journalled store's group commit.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Request = TypeVar("Request")
Answer = TypeVar("Answer")


@dataclass(eq=False, slots=True)
class _Ticket(Generic[Request, Answer]):
    request: Request
    told: "asyncio.Future[Answer]"


def _strikes_one(_: Exception) -> bool:
    return False


class GroupCommit(Generic[Request, Answer]):
    """Gives each caller the true answer to her own request, after its commit.

    ``work`` does all requests in one transaction, in their order, and gives as many answers; when
    it raises, it has done none of them. Then both halves are tried, and theirs, so that a poisoned
    request harms nobody else; unless the error ``strikes_all``, as a database that is away does.

    A caller who gives up is left out as long as nobody works for her, and else it is done without
    her: a transaction is never cut short, because the others in it would not know how it ended.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Request]], Awaitable[Sequence[Answer]]],
        *,
        most: int = 512,
        strikes_all: Callable[[Exception], bool] = _strikes_one,
    ) -> None:
        self._work = work
        self._most = most
        self._strikes_all = strikes_all
        self._waiting: deque[_Ticket[Request, Answer]] = deque()
        self._working: asyncio.Task[None] | None = None

    async def ask(self, request: Request) -> Answer:
        told: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Ticket(request, told))
        if self._working is None:
            # No work in the background: it ends with its callers, unless they gave up.
            self._working = asyncio.create_task(self._work_off())  # noqa: TID251
        return await told

    async def finish(self) -> None:
        """Wait until nothing is in flight: callers who gave up may have left something."""
        if self._working is not None:
            await asyncio.wait([self._working])

    async def _work_off(self) -> None:
        batch: Sequence[_Ticket[Request, Answer]] = ()
        try:
            while batch := self._next_batch():
                await self._do(batch)
        finally:
            self._working = None
            # Somebody is left only where the whole program is being ended.
            for ticket in (*batch, *self._waiting):
                ticket.told.cancel()
            self._waiting.clear()

    def _next_batch(self) -> Sequence[_Ticket[Request, Answer]]:
        batch: list[_Ticket[Request, Answer]] = []
        while self._waiting and len(batch) < self._most:
            ticket = self._waiting.popleft()
            if not ticket.told.done():
                batch.append(ticket)
        return batch

    async def _do(self, batch: Sequence[_Ticket[Request, Answer]]) -> None:
        try:
            answers = await self._work([ticket.request for ticket in batch])
            told = list(zip(batch, answers, strict=True))
        except Exception as error:  # noqa: BLE001 -- whoever asked is told
            if len(batch) > 1 and not self._strikes_all(error):
                middle = len(batch) // 2
                await self._do(batch[:middle])
                await self._do(batch[middle:])
                return
            for ticket in batch:
                _tell_error(ticket, error)
            return
        for ticket, answer in told:
            if not ticket.told.done():
                ticket.told.set_result(answer)


def _tell_error(ticket: _Ticket[Request, Answer], error: Exception) -> None:
    if not ticket.told.done():
        ticket.told.set_exception(error)
        ticket.told.exception()  # else asyncio complains of callers who give up this very moment
