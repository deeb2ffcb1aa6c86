"""What the buttons carry by which a merchant makes an offer, of whatever kind."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class OfferKind(StrEnum):
    """Also part of the names of its texts."""

    BARGAIN = "bargain"
    SALE_DAY = "saleday"


class OfferVerb(StrEnum):
    """What its merchant does with one that runs."""

    SHOW = "show"
    EXTEND = "extend"
    FREEZE = "freeze"
    LIST = "list"
    END = "end"


class DraftOffer(CallbackData, prefix="of-new"):
    kind: OfferKind
    product: int
    group: int = 0
    thread: int = 0


class EditOffer(CallbackData, prefix="of-edit"):
    """Change one term of a draft; without a value it is asked for in words."""

    kind: OfferKind
    offer: int
    what: str
    value: int = 0


class ToggleOfferGroup(CallbackData, prefix="of-group"):
    kind: OfferKind
    offer: int
    group: int


class ChooseOfferTopic(CallbackData, prefix="of-topic"):
    """Where in a group with topics it goes: 0 is General; without one it is asked."""

    kind: OfferKind
    offer: int
    group: int
    thread: int


class PostOffer(CallbackData, prefix="of-post"):
    kind: OfferKind
    offer: int


class RunOffer(CallbackData, prefix="of-run"):
    """To end a draft is to throw it away; what cannot be taken back is asked once more."""

    kind: OfferKind
    offer: int
    verb: OfferVerb
    value: int = 0
