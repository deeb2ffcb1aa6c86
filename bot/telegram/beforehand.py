"""What a handler needs to know from outside, found out while no transaction is open."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, cast

from aiogram.dispatcher.flags import get_flag
from aiogram.types import TelegramObject
from dishka import AsyncContainer

Look: TypeAlias = Callable[[TelegramObject, AsyncContainer, Mapping[str, Any]], Awaitable[None]]
_FLAG = "beforehand"


def beforehand(look: Look) -> dict[str, Any]:
    """Make flags of a handler: ``look`` runs before its transaction begins."""
    return {_FLAG: look}


async def look_first(event: TelegramObject, scope: AsyncContainer, data: dict[str, Any]) -> None:
    look = cast("Look | None", get_flag(data, _FLAG))
    if look is not None:
        await look(event, scope, data)
