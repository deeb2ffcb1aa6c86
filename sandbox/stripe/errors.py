"""Refusals in Stripe's shape and words."""

from collections.abc import Mapping
from typing import Any, NoReturn

from sandbox.stripe.showing import shown


class StripeError(Exception):
    """``about``: the objects it speaks of, by Stripe's names.

    ``executed``: the request was understood and tried, so its idempotency key is used up.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",  # noqa: A002 - Stripe's own name
        code: str | None = None,
        param: str | None = None,
        executed: bool = False,
        about: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.executed = executed
        details = {
            "code": code,
            "message": message,
            "param": param,
            "type": type,
            **shown(dict(about or {})),
        }
        self.body: dict[str, Any] = {
            "error": {name: value for name, value in details.items() if value is not None}
        }


def missing(kind: str, number: object, param: str) -> NoReturn:
    raise StripeError(
        404, f"No such {kind}: '{number}'", code="resource_missing", param=param, executed=True
    )


def unexpected_state(kind: str, doc: dict[str, Any], deed: str, allowed: str) -> StripeError:
    """``deed``: "be captured"; ``allowed``: the states it may have, as Stripe lists them."""
    return StripeError(
        400,
        f"This {kind.title().replace('_', '')} could not {deed} because it has a status of "
        f"{doc['status']}. {allowed}".strip(),
        code=f"{kind}_unexpected_state",
        executed=True,
        about={kind: doc},
    )
