"""A month of a shop's money."""

from collections.abc import Sequence

from bot.catalog.models import Merchant
from bot.groups.models import Group
from bot.handlers.merchants.callbacks import ShowStatement
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.payments.statements import Statement
from bot.telegram.months import month_name
from bot.telegram.replies import Button, Rows, Screen
from bot.telegram.statement_button import ShowGroupStatement


def statement(
    words: Words,
    merchant: Merchant,
    found: Statement,
    here: ShowStatement,
    *,
    others: Sequence[Merchant],
    groups: Sequence[Group] = (),
) -> Screen:
    title = words(
        "merchants-statement-title", name=merchant.name, month=month_name(words, found.since)
    )
    parts = [title, *_sums(words, found)]
    if len(parts) == 1:
        parts.append(words("merchants-statement-none"))
    if found.untold:
        parts.append(words("merchants-statement-untold", untold=found.untold, sales=found.sales))
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
    return Screen(text="\n\n".join(parts), rows=(*rows, *_of_groups(words, groups)))


def caption(words: Words, merchant: Merchant, found: Statement) -> str:
    return words(
        "merchants-statement-caption",
        name=merchant.name,
        month=month_name(words, found.since),
        count=len(found.lines),
    )


def groups_only(words: Words, groups: Sequence[Group]) -> Screen:
    """For somebody who sells nothing herself."""
    return Screen(text=words("merchants-statement-groups"), rows=_of_groups(words, groups))


def _of_groups(words: Words, groups: Sequence[Group]) -> Rows:
    return tuple(
        (
            Button(
                words.plain("merchants-statement-group-button", title=group.title),
                ShowGroupStatement(group=group.id),
            ),
        )
        for group in groups
    )


def _sums(words: Words, found: Statement) -> list[str]:
    """One paragraph a currency that anything ever moved in."""
    return [_of_currency(words, found, currency) for currency in found.currencies]


def _of_currency(words: Words, found: Statement, currency: Currency) -> str:
    lines = [
        words("merchants-statement-earned", money=found.earned(currency)),
        words("merchants-statement-back", money=found.given_back(currency)),
    ]
    for key, money in (
        ("platform-fee", found.platform_fee(currency)),
        ("commission", found.commission(currency)),
        ("lost", found.lost(currency)),
        ("transferred", found.transferred(currency)),
    ):
        if money:
            lines.append(words(f"merchants-statement-{key}", money=money))
    lines += [
        words("merchants-statement-month", money=found.moved(currency)),
        words("merchants-statement-balance", money=found.balance(currency)),
    ]
    if fee := found.gateway_fee(currency):
        lines.append(words("merchants-statement-gateway-fee", money=fee))
    return "\n".join(lines)
