"""Which request does what."""

from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.stripe.errors import StripeError
from sandbox.stripe.objects import Objects
from sandbox.stripe.routing import Route
from sandbox.stripe.showing import shown
from sandbox.world.store import Json


class StripeApi:
    """Takes a request that has been let in; knows neither HTTP nor keys."""

    def __init__(self, objects: Objects, routes: Iterable[Route]) -> None:
        self._objects = objects
        self.routes = list(routes)

    def perform(self, verb: str, path: str, given: Mapping[str, Any]) -> Json:
        """``path`` without ``/v1/``. Raises ``StripeError``."""
        for route in self.routes:
            found = route.path.fullmatch(path)
            if found is None or route.verb != verb:
                continue
            asked = route.parameters.read(given)
            number = found.groupdict().get("id", "")
            expand = asked.pop("expand", [])
            return shown(self._objects.expanded(route.deed(number, asked), expand))
        raise StripeError(
            404,
            f"Unrecognized request URL ({verb}: /v1/{path}). "
            "The sandbox's Stripe knows payments, Checkout, refunds and a few more.",
        )
