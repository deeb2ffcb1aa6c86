"""A bot's commands, by scope and language."""

import re

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.world.store import Json

NAME = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_DESCRIPTION = 256
MOST = 100


async def set_commands(call: Call) -> bool:
    commands: list[Json] = call.parameters["commands"]
    if len(commands) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not NAME.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= LONGEST_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    named = [{**one, "command": one["command"].removeprefix("/")} for one in commands]
    call.world.commands.set(call.bot.id, _scope(call), _language(call), named)
    return True


async def get_commands(call: Call) -> list[Json]:
    return call.world.commands.get(call.bot.id, _scope(call), _language(call))


async def delete_commands(call: Call) -> bool:
    call.world.commands.set(call.bot.id, _scope(call), _language(call), [])
    return True


def _scope(call: Call) -> str:
    scope = call.parameters.get("scope", {"type": "default"})
    parts = [str(scope["type"])]
    if "chat_id" in scope:
        call.parameters["chat_id"] = scope["chat_id"]
        room = call.room()
        parts.append(str(room.id))
    if "user_id" in scope:
        parts.append(str(scope["user_id"]))
    return ":".join(parts)


def _language(call: Call) -> str:
    language = str(call.parameters.get("language_code", ""))
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


METHODS: Methods = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
}
