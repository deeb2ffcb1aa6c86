"""A month of what a group earned."""

from bot.commissions.statements import GroupStatement
from bot.kit.texts import Words
from bot.telegram.months import month_name
from bot.telegram.replies import Button, Link, Rows, Screen
from bot.telegram.statement_button import ShowGroupStatement


def statement(
    words: Words, found: GroupStatement, here: ShowGroupStatement, *, private: str = ""
) -> Screen:
    """``private``: where a table can be handed over, while others are looking here."""
    month = month_name(words, found.since)
    parts = [words("commissions-statement-title", title=found.group.title, month=month)]
    parts += [
        words(
            "commissions-statement-part",
            name=part.merchant.name,
            sales=part.sales,
            earned=part.earned,
            refunds=part.refunds,
            back=part.back,
            paid=part.paid_out,
            owed=part.owed,
        )
        for part in found.parts
    ]
    if not found.parts:
        has_any = found.has_agreements
        parts.append(
            words("commissions-statement-none" if has_any else "commissions-statement-nobody")
        )
    parts.append(words("commissions-statement-how"))
    return Screen(text="\n\n".join(parts), rows=_rows(words, found, here, private))


def caption(words: Words, found: GroupStatement) -> str:
    return words(
        "commissions-statement-caption",
        title=found.group.title,
        month=month_name(words, found.since),
        count=len(found.lines),
    )


def _rows(words: Words, found: GroupStatement, here: ShowGroupStatement, private: str) -> Rows:
    turn = [Button("‹", here.model_copy(update={"months_ago": here.months_ago + 1}))]
    if here.months_ago:
        turn.append(Button("›", here.model_copy(update={"months_ago": here.months_ago - 1})))
    rows = [tuple(turn)]
    if found.lines:
        table = here.model_copy(update={"as_file": True})
        label = "commissions-statement-private-button" if private else "commissions-file-button"
        rows.append((Button(words.plain(label), Link(private) if private else table),))
    return tuple(rows)
