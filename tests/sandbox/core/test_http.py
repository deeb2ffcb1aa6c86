"""The same over real local HTTP: every way of sending, webhooks, live events, restart."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from sandbox.app import create_app
from sandbox.sandbox import Sandbox
from tests.sandbox.core.pictures import PICTURE
from tests.sandbox.core.town import BOT, TOKEN, Town

Client = TestClient[web.Request, web.Application]


@pytest.fixture
def town() -> Town:
    """Closed by the server that serves it."""
    return Town()


@pytest.fixture
async def client(town: Town) -> AsyncIterator[Client]:
    async with TestClient(TestServer(create_app(town.sandbox))) as client:
        yield client


async def bot_api(client: Client, method: str, **body: Any) -> Any:
    answer = await client.post(f"/bot{TOKEN}/{method}", json=body)
    return await answer.json()


class Hook:
    """A bot's web server that notes what comes and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        self.answers: list[tuple[int, str]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.arrived = asyncio.Condition()

    async def handle(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.json())
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        async with self.arrived:
            self.arrived.notify_all()
        await self.gate.wait()
        status, text = self.answers.pop(0) if self.answers else (200, "")
        return web.Response(status=status, text=text, content_type="application/json")

    async def wait_for(self, count: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(10), self.arrived:
            await self.arrived.wait_for(lambda: len(self.bodies) >= count)
        return self.bodies


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    async with TestServer(app) as server:
        hook.url = str(server.make_url("/hook"))
        yield hook


async def test_json_forms_multipart_and_queries_mean_the_same(client, town):
    chat = town.group()
    keyboard = {"inline_keyboard": [[{"text": "Buy", "callback_data": "b"}]]}
    form = {"chat_id": str(chat), "text": "Hi", "reply_markup": json.dumps(keyboard)}
    multipart = aiohttp.FormData(form, default_to_multipart=True)
    as_json = {"chat_id": chat, "text": "Hi", "reply_markup": keyboard}

    answers = [
        await client.post(f"/bot{TOKEN}/sendMessage", json=as_json),
        await client.post(f"/bot{TOKEN}/sendmessage", data=form),
        await client.post(f"/bot{TOKEN}/SENDMESSAGE", data=multipart),
        await client.get(f"/bot{TOKEN}/sendMessage", params=form),
    ]

    for answer in answers:
        sent = (await answer.json())["result"]
        assert (sent["text"], sent["reply_markup"]) == ("Hi", keyboard)


async def test_refusals_carry_the_code_in_body_and_status(client):
    answer = await client.post("/bot1:WRONG/getMe")
    assert answer.status == 401
    assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}

    answer = await client.post(
        f"/bot{TOKEN}/sendMessage", data=b"{", headers={"Content-Type": "application/json"}
    )
    assert answer.status == 400


async def test_a_file_goes_up_and_comes_down(client, town):
    chat = town.group()
    form = aiohttp.FormData(
        {"chat_id": str(chat), "photo": "attach://pic"}, default_to_multipart=True
    )
    form.add_field("pic", PICTURE, filename="boots.png", content_type="image/png")

    answer = await client.post(f"/bot{TOKEN}/sendPhoto", data=form)
    photo = (await answer.json())["result"]["photo"][-1]
    file = (await bot_api(client, "getFile", file_id=photo["file_id"]))["result"]
    download = await client.get(f"/file/bot{TOKEN}/{file['file_path']}")

    assert await download.read() == PICTURE
    shown = await client.get(f"/sim/files/{photo['file_id']}")
    assert (shown.content_type, await shown.read()) == ("image/png", PICTURE)
    assert (await client.get(f"/file/bot1:WRONG/{file['file_path']}")).status == 404


async def test_a_page_someone_uploaded_is_only_for_download(client, town):
    chat = town.group()
    sent = await town.call("sendDocument", {"document": ("x.html", b"<script>")}, chat_id=chat)

    shown = await client.get(f"/sim/files/{sent['document']['file_id']}")

    assert shown.content_type == "application/octet-stream"
    assert shown.headers["Content-Disposition"] == 'attachment; filename="x.html"'


async def test_a_broken_connection_is_really_broken(client, town):
    chat = town.group()
    town.sim.plan_fault("lost_answer")

    with pytest.raises(aiohttp.ClientError):
        await bot_api(client, "sendMessage", chat_id=chat, text="Hi")

    assert town.seen_by(town.ana, chat) == ["Hi"]


async def test_a_webhook_gets_updates_with_its_secret(client, town, hook):
    await bot_api(client, "setWebhook", url=hook.url, secret_token="s3cret")

    town.sim.start(town.ana, "tuan_bot")

    [update] = await hook.wait_for(1)
    assert update["message"]["text"] == "/start"
    assert hook.headers == ["s3cret"]


async def test_a_failed_delivery_is_repeated(client, town, hook):
    town.sandbox.api.webhooks.first_retry_seconds = 0.01
    hook.answers = [(500, ""), (503, "")]
    await bot_api(client, "setWebhook", url=hook.url)

    town.sim.start(town.ana, "tuan_bot")

    bodies = await hook.wait_for(3)
    assert [one["update_id"] for one in bodies] == [bodies[0]["update_id"]] * 3
    info = (await bot_api(client, "getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503"


async def test_each_queue_has_one_update_under_way(client, town, hook):
    hook.gate.clear()
    await bot_api(client, "setWebhook", url=hook.url)
    for person in (town.ana, town.ben):
        town.sim.start(person, "tuan_bot")
        town.sim.say(person, BOT, "second")

    await hook.wait_for(2)
    await asyncio.sleep(0.05)
    assert [one["message"]["text"] for one in hook.bodies] == ["/start", "/start"]

    hook.gate.set()
    await hook.wait_for(4)
    assert [one["message"]["text"] for one in hook.bodies[2:]] == ["second", "second"]


async def test_a_webhook_may_answer_with_a_method(client, town, hook):
    town.sim.start(town.ana, "tuan_bot")
    await town.updates()
    reply = {"method": "sendMessage", "chat_id": town.ana, "text": "From the body"}
    hook.answers = [(200, json.dumps(reply))]
    await bot_api(client, "setWebhook", url=hook.url)

    async with asyncio.TaskGroup() as group:
        heard = group.create_task(town.heard("From the body"))
        await asyncio.sleep(0)
        town.sim.say(town.ana, BOT, "Hi")

    assert heard.result().message.sender == BOT


async def test_the_persons_side_speaks_http(client):
    ana = await (await client.post("/sim/people", json={"first_name": "Ana"})).json()
    made = {"type": "supergroup", "title": "Shoes", "owner": ana["id"], "members": [BOT]}
    chat = (await (await client.post("/sim/chats", json=made)).json())["id"]
    place = f"/sim/people/{ana['id']}/chats/{chat}"
    said = await (await client.post(f"{place}/messages", json={"text": "/shop"})).json()
    card = await bot_api(
        client, "sendMessage", chat_id=chat, text="Boots",
        reply_markup={"inline_keyboard": [[{"text": "Buy", "callback_data": "b"}]]},
    )  # fmt: skip

    assert said["entities"][0]["type"] == "bot_command"
    tap = f"{place}/messages/{card['result']['message_id']}/tap"
    waiting = await (await client.post(tap, json={"button": "Buy", "wait": 0})).json()
    await bot_api(client, "answerCallbackQuery", callback_query_id=waiting["query"], text="Ok")
    answered = await (await client.get(f"/sim/queries/{waiting['query']}")).json()
    assert (answered["kind"], answered["text"]) == ("answered", "Ok")
    page = await (await client.get(f"{place}/messages", params={"limit": 2})).json()
    assert [one["text"] for one in page["messages"]] == ["/shop", "Boots"]
    assert page["more"] is True
    [row] = await (await client.get(f"/sim/people/{ana['id']}/chats")).json()
    assert (row["title"], row["unread"]) == ("Shoes", 1)
    await client.post(f"{place}/read", json={})
    [row] = await (await client.get(f"/sim/people/{ana['id']}/chats")).json()
    assert row["unread"] == 0


async def test_mistakes_on_the_persons_side_are_named(client, town):
    chat = town.group()
    nobody = await client.get("/sim/people/999/chats")
    no_text = await client.post(f"/sim/people/{town.ana}/chats/{chat}/messages", json={})
    stranger = await client.post(
        f"/sim/people/{town.person('Cyd')}/chats/{chat}/messages", json={"text": "Hi"}
    )
    no_json = await client.post("/sim/people", data=b"{")

    assert [one.status for one in (nobody, no_text, stranger, no_json)] == [404, 400, 403, 400]
    assert await stranger.json() == {"error": "she is not in that chat"}


async def test_another_sites_page_is_not_heard(client):
    foreign = await client.post("/sim/reset", headers={"Origin": "https://evil.example"})
    own = await client.post("/sim/reset", headers={"Origin": str(client.make_url("/").origin())})

    assert (foreign.status, own.status) == (403, 200)


async def test_a_picture_on_another_sites_page_calls_no_method(client):
    """Browsers send no Origin with it, but say where it stands."""
    picture = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    called = await client.get(f"/bot{TOKEN}/getMe", headers=picture)
    followed_link = await client.get("/", headers={"Sec-Fetch-Site": "cross-site"})

    assert (called.status, followed_link.status) == (403, 200)


async def test_open_pages_hear_at_once(client, town):
    chat = town.group()
    async with client.get(f"/sim/people/{town.ben}/events") as stream:
        hello = await next_event(stream)
        await town.send(chat, "News")
        message, row = await next_event(stream), await next_event(stream)
        town.sim.tell(town.ben, {"type": "toast", "text": "Hi"})
        toast = await next_event(stream)

    assert hello["type"] == "hello"
    assert (message["type"], message["chat"], message["message"]["text"]) == (
        "message",
        chat,
        "News",
    )
    assert row["row"]["unread"] == 2
    assert toast["text"] == "Hi"


async def test_a_page_that_comes_back_has_missed_nothing(client, town):
    chat = town.group()
    events = f"/sim/people/{town.ben}/events"
    async with client.get(events) as stream:
        hello = await next_event(stream)
    await town.send(chat, "Meanwhile")

    async with client.get(events, params={"after": hello["n"]}) as stream:
        missed = await next_event(stream)
    async with client.get(events, params={"after": 1}) as stream:
        unknown = await next_event(stream)

    assert missed["message"]["text"] == "Meanwhile"
    assert unknown == {"type": "reset"}


async def next_event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    async with asyncio.timeout(5):
        while not (line := await stream.content.readline()).startswith(b"data: "):
            assert line, "the stream ended"
    event: dict[str, Any] = json.loads(line[6:])
    return event


async def test_everything_survives_a_restart(tmp_path):
    town = Town(tmp_path)
    chat = town.group()
    card = await town.card(chat)
    photo = await town.call("sendPhoto", {"photo": PICTURE}, chat_id=chat)
    query = await town.tap(town.ben, chat, card["message_id"])
    town.sim.advance(60)
    waiting = await town.call("getUpdates")
    await town.sandbox.close()

    again = Sandbox(tmp_path, now=lambda: town.time)
    try:
        page = again.sim.messages(town.ben, chat)["messages"]
        assert page[-2]["reply_markup"] == card["reply_markup"]
        assert again.sim.file(photo["photo"][-1]["file_id"])[0] == PICTURE
        assert again.sim.now() == town.time + 60
        assert await again.call(TOKEN, "getUpdates") == waiting
        assert await again.call(TOKEN, "answerCallbackQuery", {"callback_query_id": query})
        sent = await again.call(TOKEN, "sendMessage", {"chat_id": chat, "text": "Back"})
        assert sent["message_id"] == photo["message_id"] + 1
    finally:
        await again.close()


async def test_reset_empties_the_world_and_keeps_the_bots(town):
    chat = town.group()
    await town.send(chat)

    town.sim.reset()

    assert town.sim.people() == []
    assert [bot["username"] for bot in town.sim.bots()] == ["tuan_bot"]
    assert (
        await town.refused("sendMessage", chat_id=chat, text="x") == "Bad Request: chat not found"
    )
    assert await town.updates() == []
    await town.sandbox.close()


@pytest.mark.parametrize("host", ["127.0.0.1:1", "localhost", "LOCALHOST.", "[::1]:8081"])
async def test_this_computer_s_own_names_are_answered(client: Client, host: str) -> None:
    answer = await client.get("/sim/people", headers={"Host": host})
    assert answer.status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:80", "localhost@evil", ""]
)
async def test_a_foreign_name_that_points_here_is_refused(client: Client, host: str) -> None:
    answer = await client.get("/sim/people", headers={"Host": host, "Origin": f"http://{host}"})
    assert answer.status == 421
    assert "--allow-host" in (await answer.json())["error"]


async def test_more_names_may_be_allowed(town: Town) -> None:
    async with TestClient(TestServer(create_app(town.sandbox, hosts={"sandbox"}))) as client:
        answer = await client.get("/sim/people", headers={"Host": "sandbox:8081"})
        assert answer.status == 200
