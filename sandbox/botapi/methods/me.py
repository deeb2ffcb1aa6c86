"""The bot about itself: name, descriptions, menu button, default rights."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.world.rights import ALL_RIGHTS
from sandbox.world.store import Json

LONGEST = {"name": 64, "description": 512, "short_description": 120}


async def get_me(call: Call) -> Json:
    doc = call.bot.doc
    return call.bot.as_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.bot.hears_everything(),
        "supports_inline_queries": bool(doc.get("inline", True)),
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def set_my_name(call: Call) -> bool:
    return _set(call, "name")


async def get_my_name(call: Call) -> Json:
    return {"name": _get(call, "name") or call.bot.name}


async def set_my_description(call: Call) -> bool:
    return _set(call, "description")


async def get_my_description(call: Call) -> Json:
    return {"description": _get(call, "description")}


async def set_my_short_description(call: Call) -> bool:
    return _set(call, "short_description")


async def get_my_short_description(call: Call) -> Json:
    return {"short_description": _get(call, "short_description")}


async def set_menu_button(call: Call) -> bool:
    buttons = call.bot.doc.setdefault("menu_buttons", {})
    buttons[_menu_key(call)] = call.parameters.get("menu_button", {"type": "default"})
    call.world.people.save(call.bot)
    return True


async def get_menu_button(call: Call) -> Json:
    buttons = call.bot.doc.get("menu_buttons", {})
    button: Json = buttons.get(_menu_key(call)) or buttons.get("") or {"type": "commands"}
    return button


async def set_default_rights(call: Call) -> bool:
    kind = "channel" if call.parameters.get("for_channels") else "group"
    call.bot.doc.setdefault("default_rights", {})[kind] = call.parameters.get("rights", {})
    call.world.people.save(call.bot)
    return True


async def get_default_rights(call: Call) -> Json:
    kind = "channel" if call.parameters.get("for_channels") else "group"
    asked: Json = call.bot.doc.get("default_rights", {}).get(kind, {})
    every = dict.fromkeys(("is_anonymous", *ALL_RIGHTS), False)
    return every | asked


async def log_out(call: Call) -> bool:
    del call
    return True


def _set(call: Call, name: str) -> bool:
    text = str(call.parameters.get(name, ""))
    if len(text) > LONGEST[name]:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    language = call.parameters.get("language_code", "")
    call.bot.doc.setdefault(f"words_{name}", {})[language] = text
    call.world.people.save(call.bot)
    return True


def _get(call: Call, name: str) -> str:
    words = call.bot.doc.get(f"words_{name}", {})
    return str(words.get(call.parameters.get("language_code", "")) or words.get("", ""))


def _menu_key(call: Call) -> str:
    return str(call.parameters.get("chat_id", ""))


METHODS: Methods = {
    "getMe": get_me,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
    "setMyDefaultAdministratorRights": set_default_rights,
    "getMyDefaultAdministratorRights": get_default_rights,
    "logOut": log_out,
    "close": log_out,
}
