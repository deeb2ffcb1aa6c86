"""How fast Telegram lets a bot speak (docs: core.telegram.org/bots/faq#broadcasting-to-users)."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    times: int
    within: timedelta


OVERALL = Limit(30, timedelta(seconds=1))
PER_CHAT = Limit(1, timedelta(seconds=1))
PER_GROUP = Limit(20, timedelta(minutes=1))  # edits included
SAME_MESSAGE = timedelta(seconds=3)  # between two edits of one card


@dataclass(slots=True)
class Pace:
    """Says when the next message may go to a chat. Pure: the moment is always a parameter."""

    _all: deque[datetime] = field(default_factory=deque)
    _chats: dict[int, deque[datetime]] = field(default_factory=lambda: defaultdict(deque))
    _cards: dict[tuple[int, int], datetime] = field(default_factory=dict)
    _held: dict[int, datetime] = field(default_factory=dict)

    def ready_at(self, chat_id: int, now: datetime, *, message_id: int | None = None) -> datetime:
        """Tell the first moment at which a message may go to this chat; ``now`` if at once."""
        last = self._cards.get((chat_id, message_id)) if message_id is not None else None
        moments = [
            self._chat_ready_at(chat_id, now),
            _room(self._all, OVERALL),
            last and last + SAME_MESSAGE,
        ]
        return max(moment for moment in moments if moment is not None)

    def _chat_ready_at(self, chat_id: int, now: datetime) -> datetime:
        spoken = self._chats.get(chat_id, deque())
        limit = _room(spoken, PER_GROUP) if chat_id < 0 else None  # groups and channels
        moments = [now, _room(spoken, PER_CHAT), limit, self._held.get(chat_id)]
        return max(moment for moment in moments if moment is not None)

    def waiting(self, now: datetime) -> tuple[int, ...]:
        """Tell which chats have to wait, so that they do not stand in the way of the others."""
        known = {*self._chats, *self._held}
        return tuple(chat_id for chat_id in known if self._chat_ready_at(chat_id, now) > now)

    def spoke(self, chat_id: int, at: datetime, *, message_id: int | None = None) -> None:
        _note(self._all, at)
        _note(self._chats[chat_id], at)
        if message_id is not None:
            self._cards[chat_id, message_id] = at
        self._forget(at)

    def whispered(self, at: datetime) -> None:
        """Count what one member of a chat alone has seen; the chat itself has heard nothing."""
        _note(self._all, at)
        self._forget(at)

    def hold(self, chat_id: int, until: datetime) -> None:
        """Obey a 429: this chat waits."""
        self._held[chat_id] = until

    @property
    def size(self) -> int:
        """How much it remembers; bounded, whatever was said before the last minute."""
        return len(self._all) + len(self._chats) + len(self._cards) + len(self._held)

    def _forget(self, now: datetime) -> None:
        while len(self._all) > OVERALL.times:
            self._all.popleft()
        for chat_id in [c for c, spoken in self._chats.items() if _is_old(spoken, now)]:
            del self._chats[chat_id]
        for spoken in self._chats.values():
            while len(spoken) > PER_GROUP.times:
                spoken.popleft()
        for chat_id in [c for c, until in self._held.items() if until < now]:
            del self._held[chat_id]
        for card in [c for c, last in self._cards.items() if now - last > SAME_MESSAGE]:
            del self._cards[card]


def _note(spoken: deque[datetime], at: datetime) -> None:
    # Other processes are heard of a moment later: the order stays, and the pace is kept.
    spoken.append(max(at, spoken[-1]) if spoken else at)


def _room(spoken: deque[datetime], limit: Limit) -> datetime | None:
    if len(spoken) < limit.times:
        return None
    return spoken[-limit.times] + limit.within


def _is_old(spoken: deque[datetime], now: datetime) -> bool:
    return not spoken or now - spoken[-1] > PER_GROUP.within
