"""A hundred people in twenty groups with a hundred thousand messages.

What is counted is work, not time: the steps SQLite takes must not grow with what is stored.
"""

from collections.abc import Callable

from sandbox.world.store import pack
from tests.sandbox.core.town import BOT, START, Town

PEOPLE, GROUPS, MESSAGES = 100, 20, 100_000


def crowded() -> tuple[Town, list[int]]:
    """Written straight into the tables, because the making is not what is measured."""
    town = Town()
    people = [town.person(f"P{n}") for n in range(PEOPLE)]
    chats = []
    for n in range(GROUPS):
        members = [BOT, *people[n * 5 : n * 5 + 20]]
        owner = people[(n * 7) % PEOPLE]
        made = town.sim.create_chat("supergroup", f"G{n}", owner, members=members)
        chats.append(int(made["id"]))
    rows = (
        (
            chats[n % GROUPS], 1000 + n, people[n % PEOPLE], int(START),
            pack({"text": f"message {n}"}),
        )
        for n in range(MESSAGES)
    )  # fmt: skip
    town.sandbox.world.store.write_many(
        "INSERT INTO messages (room, id, sender, date, body) VALUES (?, ?, ?, ?, ?)", rows
    )
    town.sandbox.world.store.write_many(
        "INSERT OR REPLACE INTO counters VALUES (?, ?)",
        [(f"messages{chat}", 1000 + MESSAGES) for chat in chats],
    )
    return town, chats


class Steps:
    """Counts SQLite's virtual machine steps, in hundreds."""

    def __init__(self, town: Town) -> None:
        self._connection = town.sandbox.world.store.connection
        self._count = 0

    def of(self, work: Callable[[], object]) -> int:
        self._count = 0
        self._connection.set_progress_handler(self._tick, 100)
        try:
            work()
        finally:
            self._connection.set_progress_handler(None, 0)
        return self._count

    def _tick(self) -> int:
        self._count += 1
        return 0


async def test_no_glance_and_no_word_walks_through_the_history():
    town, chats = crowded()
    person = town.person("P3")
    steps = Steps(town)
    small = Town()
    small_chat = small.group()
    small_steps = Steps(small)

    page = steps.of(lambda: town.sim.messages(person, chats[0], limit=50))
    old_page = steps.of(lambda: town.sim.messages(person, chats[0], before=1000 + 200, limit=50))
    say = steps.of(lambda: town.sim.say(person, chats[0], "Hi"))
    say_in_small = small_steps.of(lambda: small.sim.say(small.ana, small_chat, "Hi"))
    rows = steps.of(lambda: town.sim.chats(person))

    # A full scan would be 100,000 rows of at least ten steps: 10,000 hundreds.
    assert page < 100
    assert old_page < 100
    assert say <= say_in_small + 5
    # Up to 999 unread messages are counted in each of her chats, never more.
    assert rows < 150 * len(town.sim.chats(person))
    await town.sandbox.close()
    await small.sandbox.close()


async def test_the_right_messages_are_shown_and_counted():
    town, chats = crowded()
    person = town.person("P3")

    newest = town.sim.messages(person, chats[0], limit=3)
    texts = [one["text"] for one in newest["messages"]]
    assert texts == ["message 99940", "message 99960", "message 99980"]
    older = town.sim.messages(
        person, chats[0], before=newest["messages"][0]["seen"]["key"], limit=2
    )
    assert [one["text"] for one in older["messages"]] == ["message 99900", "message 99920"]

    sent = await town.send(chats[0], "Newest")
    assert sent["message_id"] == 1000 + MESSAGES + 1
    [row] = [one for one in town.sim.chats(person) if one["chat"]["id"] == chats[0]]
    assert (row["last_message"]["text"], row["unread"]) == ("Newest", 999)
    await town.sandbox.close()


async def test_every_query_on_messages_follows_an_index():
    town, chats = crowded()
    seen: list[str] = []
    connection = town.sandbox.world.store.connection
    connection.set_trace_callback(seen.append)
    person = town.person("P3")
    town.sim.chats(person)
    town.sim.messages(person, chats[0])
    said = town.sim.say(person, chats[0], "/hi")
    await town.send(chats[0], reply_parameters={"message_id": said["message_id"]})
    town.sim.read(person, chats[0])
    connection.set_trace_callback(None)

    plans = {
        sql: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        for sql in seen
        if sql.startswith("SELECT") and "messages" in sql
    }

    assert plans
    for sql, plan in plans.items():
        assert not [step for step in plan if step.startswith("SCAN messages")], (sql, plan)
    await town.sandbox.close()
