"""The test bench: the call log, troubles on order, time, flood limits, reset, seed."""

from typing import Final

from sandbox.botapi.faults import Fault
from sandbox.sim.errors import SimError, wrong
from sandbox.sim.seeds import chats_in, check_numbers, person_in
from sandbox.sim.tapping import Tapping
from sandbox.world.happenings import PollChanged
from sandbox.world.store import Json

FAULT_FIELDS: Final = frozenset({"kind", "method", "times", "retry_after", "seconds", "chat"})


class Bench(Tapping):
    def calls(self, after: int = 0, method: str | None = None) -> list[Json]:
        return self._api.log.after(after, method)

    def plan_fault(self, kind: str, **given: object) -> None:
        unknown_fields = given.keys() - FAULT_FIELDS
        if unknown_fields:
            raise wrong(f"a fault has no {', '.join(sorted(unknown_fields))}")
        fault = Fault(kind)
        for name, value in given.items():
            if value is not None:
                setattr(fault, name, value)
        try:
            self._api.faults.plan(fault)
        except ValueError as error:
            raise wrong(str(error)) from None

    def clear_faults(self) -> None:
        self._api.faults.clear()

    def now(self) -> float:
        return self._world.clock.now()

    def advance(self, seconds: float) -> float:
        self._world.clock.advance(seconds)
        self.close_due_polls()
        for hook in self._hooks.at_clock:
            hook()
        self._live.tell_all({"type": "clock", "now": self.now()})
        return self.now()

    def set_clock(self, now: float) -> float:
        return self.advance(now - self.now())

    def flood(self, *, on: bool) -> None:
        self._api.flood.is_on = on

    def close_due_polls(self) -> None:
        for poll_id, n in self._world.polls.due(self.now()):
            self._world.polls.close(poll_id)
            message = self._world.messages.by_n(n)
            poll = self._world.polls.find(poll_id)
            if message is not None and poll is not None:
                self._world.edited(message, silently=True, stamp=False)
                room = self._world.rooms.get(message.room)
                self._world.tell(PollChanged(room, message, poll))

    def reset(self) -> None:
        self._api.faults.clear()
        self._world.reset()
        for hook in self._hooks.after_reset:
            hook()
        self._live.tell_all({"type": "reset"})

    def seed(self, town: Json) -> Json:
        """Load people, bots and chats. Names refer to each other; what exists already is kept.

        ``{people: [{first_name, username, ...}], bots: [{token, username, first_name}],
        chats: [{type, title, username?, owner: username, members: [username], admins: [username],
        is_forum?, topics: [name]}], started: [{person: username, bot: username}]}``; those who
        ``presses_start`` names do so aloud, and the bot hears of it.
        People may be numbered too, as in ``config/demo/town.json``: see ``seeds``.
        """
        for person in town.get("people", []):
            if self._world.people.by_username(person["username"]) is None:
                self.add_person(**person_in(person), number=person.get("id"))
        for bot in town.get("bots", []):
            self.add_bot(**bot)
        people = {str(one.username): one.id for one in self._world.people.people() if one.username}
        check_numbers(town, people)
        bots = [str(bot["username"]) for bot in self.bots()]
        chats = {str(one["title"]): self._seed_chat(one) for one in chats_in(town, bots)}
        for pair in town.get("started", []):
            room = self._room(self._named(pair["person"]), self._named(pair["bot"]))
            self._mark_started(room)
        for pair in town.get("presses_start", []):
            self._press_start(self._named(pair["person"]), str(pair["bot"]))
        return {"people": people, "chats": chats}

    def _press_start(self, person: int, bot: str) -> None:
        room = self._room(person, self._named(bot))
        if not room.doc.get("started"):
            self.start(person, bot)

    def _seed_chat(self, chat: Json) -> int:
        owner = self._named(chat["owner"])
        known = next(
            (one for one in self._world.rooms.groups() if one.title == chat["title"]), None
        )
        if known is not None:
            return known.id
        created = self.create_chat(
            chat["type"],
            chat["title"],
            owner,
            is_forum=bool(chat.get("is_forum")),
            members=[self._named(name) for name in chat.get("members", [])],
            username=chat.get("username"),
        )
        chat_id = int(created["id"])
        for name in chat.get("admins", []):
            self.promote(owner, chat_id, self._named(name))
        for name in chat.get("topics", []):
            self.create_topic(chat_id, owner, name)
        return chat_id

    def _named(self, username: str) -> int:
        account = self._world.people.by_username(username)
        if account is None:
            raise SimError(400, f"the seed names @{username}, who is not in it")
        return account.id
