"""What a deal promises, before it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.catalog.models import Product
from bot.deals import rules
from bot.deals.errors import DealNotCheaper, NoPartsOfStars, OneDownloadEach
from bot.deals.models import Deal, DealKind, Handing, Step, Unit
from bot.deals.settings import DealSettings
from bot.kit.money import Currency, Money

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a merchant wants to offer."""

    kind: DealKind
    goal: int
    price: Money
    lasts: timedelta  # from the moment it is opened
    unit: Unit = Unit.PEOPLE
    steps: Sequence[Step] = ()
    per_person: int = 1
    cap: int | None = None
    handing: Handing = Handing.DELIVERY
    leader_discount: int = 0  # minor units


def check(product: Product, terms: Terms, settings: DealSettings) -> None:
    """Raise what is wrong with them: see ``OpeningService.draft``."""
    rules.check_goal(terms.kind, terms.unit, terms.goal)
    steps = terms.steps if terms.kind is DealKind.LADDER else ()
    rules.check_limits(terms.unit, terms.goal, terms.per_person, terms.cap, steps)
    check_downloads(product, terms.per_person)
    rules.check_span(terms.lasts, settings)
    if terms.kind is DealKind.LADDER:
        rules.check_steps(terms.price, terms.goal, terms.steps)
    if terms.price.currency is Currency.XTR and terms.kind in {DealKind.LADDER, DealKind.CASE}:
        raise NoPartsOfStars
    shelf = product.price_range(terms.price.currency)
    if terms.price.minor <= 0 or shelf is None or not terms.price < shelf[0]:
        raise DealNotCheaper(price=shelf[0] if shelf else terms.price)


def check_downloads(product: Product, per_person: int) -> None:
    """Raise OneDownloadEach."""
    if per_person > 1 and not product.needs_shipping:
        raise OneDownloadEach


def terms_of(deal: Deal) -> Terms:
    return Terms(
        kind=deal.kind,
        goal=deal.goal,
        price=deal.price,
        lasts=deal.closes_at - deal.made_at,
        unit=deal.unit,
        steps=tuple(deal.steps),
        per_person=deal.per_person,
        cap=deal.cap,
        handing=deal.handing,
        leader_discount=deal.leader_discount_minor,
    )


def usual_terms(kind: DealKind, shelf: Money) -> Terms:
    """What a draft begins with; a merchant changes it by buttons."""
    price = _off(shelf, 10)
    match kind:
        case DealKind.GOAL:
            return Terms(kind=kind, goal=5, price=price, lasts=DAY)
        case DealKind.LADDER:
            steps: tuple[Step, ...] = (
                {"count": 10, "minor": _off(shelf, 15).minor},
                {"count": 20, "minor": _off(shelf, 20).minor},
            )
            return Terms(kind=kind, goal=5, price=price, lasts=DAY, steps=steps)
        case DealKind.CASE:
            return Terms(
                kind=kind, goal=12, price=price, lasts=DAY, unit=Unit.PIECES, per_person=12
            )
        case DealKind.TEAM:
            return Terms(kind=kind, goal=3, price=price, lasts=7 * DAY)


def _off(shelf: Money, percent: int) -> Money:
    return Money(max(1, shelf.minor * (100 - percent) // 100), shelf.currency)


def write(deal: Deal, terms: Terms) -> None:
    deal.kind, deal.goal, deal.price = terms.kind, terms.goal, terms.price
    deal.unit = Unit.PIECES if terms.kind is DealKind.CASE else terms.unit
    deal.steps, deal.per_person, deal.cap = [*terms.steps], terms.per_person, terms.cap
    deal.handing, deal.leader_discount_minor = terms.handing, terms.leader_discount
