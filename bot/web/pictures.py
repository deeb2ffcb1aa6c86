"""Pictures from addresses that merchants typed: only https, and only what everybody can reach.

Whoever may type an address may try to make us open our own house: the database beside us, the
cloud's metadata service, a router. So every name is looked up by us, what it stands for has to be
public, and exactly that is connected to; a redirect begins anew.
"""

import asyncio
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext
from typing import TypeAlias

from aiohttp import (
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
    ThreadedResolver,
)
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.catalog.models import PictureTrouble
from bot.catalog.pictures.source import PictureBusy, PictureLost

SECONDS = 20  # for a whole picture, redirects included
MOST_REDIRECTS = 3
_CHUNK = 64 * 1024
_OK, _REDIRECTS, _FOR_NOW = 200, frozenset({301, 302, 303, 307, 308}), frozenset({408, 425, 429})
_SERVERS_FAULT = 500
_HEADERS = {"User-Agent": "tuan", "Accept": "image/*"}
_UNNAMED = frozenset({"application/octet-stream", "binary/octet-stream"})
# Addresses that lead on to IPv4 ones which nobody looked at (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")
Address: TypeAlias = IPv4Address | IPv6Address


class NotPublic(OSError):
    """A name that stands for nothing everybody can reach."""


class AddressedPictures:
    def __init__(
        self,
        *,
        may_reach: Callable[[Address], bool] | None = None,
        resolver: AbstractResolver | None = None,
        ssl: SSLContext | bool = True,
    ) -> None:
        self._may_reach = may_reach or is_public
        self._resolver = resolver
        self._ssl = ssl

    async def fetch(self, url: str, limit: int) -> bytes:
        try:
            async with asyncio.timeout(SECONDS), self._session() as session:
                return await self._follow(session, url, limit)
        except NotPublic:
            raise PictureLost(PictureTrouble.ADDRESS) from None
        except (ClientError, TimeoutError, OSError) as silent:
            if isinstance(silent.__cause__, NotPublic):
                raise PictureLost(PictureTrouble.ADDRESS) from None
            raise PictureBusy from None  # the address may hold a secret, so it is not passed on

    def _session(self) -> ClientSession:
        resolver = _PublicResolver(self._resolver or ThreadedResolver(), self._may_reach)
        return ClientSession(
            connector=TCPConnector(resolver=resolver, ssl=self._ssl, use_dns_cache=False),
            cookie_jar=DummyCookieJar(),
            headers=_HEADERS,
            timeout=ClientTimeout(total=SECONDS),
            trust_env=False,
        )

    async def _follow(self, session: ClientSession, url: str, limit: int) -> bytes:
        here = self._checked(url)
        for _ in range(MOST_REDIRECTS + 1):
            async with session.get(here, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await _content(response, limit)
                there = response.headers.get("Location", "")
            here = self._checked(there, here)
        raise PictureLost(PictureTrouble.GONE)

    def _checked(self, url: str, base: URL | None = None) -> URL:
        """Refuse what is not to be opened; names are looked at once they are looked up."""
        try:
            there = URL(url) if base is None else base.join(URL(url))
        except ValueError:
            raise PictureLost(PictureTrouble.ADDRESS) from None
        host = there.host
        if there.scheme != "https" or not host or there.user or not self._is_reachable(host):
            raise PictureLost(PictureTrouble.ADDRESS)
        return there

    def _is_reachable(self, host: str) -> bool:
        """Look at a host that is a number: aiohttp asks no resolver for it."""
        try:
            return self._may_reach(ip_address(host))
        except ValueError:
            return True


class _PublicResolver(AbstractResolver):
    def __init__(self, resolver: AbstractResolver, may_reach: Callable[[Address], bool]) -> None:
        self._resolver = resolver
        self._may_reach = may_reach

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found: Sequence[ResolveResult] = await self._resolver.resolve(host, port, family)
        # One private address among public ones is a trap as well.
        if not found or not all(self._may_reach(ip_address(one["host"])) for one in found):
            raise NotPublic(host)
        return list(found)

    async def close(self) -> None:
        await self._resolver.close()


def is_public(address: Address) -> bool:
    """Tell whether everybody can reach it: not this machine, not the house, not a detour."""
    inner: Address | None = None
    if isinstance(address, IPv6Address):
        if address in _TRANSLATED or address.teredo is not None:
            return False
        inner = address.ipv4_mapped or address.sixtofour
    return (inner or address).is_global and not (inner or address).is_multicast


async def _content(response: ClientResponse, limit: int) -> bytes:
    if response.status in _FOR_NOW or response.status >= _SERVERS_FAULT:
        raise PictureBusy
    if response.status != _OK:
        raise PictureLost(PictureTrouble.GONE)
    kind = response.content_type
    if not kind.startswith("image/") and kind not in _UNNAMED:
        raise PictureLost(PictureTrouble.KIND)
    if (response.content_length or 0) > limit:
        raise PictureLost(PictureTrouble.LARGE)
    content = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > limit:
            raise PictureLost(PictureTrouble.LARGE)
    return bytes(content)
