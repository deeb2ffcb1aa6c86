"""When a group wants to be left in peace."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def quiet_until(
    now: datetime, zone: str, quiet_from: time | None, quiet_to: time | None
) -> datetime | None:
    """Tell when the quiet hours end that ``now`` falls into; None while speaking is fine.

    Hours are by the clock on the group's wall: they may cross midnight, and on the night the
    clocks change they are an hour shorter or longer.
    """
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return None

    here = now.astimezone(ZoneInfo(zone))
    wall = here.time()
    if quiet_from < quiet_to:
        quiet, ends_tomorrow = quiet_from <= wall < quiet_to, False
    else:
        quiet, ends_tomorrow = wall >= quiet_from or wall < quiet_to, wall >= quiet_from
    if not quiet:
        return None

    ends_on = here.date() + timedelta(days=ends_tomorrow)
    end = datetime.combine(ends_on, quiet_to, tzinfo=here.tzinfo)
    # An hour that comes twice: while it comes for the second time, its first end is past.
    return max(end.astimezone(UTC), end.replace(fold=here.fold).astimezone(UTC))
