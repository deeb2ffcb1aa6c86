"""Clock jobs on DBOS: the same code on SQLite and PostgreSQL, each tick once over all processes.

Jobs of one pace share a tick, because a tick costs the engine a row and some 20 ms of processor
(docs/decisions/jobs-on-dbos.md).
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from dbos import DBOS, DBOSConfig
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.db import synchronous
from bot.kit.events import run
from bot.telegram.feature import Job

log = structlog.get_logger(__name__)
KEPT = timedelta(hours=6)  # of ticks that are over; they tell nothing that the logs do not
PRUNED = timedelta(hours=1)
AT_ONCE = 500
MINUTE = 60


class JobClock:
    """Runs each job at its pace, one transaction a run.

    A job that still runs when its next tick comes skips that tick. Jobs are safe to run in two
    processes at once, because a process that lost its database may be late to learn of it.
    """

    def __init__(
        self,
        jobs: Mapping[Job, timedelta],
        container: AsyncContainer,
        database_url: str,
    ) -> None:
        self._jobs = {job_name(job): job for job in jobs}
        self._paces = defaultdict[str, list[str]](list)
        for job, pace in jobs.items():
            self._paces[cron(pace)].append(job_name(job))
        self._container = container
        self._database_url = database_url
        self._running: set[str] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._jobs)

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        await asyncio.to_thread(self._launch)

    async def stop(self) -> None:
        await asyncio.to_thread(
            DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=5
        )

    async def run_once(self, name: str) -> None:
        """Do one job's work in one transaction; a failure is logged and left to the next tick."""
        if name in self._running:
            return
        self._running.add(name)
        try:
            async with self._container() as scope:
                await run(self._jobs[name], scope)
                await (await scope.get(AsyncSession)).commit()
        except Exception:
            log.exception("job.failed", job=name)
        finally:
            self._running.discard(name)

    def _launch(self) -> None:
        config: DBOSConfig = {
            "name": "tuan",
            "system_database_url": synchronous(self._database_url),
            "application_version": "1",  # jobs are restarted by the clock, whatever the version
            "log_level": "WARNING",
            "enable_otlp": False,
            "scheduler_polling_interval_sec": 1.0,
        }
        DBOS(config=config)

        @DBOS.workflow(name="tick")  # DBOS wants a plain function to put its mark on
        def tick(_: datetime, pace: Any) -> None:  # noqa: ANN401 -- DBOS hands back what it was given
            self._tick(str(pace))

        @DBOS.workflow(name="prune")
        def prune(now: datetime, _: Any) -> None:  # noqa: ANN401
            _forget_ticks(now - KEPT)

        DBOS.launch()
        # The paces of another version stay: its processes may run beside this one, and a tick of
        # a pace that nobody knows any more does nothing.
        DBOS.apply_schedules(
            [
                {"schedule_name": pace, "workflow_fn": tick, "schedule": pace, "context": pace}
                for pace in self._paces
            ]
        )
        DBOS.apply_schedules(
            [{"schedule_name": "prune", "workflow_fn": prune, "schedule": cron(PRUNED)}]
        )

    def _tick(self, pace: str) -> None:
        if self._loop is None or self._loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._run_all(pace), self._loop).result()

    async def _run_all(self, pace: str) -> None:
        await asyncio.gather(*[self.run_once(name) for name in self._paces.get(pace, ())])


def _forget_ticks(before: datetime) -> None:
    """Delete what the engine remembers of ticks that are over."""
    while True:
        old = DBOS.list_workflows(
            completed_before=before.isoformat(),
            name=["tick", "prune"],
            limit=AT_ONCE,
            load_input=False,
            load_output=False,
        )
        if not old:
            return
        DBOS.delete_workflows([workflow.workflow_id for workflow in old])


def job_name(job: Job) -> str:
    return f"{job.__module__}.{job.__qualname__}"


def cron(pace: timedelta) -> str:
    """Write a pace as DBOS reads it, with seconds: ``*/5 * * * * *``."""
    seconds = int(pace.total_seconds())
    if seconds < MINUTE:
        return f"*/{seconds} * * * * *"
    minutes = seconds // MINUTE
    if minutes < MINUTE:
        return f"0 */{minutes} * * * *"
    return f"0 0 */{minutes // MINUTE} * * *" if minutes < 24 * MINUTE else "0 0 4 * * *"
