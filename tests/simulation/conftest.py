from typing import Any

import pytest

from tests.simulation import summary

FEW = 10


def pytest_addoption(parser: pytest.Parser) -> None:
    simulation = parser.getgroup("simulation")
    simulation.addoption("--seeds", type=int, default=FEW, help="how many runs")
    simulation.addoption("--first-seed", type=int, default=1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        first = metafunc.config.getoption("--first-seed", default=1)
        seeds = metafunc.config.getoption("--seeds", default=FEW)
        metafunc.parametrize("seed", range(first, first + seeds))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    stats = terminalreporter.stats
    reports = [*stats.get("passed", ()), *stats.get("failed", ())]
    told = summary.lines(summary.gather(reports))
    if told:
        terminalreporter.section("days of group-buys")
    for line in told:
        terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
def no_waiting_between_tries(monkeypatch) -> None:
    """A gateway that is busy is asked again at once: the simulation has its own time."""
    monkeypatch.setattr("bot.payments.settling.wait_exponential_jitter", no_time)


def no_time(**_: float) -> float:
    return 0.0


@pytest.fixture(autouse=True)
def no_waiting_for_stripe(monkeypatch) -> None:
    """Stripe's library tries again by itself, half a second later and more."""
    monkeypatch.setattr("stripe.HTTPClient.INITIAL_DELAY", 0)
    monkeypatch.setattr("stripe.HTTPClient.MAX_DELAY", 0)
