"""Is everything a shopper needs there? For load balancers, for the demo, and for people."""

from ipaddress import ip_address

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.kit.clock import Clock
from bot.telegram.lease import POSTER
from bot.telegram.models import Lease


class Health:
    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    async def tell(self, _: web.Request) -> web.Response:
        """Answer 200 when the database answers and a worker is alive, else 503 and what is not."""
        parts = await self.parts()
        return web.json_response(parts, status=200 if all(parts.values()) else 503)

    async def parts(self) -> dict[str, bool]:
        try:
            async with AsyncSession(self._engine) as session:
                until = await session.scalar(select(Lease.until).where(Lease.name == POSTER))
        except (SQLAlchemyError, OSError):
            return {"database": False, "worker": False}
        return {"database": True, "worker": until is not None and until > self._clock.now()}


async def figures(request: web.Request) -> web.Response:
    """Give what Prometheus reads, to neighbours alone: the door's other paths face the internet."""
    if not _is_from_inside(request):
        raise web.HTTPNotFound
    return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _is_from_inside(request: web.Request) -> bool:
    """Whether somebody on this computer or network asks, and no proxy on behalf of another."""
    if any(name in request.headers for name in ("Forwarded", "X-Forwarded-For")):
        return False
    try:
        return ip_address(request.remote or "").is_private
    except ValueError:
        return False
