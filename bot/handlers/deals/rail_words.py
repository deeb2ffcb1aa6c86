from bot.deals.models import Deal

# What is said in a way of its own where a card is saved; all else is true of both promises.
_OF_CARDS = frozenset(
    {
        "deals-explain-ladder",
        "deals-explain-case",
        "deals-how",
        "deals-seat-ladder",
        "deals-seat-case",
        "deals-seat-paid",
        "deals-left",
        "deals-money-back",
        "deals-too-late",
    }
)


def by_rail(key: str, deal: Deal) -> str:
    """Where money is only promised, nobody "pays now", and nothing "goes back"."""
    if deal.saves_cards and key in _OF_CARDS:
        return f"{key}-later"
    return f"{key}-held" if deal.promised_by else key


def by_end(key: str, deal: Deal) -> str:
    """How it failed: where saved cards were charged, that comes back."""
    return f"{key}-collected" if deal.was_collecting else by_rail(key, deal)
