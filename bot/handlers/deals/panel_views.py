"""A draft: the card as it will look, and everything that can be changed."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TypeAlias

from bot.deals.models import Deal, DealKind, Unit
from bot.handlers.deals import place_views
from bot.handlers.deals.callbacks import DiscardDeal, Edit, Field, PostDeal
from bot.handlers.deals.place_views import Placing
from bot.handlers.deals.proposal_callbacks import (
    Answer,
    AnswerProposal,
    AskMerchant,
    ShowProposal,
)
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

SPANS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
LABEL = 40
Row: TypeAlias = tuple[Button, ...]


class Role(Enum):
    """Who looks at a draft."""

    OWNER = auto()  # the merchant's people, at their own
    PROPOSER = auto()  # a group's admin, who then asks the merchant
    APPROVER = auto()  # the merchant's people, at what an admin proposes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    deal: Deal
    placing: Placing
    role: Role = Role.OWNER
    merchant: str = ""
    is_download: bool = False
    changes: int = 0


def panel(words: Words, preview: Screen, draft: Draft) -> Screen:
    deal = draft.deal
    rows: list[Row] = [
        _stepper(words, deal, Field.GOAL, deal.goal),
        (
            _ask(words, deal, Field.PRICE, price=deal.price),
            *((_ask(words, deal, Field.STEPS),) if deal.kind is DealKind.LADDER else ()),
            *((_ask(words, deal, Field.DISCOUNT),) if deal.kind is DealKind.TEAM else ()),
        ),
        tuple(_span(words, deal, span) for span in SPANS),
        (_ask(words, deal, Field.LASTS, span=deal.closes_at - deal.made_at),),
    ]
    if deal.kind is not DealKind.TEAM:
        if not draft.is_download:
            rows.append(_stepper(words, deal, Field.PER_PERSON, deal.per_person))
        rows.append((_ask(words, deal, Field.CAP, cap=deal.cap or 0), _unit(words, deal)))
    if not draft.is_download:
        rows.append((_handing(words, deal),))
    placing = draft.placing
    rows += place_views.rows(words, placing)
    rows += _ending(words, draft)
    key = "deals-preview" if draft.role is Role.OWNER else "deals-preview-proposal"
    head = words(key if placing.groups else "deals-preview-no-groups", merchant=draft.merchant)
    where = place_views.where(words, placing.groups, placing.chosen)
    text = "\n\n".join(filter(None, (head, where, preview.text)))
    return Screen(text=text, rows=tuple(rows), picture=preview.picture)


def _ending(words: Words, draft: Draft) -> list[Row]:
    deal = draft.deal
    discard = Button(words.plain("deals-discard-button"), DiscardDeal(deal=deal.id))
    match draft.role:
        case Role.OWNER:
            return [(Button(words.plain("deals-post-button"), PostDeal(deal=deal.id)), discard)]
        case Role.PROPOSER:
            label = words.plain("deals-ask-merchant-button", merchant=cut(draft.merchant, LABEL))
            return [(Button(label, AskMerchant(deal=deal.id)),), (discard,)]
        case Role.APPROVER:
            yes = AnswerProposal(deal=deal.id, answer=Answer.APPROVE, seen=draft.changes)
            back = Button(words.plain("orders-back-button"), ShowProposal(deal=deal.id))
            return [(Button(words.plain("deals-approve-button"), yes),), (back,)]


def _stepper(words: Words, deal: Deal, what: Field, value: int) -> Row:
    label = words.plain(f"deals-{what.value}-button", count=value, unit=deal.unit.value)
    fewer = Edit(deal=deal.id, what=what, value=value - 1) if value > 1 else Disabled()
    return (
        Button("−", fewer),
        Button(label, Edit(deal=deal.id, what=what)),
        Button("+", Edit(deal=deal.id, what=what, value=value + 1)),
    )


def _ask(words: Words, deal: Deal, what: Field, **facts: object) -> Button:
    return Button(words.plain(f"deals-{what.value}-button", **facts), Edit(deal=deal.id, what=what))


def _span(words: Words, deal: Deal, span: timedelta) -> Button:
    is_chosen = deal.closes_at - deal.made_at == span
    label = words.span(span)
    hours = int(span.total_seconds() // 3600)
    return Button(
        f"✓ {label}" if is_chosen else label, Edit(deal=deal.id, what=Field.LASTS, value=hours)
    )


def _unit(words: Words, deal: Deal) -> Button:
    label = words.plain("deals-unit-button", unit=deal.unit.value)
    if deal.kind is DealKind.CASE:
        return Button(label, Disabled())
    other = 1 if deal.unit is Unit.PEOPLE else 2
    return Button(label, Edit(deal=deal.id, what=Field.UNIT, value=other))


def _handing(words: Words, deal: Deal) -> Button:
    label = words.plain("deals-hand-button", how=deal.handing.value)
    return Button(label, Edit(deal=deal.id, what=Field.HANDING, value=1))
