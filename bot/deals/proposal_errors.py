from bot.kit.errors import ShopError


class ProposalSent(ShopError):
    """It lies with the merchant, who must see what was asked."""

    text = "deals-error-proposal-sent"


class ProposalOver(ShopError):
    """Somebody was faster, or its time ran out. Facts: ``status``."""

    text = "deals-error-proposal-over"


class ProposalChanged(ShopError):
    """Its terms are not the ones that were shown."""

    text = "deals-error-proposal-changed"


class TooManyProposals(ShopError):
    """Facts: ``most``, ``merchant``."""

    text = "deals-error-too-many-proposals"


class NobodyToAsk(ShopError):
    """None of the merchant's people can be written to. Facts: ``merchant``."""

    text = "deals-error-nobody-to-ask"


class NotAdminAnyMore(ShopError):
    """Who proposed it has no say in the group now. Facts: ``title``."""

    text = "deals-error-not-admin-any-more"
