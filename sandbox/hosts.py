"""Answering only to names that mean this computer.

A page of another site may let its own name point to 127.0.0.1 (DNS rebinding); for the browser it
would then be the sandbox's own page. What it cannot change is the name in ``Host``.
"""

from collections.abc import Collection
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from yarl import URL

OWN_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})


def known_hosts_only(more: Collection[str] = ()) -> Middleware:
    known = OWN_NAMES | {_bare(name) for name in more}

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if _host_of(request) in known:
            return await handler(request)
        return web.json_response(
            {"error": "The sandbox does not answer to this host name; allow it by --allow-host."},
            status=421,
        )

    return check


def _host_of(request: web.Request) -> str | None:
    try:
        host = URL(f"http://{request.headers.get('Host', '')}").host
    except ValueError:
        return None
    return None if host is None else _bare(host)


def _bare(name: str) -> str:
    return name.lower().rstrip(".").removeprefix("[").removesuffix("]")
