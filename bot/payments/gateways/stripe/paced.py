"""Stripe allows each account so many requests a second; asking more only earns refusals."""

import asyncio
from collections.abc import Mapping
from typing import Any

import stripe

BURST = 0.4  # seconds' worth that may go at once, so that one person's page opens without waiting


class PacedHttp(stripe.AIOHTTPClient):
    """Lets requests of one key go at its pace; those above it wait for their turn, in order.

    Each try counts, also those that the library makes by itself. Each process keeps its own pace.
    """

    def __init__(self, per_second: int, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._gap = 1 / per_second
        self._due: dict[str, float] = {}

    async def request_async(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        post_data: Any = None,  # noqa: ANN401 -- the library's own signature
    ) -> tuple[bytes, int, Mapping[str, str]]:
        await self._turn(headers.get("Authorization", ""))
        return await super().request_async(method, url, headers, post_data)

    async def _turn(self, key: str) -> None:
        now = asyncio.get_running_loop().time()
        due = max(self._due.get(key, now), now)
        self._due[key] = due + self._gap
        if due - now > BURST:
            await asyncio.sleep(due - now - BURST)
