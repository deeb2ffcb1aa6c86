from datetime import UTC, datetime

from bot.kit.texts import Html, Words


def test_a_moment_is_shown_in_its_readers_zone_and_in_ours_where_a_client_cannot():
    noon = datetime(2026, 5, 4, 12, tzinfo=UTC)

    moment = Words("de", "Europe/Berlin").moment(noon)

    assert moment == '<tg-time unix="1777896000" format="Dt">04.05.2026, 14:00</tg-time>'
    assert isinstance(moment, Html)
