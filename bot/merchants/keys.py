"""What payment keys look like, so that a slip is noticed before a buyer pays."""

import re

from bot.merchants.errors import KeyPublishable, KeyUnreadable, TokenUnreadable

# As BotFather hands them out: 284685063:TEST:NTE2YzZkZ..., with LIVE for real money.
_TOKEN = re.compile(r"[0-9]{1,20}:(TEST|LIVE):[A-Za-z0-9_-]{3,200}")
# https://docs.stripe.com/keys: secret keys, and restricted ones.
_KEY = re.compile(r"(?:sk|rk)_(test|live)_[A-Za-z0-9_]{6,250}")
_PUBLISHABLE = re.compile(r"pk_(?:test|live)_\w+")
_ENDING = 4


def provider_token_of(written: str) -> str:
    """Raises TokenUnreadable."""
    token = written.strip()
    if not _TOKEN.fullmatch(token):
        raise TokenUnreadable
    return token


def stripe_key_of(written: str) -> str:
    """Raises KeyPublishable, KeyUnreadable."""
    key = written.strip()
    if _PUBLISHABLE.fullmatch(key):
        raise KeyPublishable
    if not _KEY.fullmatch(key):
        raise KeyUnreadable
    return key


def looks_secret(written: str) -> bool:
    return bool(_TOKEN.fullmatch(written.strip()) or _KEY.fullmatch(written.strip()))


def is_test(secret: str) -> bool:
    found = _TOKEN.fullmatch(secret) or _KEY.fullmatch(secret)
    return bool(found and found[1].casefold() == "test")


def ending(secret: str) -> str:
    return secret[-_ENDING:]
