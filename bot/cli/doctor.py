"""``tuan doctor``: ask every setting whether it works, and say what to do where it does not."""

import asyncio
import re
import sys
from argparse import Namespace
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

import sqlalchemy as sa
from aiogram.exceptions import TelegramAPIError
from aiogram.utils.token import TokenValidationError
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from redis import asyncio as redis
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.database import alembic_config
from bot.kit.db import open_engine
from bot.kit.secrets import Vault
from bot.payments.gateways.stripe import StripeTrouble, whose_key
from bot.telegram.api import open_bot
from bot.web.telegram import PATH
from config.settings import Settings

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Finding:
    setting: str
    is_well: bool
    says: str


def run(arguments: Namespace) -> int:
    if arguments.new_key:
        print(Vault.new_key())  # noqa: T201
        return 0
    return asyncio.run(_examine(Settings()))


async def _examine(settings: Settings) -> int:
    sick = 0
    async for finding in examine(settings):
        sick += not finding.is_well
        mark = "ok  " if finding.is_well else "MEND"
        print(f"{mark} {finding.setting:<24} {finding.says}")  # noqa: T201
        sys.stdout.flush()
    return 1 if sick else 0


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    checks: dict[str, Callable[[Settings], Awaitable[Finding]]] = {
        "BOT_TOKEN": _telegram,
        "DATABASE_URL": _database,
        "REDIS_URL": _redis,
        "PUBLIC_URL": _public_url,
        "WEBHOOK_SECRET": _webhook_secret,
        "PAYMENT_PROVIDER_TOKEN": _provider,
        "STRIPE_API_KEY": _stripe,
        "STRIPE_WEBHOOK_SECRET": _stripe_webhook,
        "PII_KEY": _key,
        "OPERATOR_IDS": _operators,
        "SUPPORT_CONTACT": _support,
        "MEDIA_DIR": _media,
    }
    for check in checks.values():
        yield await check(settings)


async def _telegram(settings: Settings) -> Finding:
    name = "BOT_TOKEN"
    try:
        bot = open_bot(settings.bot_token.get_secret_value(), str(settings.telegram_api_url))
    except TokenValidationError:
        return Finding(name, False, "is not a token. Ask @BotFather: /mybots, API Token.")
    try:
        me = await bot.get_me(request_timeout=10)
        webhook = await bot.get_webhook_info(request_timeout=10)
    except TelegramAPIError as error:
        host = settings.telegram_api_url.host
        return Finding(name, False, f"{host} answers: {error.message}. Check it at @BotFather.")
    finally:
        await bot.session.close()
    if webhook.last_error_message:
        return Finding(name, False, f"Telegram's last webhook error: {webhook.last_error_message}")
    heard = "hears whole groups" if me.can_read_all_group_messages else "privacy mode is on"
    way = "by webhook" if webhook.url else "by polling"
    return Finding(name, True, f"@{me.username}, updates {way}, {heard}")


async def _database(settings: Settings) -> Finding:
    name, url = "DATABASE_URL", settings.database_url.get_secret_value()
    try:
        engine = open_engine(url)
        async with engine.connect() as connection:
            revision = await connection.run_sync(_revision)
        await engine.dispose()
    except (SQLAlchemyError, OSError) as error:
        return Finding(name, False, f"cannot be opened ({type(error).__name__}). Is it running?")
    newest = ScriptDirectory.from_config(alembic_config(url)).get_current_head()
    if revision != newest:
        return Finding(name, False, "has the tables of another version. Run: tuan migrate")
    return Finding(name, True, f"{engine.dialect.name}, migrated")


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def _redis(settings: Settings) -> Finding:
    name = "REDIS_URL"
    if settings.redis_url is None:
        return Finding(name, True, "not set: one process needs none; for several, set it")
    client = redis.from_url(settings.redis_url.get_secret_value())
    try:
        await client.ping()
    except (RedisError, OSError) as error:
        return Finding(name, False, f"does not answer ({type(error).__name__}). Is it running?")
    finally:
        await client.aclose()
    return Finding(name, True, "answers")


async def _public_url(settings: Settings) -> Finding:
    name, url = "PUBLIC_URL", settings.public_url
    if url is None:
        return Finding(name, True, "not set: the bot asks for updates itself (polling)")
    if url.scheme != "https":
        return Finding(name, False, "must begin with https: Telegram delivers to nothing else.")
    return Finding(name, True, f"updates come to {str(url).rstrip('/')}{PATH}")


async def _webhook_secret(settings: Settings) -> Finding:
    name, secret = "WEBHOOK_SECRET", settings.webhook_secret
    if settings.public_url is None:
        return Finding(name, True, "not needed without PUBLIC_URL")
    if secret is None:
        return Finding(name, False, "is missing: anybody could send updates. Choose a long one.")
    if not SECRET.fullmatch(secret.get_secret_value()):
        return Finding(name, False, "may hold 1-256 letters, digits, _ and - only.")
    return Finding(name, True, "set")


async def _provider(settings: Settings) -> Finding:
    name, token = "PAYMENT_PROVIDER_TOKEN", settings.payment_provider_token
    if token is None:
        advice = "not set: merchants need their own, or sell for Stars only (@BotFather, Payments)"
        return Finding(name, True, advice)
    if ":TEST:" in token.get_secret_value():
        return Finding(name, True, "a test provider: no real money moves")
    return Finding(name, True, "set")


async def _stripe(settings: Settings) -> Finding:
    name, key = "STRIPE_API_KEY", settings.stripe_api_key
    if key is None:
        has_provider = settings.payment_provider_token is not None
        says = "is missing: card payments could be taken, but not refunded."
        return Finding(name, not has_provider, says if has_provider else "not set, not needed")
    try:
        account = await whose_key(key.get_secret_value(), str(settings.stripe_api_url))
    except StripeTrouble as error:
        return Finding(name, False, f"{settings.stripe_api_url.host} answers: {error}")
    return Finding(name, True, f"belongs to {account}")


async def _stripe_webhook(settings: Settings) -> Finding:
    name, secret = "STRIPE_WEBHOOK_SECRET", settings.stripe_webhook_secret
    if secret is None:
        return Finding(name, True, "not set: what Stripe reports by itself is not heard")
    if not secret.get_secret_value().startswith("whsec_"):
        return Finding(name, False, "begins with whsec_ at Stripe: Developers, Webhooks.")
    return Finding(name, True, "set")


async def _key(settings: Settings) -> Finding:
    name = "PII_KEY"
    keys = [key.strip() for key in settings.pii_key.get_secret_value().split(",")]
    try:
        Vault(keys)
    except ValueError:
        return Finding(name, False, "is not a key. Make one: tuan doctor --new-key")
    count = "one key" if len(keys) == 1 else f"{len(keys)} keys: run `tuan rotate`, then keep one"
    return Finding(name, True, count)


async def _operators(settings: Settings) -> Finding:
    if not settings.operator_ids:
        return Finding("OPERATOR_IDS", True, "not set: nobody is told when a refund fails for good")
    return Finding("OPERATOR_IDS", True, f"{len(settings.operator_ids)} set")


async def _support(settings: Settings) -> Finding:
    name = "SUPPORT_CONTACT"
    if settings.support_contact:
        return Finding(name, True, "set")
    if settings.operator_ids:
        return Finding(name, True, "not set: /support names the operators")
    return Finding(name, True, "not set, and neither is OPERATOR_IDS: /support names nobody")


async def _media(settings: Settings) -> Finding:
    folder = settings.media_dir
    try:
        await asyncio.to_thread(_write_to, folder)
    except OSError as error:
        return Finding("MEDIA_DIR", False, f"{folder} cannot be written to: {error.strerror}.")
    return Finding("MEDIA_DIR", True, str(folder))


def _write_to(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder):
        pass
