from collections.abc import Collection, Iterable, Sequence
from datetime import time

from bot.catalog.models import Merchant, MerchantId
from bot.groups.models import Group, PurchaseLines
from bot.handlers.groups.callbacks import OpenSetup, Page, Setup
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES, Words
from bot.telegram.replies import Button, Link, Rows, Screen

NAMES = {"en": "English", "de": "Deutsch", "zh": "中文"}
CURRENCIES = tuple(currency for currency in Currency if currency is not Currency.XTR)
ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "UTC",
)
NIGHTS = ((time(21), time(8)), (time(22), time(7)), (time(22), time(9)), (time(23), time(8)))
# Telegram takes a hundred buttons under one message; some of them lead elsewhere.
MOST_MERCHANTS = 90


def greeting(words: Words, group: Group, *, hears_everything: bool) -> Screen:
    hears = "groups-hears-everything" if hears_everything else "groups-hears-little"
    return Screen(
        text=f"{words('groups-greeting', title=group.title)}\n\n{words(hears)}",
        rows=((_opener(words, group),),),
    )


def promotion(words: Words) -> Screen:
    return Screen(text=words("groups-promoted"))


def setup_door(words: Words, group: Group) -> Screen:
    """For an admin who speaks as the group: a tap comes from the person."""
    return Screen(text=words("groups-setup-door"), rows=((_opener(words, group),),))


def setup_in_private(words: Words, groups: Iterable[Group], *, bot_username: str) -> Screen:
    add = Link(f"https://t.me/{bot_username}?startgroup=hello")
    rows = tuple((Button(group.title, Setup(group=group.id)),) for group in groups)
    text = words("groups-setup-which" if rows else "groups-setup-no-group")
    return Screen(text=text, rows=(*rows, (Button(words.plain("groups-add-button"), add),)))


def main(words: Words, group: Group, here: Setup, sellers: Collection[MerchantId] | None) -> Screen:
    facts = {
        "title": group.title,
        "language": NAMES[group.language],
        "currency": group.currency.value,
        "zone": group.zone,
        "topics": _topics(words, group),
        "sellers": "all" if sellers is None else len(sellers),
        "lines": words.plain(f"groups-lines-{group.purchase_lines}"),
        "quiet": _quiet(words, group),
    }
    pages = [Page.LANGUAGE, Page.CURRENCY, Page.ZONE, Page.SELLERS, Page.LINES, Page.QUIET]
    if group.is_forum:
        pages.append(Page.TOPICS)
    buttons = [
        Button(words.plain(f"groups-page-{page.name.lower()}"), to(here, page)) for page in pages
    ]
    return Screen(text=words("groups-setup", **facts), rows=_in_rows(buttons, 2))


def languages(words: Words, group: Group, here: Setup) -> Screen:
    buttons = [
        _choice(NAMES[language], here, language, chosen=language == group.language)
        for language in LANGUAGES
    ]
    return _page(words, "groups-choose-language", here, _in_rows(buttons, 3))


def currencies(words: Words, group: Group, here: Setup, offered: Sequence[Currency]) -> Screen:
    """Offer what merchants here price in, and what is chosen now; the others behind a button."""
    if group.currency not in offered:
        offered = (*offered, group.currency)
    buttons = [
        _choice(currency.value, here, currency.value, chosen=currency is group.currency)
        for currency in offered
    ]
    rows = _in_rows(buttons, 4)
    if set(offered) != set(CURRENCIES):
        more = words.plain("groups-more-currencies-button")
        rows = (*rows, (Button(more, to(here, Page.ALL_CURRENCIES)),))
    return _page(words, "groups-choose-currency", here, rows)


def zones(words: Words, group: Group, here: Setup) -> Screen:
    buttons = [
        _choice(_city(zone), here, str(number), chosen=zone == group.zone)
        for number, zone in enumerate(ZONES)
    ]
    return _page(words, "groups-choose-zone", here, _in_rows(buttons, 2), zone=group.zone)


def topics(words: Words, group: Group, here: Setup) -> Screen:
    labels = {"here": "groups-topics-here-button", "all": "groups-topics-all-button"}
    if group.topics is not None and not group.may_speak_in(here.thread or None):
        labels["also"] = "groups-topics-also-button"
    rows = tuple(
        (Button(words.plain(label), to(here, Page.TOPICS, choice)),)
        for choice, label in labels.items()
    )
    return _page(words, "groups-choose-topics", here, rows, topics=_topics(words, group))


def sellers(
    words: Words,
    here: Setup,
    merchants: Sequence[Merchant],
    chosen: Collection[MerchantId] | None,
) -> Screen:
    everybody = _choice(
        words.plain("groups-sellers-all-button"), here, "all", chosen=chosen is None
    )
    buttons = [
        _choice(
            merchant.name, here, str(merchant.id), chosen=chosen is None or merchant.id in chosen
        )
        for merchant in merchants[:MOST_MERCHANTS]
    ]
    return _page(words, "groups-choose-sellers", here, ((everybody,), *_in_rows(buttons, 1)))


def lines(words: Words, group: Group, here: Setup) -> Screen:
    buttons = [
        _choice(
            words.plain(f"groups-lines-{kind}"),
            here,
            kind.value,
            chosen=kind is group.purchase_lines,
        )
        for kind in PurchaseLines
    ]
    return _page(words, "groups-choose-lines", here, _in_rows(buttons, 1))


def quiet(words: Words, group: Group, here: Setup) -> Screen:
    now = (group.quiet_from, group.quiet_to)
    buttons = [
        _choice(f"{begin:%H:%M}–{end:%H:%M}", here, str(number), chosen=(begin, end) == now)
        for number, (begin, end) in enumerate(NIGHTS)
    ]
    never = _choice(
        words.plain("groups-quiet-never"), here, "never", chosen=group.quiet_from is None
    )
    facts = {"quiet": _quiet(words, group), "zone": group.zone}
    return _page(words, "groups-choose-quiet", here, (*_in_rows(buttons, 2), (never,)), **facts)


def bought(words: Words, *, what: str, more: int, name: str | None) -> Screen:
    """The line a group sees; ``more`` counts what else was in the parcel."""
    if name is None:
        return Screen(text=words("groups-bought", what=what, more=more))
    return Screen(text=words("groups-bought-by", name=name, what=what, more=more))


def to(here: Setup, page: Page, choice: str = "") -> Setup:
    return Setup(group=here.group, thread=here.thread, page=page, choice=choice)


def _opener(words: Words, group: Group) -> Button:
    return Button(words.plain("groups-open-setup-button"), OpenSetup(group=group.id))


def _choice(label: str, here: Setup, choice: str, *, chosen: bool) -> Button:
    return Button(f"✓ {label}" if chosen else label, to(here, here.page, choice))


def _page(words: Words, key: str, here: Setup, rows: Rows, **facts: object) -> Screen:
    back = Button(words.plain("groups-back-button"), to(here, Page.MAIN))
    return Screen(text=words(key, **facts), rows=(*rows, (back,)))


def _in_rows(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _topics(words: Words, group: Group) -> str:
    if group.topics is None:
        return words.plain("groups-topics-all")
    return words.plain("groups-topics-some", count=len(group.topics))


def _quiet(words: Words, group: Group) -> str:
    if group.quiet_from is None or group.quiet_to is None:
        return words.plain("groups-quiet-never")
    return f"{group.quiet_from:%H:%M}–{group.quiet_to:%H:%M}"
