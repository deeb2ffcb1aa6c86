"""What a bot hears in a group."""

from tests.sandbox.core.town import BOT


async def test_privacy_mode_lets_only_some_messages_through(town):
    chat = town.group()
    card = await town.send(chat, "Boots")
    await town.updates()

    town.sim.say(town.ben, chat, "just talking")
    town.sim.say(town.ben, chat, "@tuan_bot hello")
    town.sim.say(town.ben, chat, "/shop boots")
    town.sim.say(town.ben, chat, "/shop@tuan_bot red")
    town.sim.say(town.ben, chat, "/shop@other_bot blue")
    town.sim.say(town.ben, chat, "in 42?", reply_to=card["message_id"])

    assert await town.texts() == ["/shop boots", "/shop@tuan_bot red", "in 42?"]


async def test_mentions_get_through_where_that_is_switched_on(town):
    chat = town.group()
    town.sandbox.add_bot("42:TEST", "tuan_bot", "Tuan", hears_mentions=True)
    await town.updates()

    town.sim.say(town.ben, chat, "@Tuan_Bot hello")

    assert await town.texts() == ["@Tuan_Bot hello"]


async def test_an_administrator_hears_everything(town):
    chat = town.group()
    town.make_admin(chat, can_pin_messages=True)
    await town.updates()

    town.sim.say(town.ben, chat, "just talking")

    assert await town.texts() == ["just talking"]


async def test_so_does_a_bot_without_privacy_mode(town):
    chat = town.group()
    town.sandbox.add_bot("42:TEST", "tuan_bot", "Tuan", privacy_mode=False)
    await town.updates()

    town.sim.say(town.ben, chat, "just talking")

    assert await town.texts() == ["just talking"]


async def test_a_command_for_nobody_goes_to_the_bot_that_spoke_last(town):
    town.sandbox.add_bot("43:TEST", "other_bot", "Other")
    chat = town.group()
    town.sim.add(town.ana, chat, 43)
    await town.sandbox.call("43:TEST", "sendMessage", {"chat_id": chat, "text": "I am new"})
    await town.updates()

    town.sim.say(town.ben, chat, "/help")

    assert await town.texts() == []
    others = await town.sandbox.take_updates("43:TEST")
    assert others[-1]["message"]["text"] == "/help"


async def test_bots_do_not_hear_each_other_nor_themselves(town):
    town.sandbox.add_bot("43:TEST", "other_bot", "Other", privacy_mode=False)
    chat = town.group()
    town.sim.add(town.ana, chat, 43)
    await town.sandbox.take_updates("43:TEST")

    await town.send(chat, "Hello, bots")

    assert await town.sandbox.take_updates("43:TEST") == []


async def test_coming_and_going_is_told(town):
    chat = town.group()
    town.make_admin(chat)
    await town.updates("message", "chat_member", "my_chat_member")

    town.sim.leave(town.ben, chat)
    town.sim.join(town.ben, chat)

    told = await town.updates()
    assert [next(kind for kind in one if kind != "update_id") for one in told] == [
        "message", "chat_member", "chat_member", "message",
    ]  # fmt: skip
    assert told[0]["message"]["left_chat_member"]["id"] == town.ben
    assert told[2]["chat_member"]["new_chat_member"]["status"] == "member"


async def test_reactions_and_membership_come_only_on_request(town):
    chat = town.group()
    town.make_admin(chat)
    sent = await town.send(chat)
    await town.updates()

    town.sim.react(town.ben, chat, sent["message_id"], "👍")
    assert await town.updates() == []

    await town.updates("message_reaction")
    town.sim.react(town.ben, chat, sent["message_id"], "🔥")

    [update] = await town.updates()
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]


async def test_a_bots_own_reaction_is_not_told_to_it(town):
    chat = town.group()
    town.make_admin(chat)
    said = town.sim.say(town.ben, chat, "Nice")
    await town.updates("message_reaction")
    thumb = [{"type": "emoji", "emoji": "👍"}]

    await town.call(
        "setMessageReaction", chat_id=chat, message_id=said["message_id"], reaction=thumb
    )

    assert await town.updates() == []
    [last] = town.sim.messages(town.ben, chat, limit=1)["messages"]
    assert last["seen"]["reactions"] == [{"emoji": "👍", "count": 1, "mine": False}]
    party = [{"type": "emoji", "emoji": "🦶"}]
    assert "REACTION_INVALID" in await town.refused(
        "setMessageReaction", chat_id=chat, message_id=said["message_id"], reaction=party
    )


async def test_private_chats_are_heard_completely(town):
    town.sim.start(town.ana, "tuan_bot")
    town.sim.say(town.ana, BOT, "anything")

    assert await town.texts() == ["/start", "anything"]
