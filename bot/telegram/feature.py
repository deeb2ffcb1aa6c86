"""What a feature tells the shop about itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TypeAlias

from aiogram import Router

from bot.kit.events import Event, Reaction
from bot.people.personal_data import PersonalData
from bot.telegram.replies import Posts

Notice: TypeAlias = Callable[..., Awaitable[Posts]]
Job: TypeAlias = Callable[..., Awaitable[None]]


class Audience(StrEnum):
    """Who sees a command in Telegram's menu, and in ``/help``."""

    PRIVATE = "private"
    GROUP = "group"
    GROUP_ADMIN = "group-admin"
    MERCHANT = "merchant"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Command:
    """``name`` without the slash; its description is the text ``<feature>-command-<name>``."""

    name: str
    audiences: frozenset[Audience]
    ephemeral: bool = False  # in a group, seen and answered between the person and the bot only


@dataclass(frozen=True, kw_only=True)
class Feature:
    """All that the shop has to know of a feature in order to run it."""

    name: str
    services: tuple[type, ...] = ()
    router: Router | None = None
    commands: tuple[Command, ...] = ()
    reactions: Mapping[type[Event], tuple[Reaction, ...]] = field(default_factory=dict)
    notices: Mapping[type[Event], Notice | tuple[Notice, ...]] = field(default_factory=dict)
    jobs: Mapping[Job, timedelta] = field(default_factory=dict)
    personal_data: tuple[type[PersonalData], ...] = ()  # what it keeps about people
