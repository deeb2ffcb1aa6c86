"""A whole sandbox in one object: for tests without sockets, and under the HTTP server."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sandbox import payments
from sandbox.botapi.methods import EMULATED
from sandbox.botapi.server import BotApi, Files
from sandbox.hooks import Hooks
from sandbox.sim.live import Live
from sandbox.sim.sim import Sim
from sandbox.world.people import Account
from sandbox.world.store import Json
from sandbox.world.world import World


class Sandbox:
    """``state`` is a folder, or ``None`` to keep everything in memory."""

    def __init__(
        self, state: Path | None = None, *, now: Callable[[], float] | None = None
    ) -> None:
        self.world = World(state, now)
        self.api = BotApi(self.world)
        self.hooks = Hooks()
        self.live = Live()
        self.sim = Sim(self.world, self.api, self.hooks, self.live)
        self.api.offer(EMULATED)
        self.payments = payments.install(self)

    def add_bot(self, token: str, username: str, first_name: str, **doc: Any) -> Account:  # noqa: ANN401
        """``doc``: ``privacy_mode``, ``hears_mentions``, ``inline``."""
        return self.world.people.add_bot(token, username, first_name, **doc)

    async def call(
        self,
        token: str,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        files: Files | None = None,
    ) -> Any:  # noqa: ANN401 - whatever the method returns
        """Call the Bot API. Raises ``ApiError`` where Telegram refuses."""
        return await self.api.call(token, method, dict(parameters or {}), files)

    async def take_updates(
        self,
        token: str,
        timeout: float = 0,  # noqa: ASYNC109 - getUpdates calls it so
        allowed_updates: list[str] | None = None,
    ) -> list[Json]:
        """Fetch and confirm what waits for a bot; ``timeout`` is in real seconds."""
        bot = self.world.people.by_token(token)
        if bot is None:
            raise LookupError("no bot has this token")
        if allowed_updates is not None:
            bot.doc["allowed_updates"] = allowed_updates
            self.world.people.save(bot)
        updates = await self.api.updates.fetch(bot, timeout_seconds=timeout)
        for update in updates:
            self.api.updates.done(bot, int(update["update_id"]))
        return updates

    async def close(self) -> None:
        """End deliveries, write everything down."""
        for close in self.hooks.at_close:
            await close()
        await self.api.webhooks.close()
        self.world.close()
