from dataclasses import dataclass

from bot.kit.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRefused(Event):
    """A group would not take a message that shows something; it stands nowhere there."""

    chat_id: int
    feature: str
    subject_id: int
    part: str
    reason: str  # in Telegram's words
