"""An import from the first look at the file to the last product."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.errors import FileUnreadable, ImportOver, NotYourProduct
from bot.catalog.events import ImportAdvanced
from bot.catalog.imports.drafts import Item, ProductDraft, Remark
from bot.catalog.imports.files import ImportFiles
from bot.catalog.imports.models import FileKind, ImportRun, ImportRunId, ImportStatus
from bot.catalog.imports.reading import ReadingDesk, as_json, kind_of
from bot.catalog.imports.shelving import Placed, Shelving
from bot.catalog.models import Merchant
from bot.catalog.repository import MerchantRepository
from bot.kit.clock import Clock
from bot.kit.events import Events
from bot.people.models import PersonId

BATCH = 100
BUDGET = 0.4  # seconds of work in one transaction: others wait for SQLite's one writer meanwhile
TOLD_EVERY = timedelta(seconds=3)  # a message is not edited more often than that
REMARKS_KEPT = 200
MAX_STUMBLES = 3
_READING = (ImportStatus.CHECKING, ImportStatus.RUNNING)


class ImportService:
    def __init__(
        self,
        session: AsyncSession,
        merchants: MerchantRepository,
        reader: "ImportReader",
        events: Events,
        clock: Clock,
    ) -> None:
        self._session = session
        self._merchants = merchants
        self._reader = reader
        self._events = events
        self._clock = clock

    async def begin(self, merchant: Merchant, name: str, *, by: PersonId) -> ImportRun:
        """Expect a file of this merchant. Raises NotYourProduct."""
        if not await self._merchants.is_staff(merchant.id, by):
            raise NotYourProduct
        now = self._clock.now()
        run = ImportRun(
            merchant_id=merchant.id,
            person_id=by,
            name=name,
            currency=merchant.currency,
            language=merchant.language,
            counts={},
            remarks=[],
            created_at=now,
            changed_at=now,
        )
        self._session.add(run)
        await self._session.flush()
        return run

    async def receive(self, run_id: ImportRunId, path: str) -> None:
        """Take the file; what cannot be read at all ends the import with one clear sentence."""
        run = await self._lock(run_id)
        if run.status is not ImportStatus.FETCHING:
            return
        run.path = path
        try:
            run.kind = await self._reader.kind(run)
        except FileUnreadable as unreadable:
            await self.fail(run_id, unreadable.facts)
            return
        await self._go_on(run, ImportStatus.CHECKING)

    async def confirm(self, run_id: ImportRunId, *, by: PersonId) -> ImportRun:
        """Start putting things on the shelf. Raises ImportOver, NotYourProduct."""
        run = await self.get_own(run_id, by=by, lock=True)
        if run.status is not ImportStatus.PREVIEWED:
            raise ImportOver
        run.done, run.counts, run.remarks = 0, {}, []
        await self._go_on(run, ImportStatus.RUNNING)
        return run

    async def cancel(self, run_id: ImportRunId, *, by: PersonId) -> ImportRun:
        """Stop at any time before the end; what is on the shelf by then stays there."""
        run = await self.get_own(run_id, by=by, lock=True)
        if not run.can_stop:
            raise ImportOver
        if run.status is ImportStatus.RUNNING:
            run.why = {"why": "stopped"}
        await self._go_on(run, ImportStatus.CANCELLED)
        return run

    async def fail(self, run_id: ImportRunId, why: dict[str, object]) -> None:
        run = await self._lock(run_id)
        run.why = why
        await self._go_on(run, ImportStatus.FAILED)

    async def get(self, run_id: ImportRunId) -> ImportRun:
        return await self._session.get_one(ImportRun, run_id)

    async def find(self, run_id: ImportRunId) -> ImportRun | None:
        return await self._session.get(ImportRun, run_id)

    async def get_own(self, run_id: ImportRunId, *, by: PersonId, lock: bool = False) -> ImportRun:
        run = await self._session.get(ImportRun, run_id, with_for_update=lock or None)
        if run is None or not await self._merchants.is_staff(run.merchant_id, by):
            raise NotYourProduct
        return run

    async def advance(self) -> bool:
        """Read on in the oldest import that is not over; tells whether there was one.

        Killed at any moment, it goes on after the last batch that was committed.
        """
        run = await self._lock_next()
        if run is None:
            return False
        try:
            is_over = await self._reader.read_on(run)
        except FileUnreadable as unreadable:
            await self.fail(run.id, unreadable.facts)
            return True
        if is_over:
            run.total = run.done
            over = {ImportStatus.CHECKING: ImportStatus.PREVIEWED}
            await self._go_on(run, over.get(run.status, ImportStatus.DONE))
        else:
            await self._go_on(run, run.status)
        return True

    async def _go_on(self, run: ImportRun, there: ImportStatus) -> None:
        now = self._clock.now()
        is_news = there is not run.status or run.told_at is None or now - run.told_at >= TOLD_EVERY
        if there is not run.status:
            run.move(there)
        run.changed_at = now
        if is_news:
            run.told_at = now
            await self._events.publish(ImportAdvanced(import_run_id=run.id))
        await self._session.flush()

    async def _lock(self, run_id: ImportRunId) -> ImportRun:
        return await self._session.get_one(ImportRun, run_id, with_for_update=True)

    async def _lock_next(self) -> ImportRun | None:
        return await self._session.scalar(
            sa.select(ImportRun)
            .where(ImportRun.status.in_(_READING))
            .order_by(ImportRun.changed_at, ImportRun.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )


class ImportReader:
    """Reads on in a file and lets its products be placed, or only compared."""

    def __init__(
        self,
        merchants: MerchantRepository,
        shelving: Shelving,
        files: ImportFiles,
        desk: ReadingDesk,
    ) -> None:
        self._merchants = merchants
        self._shelving = shelving
        self._files = files
        self._desk = desk

    async def kind(self, run: ImportRun) -> FileKind:
        return await asyncio.to_thread(kind_of, self._files.path(run.path or ""))

    async def read_on(self, run: ImportRun) -> bool:
        """Do as many batches as fit into the budget; True at the end of the file."""
        if self._desk.stumble(run.id) > MAX_STUMBLES:
            raise FileUnreadable(why="broken")
        if run.status is ImportStatus.RUNNING:
            # Two files of one shop may bring the same new products: one after the other.
            await self._merchants.lock(run.merchant_id)
        merchant = await self._merchants.get(run.merchant_id)
        placed = Placed()
        started = time.monotonic()
        is_over = await self._batch(run, merchant, placed)
        while not is_over and not placed.holds and time.monotonic() - started < BUDGET:
            is_over = await self._batch(run, merchant, placed)
        await self._shelving.tell(merchant, placed)
        self._desk.recover(run.id)
        return is_over

    async def _batch(self, run: ImportRun, merchant: Merchant, so_far: Placed) -> bool:
        """Place the next things.

        Each batch locks variants in the order of their ids, so no transaction holds those of two.
        """
        file = self._files.path(run.path or "")
        if not file.exists():
            raise FileUnreadable(why="lost")
        items = await asyncio.to_thread(self._desk.read, run, file, merchant.handle, BATCH)
        so_far.add(await self._place(run, merchant, items))
        run.done += len(items)
        return len(items) < BATCH

    async def _place(self, run: ImportRun, merchant: Merchant, items: Sequence[Item]) -> Placed:
        remarks = [item for item in items if isinstance(item, Remark)]
        drafts = [item for item in items if isinstance(item, ProductDraft)]
        really = run.status is ImportStatus.RUNNING
        placed = await self._shelving.place(merchant, drafts, really=really)
        counts = Counter(run.counts) + placed.counts
        counts["bad"] += sum(remark.is_bad for remark in remarks)
        notes = sum(not remark.is_bad for remark in (*remarks, *placed.remarks))
        counts["notes"] += notes
        run.counts = dict(counts)
        room = REMARKS_KEPT - len(run.remarks)
        found = [*remarks, *placed.remarks][: max(0, room)]
        run.remarks = [*run.remarks, *map(as_json, found)]
        return placed
