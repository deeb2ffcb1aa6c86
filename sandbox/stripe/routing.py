"""Which request does what, as each resource tells it."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final, TypeAlias

from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import Parameters
from sandbox.world.store import Json

Deed: TypeAlias = Callable[[str, Json], Json]

PAGING: Final = "limit starting_after ending_before created"


@dataclass(frozen=True, slots=True)
class Route:
    verb: str
    path: re.Pattern[str]
    parameters: Parameters
    deed: Deed


def route(verb: str, path: str, parameters: Parameters, deed: Deed) -> Route:
    pattern = re.compile(path.replace(":id", "(?P<id>[A-Za-z0-9_]+)"))
    return Route(verb, pattern, parameters, deed)


def lister(objects: Objects, plural: str, kind: str, filters: Collection[str] = ()) -> Deed:
    def page(_id: str, asked: Json) -> Json:
        chosen = {name: asked[name] for name in filters if name in asked}
        return objects.page(kind, f"/v1/{plural}", asked, chosen)

    return page
