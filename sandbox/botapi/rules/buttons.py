"""What may stand on a keyboard, and where."""

from typing import Final
from urllib.parse import urlsplit

from sandbox.botapi.errors import bad_request
from sandbox.world.rooms import Room
from sandbox.world.store import Json, pack

LONGEST_CALLBACK_BYTES: Final = 64
LONGEST_COPY: Final = 256
MOST_BUTTONS: Final = 100
LONGEST_MARKUP_BYTES: Final = 10_240
ACTIONS: Final = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
        "disabled",
    }
)
URL_SCHEMES: Final = frozenset({"http", "https", "tg", "ton"})


def check_markup(markup: Json | None, room: Room | None, *, invoice: bool = False) -> None:
    """``room`` is ``None`` for messages sent through inline mode: it may be any chat."""
    if markup is None:
        return
    if len(pack(markup).encode()) > LONGEST_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"], room, invoice=invoice)
    elif invoice or (room is not None and room.type == "channel"):
        raise bad_request("inline keyboard expected")
    elif "keyboard" in markup:
        _check_reply_keyboard(markup["keyboard"], room)


def without_empty_rows(markup: Json | None) -> Json | None:
    """A keyboard without a single button is no keyboard."""
    if markup is None or "inline_keyboard" not in markup:
        return markup
    rows = [row for row in markup["inline_keyboard"] if row]
    return {**markup, "inline_keyboard": rows} if rows else None


def _check_inline(rows: list[list[Json]], room: Room | None, *, invoice: bool) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for row_number, row in enumerate(rows):
        for column, button in enumerate(row):
            check_button(button, room)
            if "pay" in button:
                if not invoice:
                    raise bad_request("BUTTON_TYPE_INVALID")
                if (row_number, column) != (0, 0):
                    raise bad_request("BUTTON_POS_INVALID")
    if invoice and rows and rows[0] and "pay" not in rows[0][0]:
        # The first button of an invoice must pay.
        raise bad_request("BUTTON_POS_INVALID")


def check_button(button: Json, room: Room | None) -> None:
    """Also for the buttons inside a rich message, whose text may be formatted."""
    if not button.get("text"):
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    actions = ACTIONS & button.keys()
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(
            "can't parse inline keyboard button: exactly one action must be specified"
        )
    _check_action(button, room)


def _check_action(button: Json, room: Room | None) -> None:
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not 1 <= size <= LONGEST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        _check_url(str(button["url"]))
    elif "web_app" in button:
        _check_web_app(button["web_app"], room)
    elif "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_web_app(web_app: Json, room: Room | None) -> None:
    if room is None or not room.is_private:
        raise bad_request("BUTTON_TYPE_INVALID")
    parts = urlsplit(str(web_app["url"]))
    # Telegram wants HTTPS; a laptop has none, so loopback may do without.
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost", "::1"}:
        raise bad_request(
            f"inline keyboard button Web App URL '{web_app['url']}' is invalid: "
            "Only HTTPS links are allowed"
        )


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = parts.hostname or ""
    known = parts.scheme in URL_SCHEMES
    plausible = parts.scheme in {"tg", "ton"} or "." in host or host == "localhost" or ":" in host
    if not known:
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )
    if not plausible or " " in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_reply_keyboard(rows: list[list[Json]], room: Room | None) -> None:
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise bad_request("can't parse keyboard button: Button text must be non-empty")
        private_only = {"web_app", "request_contact", "request_location", "request_poll"}
        if private_only & button.keys() and (room is None or not room.is_private):
            raise bad_request("BUTTON_TYPE_INVALID")
