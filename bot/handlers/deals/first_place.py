"""Where a draft of any kind stands at first."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.groups.models import Group, GroupId


@dataclass(frozen=True, slots=True)
class FirstPlace:
    group_id: GroupId
    thread_id: int | None = None

    @property
    def asks_for_topic(self) -> GroupId | None:
        """Begun in a topic it stands there; said elsewhere, the topic is asked for."""
        return self.group_id if self.thread_id is None else None


def first_place(groups: Sequence[Group], group: int, thread: int) -> FirstPlace | None:
    """Begun in a group it stands there; where there is only one group, in that one."""
    if any(one.id == group for one in groups):
        return FirstPlace(GroupId(group), thread or None)
    return FirstPlace(groups[0].id) if len(groups) == 1 else None
