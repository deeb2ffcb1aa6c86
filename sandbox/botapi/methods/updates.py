"""Fetching updates, or having them brought."""

import re
from urllib.parse import urlsplit

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import ApiError, bad_request
from sandbox.world.store import Json

LONGEST_POLL_SECONDS = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
DEFAULT_CONNECTIONS = 40


async def get_updates(call: Call) -> list[Json]:
    if call.bot.doc.get("webhook"):
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    given = call.parameters
    _remember_allowed(call)
    return await call.api.updates.fetch(
        call.bot,
        offset=int(given.get("offset", 0)),
        limit=int(given.get("limit", 100)),
        timeout_seconds=min(int(given.get("timeout", 0)), LONGEST_POLL_SECONDS),
    )


async def set_webhook(call: Call) -> bool:
    given = call.parameters
    url = str(given.get("url", ""))
    if not url:
        return await delete_webhook(call)
    # Telegram wants HTTPS on known ports; on a laptop plain HTTP on any port will do.
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = given.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if given.get("drop_pending_updates"):
        call.api.updates.drop(call.bot)
    _remember_allowed(call)
    call.bot.doc["webhook"] = {
        "url": url,
        "secret": secret,
        "max_connections": int(given.get("max_connections", DEFAULT_CONNECTIONS)),
    }
    call.world.people.save(call.bot)
    call.api.webhooks.wake(call.bot)
    return True


async def delete_webhook(call: Call) -> bool:
    call.bot.doc.pop("webhook", None)
    call.world.people.save(call.bot)
    if call.parameters.get("drop_pending_updates"):
        call.api.updates.drop(call.bot)
    return True


async def get_webhook_info(call: Call) -> Json:
    webhook = call.bot.doc.get("webhook")
    info: Json = {
        "url": webhook["url"] if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": call.api.updates.pending(call.bot),
    }
    if webhook:
        info["max_connections"] = webhook["max_connections"]
        info |= call.api.webhooks.last_error(call.bot)
    if allowed := call.bot.doc.get("allowed_updates"):
        info["allowed_updates"] = allowed
    return info


def _remember_allowed(call: Call) -> None:
    allowed = call.parameters.get("allowed_updates")
    if allowed is not None and allowed != call.bot.doc.get("allowed_updates"):
        call.bot.doc["allowed_updates"] = allowed
        call.world.people.save(call.bot)


METHODS: Methods = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
