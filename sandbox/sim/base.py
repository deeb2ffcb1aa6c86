"""What every part of the person's side needs: finding things by the ids people use."""

from typing import TypeAlias

from sandbox.botapi.server import BotApi
from sandbox.hooks import Hooks
from sandbox.sim.errors import not_allowed, unknown, wrong
from sandbox.sim.live import Live
from sandbox.world.messages import Stored
from sandbox.world.people import Account
from sandbox.world.rooms import Member, Room
from sandbox.world.world import World

# A person calls a private chat by the other side's id; a message by message_id or by its key.
MessageRef: TypeAlias = int | str


class Base:
    def __init__(self, world: World, api: BotApi, hooks: Hooks, live: Live) -> None:
        self._world = world
        self._api = api
        self._hooks = hooks
        self._live = live
        self._late: set[str] = set()

    def _account(self, account_id: int) -> Account:
        account = self._world.people.find(account_id)
        if account is None:
            raise unknown(f"person {account_id}")
        return account

    def _person(self, person: int) -> Account:
        account = self._account(person)
        if account.is_bot:
            raise wrong(f"{account.name} is a bot; this side is for people")
        return account

    def _bot(self, username: str) -> Account:
        bot = self._world.people.by_username(username)
        if bot is None or not bot.is_bot:
            raise unknown(f"bot @{username.removeprefix('@')}")
        return bot

    def _any_room(self, chat: int) -> Room:
        room = self._world.rooms.find(chat) if chat < 0 else None
        if room is None:
            raise unknown(f"chat {chat}")
        return room

    def _room(self, person: int, chat: int) -> Room:
        """The chat as she calls it. A private chat comes into being when she looks at it."""
        self._person(person)
        if chat > 0:
            self._account(chat)
            return self._world.rooms.private(person, chat)
        return self._any_room(chat)

    def _present(self, person: int, room: Room) -> Member:
        member = self._world.rooms.member(room, person)
        if not member.is_present:
            raise not_allowed("she is not in that chat")
        return member

    def _message(self, person: int, room: Room, ref: MessageRef) -> Stored:
        message = self._find_message(room, ref)
        if message is None or message.room != room.id or not message.concerns(person):
            raise unknown(f"message {ref} in that chat")
        return message

    def _find_message(self, room: Room, ref: MessageRef) -> Stored | None:
        if isinstance(ref, str) and not ref.isdecimal():
            return self._world.messages.by_key(ref)
        return self._world.messages.by_id(room.id, int(ref))
