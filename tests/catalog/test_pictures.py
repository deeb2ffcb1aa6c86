"""Pictures by their addresses become our own, and what cannot be had is told."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.catalog.arrivals.fetching import FileFetcher
from bot.catalog.arrivals.models import Arrival, ArrivalPurpose, ArrivalStatus
from bot.catalog.downloads import DownloadStore
from bot.catalog.errors import NotYourProduct
from bot.catalog.imports.files import ImportFiles
from bot.catalog.media import MediaStore
from bot.catalog.models import Merchant, Picture, PictureTrouble
from bot.catalog.pictures.fetching import AT_ONCE, PAUSES, PictureFetcher
from bot.catalog.pictures.source import PictureBusy, PictureLost
from bot.people.models import PersonId
from tests.catalog import make
from tests.fakes import NOON

OWNER = PersonId(7)
HERE = "https://pictures.example/1.jpg"


def jpeg(width: int = 40, height: int = 30) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "red").save(written, "JPEG")
    return written.getvalue()


def bomb() -> bytes:
    """Some hundred kilobytes that unfold to 64 million pixels."""
    written = BytesIO()
    Image.new("1", (8_000, 8_000)).save(written, "PNG")
    return written.getvalue()


class Elsewhere:
    """What lies at an address, or which trouble does."""

    def __init__(self, **found: bytes | Exception) -> None:
        self.found: dict[str, bytes | Exception] = {HERE: found.get("here", jpeg())}
        self.asked: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    async def fetch(self, url: str, limit: int) -> bytes:
        self.asked.append(url)
        self.meanwhile()
        answer = self.found.get(url, PictureLost(PictureTrouble.GONE))
        if isinstance(answer, Exception):
            raise answer
        assert len(answer) <= limit
        return answer


@pytest.fixture
async def merchant(session) -> Merchant:
    return await make.merchant(session, owner=OWNER)


@pytest.fixture
def media(media_settings) -> MediaStore:
    return MediaStore(media_settings)


@pytest.fixture
def fetch(engine: AsyncEngine, session: AsyncSession, media, clock):
    async def fetch(elsewhere: Elsewhere) -> None:
        await session.commit()
        await PictureFetcher(engine, elsewhere, media, clock).fetch_waiting()

    return fetch


@pytest.fixture
def waiting(session: AsyncSession, merchant: Merchant):
    async def waiting(url: str = HERE) -> Picture:
        product = await make.product(session, of=merchant, pictures=[])
        picture = Picture(product_id=product.id, url=url, fetch_at=NOON)
        session.add(picture)
        await session.flush()
        return picture

    return waiting


async def seen(session: AsyncSession, picture: Picture) -> Picture:
    await session.refresh(picture)
    return picture


async def test_what_lies_there_becomes_ours(fetch, waiting, session, media):
    picture = await waiting()

    await fetch(Elsewhere())

    ours = await seen(session, picture)
    assert ours.file is not None
    assert media.path(ours.file).is_file()
    assert (ours.url, ours.is_awaited, ours.trouble) == (HERE, False, None)


async def test_it_is_fetched_once(fetch, waiting):
    await waiting()
    elsewhere = Elsewhere()

    await fetch(elsewhere)
    await fetch(elsewhere)

    assert elsewhere.asked == [HERE]


async def test_no_connection_is_held_while_it_is_fetched(fetch, waiting, engine):
    await waiting()
    elsewhere, held = Elsewhere(), []
    elsewhere.meanwhile = lambda: held.append(engine.pool.checkedout())

    await fetch(elsewhere)

    assert held == [0]


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (PictureLost(PictureTrouble.GONE), PictureTrouble.GONE),
        (PictureLost(PictureTrouble.ADDRESS), PictureTrouble.ADDRESS),
        (b"<html>no picture</html>", PictureTrouble.KIND),
        (bomb(), PictureTrouble.LARGE),
    ],
)
async def test_what_cannot_be_had_is_given_up_at_once(fetch, waiting, session, answer, trouble):
    picture = await waiting()

    await fetch(Elsewhere(here=answer))

    given_up = await seen(session, picture)
    assert (given_up.trouble, given_up.is_awaited, given_up.file) == (trouble, False, None)


async def test_who_does_not_answer_is_asked_again_later_and_given_up_in_the_end(
    fetch, waiting, session, clock
):
    picture = await waiting()
    silence = Elsewhere(here=PictureBusy())

    for tries, pause in enumerate(PAUSES, start=1):
        await fetch(silence)
        await fetch(silence)  # not before its time
        assert len(silence.asked) == tries
        assert (await seen(session, picture)).fetch_at == clock.now() + pause
        clock.wait(seconds=pause.total_seconds())
    await fetch(silence)

    assert (await seen(session, picture)).trouble is PictureTrouble.SILENT


async def test_she_may_have_them_tried_again(
    fetch, waiting, session, service, *, catalog, merchant
):
    picture = await waiting()
    await fetch(Elsewhere(here=PictureLost(PictureTrouble.GONE)))
    assert await catalog.count_missing_pictures(merchant.id) == 1

    with pytest.raises(NotYourProduct):
        await service.fetch_pictures_again(merchant.id, by=PersonId(8))
    assert await service.fetch_pictures_again(merchant.id, by=OWNER) == 1
    await fetch(Elsewhere())

    assert (await seen(session, picture)).file is not None
    assert await catalog.count_missing_pictures(merchant.id) == 0


async def test_a_few_at_a_time_and_those_that_wait_longest_first(fetch, waiting, session):
    pictures = [await waiting(f"https://pictures.example/{n}.jpg") for n in range(AT_ONCE + 1)]
    pictures[-1].fetch_at = NOON - timedelta(minutes=1)
    elsewhere = Elsewhere()

    await fetch(elsewhere)

    assert len(elsewhere.asked) == AT_ONCE
    assert pictures[-1].url in elsewhere.asked


class FromTelegram:
    def __init__(self, content: bytes) -> None:
        self._content = content

    async def fetch(self, file_id: str, limit: int) -> bytes:
        assert len(self._content) <= limit
        return self._content


class TestWhatAMerchantSends:
    """The same holds for photos in the chat: they are decoded while no transaction is open."""

    @pytest.fixture
    def send(self, engine, session, media_settings, media):
        async def send(content: bytes, purpose: ArrivalPurpose) -> Arrival:
            arrival = Arrival(
                person_id=OWNER, file_id="f", purpose=purpose, subject_id=1, created_at=NOON
            )
            session.add(arrival)
            await session.commit()
            fetcher = FileFetcher(
                engine,
                FromTelegram(content),
                files=ImportFiles(media_settings),
                media=media,
                downloads=DownloadStore(media_settings),
            )
            await fetcher.fetch_waiting()
            await session.refresh(arrival)
            return arrival

        return send

    async def test_a_photo_is_kept_before_it_is_handed_over(self, send, media, monkeypatch, engine):
        held: list[int] = []
        keep = media.keep

        def watched(content: bytes):
            held.append(engine.pool.checkedout())
            return keep(content)

        monkeypatch.setattr(media, "keep", watched)
        arrival = await send(jpeg(), ArrivalPurpose.PICTURE)

        assert held == [0]
        assert arrival.status is ArrivalStatus.HERE
        assert arrival.kept is not None
        assert media.path(arrival.kept["file"]).is_file()

    async def test_a_bomb_is_refused_in_words(self, send):
        arrival = await send(bomb(), ArrivalPurpose.PICTURE)

        assert arrival.status is ArrivalStatus.LOST
        assert arrival.refused == "catalog-error-picture-large"

    async def test_a_file_for_buyers_is_kept_before_it_is_handed_over(self, send):
        arrival = await send(b"a song", ArrivalPurpose.DOWNLOAD)

        assert arrival.kept is not None
        assert arrival.kept["size"] == 6
