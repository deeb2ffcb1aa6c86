"""A bot's own reactions."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.rules import access
from sandbox.world.happenings import Reacted

# The set Telegram lets everybody use.
EMOJIS = frozenset(
    (  # noqa: SIM905 - seventy pairs of quotation marks say nothing
        "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 "
        "🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
        "❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
        "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 "
        "😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 "
        "🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ "
        "😡 "
    ).split()
)


async def set_reaction(call: Call) -> bool:
    room = call.room()
    access.must_be_there(call, room)
    message = call.world.messages.by_id(room.id, int(call.parameters["message_id"]))
    if message is None:
        raise bad_request("message to react not found")
    wanted = call.parameters.get("reaction", [])
    emojis = [str(one.get("emoji", "")) for one in wanted]
    if len(emojis) > 1 or any(emoji not in EMOJIS for emoji in emojis):
        raise bad_request("REACTION_INVALID")
    old = tuple(e for who, e in call.world.messages.reactions(message) if who == call.bot.id)
    call.world.messages.react(message, call.bot.id, emojis)
    call.world.tell(Reacted(room, message, call.bot.id, old, tuple(emojis)))
    return True


METHODS: Methods = {"setMessageReaction": set_reaction}
