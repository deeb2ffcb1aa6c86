"""What the processes of one shop tell each other about when they spoke.

Telegram counts a bot's messages whichever process sends them. The poster, which can wait, keeps to
the pace; a direct answer does not wait, and is only told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Spoken:
    chat_id: int
    at: datetime
    alone: bool = False  # seen by one member of the chat only
    until: datetime | None = None  # Telegram refused: nobody speaks here before


class OtherProcesses(Protocol):
    async def tell(self, spoken: Spoken, /) -> None:
        """Say what was spoken here. Quick, and silent where nobody can be told."""

    async def hear(self) -> Sequence[Spoken]:
        """Give what the others have spoken since this was asked last."""


class NoOthers:
    """One process alone, or several without Redis: then a 429 is what tells of the others."""

    async def tell(self, _: Spoken, /) -> None:
        return

    async def hear(self) -> Sequence[Spoken]:
        return ()
