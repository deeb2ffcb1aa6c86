"""The arithmetic of deals. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from bot.deals.errors import BadDeadline, BadGoal, BadLimit, BadSteps, CapTooSmall
from bot.deals.models import Deal, DealKind, SeatId, Step, Unit
from bot.deals.settings import DealSettings
from bot.kit.money import Money

MOST_STEPS = 5
MOST_UNITS = 100_000
MOST_PER_PERSON = 99
LARGEST_TEAM = 50


@dataclass(frozen=True, slots=True)
class CaseWish:
    """How many pieces of a case somebody asks for, and how many she would take."""

    seat_id: SeatId
    wanted: int
    most: int


def price_after(deal: Deal, joined: int) -> Money:
    """Tell what a piece costs everybody once so many units have joined."""
    minor = deal.price_minor
    for step in deal.steps:
        if joined >= step["count"]:
            minor = step["minor"]
    return Money(minor, deal.currency)


def current_price(deal: Deal) -> Money:
    if deal.final_minor is not None:
        return Money(deal.final_minor, deal.currency)
    return price_after(deal, deal.joined)


def best_price(deal: Deal) -> Money:
    return Money(deal.steps[-1]["minor"], deal.currency) if deal.steps else deal.price


def next_step(deal: Deal) -> tuple[int, Money] | None:
    """Tell how many more are missing until the price falls, and to what; None at the bottom."""
    for step in deal.steps:
        if deal.joined < step["count"]:
            return step["count"] - deal.joined, Money(step["minor"], deal.currency)
    return None


def missing(deal: Deal) -> int:
    return max(0, deal.goal - deal.joined)


def fill_cases(wishes: Sequence[CaseWish], size: int) -> dict[SeatId, int]:
    """Share out whole cases; whoever paid first is served first, and nobody gets more than asked.

    As many cases as the wanted pieces call for, rounded up where people who would take more can
    fill the last one, else rounded down. Extra pieces go one by one in turn.
    After Open Food Network's bulk cases (MECHANICS: group-buy).
    """
    wanted = sum(wish.wanted for wish in wishes)
    most = sum(wish.most for wish in wishes)
    cases = -(-wanted // size)
    if cases * size > most:
        cases = wanted // size
    pieces = cases * size
    if pieces >= wanted:
        return _hand_out_extra(wishes, pieces - wanted)
    return _serve_in_order(wishes, pieces)


def _hand_out_extra(wishes: Sequence[CaseWish], extra: int) -> dict[SeatId, int]:
    shares = {wish.seat_id: wish.wanted for wish in wishes}
    while extra:
        for wish in wishes:
            if extra and shares[wish.seat_id] < wish.most:
                shares[wish.seat_id] += 1
                extra -= 1
    return shares


def _serve_in_order(wishes: Sequence[CaseWish], pieces: int) -> dict[SeatId, int]:
    shares = {}
    for wish in wishes:
        shares[wish.seat_id] = min(wish.wanted, pieces)
        pieces -= shares[wish.seat_id]
    return shares


def check_goal(kind: DealKind, unit: Unit, goal: int) -> None:
    """Raise BadGoal where nobody could mean it: nobody buys together alone."""
    least = 1 if unit is Unit.PIECES and kind is not DealKind.CASE else 2
    most = LARGEST_TEAM if kind is DealKind.TEAM else MOST_UNITS
    if not least <= goal <= most:
        raise BadGoal(least=least, most=most)


def check_steps(price: Money, goal: int, steps: Sequence[Step]) -> None:
    """A ladder has two to five prices, strictly falling, at strictly rising counts."""
    counts = [goal, *(step["count"] for step in steps)]
    prices = [price.minor, *(step["minor"] for step in steps)]
    rises = all(lower < higher for lower, higher in pairwise(counts))
    falls = all(dearer > cheaper for dearer, cheaper in pairwise(prices))
    if not 1 < len(prices) <= MOST_STEPS or not (rises and falls) or prices[-1] <= 0:
        raise BadSteps(most=MOST_STEPS)


def check_limits(
    unit: Unit, goal: int, per_person: int, cap: int | None, steps: Sequence[Step] = ()
) -> None:
    """Raise BadLimit and CapTooSmall: a deal that sold everything has always come true."""
    if not 1 <= per_person <= MOST_PER_PERSON:
        raise BadLimit(most=MOST_PER_PERSON)
    if cap is None:
        return
    if not goal <= cap <= MOST_UNITS:
        raise BadLimit(most=MOST_UNITS)
    # Of people each may take the most, and then the last of them still finds hers.
    _refuse_cap_below(goal, per_person if unit is Unit.PEOPLE else 1, cap)
    if steps:
        _refuse_cap_below(steps[-1]["count"], 1, cap)  # or nobody could ever reach that price


def _refuse_cap_below(goal: int, each: int, cap: int) -> None:
    if cap < goal * each:
        raise CapTooSmall(goal=goal, each=each, least=goal * each)


def check_span(lasts: timedelta, settings: DealSettings) -> None:
    if not settings.shortest <= lasts <= settings.longest:
        raise BadDeadline(shortest=settings.shortest, longest=settings.longest)
