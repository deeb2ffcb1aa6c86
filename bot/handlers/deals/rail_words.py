from bot.deals.models import Deal


def by_rail(key: str, deal: Deal) -> str:
    """Where money is only held, nobody "pays now", and nothing "goes back"."""
    return f"{key}-held" if deal.only_holds else key
