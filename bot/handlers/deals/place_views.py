"""Where something runs, whatever its kind: groups, and the topics in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from aiogram.filters.callback_data import CallbackData

from bot.groups.models import Group, GroupId
from bot.kit.texts import Html, Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Rows, Screen

LABEL = 40
MOST_TOPICS = 30
GENERAL = 0
ASK = -1  # instead of a topic: which one?
Topics = Mapping[GroupId, int | None]  # the groups that are chosen, each with its topic


class ChooseTopicOf(Protocol):
    def __call__(self, group_id: GroupId, thread: int) -> CallbackData: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a draft may go, where it will, and the buttons that change it."""

    groups: Sequence[Group]
    chosen: Topics
    choose: Callable[[GroupId], CallbackData] | None  # None: its one group is not hers to change
    choose_topic: ChooseTopicOf


def where(words: Words, groups: Sequence[Group], chosen: Topics) -> str:
    """Say into which groups, and which of their topics, it goes."""
    named = [place_name(words, group, chosen[group.id]) for group in groups if group.id in chosen]
    return words("deals-where", places=Html(" · ".join(named))) if named else ""


def place_name(words: Words, group: Group, thread_id: int | None) -> str:
    title = escape(group.title)
    return f"{title} → {escape(topic_name(words, group, thread_id))}" if group.is_forum else title


def topic_name(words: Words, group: Group, thread_id: int | None) -> str:
    near = group.topic_near(thread_id)
    if near is None:
        return words.plain("deals-topic-general")
    topic = group.topic(near)
    return topic["name"] if topic else words.plain("deals-topic-number", number=str(near))


def rows(words: Words, placing: Placing) -> Rows:
    """A row for each group; where it is chosen and has topics, also the one."""
    drawn = (_group(words, placing, group) for group in placing.groups)
    return tuple(row for row in drawn if row)


def which_topic(words: Words, group: Group, placing: Placing) -> Screen:
    """Telegram tells a bot of no list of topics, so only those it has heard of stand here."""
    here = placing.chosen.get(group.id)
    topics = [(topic["thread"], topic["name"]) for topic in group.open_topics[-MOST_TOPICS:]]
    if group.may_speak_in(None):
        topics.insert(0, (GENERAL, words.plain("deals-topic-general")))
    buttons = [
        Button(
            cut(f"✓ {name}" if thread == (here or GENERAL) else name, LABEL),
            placing.choose_topic(group.id, thread),
        )
        for thread, name in topics
    ]
    pairs = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Screen(text=words("deals-which-topic", title=group.title), rows=tuple(pairs))


def _group(words: Words, placing: Placing, group: Group) -> tuple[Button, ...]:
    is_on = group.id in placing.chosen
    row: tuple[Button, ...] = ()
    if placing.choose is not None:
        label = cut(f"{'✓' if is_on else '○'} {group.title}", LABEL)
        row = (Button(label, placing.choose(group.id)),)
    if not (is_on and has_topics(group)):
        return row
    name = cut(topic_name(words, group, placing.chosen[group.id]), LABEL)
    label = words.plain("deals-topic-button", topic=name)
    return (*row, Button(label, placing.choose_topic(group.id, ASK)))


def has_topics(group: Group) -> bool:
    return group.is_forum and bool(group.open_topics)
