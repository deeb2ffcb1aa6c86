from datetime import UTC, datetime, timedelta

import pytest

from bot.kit.texts import Html, Words


def test_a_moment_is_shown_in_its_readers_zone_and_in_ours_where_a_client_cannot():
    noon = datetime(2026, 5, 4, 12, tzinfo=UTC)

    moment = Words("de", "Europe/Berlin").moment(noon)

    assert moment == '<tg-time unix="1777896000" format="Dt">04.05.2026, 14:00</tg-time>'
    assert isinstance(moment, Html)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (24, "1 day"),
        (36, "36 hours"),
        (49, "2 days"),
        (0.25, "15 minutes"),
        (0.2495, "15 minutes"),
        (1.5, "90 minutes"),
        (24 * 60, "2 months"),
        (0, "0 seconds"),
    ],
)
def test_a_span_is_rounded_but_never_to_something_else(hours: float, said: str):
    assert Words("en").span(timedelta(hours=hours)) == said
