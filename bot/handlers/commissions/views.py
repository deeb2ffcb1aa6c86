from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.models import Merchant
from bot.commissions.agreeing import Sheet
from bot.commissions.models import Agreement, AgreementEntry, Deed, Payout, Side
from bot.groups.models import Group
from bot.handlers.commissions.callbacks import (
    AnswerOffer,
    AskPayout,
    ConfirmPayout,
    OfferPart,
    OpenAgreement,
    ReceivePayout,
    TakeBackOffer,
)
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.telegram.percent import percent
from bot.telegram.replies import Button, Rows, Screen
from bot.telegram.statement_button import ShowGroupStatement

PARTS = (100, 200, 300, 500, 800, 1000, 1500, 2000, 2500, 3000, 4000, 5000)
IN_A_ROW = 4
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A merchant and a group, as one of them sees it. ``waits``: for her answer."""

    merchant: Merchant
    group: Group
    side: Side
    basis: int
    waits: bool


def choice(words: Words, pairs: Sequence[Pair], *, title: str) -> Screen:
    if not pairs:
        return Screen(text=words("commissions-nobody"))
    rows = tuple((_pair_button(words, pair),) for pair in pairs)
    groups = {pair.group.id: pair.group for pair in pairs if pair.side is Side.GROUP}
    books = tuple(
        (
            Button(
                words.plain("commissions-statement-button", title=group.title),
                ShowGroupStatement(group=group.id),
            ),
        )
        for group in groups.values()
        if not title
    )
    key = "commissions-choose-here" if title else "commissions-choose"
    return Screen(text=words(key, title=title), rows=(*rows, *books))


def agreement(words: Words, sheet: Sheet) -> Screen:
    found = sheet.agreement
    lines = [
        words("commissions-sheet", name=sheet.merchant.name, title=sheet.group.title),
        "",
        words("commissions-agreed", part=percent(words, found.basis))
        if found and found.basis
        else words("commissions-nothing-agreed"),
    ]
    if found is not None and found.offered_basis is not None:
        key = "commissions-you-are-asked" if found.waits_for is sheet.side else "commissions-asked"
        lines.append(words(key, part=percent(words, found.offered_basis)))
    lines += [words("commissions-owed", money=money) for money in sheet.owed.values()]
    if sheet.history:
        lines += ["", *(_entry(words, one) for one in sheet.history)]
    lines += ["", words("commissions-how")]
    return Screen(text="\n".join(lines), rows=_rows(words, sheet))


def offered(words: Words, found: Agreement, *, name: str, title: str, by: Side) -> Screen:
    """For the side that is asked."""
    key = (
        "commissions-offered-by-merchant" if by is Side.MERCHANT else "commissions-offered-by-group"
    )
    part = percent(words, found.offered_basis or 0)
    return Screen(
        text=f"{words(key, name=name, title=title, part=part)}\n\n{words('commissions-how')}",
        rows=(_answers(words, found),),
    )


def told(words: Words, key: str, *, name: str, title: str, basis: int = 0) -> Screen:
    return Screen(text=words(key, name=name, title=title, part=percent(words, basis)))


def sure(
    words: Words, found: Agreement, money: Money, *, name: str, title: str, reference: str
) -> Screen:
    yes = ConfirmPayout(agreement=found.id, nth=found.payouts, minor=money.minor)
    no = OpenAgreement(merchant=found.merchant_id, group=found.group_id, side=Side.MERCHANT)
    return Screen(
        text=words(
            "commissions-payout-sure", money=money, name=name, title=title, reference=reference
        ),
        rows=(
            (
                Button(words.plain("commissions-yes-button", money=money), yes),
                Button(words.plain("commissions-no-button"), no),
            ),
        ),
    )


def paid_out(words: Words, payout: Payout, group: Group, *, name: str) -> Screen:
    """For the group's side: it says whether it has the money."""
    got = ReceivePayout(payout=payout.id, group=group.id)
    return Screen(
        text=words(
            "commissions-paid-out",
            name=name,
            title=group.title,
            money=payout.money,
            reference=payout.reference,
        ),
        rows=((Button(words.plain("commissions-got-button"), got),),),
    )


def _rows(words: Words, sheet: Sheet) -> Rows:
    found, side = sheet.agreement, sheet.side

    def to(basis: int) -> OfferPart:
        return OfferPart(merchant=sheet.merchant.id, group=sheet.group.id, side=side, basis=basis)

    rows: list[tuple[Button, ...]] = []
    if found is not None and found.waits_for is side:
        rows.append(_answers(words, found))
    parts = [Button(percent(words, basis), to(basis)) for basis in PARTS]
    rows += [tuple(parts[at : at + IN_A_ROW]) for at in range(0, len(parts), IN_A_ROW)]
    if found is not None and found.offered_by is side:
        rows.append((_take_back(words, found, side),))
    if found is not None and found.basis:
        rows.append((Button(words.plain("commissions-end-button"), to(0)),))
    if found is not None and side is Side.MERCHANT:
        rows += [
            (
                Button(
                    words.plain("commissions-payout-button", money=money),
                    AskPayout(agreement=found.id, currency=money.currency.value),
                ),
            )
            for money in sheet.owed.values()
            if money.minor > 0
        ]
    return tuple(rows)


def _answers(words: Words, found: Agreement) -> tuple[Button, ...]:
    def say(*, yes: bool) -> AnswerOffer:
        return AnswerOffer(
            agreement=found.id, group=found.group_id, offer=found.offers, accepts=yes
        )

    return (
        Button(words.plain("commissions-accept-button"), say(yes=True)),
        Button(words.plain("commissions-decline-button"), say(yes=False)),
    )


def _take_back(words: Words, found: Agreement, side: Side) -> Button:
    part = percent(words, found.offered_basis or 0)
    press = TakeBackOffer(agreement=found.id, group=found.group_id, side=side, offer=found.offers)
    return Button(words.plain("commissions-take-back-button", part=part), press)


def _entry(words: Words, one: AgreementEntry) -> str:
    deed = "payout" if one.deed is Deed.PAID_OUT else one.said
    return words(
        "commissions-entry",
        at=one.at,
        side="merchant" if one.side is Side.MERCHANT else "group",
        deed=deed,
        part=percent(words, one.basis),
    )


def _pair_button(words: Words, pair: Pair) -> Button:
    part = percent(words, pair.basis) if pair.basis else "–"
    mark = "❓ " if pair.waits else ""
    label = f"{mark}{pair.merchant.name} · {pair.group.title} · {part}"
    opens = OpenAgreement(merchant=pair.merchant.id, group=pair.group.id, side=pair.side)
    return Button(label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…", opens)
