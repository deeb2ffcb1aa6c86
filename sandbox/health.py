"""``/healthz``: of the sandbox, and of whoever belongs to the town as well."""

from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from typing import Final

import aiohttp
from aiohttp import web

PATIENCE: Final = aiohttp.ClientTimeout(total=3)


class Health:
    """Well when the sandbox answers, and every part named beside it answers 200 at its address."""

    def __init__(self, also: Mapping[str, str]) -> None:
        self._also = also
        self._http: aiohttp.ClientSession | None = None

    async def open(self, _: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=PATIENCE) as self._http:
            yield

    async def tell(self, _: web.Request) -> web.Response:
        parts = {name: await self._is_well(url) for name, url in self._also.items()}
        ok = all(parts.values())
        body = {"ok": ok, "sandbox": True, **parts}
        return web.json_response(body, status=HTTPStatus.OK if ok else 503)

    async def _is_well(self, url: str) -> bool:
        if self._http is None:
            return False
        try:
            async with self._http.get(url) as answer:
                return answer.status == HTTPStatus.OK
        except (aiohttp.ClientError, TimeoutError):
            return False
