"""A refusal, worded as Telegram words it."""

from typing import Any


class ApiError(Exception):
    """The Bot API says no: ``{"ok": false, "error_code": code, "description": description}``.

    ``parameters`` is Telegram's ``ResponseParameters`` (``retry_after``, ``migrate_to_chat_id``).
    """

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")
