"""Following links the way a Telegram client does: start, invoices, invitations, Mini Apps."""

from typing import Final
from urllib.parse import parse_qs, urlsplit

from sandbox.sim.errors import SimError, not_allowed
from sandbox.sim.townlife import TownLife
from sandbox.sim.webapps import launch_url
from sandbox.world.people import Account
from sandbox.world.rooms import Room
from sandbox.world.store import Json

SUPERGROUPS: Final = 10**12  # links leave this part of a supergroup's number out
LINK_HOSTS: Final = frozenset({"t.me", "telegram.me"})


class Links(TownLife):
    async def open(self, person: int, url: str) -> Json:
        """Gives ``{chat, message?}``, ``{checkout}``, ``{requested, chat}`` or ``{url}``."""
        self._person(person)
        parts = urlsplit(url if "://" in url else f"https://{url}")
        name = parts.path.strip("/")
        if parts.hostname not in LINK_HOSTS or not name:
            return {"url": url}
        if name.startswith("$"):
            return {"checkout": await self._checkout_of(person, name[1:])}
        if name.startswith("c/"):
            return self._open_message(person, url, name.split("/"))
        query = {key: values[0] for key, values in parse_qs(parts.query, True).items()}
        bot = self._world.people.by_username(name.partition("/")[0])
        if bot is not None and bot.is_bot:
            return self._open_bot(person, bot, name, query, url)
        return self._open_chat(person, url, name)

    def _open_bot(
        self, person: int, bot: Account, name: str, query: dict[str, str], url: str
    ) -> Json:
        if "startapp" in query or "/" in name:
            app = bot.doc.get("web_app_url")
            return {"url": self._launch(bot, person, app, query.get("startapp")) if app else url}
        if "start" in query:
            message = self.start(person, str(bot.username), query["start"])
            return {"chat": message["chat"], "message": message}
        return {"chat": self._api.views.chat(self._room(person, bot.id), person)}

    def _open_message(self, person: int, url: str, parts: list[str]) -> Json:
        """``t.me/c/<supergroup>[/<topic>]/<message>``: for its members alone."""
        numbers = [int(part) for part in parts[1:] if part.isdecimal()]
        room = self._world.rooms.find(-SUPERGROUPS - numbers[0]) if len(numbers) > 1 else None
        if room is None or not self._world.rooms.member(room, person).is_present:
            return {"url": url}
        message = self._world.messages.by_id(room.id, numbers[-1])
        opened: Json = {"chat": self._api.views.chat(room, person)}
        if message is not None:
            opened["message"] = self.seen(message, person)
        return opened

    def _open_chat(self, person: int, url: str, name: str) -> Json:
        for room in self._world.rooms.groups():
            link = self._link(room, url)
            if link is not None:
                return self._follow_invitation(person, room, link)
        room_named = self._world.rooms.by_username(name)
        if room_named is None:
            return {"url": url}
        return {"chat": self._api.views.chat(room_named, person)}

    def _link(self, room: Room, url: str) -> Json | None:
        if room.doc.get("invite_link") == url:
            return {"creates_join_request": False}
        link: Json | None = room.doc.get("_links", {}).get(url)
        return link

    def _follow_invitation(self, person: int, room: Room, link: Json) -> Json:
        chat = self._api.views.chat(room, person)
        if self._world.rooms.member(room, person).is_present:
            return {"chat": chat}
        used = int(link.get("_used", 0))
        if (
            link.get("is_revoked")
            or link.get("expire_date", self.now_seconds()) < self.now_seconds()
            or used >= link.get("member_limit", used + 1)
        ):
            raise not_allowed("that invitation is no longer valid")
        if link["creates_join_request"]:
            self._api.membership.request(room, person, link)
            return {"chat": chat, "requested": True}
        self.join(person, room.id)
        link["_used"] = used + 1
        self._world.rooms.save(room)
        return {"chat": chat}

    def now_seconds(self) -> int:
        return self._world.clock.seconds()

    def _launch(self, bot: Account, person: int, url: str, start: str | None = None) -> str:
        user = self._api.views.user(person)
        return launch_url(str(bot.token), user, url, self.now_seconds(), start)

    async def _checkout_of(self, person: int, slug: str) -> Json:
        if self._hooks.checkouts is None:
            raise SimError(501, "this sandbox was put together without payments")
        return await self._hooks.checkouts.open_from_slug(person, slug)
