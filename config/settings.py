"""Everything that differs between a laptop, a test and a shop that is open.

Values come from ``config/<TUAN_ENV>.toml`` and then from the environment, which wins. Each is
explained in ``config/.env.example``.
"""

import os
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import AnyHttpUrl, Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

HERE = Path(__file__).parent
TELEGRAM = AnyHttpUrl("https://api.telegram.org")
STRIPE = AnyHttpUrl("https://api.stripe.com")


class Settings(BaseSettings):
    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    bot_token: SecretStr
    telegram_api_url: AnyHttpUrl = TELEGRAM
    database_url: SecretStr  # it may hold a password
    redis_url: SecretStr | None = None
    public_url: AnyHttpUrl | None = None
    webhook_secret: SecretStr | None = None
    payment_provider_token: SecretStr | None = None
    stripe_api_key: SecretStr | None = None
    stripe_api_url: AnyHttpUrl = STRIPE
    stripe_requests_per_second: int = Field(default=25, ge=1, le=1000)  # of each key
    stripe_webhook_secret: SecretStr | None = None
    platform_fee_percent: Decimal = Field(default=Decimal(0), ge=0, le=50, decimal_places=2)
    pii_key: SecretStr
    support_contact: str | None = Field(default=None, max_length=200)
    operator_ids: Annotated[tuple[int, ...], NoDecode] = ()
    media_dir: Path = Path("media")
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    log_level: str = "INFO"

    @field_validator("operator_ids", mode="before")
    @classmethod
    def _separated_by_commas(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator(
        "redis_url",
        "public_url",
        "webhook_secret",
        "payment_provider_token",
        "stripe_api_key",
        "stripe_webhook_secret",
        "support_contact",
        mode="before",
    )
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        return None if value == "" else value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        file = HERE / f"{os.environ.get('TUAN_ENV', 'production')}.toml"
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, file)
