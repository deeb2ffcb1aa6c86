"""Messages that one member alone sees."""

from tests.sandbox.core.town import BOT

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
NO_RIGHT = "Bad Request: not enough rights to send ephemeral messages to the user"


def to(person: int, **more: object) -> dict[str, object]:
    return {"ephemeral_message_parameters": {"receiver_user_id": person, **more}}


async def test_only_the_receiver_sees_it(town):
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])

    sent = await town.send(chat, "Your size?", **to(town.ben, callback_query_id=query))

    assert sent["message_id"] == 0
    assert sent["receiver_user"]["id"] == town.ben
    assert town.seen_by(town.ben, chat) == ["Boots", "Your size?"]
    assert town.seen_by(town.ana, chat) == ["Boots"]


async def test_it_is_possible_for_fifteen_seconds_after_the_tap(town):
    chat = town.group()
    card = await town.card(chat)
    query = await town.tap(town.ben, chat, card["message_id"])
    town.sim.advance(15)
    await town.send(chat, **to(town.ben, callback_query_id=query))

    town.sim.advance(1)

    late = to(town.ben, callback_query_id=query)
    assert await town.refused("sendMessage", chat_id=chat, text="x", **late) == TOO_OLD


async def test_answering_the_query_does_not_end_it(town):
    chat = town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])
    await town.call("answerCallbackQuery", callback_query_id=query)

    assert (await town.send(chat, **to(town.ben, callback_query_id=query)))["message_id"] == 0


async def test_without_a_tap_only_an_administrator_may(town):
    chat = town.group()
    assert await town.refused("sendMessage", chat_id=chat, text="x", **to(town.ben)) == NO_RIGHT

    town.make_admin(chat, can_delete_messages=True)

    assert (await town.send(chat, **to(town.ben)))["ephemeral_message_id"]


async def test_a_tap_speaks_for_its_own_person_and_chat_only(town):
    chat, other = town.group(), town.group()
    query = await town.tap(town.ben, chat, (await town.card(chat))["message_id"])

    for where, who in ((chat, town.ana), (other, town.ben)):
        wrong = to(who, callback_query_id=query)
        assert await town.refused("sendMessage", chat_id=where, text="x", **wrong) == TOO_OLD


async def test_it_goes_to_members_of_groups_only(town):
    chat = town.group()
    town.make_admin(chat)
    cyd = town.person("Cyd")
    town.sim.start(cyd, "tuan_bot")

    assert "not a member" in await town.refused("sendMessage", chat_id=chat, text="x", **to(cyd))
    assert "only to groups" in await town.refused("sendMessage", chat_id=cyd, text="x", **to(cyd))


async def test_it_can_be_edited_and_deleted(town):
    chat = town.group()
    town.make_admin(chat)
    sent = await town.send(chat, "One", **to(town.ben))
    place = {
        "chat_id": chat,
        "receiver_user_id": town.ben,
        "ephemeral_message_id": sent["ephemeral_message_id"],
    }

    assert await town.call("editEphemeralMessageText", text="Two", **place) is True
    assert town.seen_by(town.ben, chat) == ["Two"]
    assert "not modified" in await town.refused("editEphemeralMessageText", text="Two", **place)
    wrong = {**place, "receiver_user_id": town.ana}
    assert "not found" in await town.refused("editEphemeralMessageText", text="x", **wrong)
    assert await town.call("deleteEphemeralMessage", **place) is True
    assert town.seen_by(town.ben, chat) == []


async def test_an_ordinary_edit_does_not_find_it(town):
    chat = town.group()
    town.make_admin(chat)
    await town.send(chat, **to(town.ben))

    refusal = await town.refused("editMessageText", chat_id=chat, message_id=0, text="x")

    assert refusal == "Bad Request: message to edit not found"


async def test_it_can_stand_in_place_of_the_card_for_one_person(town):
    chat = town.group()
    card = await town.card(chat)
    await town.send(chat, "Later")
    query = await town.tap(town.ben, chat, card["message_id"])

    await town.send(
        chat,
        "Your cart",
        **to(town.ben, callback_query_id=query, replace_callback_query_message=True),
    )

    assert town.seen_by(town.ben, chat) == ["Your cart", "Later"]
    assert town.seen_by(town.ana, chat) == ["Boots", "Later"]


async def test_but_not_in_place_of_another_ephemeral_message(town):
    chat = town.group()
    town.make_admin(chat)
    row = [{"text": "Buy", "callback_data": "buy"}]
    await town.send(chat, "One", reply_markup={"inline_keyboard": [row]}, **to(town.ben))
    key = town.sim.messages(town.ben, chat)["messages"][-1]["seen"]["key"]
    query = await town.tap(town.ben, chat, key)

    replacing = to(town.ben, callback_query_id=query, replace_callback_query_message=True)

    assert "can't be replaced" in await town.refused(
        "sendMessage", chat_id=chat, text="x", **replacing
    )


async def test_an_ephemeral_command_is_heard_by_the_bot_alone(town):
    chat = town.group()
    commands = [{"command": "orders", "description": "My orders", "is_ephemeral": True}]
    await town.call("setMyCommands", commands=commands)
    await town.updates()

    town.sim.say(town.ben, chat, "/orders")

    [update] = await town.updates()
    assert update["message"]["message_id"] == 0
    assert update["message"]["receiver_user"]["id"] == BOT
    assert town.seen_by(town.ana, chat) == []
    answer = {"ephemeral_message_id": update["message"]["ephemeral_message_id"]}
    await town.send(chat, "None yet", reply_parameters=answer, **to(town.ben))
    assert town.seen_by(town.ben, chat) == ["/orders", "None yet"]
    town.sim.advance(16)
    assert await town.refused("sendMessage", chat_id=chat, text="x", **to(town.ben)) == NO_RIGHT
