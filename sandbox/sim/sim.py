"""Everything a person, or a test, can do. The HTTP face translates to exactly these verbs."""

from sandbox.botapi.server import BotApi
from sandbox.hooks import Hooks
from sandbox.sim.bench import Bench
from sandbox.sim.live import Live
from sandbox.sim.telling import Telling
from sandbox.world.queries import Query
from sandbox.world.store import Json
from sandbox.world.world import World


class Sim(Bench):
    def __init__(self, world: World, api: BotApi, hooks: Hooks, live: Live) -> None:
        super().__init__(world, api, hooks, live)
        self.live = live
        api.answered = self._toast
        world.listen(Telling(world, self, live))

    def tell(self, person: int, event: Json) -> None:
        """Send an event to her open page (payments use it for their sheets)."""
        self._live.tell(person, lambda: event)

    def _toast(self, query: Query) -> None:
        """An answer that came after the tap's own call had returned."""
        if query.id not in self._late or query.answer is None:
            return
        self._late.discard(query.id)
        answer = query.answer
        self._live.tell(query.person, lambda: {"type": "toast", "text": "", **answer})
