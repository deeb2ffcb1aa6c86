"""The words people read, in their own language: ``locales/<language>/<feature>.ftl``."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from bot.kit.money import Currency, Money

LOCALES = Path(__file__).parents[2] / "locales"
LANGUAGES = ("en", "de", "zh")
FALLBACK = "en"
_DAY = 86_400
_UNITS = (365 * _DAY, 30 * _DAY, 7 * _DAY, _DAY, 3600, 60, 1)  # in seconds, as babel counts them
_ROUNDED = 0.1  # by how much a span may be longer or shorter than it is said
_BABEL = {"en": "en_GB", "de": "de_DE", "zh": "zh_Hans_CN"}


class MissingText(KeyError):
    """A key that no ``.ftl`` file knows, or words that could not be put together: a bug."""


def nearest(language_code: str | None) -> str:
    """Choose our language for a code such as ``de-AT`` or ``zh-hans``; English if we lack it."""
    short = (language_code or FALLBACK).lower().partition("-")[0]
    return short if short in LANGUAGES else FALLBACK


class Words:
    """Says things in one language and time zone.

    Calling it gives HTML: what a person typed is escaped. ``plain`` gives text for places
    without markup: toasts, button labels, invoice titles.
    """

    def __init__(self, language: str, zone: str = "UTC") -> None:
        self.language = nearest(language)
        self._zone = ZoneInfo(zone)

    def __call__(self, key: str, /, **facts: object) -> str:
        return self._say(key, {name: self._html(fact) for name, fact in facts.items()})

    def plain(self, key: str, /, **facts: object) -> str:
        return self._say(key, {name: self._fact(fact) for name, fact in facts.items()})

    def money(self, money: Money) -> str:
        if money.currency is Currency.XTR:
            return f"{format_decimal(money.minor, locale=self.locale)} ⭐"
        return format_currency(money.amount, money.currency.value, locale=self.locale)

    def when(self, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        day = format_date(local, "medium", locale=self.locale)
        time = format_time(local, "short", locale=self.locale)  # nobody wants the seconds
        return f"{day}, {time}" if self.language != "zh" else f"{day} {time}"

    def moment(self, moment: datetime) -> "Html":
        """A moment that Telegram shows in its reader's own zone; clients that cannot show ours."""
        stamp = int(moment.timestamp())
        return Html(f'<tg-time unix="{stamp}" format="Dt">{escape(self.when(moment))}</tg-time>')

    def span(self, span: timedelta) -> str:
        """In the largest unit that does not lie: 36 hours are no two days."""
        total = span.total_seconds()
        for unit in _UNITS:
            count = round(total / unit)
            if count > 0 and abs(total - count * unit) <= total * _ROUNDED:
                rounded = timedelta(seconds=count * unit)
                return format_timedelta(rounded, threshold=count, locale=self.locale)
        return format_timedelta(span, locale=self.locale)

    def number(self, number: int | Decimal) -> str:
        return format_decimal(number, locale=self.locale)

    @property
    def locale(self) -> Locale:
        return _locale(self.language)

    def _html(self, fact: object) -> object:
        shown = self._fact(fact)
        return escape(shown) if isinstance(shown, str) and not isinstance(fact, Html) else shown

    def _fact(self, fact: object) -> object:
        shown: object
        match fact:
            case Money():
                shown = self.money(fact)
            case datetime():
                shown = self.when(fact)
            case timedelta():
                shown = self.span(fact)
            case bool():
                shown = "yes" if fact else "no"  # for selectors in the .ftl files
            case int() | Decimal():
                shown = fluent_number(fact)
            case _:
                shown = "" if fact is None else str(fact)
        return shown

    def _say(self, key: str, facts: Mapping[str, object]) -> str:
        for language in (self.language, FALLBACK):
            bundle = _bundle(language)
            if not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            if pattern is None:
                break
            said, errors = bundle.format_pattern(pattern, dict(facts))
            if errors:
                raise MissingText(f"{key}: {errors}")
            return str(said)
        raise MissingText(key)


class Html(str):
    """Markup that a view made itself and that is not to be escaped again."""

    __slots__ = ()


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_BABEL[language])


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks would stand in button labels and in what people copy.
    bundle = FluentBundle([_BABEL[language].replace("_", "-")], use_isolating=False)
    for file in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
