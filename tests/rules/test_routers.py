"""The code base keeps its own promises: handlers stand in one row (see app.py)."""

from aiogram import Router

from bot.features import FEATURES


def test_what_a_router_asks_for_stands_at_its_handlers():
    """A filter or a middleware of a whole router would be lost where all stand in one row."""
    lost = [
        f"{part.name}: {kind}"
        for feature in FEATURES
        for part in _parts(feature.router)
        for kind, observer in part.observers.items()
        if observer._handler.filters or [*observer.middleware, *observer.outer_middleware]  # noqa: SLF001
    ]

    assert lost == []


def _parts(router: Router | None) -> list[Router]:
    return list(router.chain_tail) if router else []
