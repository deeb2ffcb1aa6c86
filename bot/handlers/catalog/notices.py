from bot.catalog.events import (
    DownloadAdded,
    DownloadRefused,
    ImportAdvanced,
    PictureAdded,
    PictureRefused,
)
from bot.catalog.imports.models import ImportRunId
from bot.catalog.imports.service import ImportService
from bot.catalog.media import MediaStore
from bot.catalog.repository import CatalogRepository
from bot.handlers.catalog import views
from bot.handlers.catalog.files import import_subject
from bot.handlers.catalog.filters import PANEL
from bot.handlers.catalog.import_views import import_screen
from bot.kit.texts import Words
from bot.people.models import PersonId
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post, Screen, Subject


async def show_import(
    event: ImportAdvanced, imports: ImportService, people: PersonRepository
) -> Post | None:
    run = await imports.find(ImportRunId(event.import_run_id))
    if run is None:  # its merchant had everything erased
        return None
    words = await _words(run.person_id, people)
    return Post(
        chat_id=run.person_id,
        screen=import_screen(words, run),
        subject=import_subject(run),
        replace=True,
    )


async def show_new_picture(
    event: PictureAdded, catalog: CatalogRepository, people: PersonRepository, media: MediaStore
) -> Post | None:
    product = await catalog.find(event.product_id)
    if product is None:
        return None
    words = await _words(event.person_id, people)
    return Post(
        chat_id=event.person_id,
        screen=views.panel(words, product, media, note=words("catalog-picture-added")),
        subject=Subject("catalog", product.id, PANEL),
    )


async def show_new_download(
    event: DownloadAdded, catalog: CatalogRepository, people: PersonRepository, media: MediaStore
) -> Post | None:
    product = await catalog.find(event.product_id)
    if product is None:
        return None
    words = await _words(event.person_id, people)
    return Post(
        chat_id=event.person_id,
        screen=views.panel(words, product, media, note=words("catalog-download-added")),
        subject=Subject("catalog", product.id, PANEL),
    )


async def tell_of_refused_download(event: DownloadRefused, people: PersonRepository) -> Post:
    words = await _words(event.person_id, people)
    return Post(chat_id=event.person_id, screen=Screen(text=words(event.text, **event.facts)))


async def tell_of_refused_picture(event: PictureRefused, people: PersonRepository) -> Post:
    words = await _words(event.person_id, people)
    return Post(chat_id=event.person_id, screen=Screen(text=words(event.text, **event.facts)))


async def _words(person_id: PersonId, people: PersonRepository) -> Words:
    person = await people.get(person_id)
    return Words(person.language, person.zone)
