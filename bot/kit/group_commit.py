"""Group commit: what arrives while a transaction is in flight goes together into the next one.

No timer and no task of its own: whoever comes first works for all who came with her, and then hands
over to the first who is still waiting. Idle, a request waits for nothing; under a storm, one
commit carries hundreds. After PostgreSQL's and every journalled store's own group commit.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Request = TypeVar("Request")
Answer = TypeVar("Answer")


class _YourTurn:
    """Told to a waiting caller who has to work for the others now."""


@dataclass(eq=False, slots=True)
class _Ticket(Generic[Request, Answer]):
    request: Request
    told: "asyncio.Future[Answer | _YourTurn]"


class GroupCommit(Generic[Request, Answer]):
    """Gives each caller the true answer to her own request, after its commit.

    ``work`` does all requests in one transaction, in their order, and gives as many answers. Where
    it raises for several, each is tried alone, so that a poisoned one harms nobody else.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Request]], Awaitable[Sequence[Answer]]],
        *,
        most: int = 256,
    ) -> None:
        self._work = work
        self._most = most
        self._waiting: deque[_Ticket[Request, Answer]] = deque()
        self._in_flight = False

    async def ask(self, request: Request) -> Answer:
        ticket: _Ticket[Request, Answer] = _Ticket(
            request, asyncio.get_running_loop().create_future()
        )
        self._waiting.append(ticket)
        if self._in_flight:
            told = await self._hear(ticket)
            if not isinstance(told, _YourTurn):
                return told
        self._in_flight = True
        try:
            return await self._lead()
        finally:
            self._hand_over()

    async def _hear(self, ticket: _Ticket[Request, Answer]) -> "Answer | _YourTurn":
        try:
            return await ticket.told
        except asyncio.CancelledError:
            was_told = ticket.told.done() and not ticket.told.cancelled()
            if was_told and isinstance(ticket.told.result(), _YourTurn):
                self._hand_over()
            raise

    async def _lead(self) -> Answer:
        """Work for the first who wait; the very first of them is the caller herself."""
        first, *others = [
            self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))
        ]
        others = [ticket for ticket in others if not ticket.told.done()]
        try:
            answers = await self._work([first.request, *(t.request for t in others)])
        except asyncio.CancelledError:
            self._waiting.extendleft(reversed(others))  # the next one works for them
            raise
        except Exception:
            if not others:
                raise
            self._waiting.extendleft(reversed(others))
            (answer,) = await self._work([first.request])
            return answer
        for ticket, answer in zip(others, answers[1:], strict=True):
            if not ticket.told.done():
                ticket.told.set_result(answer)
        return answers[0]

    def _hand_over(self) -> None:
        while self._waiting and self._waiting[0].told.done():
            self._waiting.popleft()  # gave up waiting
        self._in_flight = bool(self._waiting)
        if self._waiting:
            self._waiting[0].told.set_result(_YourTurn())
