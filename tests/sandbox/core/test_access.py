"""Where a bot may write, and what it must not do."""

import pytest

from sandbox.botapi.errors import ApiError
from sandbox.sim.errors import SimError
from tests.sandbox.core.pictures import PICTURE
from tests.sandbox.core.town import BOT


async def test_a_bot_cannot_write_first(town):
    refusal = await town.refused("sendMessage", chat_id=town.ana, text="Hi")

    assert refusal == "Forbidden: bot can't initiate conversation with a user"


async def test_it_knows_nothing_of_people_it_has_not_met(town):
    assert await town.refused("getChat", chat_id=town.ana) == "Bad Request: chat not found"

    town.sim.start(town.ana, "tuan_bot")

    assert (await town.call("getChat", chat_id=town.ana))["first_name"] == "Ana"


async def test_after_start_it_may_until_it_is_blocked(town):
    town.sim.start(town.ana, "tuan_bot", "deal_7")
    assert await town.texts() == ["/start deal_7"]
    await town.send(town.ana)

    town.sim.block(town.ana, "tuan_bot")

    [update] = await town.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await town.refused("sendMessage", chat_id=town.ana, text="Hi") == (
        "Forbidden: bot was blocked by the user"
    )
    town.sim.unblock(town.ana, "tuan_bot")
    await town.send(town.ana, "Back")
    assert town.seen_by(town.ana, BOT)[-1] == "Back"


async def test_unknown_chats_are_not_found(town):
    for chat in (999_999, -1_000_000_999, "@nowhere"):
        refusal = await town.refused("sendMessage", chat_id=chat, text="Hi")
        assert refusal == "Bad Request: chat not found"


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_outside_a_group_it_is_forbidden(town, kind):
    chat = town.group(kind)
    await town.call("leaveChat", chat_id=chat)
    assert await town.refused("sendMessage", chat_id=chat, text="Hi") == (
        f"Forbidden: bot is not a member of the {kind} chat"
    )

    town.sim.add(town.ana, chat, BOT)
    town.sim.remove(town.ana, chat, BOT)

    assert await town.refused("sendMessage", chat_id=chat, text="Hi") == (
        f"Forbidden: bot was kicked from the {kind} chat"
    )


async def test_in_a_channel_only_administrators_write(town):
    chat = town.group("channel")
    assert await town.refused("sendMessage", chat_id=chat, text="Hi") == (
        "Bad Request: need administrator rights in the channel chat"
    )

    town.make_admin(chat)

    sent = await town.send(chat, "News")
    assert "from" not in sent
    assert sent["sender_chat"]["id"] == chat


async def test_the_chats_permissions_bind_a_bot_that_is_no_administrator(town):
    chat = town.group()
    town.make_admin(chat, can_restrict_members=True)
    await town.call("setChatPermissions", chat_id=chat, permissions={"can_send_messages": True})
    assert (await town.call("sendPhoto", {"photo": PICTURE}, chat_id=chat))["photo"]

    town.sim.demote(town.ana, chat, BOT)

    assert await town.refused("sendPhoto", {"photo": PICTURE}, chat_id=chat) == (
        "Bad Request: not enough rights to send photos to the chat"
    )


async def test_a_group_that_moved_says_where(town):
    chat = town.group("group")
    new = town.sim.migrate(chat)["id"]

    with pytest.raises(ApiError, match="group chat was upgraded to a supergroup chat") as refusal:
        await town.send(chat)

    assert refusal.value.parameters == {"migrate_to_chat_id": new}
    told = [update["message"] for update in await town.updates() if "message" in update]
    assert [one.get("migrate_to_chat_id") for one in told if one["chat"]["id"] == chat][-1] == new
    assert next(one for one in told if one["chat"]["id"] == new)["migrate_from_chat_id"] == chat
    assert (await town.send(new, "Here"))["chat"]["type"] == "supergroup"
    assert [row["chat"]["id"] for row in town.sim.chats(town.ana)] == [new]


async def test_rights_are_needed_for_pins_titles_and_bans(town):
    chat = town.group()
    sent = await town.send(chat)

    async def refused(method: str, **more: object) -> str:
        said = str(await town.refused(method, chat_id=chat, **more))
        return said.removeprefix("Bad Request: ")

    assert await refused("pinChatMessage", message_id=sent["message_id"]) == (
        "not enough rights to manage pinned messages in the chat"
    )
    assert await refused("setChatTitle", title="X") == "not enough rights to change chat title"
    assert await refused("banChatMember", user_id=town.ben) == (
        "not enough rights to restrict/unrestrict chat member"
    )
    assert await refused("promoteChatMember", user_id=town.ben, can_pin_messages=True) == (
        "not enough rights"
    )


async def test_an_administrator_with_the_rights_may(town):
    chat = town.group()
    town.make_admin(chat)
    sent = await town.send(chat)

    await town.call("pinChatMessage", chat_id=chat, message_id=sent["message_id"])
    assert (await town.call("getChat", chat_id=chat))["pinned_message"]["text"] == "Hello"
    await town.call("setChatTitle", chat_id=chat, title="Boots")
    assert (await town.call("getChat", chat_id=chat))["title"] == "Boots"
    await town.call("banChatMember", chat_id=chat, user_id=town.ben)
    member = await town.call("getChatMember", chat_id=chat, user_id=town.ben)
    assert (member["status"], member["until_date"]) == ("kicked", 0)
    with pytest.raises(SimError, match="banned"):
        town.sim.join(town.ben, chat)


async def test_nobody_touches_the_owner_or_somebody_elses_administrator(town):
    chat = town.group()
    town.make_admin(chat)
    town.sim.promote(town.ana, chat, town.ben)

    assert await town.refused("banChatMember", chat_id=chat, user_id=town.ana) == (
        "Bad Request: can't remove chat owner"
    )
    assert await town.refused("banChatMember", chat_id=chat, user_id=town.ben) == (
        "Bad Request: user is an administrator of the chat"
    )


async def test_a_muted_member_cannot_speak(town):
    chat = town.group()
    town.make_admin(chat)
    await town.call(
        "restrictChatMember",
        chat_id=chat,
        user_id=town.ben,
        permissions={"can_send_messages": False},
    )

    with pytest.raises(SimError, match="may not send"):
        town.sim.say(town.ben, chat, "Hi")


async def test_an_anonymous_administrator_speaks_as_the_group(town):
    chat = town.group()
    town.make_admin(chat)
    town.sim.promote(town.ana, chat, town.ana, anonymous=True)
    await town.updates()

    town.sim.say(town.ana, chat, "/setup")

    [update] = await town.updates()
    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == chat
    [last] = town.sim.messages(town.ben, chat, limit=1)["messages"]
    assert last["seen"]["sender_name"] == "Shoes"


async def test_administrators_are_listed_owner_first_and_bots_on_request(town):
    chat = town.group()
    town.sim.promote(town.ana, chat, town.ben)
    town.sandbox.add_bot("43:TEST", "other_bot", "Other")
    town.sim.add(town.ana, chat, 43)
    town.make_admin(chat, 43)

    listed = await town.call("getChatAdministrators", chat_id=chat)
    everybody = await town.call("getChatAdministrators", chat_id=chat, return_bots=True)

    assert [one["user"]["id"] for one in listed] == [town.ana, town.ben]
    assert listed[0]["status"] == "creator"
    assert [one["user"]["id"] for one in everybody] == [town.ana, town.ben, 43]
