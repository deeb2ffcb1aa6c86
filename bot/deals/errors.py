from bot.groups.errors import NotSoldHere
from bot.kit.errors import ShopError


class UnknownDeal(ShopError):
    """It does not exist, or is none of her business: both look alike."""

    text = "deals-error-unknown"


class DealClosed(ShopError):
    text = "deals-error-closed"


class DealFull(ShopError):
    """Facts: ``room``, the pieces that are left."""

    text = "deals-error-full"


class TooManyForOne(ShopError):
    text = "deals-error-too-many"


class AlreadyIn(ShopError):
    text = "deals-error-already-in"


class NotIn(ShopError):
    text = "deals-error-not-in"


class TooLateToLeave(ShopError):
    """The goal is reached: the others count on her."""

    text = "deals-error-too-late-to-leave"


class MoneyOnItsWay(ShopError):
    """Her bank is at it this very moment."""

    text = "deals-error-money-on-its-way"


class SeatLost(ShopError):
    """Her seat ran out while she was looking."""

    text = "deals-error-seat-lost"


class NotSoldByYou(ShopError):
    text = "deals-error-not-yours"


class BadGoal(ShopError):
    text = "deals-error-goal"


class BadSteps(ShopError):
    text = "deals-error-steps"


class BadDeadline(ShopError):
    text = "deals-error-deadline"


class BadLimit(ShopError):
    text = "deals-error-limit"


class CapTooSmall(ShopError):
    """Few people could take it all before the goal is met. Facts: ``goal``, ``each``, ``least``."""

    text = "deals-error-cap"


class DealNotCheaper(ShopError):
    """A deal that costs no less than the shelf is no deal. Facts: ``price``."""

    text = "deals-error-not-cheaper"


class NoPartsOfStars(ShopError):
    """Telegram gives Stars back whole or not at all, so a falling price cannot be kept."""

    text = "deals-error-no-parts-of-stars"


class OneDownloadEach(ShopError):
    """Nobody wants the same file twice, so an order has one piece of it."""

    text = "deals-error-one-download"


class NoGroupChosen(ShopError):
    text = "deals-error-no-group"


class NotSoldThere(NotSoldHere):
    """One of the groups that were chosen for it. Facts: ``merchant``, ``title``."""

    text = "deals-error-not-sold-there"


class GroupLeft(ShopError):
    """The bot is not in a group that was chosen for it. Facts: ``title``."""

    text = "deals-error-group-left"


class PaidOtherwise(ShopError):
    """Downloads are sold for Stars, the rest for money: the product was the other kind before."""

    text = "deals-error-paid-otherwise"


class HoldTooLong(ShopError):
    """Banks hold money for some days only. Facts: ``longest``."""

    text = "deals-error-hold-too-long"


class AlreadyExtended(ShopError):
    text = "deals-error-extended"


class AlreadyTaken(ShopError):
    """Somebody else hands the goods out here."""

    text = "deals-error-already-taken"


class TeamFirst(ShopError):
    """Seats are in teams here: one is started, or joined by its own button."""

    text = "deals-error-team-first"
