from datetime import datetime

from bot.kit.clock import Clock

Line = tuple[datetime, str, str]


class History:
    """What happened, to be read after something went wrong."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.lines: list[Line] = []

    def note(self, who: str, what: str) -> None:
        self.lines.append((self._clock.now(), who, what))

    def __str__(self) -> str:
        return "\n".join(f"{at:%d %H:%M:%S}  {who:<10} {what}" for at, who, what in self.lines)
