"""Killed, closed and opened again: nothing that happened is lost, and nothing happens twice."""

from pathlib import Path

import aiohttp
import pytest

from tests.sandbox.shop.books import Books
from tests.sandbox.shop.demo import RunningDemo
from tests.sandbox.shop.town import ANA, GRETA, PRIVATE, DemoTown, text_of

pytestmark = pytest.mark.timeout(1200)


async def test_a_shop_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    demo = RunningDemo(tmp_path / "state")
    try:
        demo.start()
        async with aiohttp.ClientSession() as http:
            await _pays(DemoTown(demo.address, http))

        assert demo.kill_the_shop() == 1
        assert "The shop has ended by itself." in "\n".join(demo.said)

        demo.start()
        async with aiohttp.ClientSession() as http:
            await _has_bought_once(DemoTown(demo.address, http), Books(demo.state))
        assert demo.interrupt() == 0
        assert demo.said[-1] == "Closing ..."
        assert '"level": "error"' not in demo.troubles()
    finally:
        demo.end()


async def _pays(town: DemoTown) -> None:
    ana, market = town.person(ANA), await town.place("Sunday Market", "Shop talk")
    await ana.says("/shop red wool socks", market)
    await ana.taps("Buy", market)
    await ana.taps("39-41", market)
    await ana.taps("Pay", market)
    await ana.taps("I agree, go on", market)
    await ana.finds("kept for you", market)
    paid = await ana.pays("Pay", market)
    assert paid["status"] == "paid"


async def _has_bought_once(town: DemoTown, books: Books) -> None:
    ana, greta = town.person(ANA), town.person(GRETA)
    await ana.finds("Paid – order", PRIVATE)
    await greta.finds("Neue Bestellung", PRIVATE)
    await ana.says("/orders", PRIVATE)
    await ana.finds("Your order", PRIVATE)

    heard = [text_of(one) for one in await ana.sees(PRIVATE)]
    assert sum("Paid – order" in text for text in heard) == 1
    told = [text_of(one) for one in await greta.sees(PRIVATE)]
    assert sum("Neue Bestellung" in text for text in told) == 1
    assert await books.charges() == 1
    assert await books.differences(await town.ask("GET", "/sim/audit")) == []
