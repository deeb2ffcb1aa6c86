"""Events: how a lower package tells the ones above it what just happened."""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeAlias

Reaction: TypeAlias = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact, named in the past tense, made of ids and plain values."""


class Events(Protocol):
    async def publish(self, event: Event) -> None: ...


class Resolver(Protocol):
    async def get(self, dependency: Any, /) -> Any: ...  # noqa: ANN401


class Outbox(Protocol):
    def add(self, fact: Event, /) -> None: ...


class EventBus:
    """Runs reactions at once, inside the transaction; leaves notices for after the commit."""

    def __init__(
        self,
        reactions: Mapping[type[Event], Iterable[Reaction]],
        resolver: Resolver,
        outbox: Outbox,
    ) -> None:
        self._reactions = reactions
        self._resolver = resolver
        self._outbox = outbox

    async def publish(self, event: Event) -> None:
        self._outbox.add(event)
        for reaction in self._reactions.get(type(event), ()):
            await call(reaction, event, self._resolver)


async def call(function: Callable[..., Awaitable[Any]], event: Event, resolver: Resolver) -> Any:  # noqa: ANN401
    """Call ``function(event, ...)`` with every further parameter resolved by its type."""
    return await function(event, *[await resolver.get(need) for need in _needs(function)[1:]])


async def run(function: Callable[..., Awaitable[Any]], resolver: Resolver) -> Any:  # noqa: ANN401
    """Call ``function(...)`` with every parameter resolved by its type."""
    return await function(*[await resolver.get(need) for need in _needs(function)])


@cache
def _needs(function: Callable[..., Awaitable[Any]]) -> tuple[Any, ...]:
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    return tuple(parameter.annotation for parameter in parameters)
