"""Which messages reach a bot: privacy mode and its exceptions."""

from sandbox.world.messages import Stored
from sandbox.world.people import Account
from sandbox.world.rooms import Room
from sandbox.world.world import World, part_of


def hears(world: World, bot: Account, room: Room, message: Stored) -> bool:
    """Whether Telegram hands this message to the bot.

    Privacy mode on: only commands, replies to the bot, what was sent through it, service messages.
    Whether a bare @mention gets through is not documented: a bot's ``hears_mentions`` decides.
    """
    if message.sender == bot.id or world.account(message.sender).is_bot:
        return False
    if message.is_ephemeral:
        return message.receiver == bot.id
    if room.is_private or room.type == "channel" or message.is_service:
        return True
    if bot.hears_everything() or world.rooms.member(room, bot.id).is_admin:
        return True
    return (
        _is_command_for(bot, room, message)
        or _answers(world, bot, room, message)
        or message.body.get("_via_bot") == bot.id
        or (bool(bot.doc.get("hears_mentions")) and _mentions(bot, message))
    )


def _is_command_for(bot: Account, room: Room, message: Stored) -> bool:
    text = str(message.body.get("text") or message.body.get("caption") or "")
    entities = message.body.get("entities") or message.body.get("caption_entities") or []
    for entity in entities:
        if entity["type"] != "bot_command":
            continue
        _, _, addressee = part_of(text, entity).partition("@")
        if addressee:
            if addressee.lower() == str(bot.username).lower():
                return True
        elif room.doc.get("_last_bot", bot.id) == bot.id:
            # A command for nobody in particular goes to the bot that spoke last.
            return True
    return False


def _answers(world: World, bot: Account, room: Room, message: Stored) -> bool:
    reply_to = message.body.get("_reply_to")
    if reply_to is None:
        return False
    original = world.messages.by_id(room.id, reply_to)
    return original is not None and original.sender == bot.id


def _mentions(bot: Account, message: Stored) -> bool:
    text = str(message.body.get("text") or message.body.get("caption") or "")
    entities = message.body.get("entities") or message.body.get("caption_entities") or []
    name = f"@{bot.username}".lower()
    return any(
        entity["type"] == "mention" and part_of(text, entity).lower() == name for entity in entities
    )
