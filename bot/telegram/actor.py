"""Who speaks, where, and in which language. Known for every update before a handler runs."""

from dataclasses import dataclass

from bot.groups.models import Group
from bot.kit.texts import Words
from bot.people.models import Person, PersonId


@dataclass(frozen=True, slots=True)
class Place:
    """Where an update came from. ``chat_id`` is None for queries that carry no chat."""

    chat_id: int | None
    thread_id: int | None = None
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    person: Person
    place: Place
    group: Group | None  # the group of ``place``, once the bot has been added to it
    words: Words  # the person's own language: for what she alone sees
    public_words: Words  # the group's language in a group, else her own
    is_group_admin: bool | None = None  # anonymous admins speak as the group: then True

    @property
    def id(self) -> PersonId:
        return self.person.id
