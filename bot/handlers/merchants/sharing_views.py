"""What an owner sees of her Stripe account below the house's."""

from bot.catalog.models import Merchant
from bot.handlers.merchants.callbacks import BeginSharing, EndSharing, ShowTill
from bot.handlers.merchants.parts import row
from bot.kit.texts import Words
from bot.merchants.sharing import Sharing
from bot.payments.connected_models import ConnectedStatus
from bot.telegram.percent import percent
from bot.telegram.replies import Button, Link, Screen


def sharing(words: Words, merchant: Merchant, found: Sharing, *, note: str = "") -> Screen:
    status = found.status.value if found.status else "none"
    lines = [
        *([note, ""] if note else []),
        words("merchants-sharing", name=merchant.name),
        "",
        words("merchants-sharing-status", status=status, ending=found.number[-4:]),
        words("merchants-sharing-fee", part=percent(words, found.fee_basis)),
        "",
        words("merchants-sharing-how"),
    ]
    begin, end = BeginSharing(merchant=merchant.id), EndSharing(merchant=merchant.id, sure=False)
    rows = []
    if found.is_offered and found.status is not ConnectedStatus.READY:
        rows.append(row(words, ("sharing-again" if found.status else "sharing-begin", begin)))
    if found.status is not None:
        rows.append(row(words, ("sharing-end", end)))
    rows.append(row(words, ("back", ShowTill(merchant=merchant.id))))
    return Screen(text="\n".join(lines), rows=tuple(rows))


def onboarding(words: Words, name: str, url: str) -> Screen:
    there = Button(words.plain("merchants-sharing-go-button"), Link(url))
    return Screen(text=words("merchants-sharing-link", name=name), rows=((there,),))
