"""What a Telegram client tells a Mini App about who opened it, signed with the bot's token."""

import hashlib
import hmac
from typing import Final
from urllib.parse import urlencode

from sandbox.world.store import Json, pack

VERSION: Final = "9.2"


def launch_url(token: str, user: Json, url: str, now: int, start: str | None = None) -> str:
    """The address with the launch parameters in its fragment, where no server sees them."""
    fragment = urlencode(
        {
            "tgWebAppData": init_data(token, user, now, start),
            "tgWebAppVersion": VERSION,
            "tgWebAppPlatform": "weba",
            "tgWebAppThemeParams": "{}",
        }
    )
    return f"{url}{'&' if '#' in url else '#'}{fragment}"


def init_data(token: str, user: Json, now: int, start: str | None = None) -> str:
    """Signed as https://core.telegram.org/bots/webapps describes for validation by the bot."""
    fields = {"auth_date": str(now), "user": pack(user)}
    if start:
        fields["start_param"] = start
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    fields["hash"] = hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()
    return urlencode(fields)
