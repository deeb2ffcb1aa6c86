from datetime import timedelta

from bot.telegram.pace import Pace
from tests.fakes import NOON

GROUP, OTHER, ANA = -100, -200, 7


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def test_the_first_message_goes_at_once():
    assert Pace().ready_at(ANA, NOON) == NOON


def test_a_chat_hears_one_message_a_second():
    pace = Pace()
    pace.spoke(ANA, NOON)

    assert pace.ready_at(ANA, NOON) == NOON + seconds(1)
    assert pace.ready_at(GROUP, NOON) == NOON


def test_a_group_hears_twenty_messages_a_minute():
    pace = Pace()
    for number in range(20):
        pace.spoke(GROUP, NOON + seconds(number))

    assert pace.ready_at(GROUP, NOON + seconds(20)) == NOON + seconds(60)
    assert pace.waiting(NOON + seconds(20)) == (GROUP,)
    assert pace.waiting(NOON + seconds(60)) == ()


def test_a_private_chat_may_hear_more_than_twenty_a_minute():
    pace = Pace()
    for number in range(20):
        pace.spoke(ANA, NOON + seconds(number))

    assert pace.ready_at(ANA, NOON + seconds(20)) == NOON + seconds(20)


def test_everybody_together_hears_thirty_messages_a_second():
    pace = Pace()
    for number in range(30):
        pace.spoke(1000 + number, NOON)

    assert pace.ready_at(ANA, NOON) == NOON + seconds(1)


def test_one_card_is_edited_every_three_seconds():
    pace = Pace()
    pace.spoke(GROUP, NOON, message_id=5)

    assert pace.ready_at(GROUP, NOON + seconds(1), message_id=5) == NOON + seconds(3)
    assert pace.ready_at(GROUP, NOON + seconds(1), message_id=6) == NOON + seconds(1)


def test_a_429_holds_its_own_chat():
    pace = Pace()
    pace.hold(GROUP, NOON + seconds(17))

    assert pace.ready_at(GROUP, NOON) == NOON + seconds(17)
    assert pace.ready_at(OTHER, NOON) == NOON
    assert pace.waiting(NOON) == (GROUP,)


def test_it_forgets_what_no_longer_counts():
    pace = Pace()
    for number in range(1000):
        pace.spoke(number, NOON + seconds(number), message_id=number)

    assert pace.size <= 61 + 4 + 30
