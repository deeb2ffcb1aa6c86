"""Stand-ins for the outside world. Everything inside the shop is real in every test."""

from datetime import UTC, datetime, timedelta

from bot.kit.events import Event

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


class FakeClock:
    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def wait(self, **span: float) -> None:
        self._now += timedelta(**span)


class RecordedEvents:
    """Keeps what a service published, where a test is about one service alone."""

    def __init__(self) -> None:
        self.published: list[Event] = []

    async def publish(self, event: Event) -> None:
        self.published.append(event)
