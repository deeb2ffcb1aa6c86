"""Telegram's words for a request that does not fit the schema.

The sentences are the ones the Bot API server answers with; where none is known for a field, the
nearest general one is used.
"""

from typing import Final

MISSING: Final = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "sender_chat_id": "sender_chat_id is empty",
    "user_id": "invalid user_id specified",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "text": "message text is empty",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "action": "wrong parameter action in request",
    "file_id": "file_id not specified",
    "animation": "there is no animation in the request",
    "audio": "there is no audio in the request",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "live_photo": "there is no live photo in the request",
    "sticker": "there is no sticker in the request",
    "video": "there is no video in the request",
    "video_note": "there is no video note in the request",
    "voice": "there is no voice in the request",
}

# What the server calls a thing when it cannot read one; a name may stand for a family.
SPOKEN: Final = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "LabeledPrice": "labeled price",
    "ShippingOption": "shipping option",
    "InlineQueryResult": "inline query result",
    "InputMedia": "InputMedia",
    "InputPaidMedia": "InputPaidMedia",
    "ReactionType": "ReactionType",
    "BotCommandScope": "BotCommandScope",
    "MenuButton": "menu button",
    "MaskPosition": "mask position",
    "ChatPermissions": "chat permissions",
}

ELEMENTS: Final = {
    "prices": "labeled prices",
    "suggested_tip_amounts": "suggested tip amounts",
    "shipping_options": "shipping options",
    "results": "inline query results",
    "message_ids": "message identifiers",
    "commands": "BotCommand",
    "media": "InputMedia",
    "options": "InputPollOption",
    "reaction": "ReactionType",
}

JSON_NAMES: Final = {
    "reply_markup": "reply keyboard markup",
    "suggested_tip_amounts": "suggested_tip_amounts",
    "reaction": "reaction types",
    "results": "inline query results",
    "scope": "BotCommandScope",
    "rights": "ChatAdministratorRights",
}


def spoken(type_name: str) -> str:
    for family, name in SPOKEN.items():
        if type_name == family or (
            type_name.startswith(family) and not type_name.startswith("InlineQueryResults")
        ):
            return name
    return type_name


def missing(parameter: str) -> str:
    return MISSING.get(parameter, f'parameter "{parameter}" is required')


def unreadable_json(parameter: str) -> str:
    return f"can't parse {JSON_NAMES.get(parameter, parameter.replace('_', ' '))} JSON object"


def object_expected(parameter: str) -> str:
    spoken = "reply markup" if parameter == "reply_markup" else parameter.replace("_", " ")
    return f"object expected as {spoken}"


def array_expected(parameter: str) -> str:
    return f"expected an Array of {ELEMENTS.get(parameter, parameter.replace('_', ' '))}"


def unreadable(spoken: str, reason: str) -> str:
    return f"can't parse {spoken}: {reason}"
