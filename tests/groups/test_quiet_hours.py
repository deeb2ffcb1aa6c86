from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.groups.rules import quiet_until

BERLIN = "Europe/Berlin"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-05-04T19:59", None),  # 21:59 on the wall
        ("2026-05-04T20:00", "2026-05-05T05:00"),
        ("2026-05-04T22:30", "2026-05-05T05:00"),  # past midnight on the wall
        ("2026-05-05T04:59", "2026-05-05T05:00"),
        ("2026-05-05T05:00", None),
    ],
)
def test_a_night_crosses_midnight_on_the_groups_clock(now, until):
    found = quiet_until(utc(now), BERLIN, time(22), time(7))

    assert found == (until and utc(until))


def test_a_siesta_stays_within_one_day():
    assert quiet_until(utc("2026-05-04T11:00"), BERLIN, time(13), time(15)) == utc(
        "2026-05-04T13:00"
    )
    assert quiet_until(utc("2026-05-04T13:00"), BERLIN, time(13), time(15)) is None


def test_a_night_is_an_hour_shorter_when_summer_time_begins():
    # 29 March 2026, 02:00 becomes 03:00.
    assert quiet_until(utc("2026-03-28T21:00"), BERLIN, time(22), time(7)) == utc(
        "2026-03-29T05:00"
    )


def test_a_night_is_an_hour_longer_when_summer_time_ends():
    # 25 October 2026, 03:00 becomes 02:00.
    assert quiet_until(utc("2026-10-24T20:00"), BERLIN, time(22), time(7)) == utc(
        "2026-10-25T06:00"
    )


def test_an_end_that_does_not_exist_that_night_comes_with_the_jump():
    assert quiet_until(utc("2026-03-29T00:30"), BERLIN, time(22), time(2, 30)) == utc(
        "2026-03-29T01:30"
    )


def test_an_end_that_comes_twice_is_never_in_the_past():
    assert quiet_until(utc("2026-10-25T00:15"), BERLIN, time(22), time(2, 30)) == utc(
        "2026-10-25T00:30"
    )
    assert quiet_until(utc("2026-10-25T01:15"), BERLIN, time(22), time(2, 30)) == utc(
        "2026-10-25T01:30"
    )


def test_without_quiet_hours_speaking_is_always_fine():
    assert quiet_until(utc("2026-05-04T23:00"), BERLIN, None, None) is None


@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    begin=st.times(),
    end=st.times(),
    zone=st.sampled_from(
        [BERLIN, "UTC", "Australia/Lord_Howe", "America/St_Johns", "Asia/Shanghai"]
    ),
)
def test_a_quiet_moment_always_ends_later_and_within_a_day(now, begin, end, zone):
    until = quiet_until(now, zone, begin, end)

    assert until is None or 0 < (until - now).total_seconds() <= 25 * 3600
