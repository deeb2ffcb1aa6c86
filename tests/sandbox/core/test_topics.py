"""Forums: answers go to the topic the question came from."""

import pytest

from sandbox.sim.errors import SimError


async def test_a_message_in_a_topic_says_which(town):
    chat, boots = town.forum("Boots")
    await town.updates()

    town.sim.say(town.ben, chat, "/shop", thread=boots)

    [update] = await town.updates()
    assert update["message"]["message_thread_id"] == boots
    assert update["message"]["is_topic_message"] is True
    assert update["message"]["reply_to_message"]["forum_topic_created"]["name"] == "Boots"


async def test_a_bot_answers_in_the_topic(town):
    chat, boots = town.forum("Boots")

    sent = await town.send(chat, "Here", message_thread_id=boots)
    general = await town.send(chat, "There")

    assert sent["message_thread_id"] == boots
    assert "message_thread_id" not in general
    in_topic = town.sim.messages(town.ben, chat, thread=boots)["messages"]
    assert [one.get("text") for one in in_topic] == [None, "Here"]
    in_general = town.sim.messages(town.ben, chat, thread=1)["messages"]
    assert [one["text"] for one in in_general if "text" in one] == ["There"]


async def test_an_unknown_topic_is_refused(town):
    chat, _ = town.forum()

    assert await town.refused("sendMessage", chat_id=chat, text="x", message_thread_id=999) == (
        "Bad Request: message thread not found"
    )
    plain = town.group()
    assert await town.refused("sendMessage", chat_id=plain, text="x", message_thread_id=5) == (
        "Bad Request: message thread not found"
    )


async def test_a_reply_stays_in_its_topic(town):
    chat, boots = town.forum()
    elsewhere = await town.send(chat, "General")

    refusal = await town.refused(
        "sendMessage", chat_id=chat, text="x", message_thread_id=boots,
        reply_parameters={"message_id": elsewhere["message_id"]},
    )  # fmt: skip

    assert refusal == "Bad Request: message to be replied not found"


async def test_topics_need_the_right_and_a_forum(town):
    chat, _ = town.forum()
    assert await town.refused("createForumTopic", chat_id=chat, name="Hats") == (
        "Bad Request: not enough rights to create a topic"
    )
    plain = town.group()
    assert await town.refused("createForumTopic", chat_id=plain, name="Hats") == (
        "Bad Request: the chat is not a forum"
    )


async def test_a_closed_topic_is_closed_to_members(town):
    chat, boots = town.forum()
    town.make_admin(chat, can_manage_topics=True)
    await town.call("closeForumTopic", chat_id=chat, message_thread_id=boots)

    with pytest.raises(SimError, match="closed"):
        town.sim.say(town.ben, chat, "Hi", thread=boots)

    town.sim.demote(town.ana, chat, 42)
    refusal = await town.refused("sendMessage", chat_id=chat, text="x", message_thread_id=boots)
    assert refusal == "Bad Request: TOPIC_CLOSED"


async def test_a_topic_is_made_renamed_and_deleted(town):
    chat, _ = town.forum()
    town.make_admin(chat)
    topic = await town.call("createForumTopic", chat_id=chat, name="Hats")
    place = {"chat_id": chat, "message_thread_id": topic["message_thread_id"]}
    await town.send(chat, "Red one", message_thread_id=topic["message_thread_id"])

    await town.call("editForumTopic", name="Caps", **place)
    assert [one["name"] for one in town.sim.chat(chat)["topics"]] == ["Boots", "Caps"]
    assert "TOPIC_NOT_MODIFIED" in await town.refused("editForumTopic", name="Caps", **place)

    await town.call("deleteForumTopic", **place)
    assert [one["name"] for one in town.sim.chat(chat)["topics"]] == ["Boots"]
    assert town.seen_by(town.ana, chat) == []


async def test_unread_is_counted_by_topic(town):
    chat, boots = town.forum()
    town.sim.read(town.ben, chat)
    await town.send(chat, "One", message_thread_id=boots)
    await town.send(chat, "Two")

    [row] = town.sim.chats(town.ben)
    assert (row["unread"], row["topics"][0]["unread"]) == (2, 1)

    town.sim.read(town.ben, chat, thread=boots)
    [row] = town.sim.chats(town.ben)
    assert row["topics"][0]["unread"] == 0
    assert row["unread"] == 1
    town.sim.read(town.ben, chat, thread=1)
    [row] = town.sim.chats(town.ben)
    assert row["unread"] == 0
    assert town.sim.person(town.ben)["unread"] == 0


async def test_a_mention_is_read_with_its_topic(town):
    chat, boots = town.forum()
    town.sim.read(town.ben, chat)
    town.sim.say(town.ana, chat, "@ben look", thread=boots)
    town.sim.say(town.ana, chat, "@ben and here")
    [row] = town.sim.chats(town.ben)
    assert (row["unread"], row["mentions"]) == (2, 2)

    town.sim.read(town.ben, chat, thread=boots)
    [row] = town.sim.chats(town.ben)
    assert (row["unread"], row["mentions"]) == (1, 1)

    town.sim.read(town.ben, chat)
    [row] = town.sim.chats(town.ben)
    assert (row["unread"], row["mentions"]) == (0, 0)
