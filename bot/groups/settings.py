from dataclasses import dataclass

from bot.kit.money import Currency


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDefaults:
    """What a group starts with until its admins choose."""

    currency: Currency = Currency.EUR
    zone: str = "UTC"
