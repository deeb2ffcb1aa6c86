"""What buyers of a digital product get: its merchant sends a file, or words such as a link."""

from aiogram import Router
from aiogram.types import Audio, Message, Video
from aiogram.types import Document as SentDocument
from dishka.integrations.aiogram import FromDishka

from bot.catalog.arrivals.models import ArrivalPurpose
from bot.catalog.arrivals.service import ArrivalService
from bot.catalog.errors import DownloadTooLarge, ProductGone
from bot.catalog.media import MAX_BYTES
from bot.catalog.models import ProductId
from bot.catalog.pending import PendingInput, PendingInputs, PendingKind
from bot.catalog.service import CatalogService
from bot.handlers.catalog.desk import ShelfDesk
from bot.handlers.catalog.filters import ProductDownload
from bot.telegram.actor import Actor
from bot.telegram.answers import Answers
from bot.telegram.replies import Reply, Screen, Show

router = Router(name=__name__)


@router.message(ProductDownload())
async def take_file(
    _: Message,
    *,
    file: SentDocument | Audio | Video,
    product_id: ProductId,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    arrivals: FromDishka[ArrivalService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    await catalog.get_own(product_id, by=actor.id)
    if (file.file_size or 0) > MAX_BYTES:  # what Telegram lets a bot fetch
        raise DownloadTooLarge(megabytes=MAX_BYTES // 1024 // 1024)
    await arrivals.expect(
        file.file_id,
        ArrivalPurpose.DOWNLOAD,
        product_id,
        by=actor.id,
        name=file.file_name,
        mime=file.mime_type,
    )
    await inputs.forget(actor.id)
    return Show(Screen(text=actor.words("catalog-download-coming")))


@router.message(Answers(PendingKind.DOWNLOAD))
async def take_words(
    message: Message,
    *,
    pending: PendingInput,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    desk: FromDishka[ShelfDesk],
) -> Reply:
    if pending.product_id is None:
        raise ProductGone
    await catalog.hand_out_text(pending.product_id, message.text or "", by=actor.id)
    await inputs.forget(actor.id)
    note = actor.words("catalog-download-text-set")
    return await desk.show(actor, pending.product_id, note)
