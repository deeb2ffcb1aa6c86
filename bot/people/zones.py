from functools import cache
from zoneinfo import available_timezones

from bot.people.errors import UnknownTimeZone


def known_zone(written: str) -> str:
    """Find a time zone however it is written: ``Europe/Berlin``, ``new york``, ``UTC``."""
    wanted = written.strip().replace(" ", "_").lower()
    try:
        return _zones()[wanted]
    except KeyError:
        raise UnknownTimeZone(zone=written) from None


@cache
def _zones() -> dict[str, str]:
    names = sorted(available_timezones())
    by_city = {name.rpartition("/")[2].lower(): name for name in reversed(names)}
    return by_city | {name.lower(): name for name in names}
