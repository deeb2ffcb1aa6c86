"""What the buttons carry. Everybody acts for herself: whose seat it is comes from who taps."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.deals.models import DealKind


class Field(StrEnum):
    """What of a draft can be changed."""

    GOAL = "goal"
    PRICE = "price"
    STEPS = "steps"
    LASTS = "lasts"
    PER_PERSON = "each"
    CAP = "cap"
    UNIT = "unit"
    HANDING = "hand"
    DISCOUNT = "off"


class Verb(StrEnum):
    SHOW = "show"
    EXTEND = "extend"
    SPONSOR = "give"
    CLOSE = "close"
    CANCEL = "cancel"
    LIST = "list"


class JoinDeal(CallbackData, prefix="dl-join"):
    deal: int


class StartTeam(CallbackData, prefix="dl-team"):
    deal: int


class WaitForSeat(CallbackData, prefix="dl-wait"):
    deal: int


class ChangeSeat(CallbackData, prefix="dl-seat"):
    """Another variant, or another number of pieces; of cases also how many she asks for."""

    deal: int
    variant: int = 0
    pieces: int = 0
    wanted: int = 0


class PaySeat(CallbackData, prefix="dl-pay"):
    deal: int
    accept: bool = False
    way: str = ""  # of delivery, where she chooses it before the page: see ways.py


class PayAgain(CallbackData, prefix="dl-again"):
    """Pay herself what her saved card was refused for."""

    deal: int


class LeaveDeal(CallbackData, prefix="dl-leave"):
    deal: int
    sure: bool = False


class ShowSeat(CallbackData, prefix="dl-mine"):
    deal: int


class ShowDeal(CallbackData, prefix="dl-show"):
    """The card once more, where the button is."""

    deal: int


class DealsPage(CallbackData, prefix="dl-page"):
    """What one takes part in, page by page."""

    page: int


class LeadDeals(CallbackData, prefix="dl-lead"):
    """What one's shop leads, as /groupbuy shows it."""


class ShowBargain(CallbackData, prefix="dl-barg"):
    bargain: int


class Explain(CallbackData, prefix="dl-how"):
    deal: int


class ShowProof(CallbackData, prefix="dl-proof"):
    deal: int
    page: int = -1  # -1 opens it; a page turns the one that is open


class SellTogether(CallbackData, prefix="dl-new"):
    """Begin a deal: which product, then which kind."""

    product: int = 0
    page: int = 0
    group: int = 0  # where /groupbuy was said, and in which topic
    thread: int = 0


class ChooseKind(CallbackData, prefix="dl-kind"):
    product: int
    kind: DealKind
    group: int = 0
    thread: int = 0


class Edit(CallbackData, prefix="dl-edit"):
    """Change one thing of a draft; without a value it is asked for in words."""

    deal: int
    what: Field
    value: int = 0


class ToggleGroup(CallbackData, prefix="dl-group"):
    deal: int
    group: int


class ChooseTopic(CallbackData, prefix="dl-topic"):
    """Where in a group with topics it goes: 0 is General; without one it is asked."""

    deal: int
    group: int
    thread: int = -1


class PinCard(CallbackData, prefix="dl-pin"):
    deal: int
    group: int
    on: bool


class PostAgain(CallbackData, prefix="dl-repost"):
    """Try once more in a group that would not take the card."""

    deal: int
    group: int


class PostDeal(CallbackData, prefix="dl-post"):
    deal: int


class DiscardDeal(CallbackData, prefix="dl-drop"):
    deal: int


class ManageDeal(CallbackData, prefix="dl-run"):
    """What its merchant does with a running deal."""

    deal: int
    verb: Verb
    value: int = 0


class HandOut(CallbackData, prefix="dl-hand"):
    """Offer to hand a deal's goods out in this group."""

    deal: int


class ShowPickup(CallbackData, prefix="dl-list"):
    """Who picks up what in a group, for whoever hands it out."""

    deal: int
    group: int
    page: int = 0


class TickOff(CallbackData, prefix="dl-tick"):
    seat: int
    page: int = 0


class StopHandingOut(CallbackData, prefix="dl-nohand"):
    deal: int
    group: int
