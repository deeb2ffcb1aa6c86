"""A month of a shop's money."""

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_skeleton

from bot.catalog.models import Merchant
from bot.handlers.merchants.callbacks import ShowStatement
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.payments.statements import Statement
from bot.telegram.replies import Button, Screen


def statement(
    words: Words,
    merchant: Merchant,
    found: Statement,
    here: ShowStatement,
    *,
    others: Sequence[Merchant],
) -> Screen:
    title = words(
        "merchants-statement-title", name=merchant.name, month=month_name(words, found.since)
    )
    parts = [title, *_sums(words, found)]
    if len(parts) == 1:
        parts.append(words("merchants-statement-none"))
    parts.append(words("merchants-statement-how"))
    earlier = here.model_copy(update={"months_ago": here.months_ago + 1})
    turn = [Button("‹", earlier)]
    if here.months_ago:
        turn.append(Button("›", here.model_copy(update={"months_ago": here.months_ago - 1})))
    rows = [tuple(turn)]
    if found.lines:
        table = here.model_copy(update={"as_file": True})
        rows.append((Button(words.plain("merchants-statement-file-button"), table),))
    rows += [
        (Button(other.name, ShowStatement(merchant=other.id)),)
        for other in others
        if other.id != merchant.id
    ]
    return Screen(text="\n\n".join(parts), rows=tuple(rows))


def caption(words: Words, merchant: Merchant, found: Statement) -> str:
    return words(
        "merchants-statement-caption",
        name=merchant.name,
        month=month_name(words, found.since),
        count=len(found.lines),
    )


def month_name(words: Words, first: datetime) -> str:
    return str(format_skeleton("yMMMM", first, locale=words.locale))


def _sums(words: Words, found: Statement) -> list[str]:
    """One paragraph a currency that anything ever moved in."""
    told = []
    for currency in found.currencies:
        earned, back = found.earned(currency), found.given_back(currency)
        left: Money = earned - back
        told.append(
            words(
                "merchants-statement-sums",
                earned=earned,
                back=back,
                month=left,
                balance=found.balance(currency),
            )
        )
    return told
