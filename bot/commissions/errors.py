from bot.kit.errors import ShopError


class NotYourAgreement(ShopError):
    """Also for forged buttons: nobody learns by it what others have agreed on."""

    text = "commissions-error-not-yours"


class OfferGone(ShopError):
    """It was answered already, or another one has taken its place."""

    text = "commissions-error-offer-gone"


class PartOutOfBounds(ShopError):
    """Fact: ``max``, in per cent."""

    text = "commissions-error-part"


class NothingOwed(ShopError):
    text = "commissions-error-nothing-owed"


class OwedLess(ShopError):
    """Money went back to a buyer in the meantime. Fact: ``left``."""

    text = "commissions-error-owed-less"


class ReferenceMissing(ShopError):
    """Fact: ``max``."""

    text = "commissions-error-reference"
