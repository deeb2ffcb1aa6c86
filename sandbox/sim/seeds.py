"""A seed may number its people, and then name them by number, as ``config/demo/town.json`` does."""

from collections.abc import Iterable, Iterator

from sandbox.sim.errors import SimError
from sandbox.world.store import Json


def person_in(seed: Json) -> Json:
    return {key: value for key, value in seed.items() if key != "id"}


def chats_in(town: Json, bots: Iterable[str]) -> Iterator[Json]:
    """Chats whose people are usernames; ``bot_is_admin`` puts every bot among the admins."""
    names = {one["id"]: str(one["username"]) for one in town.get("people", []) if "id" in one}
    for chat in town.get("chats", []):
        admins = [*chat.get("admins", []), *(bots if chat.get("bot_is_admin") else ())]
        members = [names.get(one, one) for one in chat.get("members", [])]
        yield chat | {
            "owner": names.get(chat["owner"], chat["owner"]),
            "members": [*members, *(one for one in admins if one not in members)],
            "admins": admins,
        }


def check_numbers(town: Json, people: dict[str, int]) -> None:
    """Others read the same seed and count on its numbers, so they must be the real ones."""
    for person in town.get("people", []):
        number = people[str(person["username"])]
        if person.get("id", number) != number:
            raise SimError(
                409, f"@{person['username']} is {number} here; seed an empty sandbox, in order"
            )
