"""Troubles that a test orders in advance."""

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from sandbox.botapi.errors import ApiError

KINDS: Final = frozenset({"429", "403", "5xx", "timeout", "lost_answer", "delay", "redeliver"})
DEFAULT_RETRY_AFTER: Final = 3
DEFAULT_DELAY: Final = 1.0
DEFAULT_TIMEOUT: Final = 60.0


class AnswerLost(ConnectionError):
    """The connection broke: the caller does not know whether the work was done."""


@dataclass(slots=True)
class Fault:
    kind: str
    method: str = "*"
    times: int = 1
    retry_after: int | None = None
    seconds: float | None = None
    chat: int | None = None

    def concerns(self, method: str, chat: object) -> bool:
        if self.method == "*" and method.startswith("stripe:"):
            return False  # "every method" means Telegram's
        if self.method != "*" and not fnmatchcase(method.lower(), self.method.lower()):
            return False
        return self.chat is None or str(self.chat) == str(chat)

    def refusal(self) -> ApiError | None:
        match self.kind:
            case "429":
                after = self.retry_after or DEFAULT_RETRY_AFTER
                return ApiError(
                    429, f"Too Many Requests: retry after {after}", {"retry_after": after}
                )
            case "403":
                return ApiError(403, "Forbidden: bot was blocked by the user")
            case "5xx":
                return ApiError(502, "Bad Gateway")
            case _:
                return None


class Faults:
    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def plan(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"a fault is one of {', '.join(sorted(KINDS))}")
        self._planned.append(fault)

    def clear(self) -> None:
        self._planned.clear()

    def take(self, method: str, chat: object = None) -> Fault | None:
        """The next fault for this call; each is used up after ``times``."""
        return self._take(lambda fault: fault.kind != "redeliver" and fault.concerns(method, chat))

    def take_redelivery(self) -> bool:
        return self._take(lambda fault: fault.kind == "redeliver") is not None

    def _take(self, wanted: Callable[[Fault], bool]) -> Fault | None:
        for fault in self._planned:
            if wanted(fault):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None
