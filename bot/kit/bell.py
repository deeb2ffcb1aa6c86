"""Wakes the worker of this process when there is something to tell; others look by themselves."""

import asyncio


class Bell:
    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def wait(self) -> None:
        """Return once it has been rung since the last time."""
        await self._rung.wait()
        self._rung.clear()
