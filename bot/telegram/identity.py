"""Reads from an update who speaks and where, and knows them."""

from aiogram.types import Chat, Message, TelegramObject, Update, User

from bot.groups.models import Group
from bot.groups.service import GroupService
from bot.kit.texts import Words
from bot.people.models import PersonId
from bot.people.service import PeopleService
from bot.telegram.actor import Actor, Place

GROUP_ANONYMOUS_BOT = 1087968824  # Telegram's own sender of anonymous admins' messages


class NobodySpoke(RuntimeError):
    """An update without a person, such as a channel post, reached a handler: a bug."""


async def identify(update: TelegramObject, people: PeopleService, groups: GroupService) -> Actor:
    """Meet the person behind an update. Writes only what is new."""
    if not isinstance(update, Update):
        raise TypeError("Only whole updates have an actor")
    user, chat, message = _who(update), _where(update), _said(update)
    if user is None:
        raise NobodySpoke(update.event_type)

    person = await people.meet(
        PersonId(user.id),
        name=user.full_name,
        username=user.username,
        language_code=user.language_code,
    )
    group = await _group(chat, groups)
    if group is not None and message is not None:
        _hear_of_topic(message, group, groups)
    words = Words(person.language, person.zone)
    return Actor(
        person=person,
        place=_place(chat, message),
        group=group,
        words=words,
        public_words=Words(group.language, group.zone) if group else words,
        is_group_admin=True if _speaks_as_group(message) else None,
    )


def _hear_of_topic(message: Message, group: Group, groups: GroupService) -> None:
    """A topic tells its name when it is made, and under each message that answers nothing else."""
    thread_id = message.message_thread_id
    if message.forum_topic_created is not None:
        thread_id = message.message_id  # a topic is numbered by its first message
    elif thread_id is None or not message.is_topic_message:
        return
    asked = message.reply_to_message
    made = message.forum_topic_created or (asked.forum_topic_created if asked else None)
    edited = message.forum_topic_edited
    if made is not None and (message.forum_topic_created or group.topic(thread_id) is None):
        groups.hear_of_topic(group, thread_id, name=made.name)
    elif edited is not None and edited.name:
        groups.hear_of_topic(group, thread_id, name=edited.name)
    elif message.forum_topic_closed:
        groups.hear_of_topic(group, thread_id, is_closed=True)
    elif message.forum_topic_reopened:
        groups.hear_of_topic(group, thread_id)


async def _group(chat: Chat | None, groups: GroupService) -> Group | None:
    if chat is None or chat.type not in {"group", "supergroup"}:
        return None
    return await groups.find_by_chat(chat.id)


def _who(update: Update) -> User | None:
    return getattr(update.event, "from_user", None) or getattr(update.event, "user", None)


def _where(update: Update) -> Chat | None:
    if update.callback_query:
        return update.callback_query.message.chat if update.callback_query.message else None
    return getattr(update.event, "chat", None)


def _said(update: Update) -> Message | None:
    if update.callback_query:
        message = update.callback_query.message
        return message if isinstance(message, Message) else None
    return update.event if isinstance(update.event, Message) else None


def _place(chat: Chat | None, message: Message | None) -> Place:
    return Place(
        chat_id=chat.id if chat else None,
        thread_id=message.message_thread_id if message and message.is_topic_message else None,
        is_private=bool(chat and chat.type == "private"),
    )


def _speaks_as_group(message: Message | None) -> bool:
    return bool(
        message
        and message.from_user
        and message.from_user.id == GROUP_ANONYMOUS_BOT
        and message.sender_chat
        and message.sender_chat.id == message.chat.id
    )
