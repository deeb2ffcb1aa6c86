from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message


class Migrated(BaseFilter):
    """Either of the two service messages that tell of a migration."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        here = message.chat.id
        if message.migrate_to_chat_id:
            return {"old_chat_id": here, "new_chat_id": message.migrate_to_chat_id}
        if message.migrate_from_chat_id:
            return {"old_chat_id": message.migrate_from_chat_id, "new_chat_id": here}
        return False


class AboutTopic(BaseFilter):
    """A topic is made, renamed, closed or opened again. Meeting the actor remembers it."""

    async def __call__(self, message: Message) -> bool:
        told = (
            message.forum_topic_created,
            message.forum_topic_edited,
            message.forum_topic_closed,
            message.forum_topic_reopened,
        )
        return any(one is not None for one in told)


class Renamed(BaseFilter):
    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        title = message.new_chat_title
        return {"title": title} if title else False
