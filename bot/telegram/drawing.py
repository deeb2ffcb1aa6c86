"""Screens as Telegram's methods. Pure, but for reading a picture's file."""

from typing import Any

from aiogram.methods import (
    EditEphemeralMessageCaption,
    EditEphemeralMessageMedia,
    EditEphemeralMessageText,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    UnpinChatMessage,
)
from aiogram.types import (
    BufferedInputFile,
    CopyTextButton,
    DisabledButton,
    EphemeralMessageParameters,
    FSInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)

from bot.telegram import letters
from bot.telegram.replies import (
    Button,
    Copy,
    Disabled,
    Document,
    Link,
    Packed,
    Picture,
    Rows,
    Screen,
    Share,
)

HTML = "HTML"
Edit = (
    EditMessageText
    | EditMessageCaption
    | EditMessageMedia
    | EditEphemeralMessageText
    | EditEphemeralMessageCaption
    | EditEphemeralMessageMedia
)


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(one) for one in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    match button.opens:
        case Link(url):
            return InlineKeyboardButton(text=button.label, url=url)
        case Copy(text):
            return InlineKeyboardButton(text=button.label, copy_text=CopyTextButton(text=text))
        case Share(query):
            return InlineKeyboardButton(text=button.label, switch_inline_query=query)
        case Disabled():
            return InlineKeyboardButton(text=button.label, disabled=DisabledButton())
        case Packed(data):
            return InlineKeyboardButton(text=button.label, callback_data=data)
        case data:
            return InlineKeyboardButton(text=button.label, callback_data=data.pack())


def document(
    document: Document, chat_id: int, *, file_id: str | None, thread_id: int | None = None
) -> SendDocument:
    """Draw a file; ``file_id`` is Telegram's name for it if it was sent before."""
    fresh: InputFile = (
        FSInputFile(document.path, document.name)
        if document.path
        else BufferedInputFile(document.content, document.name)
    )
    return SendDocument(
        chat_id=chat_id,
        message_thread_id=thread_id,
        document=file_id or fresh,
        caption=document.caption or None,
        parse_mode=HTML,
    )


def new_message(
    screen: Screen,
    chat_id: int,
    *,
    file_id: str | None = None,
    thread_id: int | None = None,
    reply_to: int | None = None,
    ephemeral: EphemeralMessageParameters | None = None,
    silent: bool = False,
) -> SendMessage | SendPhoto:
    """Draw a screen as a message to be sent; ``file_id`` is the picture if it was sent before."""
    reply = (
        ReplyParameters(message_id=reply_to, allow_sending_without_reply=True) if reply_to else None
    )
    if screen.picture:
        return SendPhoto(
            chat_id=chat_id,
            photo=file_id or picture_file(screen.picture),
            caption=screen.text,
            parse_mode=HTML,
            reply_markup=keyboard(screen.rows),
            message_thread_id=thread_id,
            reply_parameters=reply,
            ephemeral_message_parameters=ephemeral,
            disable_notification=silent or None,
        )
    return SendMessage(
        chat_id=chat_id,
        text=screen.text,
        parse_mode=HTML,
        reply_markup=keyboard(screen.rows),
        message_thread_id=thread_id,
        reply_parameters=reply,
        ephemeral_message_parameters=ephemeral,
        disable_notification=silent or None,
    )


def edit(
    screen: Screen, chat_id: int, message_id: int, *, had_picture: bool, file_id: str | None = None
) -> EditMessageText | EditMessageCaption | EditMessageMedia:
    """Draw a screen over a message. A picture that was there stays where the new one has none."""
    if screen.picture:
        return EditMessageMedia(
            chat_id=chat_id,
            message_id=message_id,
            media=_media(screen, screen.picture, file_id),
            reply_markup=keyboard(screen.rows),
        )
    if had_picture:
        return EditMessageCaption(
            chat_id=chat_id,
            message_id=message_id,
            caption=screen.text,
            parse_mode=HTML,
            reply_markup=keyboard(screen.rows),
        )
    return EditMessageText(
        chat_id=chat_id,
        message_id=message_id,
        text=screen.text,
        parse_mode=HTML,
        reply_markup=keyboard(screen.rows),
    )


def edit_ephemeral(
    screen: Screen, shown: Message, receiver: int, *, file_id: str | None = None
) -> EditEphemeralMessageText | EditEphemeralMessageCaption | EditEphemeralMessageMedia:
    """The same for a message that only ``receiver`` sees."""
    number = shown.ephemeral_message_id
    if number is None:
        raise ValueError("This message is not ephemeral")
    rows = keyboard(screen.rows)
    if screen.picture:
        return EditEphemeralMessageMedia(
            chat_id=shown.chat.id,
            receiver_user_id=receiver,
            ephemeral_message_id=number,
            media=_media(screen, screen.picture, file_id),
            reply_markup=rows,
        )
    if shown.photo:
        return EditEphemeralMessageCaption(
            chat_id=shown.chat.id,
            receiver_user_id=receiver,
            ephemeral_message_id=number,
            caption=screen.text,
            parse_mode=HTML,
            reply_markup=rows,
        )
    return EditEphemeralMessageText(
        chat_id=shown.chat.id,
        receiver_user_id=receiver,
        ephemeral_message_id=number,
        text=screen.text,
        parse_mode=HTML,
        reply_markup=rows,
    )


def amended(
    chat_id: int, letter: dict[str, Any]
) -> EditMessageText | EditMessageCaption | EditMessageMedia:
    """Draw a waiting change over a message that was shown."""
    shown = letter["shown"]
    return edit(
        letters.read_screen(letter), chat_id, shown["number"], had_picture=shown["has_picture"]
    )


def unpinned(chat_id: int, letter: dict[str, Any]) -> UnpinChatMessage:
    return UnpinChatMessage(chat_id=chat_id, message_id=letter["unpin"])


def amended_whisper(
    chat_id: int, letter: dict[str, Any]
) -> EditEphemeralMessageText | EditEphemeralMessageCaption:
    """Draw a waiting change over what one person alone was shown."""
    screen, whisper = letters.read_screen(letter), letter["whisper"]
    where = {
        "chat_id": chat_id,
        "receiver_user_id": whisper["receiver"],
        "ephemeral_message_id": whisper["number"],
        "parse_mode": HTML,
        "reply_markup": keyboard(screen.rows),
    }
    if whisper["has_picture"]:
        return EditEphemeralMessageCaption(caption=screen.text, **where)
    return EditEphemeralMessageText(text=screen.text, **where)


def picture_file(picture: Picture) -> InputFile | str:
    if picture.path is not None:
        return FSInputFile(picture.path)
    if picture.url:
        return picture.url
    raise ValueError("A picture needs a file or an address")


def _media(screen: Screen, picture: Picture, file_id: str | None) -> InputMediaPhoto:
    return InputMediaPhoto(
        media=file_id or picture_file(picture), caption=screen.text, parse_mode=HTML
    )
