from bot.groups.events import GroupMoved
from bot.telegram.shown import ShownMessages


async def forget_old_messages(event: GroupMoved, shown: ShownMessages) -> None:
    """A supergroup numbers its messages anew, so the old numbers point nowhere."""
    await shown.forget_chat(event.old_chat_id)
