"""Turns what happens in the world into updates for the bots it concerns."""

from collections import Counter

from sandbox.botapi.hearing import hears
from sandbox.botapi.updates import Updates
from sandbox.world.happenings import (
    AskedToJoin,
    Edited,
    Happening,
    MemberChanged,
    PollChanged,
    Posted,
    Reacted,
)
from sandbox.world.messages import Stored
from sandbox.world.people import Account
from sandbox.world.rooms import Room
from sandbox.world.store import Json
from sandbox.world.views import Views
from sandbox.world.world import World


class Routing:
    def __init__(self, world: World, views: Views, updates: Updates) -> None:
        self._world = world
        self._views = views
        self._updates = updates

    def __call__(self, happening: Happening) -> None:
        match happening:
            case Posted(room, message):
                self._tell_message(room, message, "message", "channel_post")
            case Edited(room, message, silently=False):
                self._tell_message(room, message, "edited_message", "edited_channel_post")
            case MemberChanged():
                self._tell_member(happening)
            case AskedToJoin():
                self._tell_request(happening)
            case Reacted():
                self._tell_reaction(happening)
            case PollChanged():
                self._tell_poll(happening)
            case _:
                pass

    def _tell_message(self, room: Room, message: Stored, in_chat: str, in_channel: str) -> None:
        kind = in_channel if room.type == "channel" else in_chat
        for bot in self._bots_in(room):
            if hears(self._world, bot, room, message):
                seen = self._views.message(message, bot.id)
                self._updates.push(bot, kind, seen, f"chat{room.id}")

    def _tell_member(self, changed: MemberChanged) -> None:
        room = changed.room
        concerned = self._world.people.find(changed.new.person)
        watching = [
            bot for bot in self._bots_in(room) if self._world.rooms.member(room, bot.id).is_admin
        ]
        for bot in watching:
            if bot is not concerned:
                self._push_member(bot, "chat_member", changed)
        if concerned is not None and concerned.is_bot:
            self._push_member(concerned, "my_chat_member", changed)

    def _push_member(self, bot: Account, kind: str, changed: MemberChanged) -> None:
        room = changed.room
        payload: Json = {
            "chat": self._views.chat(room, bot.id),
            "from": self._views.user(changed.by),
            "date": self._world.clock.seconds(),
            "old_chat_member": self._views.member(changed.old, room),
            "new_chat_member": self._views.member(changed.new, room),
        }
        self._updates.push(bot, kind, payload, f"chat{room.id}")

    def _tell_request(self, asked: AskedToJoin) -> None:
        room = asked.room
        for bot in self._bots_in(room):
            if self._world.rooms.member(room, bot.id).has_right("can_invite_users"):
                payload: Json = {
                    "chat": self._views.chat(room, bot.id),
                    "from": self._views.user(asked.person),
                    "user_chat_id": asked.person,
                    "date": self._world.clock.seconds(),
                    "invite_link": asked.link,
                }
                self._updates.push(bot, "chat_join_request", payload, f"user{asked.person}")

    def _tell_reaction(self, reacted: Reacted) -> None:
        room = reacted.room
        if self._world.account(reacted.person).is_bot:
            return
        for bot in self._bots_in(room):
            if not self._world.rooms.member(room, bot.id).is_admin and not room.is_private:
                continue
            where: Json = {
                "chat": self._views.chat(room, bot.id),
                "message_id": reacted.message.id,
                "date": self._world.clock.seconds(),
            }
            if room.type == "channel":
                counts = Counter(
                    emoji for _, emoji in self._world.messages.reactions(reacted.message)
                )
                totals = [
                    {"type": {"type": "emoji", "emoji": emoji}, "total_count": count}
                    for emoji, count in counts.items()
                ]
                payload = where | {"reactions": totals}
                self._updates.push(bot, "message_reaction_count", payload, f"chat{room.id}")
            else:
                payload = where | {
                    "user": self._views.user(reacted.person),
                    "old_reaction": [{"type": "emoji", "emoji": one} for one in reacted.old],
                    "new_reaction": [{"type": "emoji", "emoji": one} for one in reacted.new],
                }
                self._updates.push(bot, "message_reaction", payload, f"chat{room.id}")

    def _tell_poll(self, changed: PollChanged) -> None:
        """A bot hears of its own polls only: the sums, and who voted where that is no secret."""
        bot = self._world.people.find(changed.message.sender)
        if bot is None or not bot.is_bot:
            return
        poll = changed.poll
        self._updates.push(bot, "poll", poll, f"poll{poll['id']}")
        if changed.voter is not None and not poll["is_anonymous"]:
            chosen = list(changed.options)
            answer: Json = {
                "poll_id": poll["id"],
                "user": self._views.user(changed.voter),
                "option_ids": chosen,
                "option_persistent_ids": [poll["options"][i]["persistent_id"] for i in chosen],
            }
            self._updates.push(bot, "poll_answer", answer, f"poll{changed.voter}")

    def _bots_in(self, room: Room) -> list[Account]:
        # Bots are few and members many, so ask each bot whether it is there.
        members = self._world.rooms.members(room)
        return [
            bot
            for bot in self._world.people.bots()
            if bot.id in members and members[bot.id].is_present
        ]
