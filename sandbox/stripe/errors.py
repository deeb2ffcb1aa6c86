"""Refusals in Stripe's shape and words."""

from typing import Any, NoReturn


class StripeError(Exception):
    """``executed``: the request was understood and tried, so its idempotency key is used up."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str = "invalid_request_error",  # noqa: A002 - Stripe's own name
        code: str | None = None,
        param: str | None = None,
        executed: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.executed = executed
        details = {"code": code, "message": message, "param": param, "type": type}
        self.body: dict[str, Any] = {
            "error": {name: value for name, value in details.items() if value is not None}
        }


def missing(kind: str, number: object, param: str) -> NoReturn:
    raise StripeError(
        404, f"No such {kind}: '{number}'", code="resource_missing", param=param, executed=True
    )
