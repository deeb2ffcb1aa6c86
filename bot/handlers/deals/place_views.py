"""Where a deal runs: groups, and the topics in them."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.deals.models import Deal, DealGroup
from bot.groups.models import Group, GroupId
from bot.handlers.deals.callbacks import ChooseTopic
from bot.kit.texts import Html, Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Screen

LABEL = 40
MOST_TOPICS = 30


def where(words: Words, groups: Sequence[Group], places: Mapping[GroupId, DealGroup]) -> str:
    """Say into which groups, and which of their topics, it goes."""
    named = [place_name(words, group, places[group.id]) for group in groups if group.id in places]
    return words("deals-where", places=Html(" · ".join(named))) if named else ""


def place_name(words: Words, group: Group, place: DealGroup) -> str:
    title = escape(group.title)
    return f"{title} → {escape(topic_name(words, group, place))}" if group.is_forum else title


def topic_name(words: Words, group: Group, place: DealGroup) -> str:
    thread_id = group.topic_near(place.thread_id)
    if thread_id is None:
        return words.plain("deals-topic-general")
    topic = group.topic(thread_id)
    return topic["name"] if topic else words.plain("deals-topic-number", number=str(thread_id))


def which_topic(words: Words, deal: Deal, group: Group, place: DealGroup | None) -> Screen:
    """Telegram tells a bot of no list of topics, so only those it has heard of stand here."""
    here = place.thread_id if place is not None else None
    buttons = [
        _topic(deal, group, topic["thread"], topic["name"], is_on=topic["thread"] == here)
        for topic in group.open_topics[-MOST_TOPICS:]
    ]
    if group.may_speak_in(None):
        general = words.plain("deals-topic-general")
        buttons.insert(0, _topic(deal, group, 0, general, is_on=here is None))
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Screen(text=words("deals-which-topic", title=group.title), rows=tuple(rows))


def _topic(deal: Deal, group: Group, thread: int, name: str, *, is_on: bool) -> Button:
    label = cut(f"✓ {name}" if is_on else name, LABEL)
    return Button(label, ChooseTopic(deal=deal.id, group=group.id, thread=thread))
