from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, ViewportSize, async_playwright

from tests.sandbox.page.conftest import ARGUMENTS, CHROMIUM
from tests.sandbox.shop.books import Books
from tests.sandbox.shop.demo import RunningDemo
from tests.sandbox.shop.town import DemoTown, Place

Look = Callable[[int, Place], Awaitable[Page]]
PORTRAIT = ViewportSize(width=1120, height=1180)
Photograph = Callable[[Page, str], Awaitable[None]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--take-pictures",
        type=Path,
        metavar="DIR",
        help="write the README's pictures there, from the run in the browser",
    )


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    """One demo for all stories of this run: opening it takes longer than telling them."""
    demo = RunningDemo(tmp_path_factory.mktemp("demo") / "state")
    demo.start()
    yield demo
    demo.end()


@pytest_asyncio.fixture(loop_scope="session")
async def town(demo: RunningDemo) -> AsyncIterator[DemoTown]:
    async with aiohttp.ClientSession() as http:
        yield DemoTown(demo.address, http)


@pytest.fixture
def books(demo: RunningDemo) -> Books:
    return Books(demo.state)


@pytest_asyncio.fixture(loop_scope="session")
async def look(demo: RunningDemo) -> AsyncIterator[Look]:
    """Open a window as one person; at the end no page may have failed."""
    if CHROMIUM is None:
        pytest.skip("No Chromium: install Debian's chromium.")
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)

        async def open_window(person: int, place: Place) -> Page:
            viewport = ViewportSize(width=1120, height=800)
            context = await browser.new_context(viewport=viewport, reduced_motion="reduce")
            contexts.append(context)
            page = await context.new_page()
            page.set_default_timeout(120_000)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            topic = f"/{place.topic}" if place.topic else ""
            await page.goto(f"{demo.address}/?person={person}#{place.chat}{topic}")
            await page.wait_for_selector(".left")
            return page

        yield open_window
        for context in contexts:
            await context.close()
        await browser.close()
    assert complaints == []


@pytest.fixture
def photograph(request: pytest.FixtureRequest) -> Photograph:
    """Take a picture for the README where ``--take-pictures`` asks for it."""
    folder: Path | None = request.config.getoption("--take-pictures", default=None)

    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)

    async def take(page: Page, name: str) -> None:
        if folder is None:
            return
        await page.bring_to_front()  # what is looked at is read
        usual = page.viewport_size
        await page.set_viewport_size(PORTRAIT)
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(500)  # the history scrolls to its end
        await page.screenshot(path=folder / f"{name}.png")
        if usual is not None:
            await page.set_viewport_size(usual)

    return take
