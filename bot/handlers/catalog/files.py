"""/import and /export: products as files."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.arrivals.models import ArrivalPurpose
from bot.catalog.arrivals.service import ArrivalService
from bot.catalog.errors import FileUnreadable
from bot.catalog.imports.exporting import ShopExport
from bot.catalog.imports.models import ImportRun, ImportRunId
from bot.catalog.imports.service import ImportService
from bot.catalog.media import MAX_BYTES
from bot.catalog.models import Merchant
from bot.catalog.pending import PendingInputs, PendingKind
from bot.catalog.service import CatalogService
from bot.catalog.texts import clean_line
from bot.handlers.catalog import views
from bot.handlers.catalog.callbacks import Begin, BeginFor, DecideImport
from bot.handlers.catalog.desk import chosen
from bot.handlers.catalog.filters import ImportFile
from bot.handlers.catalog.import_views import import_screen
from bot.telegram.actor import Actor
from bot.telegram.asking import question
from bot.telegram.filters import Private
from bot.telegram.replies import Document, Redraw, Reply, Screen, Show, Subject

router = Router(name=__name__)
IMPORT = "import"  # the part of the shown message


@router.message(Command("import"), Private())
async def begin_import(
    _: Message,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    if len(merchants) > 1:
        return Show(views.which_merchant(actor.words, merchants, Begin.IMPORT), quote=False)
    return Show(await _ask_file(actor, merchants[0], inputs), quote=False)


@router.callback_query(BeginFor.filter(F.what == Begin.IMPORT))
async def begin_import_for(
    _: CallbackQuery,
    callback_data: BeginFor,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    return Redraw(await _ask_file(actor, chosen(merchants, callback_data.merchant), inputs))


@router.message(ImportFile())
async def take_file(
    message: Message,
    *,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    inputs: FromDishka[PendingInputs],
    imports: FromDishka[ImportService],
    arrivals: FromDishka[ArrivalService],
) -> Reply:
    """A file says by itself what it is for; whose it is has to be asked only of a few."""
    merchants = await catalog.merchants_of(actor.id)
    pending = await inputs.find(actor.id)
    asked = pending is not None and pending.kind is PendingKind.IMPORT
    if len(merchants) > 1 and not asked:
        return Show(views.which_merchant(actor.words, merchants, Begin.IMPORT))
    merchant = merchants[0]
    if pending is not None and asked and pending.merchant_id:
        merchant = chosen(merchants, pending.merchant_id)

    document = message.document
    if document is None or (document.file_size or 0) > MAX_BYTES:
        raise FileUnreadable(why="large", megabytes=MAX_BYTES // 1024 // 1024)
    name = clean_line(document.file_name or "") or "file"
    run = await imports.begin(merchant, name, by=actor.id)
    await arrivals.expect(document.file_id, ArrivalPurpose.IMPORT, run.id, by=actor.id)
    await inputs.forget(actor.id)
    return Show(import_screen(actor.words, run), subject=import_subject(run))


@router.callback_query(DecideImport.filter())
async def decide(
    _: CallbackQuery,
    callback_data: DecideImport,
    actor: FromDishka[Actor],
    imports: FromDishka[ImportService],
) -> Reply:
    decision = imports.confirm if callback_data.go else imports.cancel
    run = await decision(ImportRunId(callback_data.run), by=actor.id)
    return Redraw(import_screen(actor.words, run))


@router.message(Command("export"), Private())
async def begin_export(
    _: Message,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    export: FromDishka[ShopExport],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    if len(merchants) > 1:
        return Show(views.which_merchant(actor.words, merchants, Begin.EXPORT), quote=False)
    return await _files_of(merchants[0], actor, export)


@router.callback_query(BeginFor.filter(F.what == Begin.EXPORT))
async def export_for(
    _: CallbackQuery,
    callback_data: BeginFor,
    actor: FromDishka[Actor],
    catalog: FromDishka[CatalogService],
    export: FromDishka[ShopExport],
) -> Reply:
    merchants = await catalog.merchants_of(actor.id)
    merchant = chosen(merchants, callback_data.merchant)
    said = Screen(text=actor.words("catalog-export-of", name=merchant.name))
    return Redraw(said), *await _files_of(merchant, actor, export)


def import_subject(run: ImportRun) -> Subject:
    return Subject("catalog", run.id, IMPORT)


async def _ask_file(actor: Actor, merchant: Merchant, inputs: PendingInputs) -> Screen:
    await inputs.ask(actor.id, PendingKind.IMPORT, merchant_id=merchant.id)
    facts = {"name": merchant.name, "currency": merchant.currency}
    return question(actor.words, "catalog-ask-file", **facts)


async def _files_of(
    merchant: Merchant, actor: Actor, export: ShopExport
) -> tuple[Document, Document]:
    table = Document(
        name=f"{merchant.handle}.csv",
        content=await export.as_csv(merchant),
        caption=actor.words("catalog-export-csv"),
    )
    whole = Document(
        name=f"{merchant.handle}.json",
        content=await export.as_json(merchant),
        caption=actor.words("catalog-export-json"),
    )
    return table, whole
