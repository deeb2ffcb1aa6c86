"""A deal that a group's admin proposes: as she sees it, and as the merchant's people do."""

from collections.abc import Sequence
from datetime import datetime

from bot.catalog.models import Merchant, Product
from bot.deals.looking import DealSheet
from bot.deals.models import DealId, DealKind
from bot.deals.proposal_models import ProposalStatus
from bot.groups.models import Group
from bot.handlers.deals.callbacks import ManageDeal, PinCard, Verb
from bot.handlers.deals.proposal_callbacks import (
    Answer,
    AnswerProposal,
    ProposeFor,
    ProposeKind,
    ProposeProduct,
    ShowProposal,
    TakeBack,
)
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Rows, Screen, Subject

LABEL = 40
FEATURE, PART = "deals", "proposal"


def subject(deal_id: DealId) -> Subject:
    """What the merchant's people were shown."""
    return Subject(FEATURE, deal_id, PART)


def which_group(words: Words, groups: Sequence[Group], rows: Rows) -> Screen:
    """Said in private by somebody without a shop: her groups, and what she has proposed."""
    buttons = tuple(
        (Button(cut(group.title, LABEL), ProposeFor(group=group.id)),) for group in groups
    )
    key = "deals-propose-which-group" if groups else "deals-propose-in-group"
    return Screen(text=words(key), rows=(*buttons, *rows))


def which_shop(words: Words, group: Group, shops: Sequence[Merchant], begun: ProposeFor) -> Screen:
    rows = tuple(
        (Button(cut(shop.name, LABEL), begun.model_copy(update={"merchant": shop.id})),)
        for shop in shops
    )
    key = "deals-propose-which-shop" if shops else "deals-propose-no-shop"
    return Screen(text=words(key, title=group.title), rows=rows)


def which_product(
    words: Words,
    shop: Merchant,
    products: Sequence[Product],
    *,
    begun: ProposeFor,
    has_more: bool,
) -> Screen:
    if not products:
        return Screen(text=words("deals-propose-no-products", merchant=shop.name))
    rows: Rows = tuple(
        (
            Button(
                cut(product.title(words.language), LABEL),
                ProposeProduct(product=product.id, group=begun.group, thread=begun.thread),
            ),
        )
        for product in products
    )
    turn = []
    if begun.page:
        turn.append(Button("‹", begun.model_copy(update={"page": begun.page - 1})))
    if has_more:
        turn.append(Button("›", begun.model_copy(update={"page": begun.page + 1})))
    text = words("deals-propose-which-product", merchant=shop.name)
    return Screen(text=text, rows=(*rows, tuple(turn)) if turn else rows)


def which_kind(
    words: Words, product: Product, kinds: Sequence[DealKind], chosen: ProposeProduct
) -> Screen:
    lines = [words("deals-which-kind", title=product.title(words.language))]
    lines += [words(f"deals-kind-{kind.value}") for kind in kinds]
    rows = tuple(
        (
            Button(
                words.plain(f"deals-kind-{kind.value}-button"),
                ProposeKind(
                    product=product.id, kind=kind, group=chosen.group, thread=chosen.thread
                ),
            ),
        )
        for kind in kinds
    )
    return Screen(text="\n\n".join(lines), rows=rows)


def asked(
    words: Words,
    sheet: DealSheet,
    preview: Screen,
    *,
    group: Group,
    name: str,
    where: str,
    until: datetime,
    changes: int,
) -> Screen:
    """What the merchant's people read, and answer."""
    head = words("deals-proposed", name=name, title=group.title)
    when = words("deals-proposed-until", when=words.moment(until))
    deal = sheet.deal.id

    def to(answer: Answer) -> AnswerProposal:
        return AnswerProposal(deal=deal, answer=answer, seen=changes)

    return Screen(
        text="\n\n".join(filter(None, (head, preview.text, where, when))),
        rows=(
            (Button(words.plain("deals-approve-button"), to(Answer.APPROVE)),),
            (
                Button(words.plain("deals-change-button"), to(Answer.CHANGE)),
                Button(words.plain("deals-decline-button"), to(Answer.DECLINE)),
            ),
        ),
        picture=preview.picture,
    )


def ask_why(words: Words, deal_id: DealId) -> Screen:
    silently = AnswerProposal(deal=deal_id, answer=Answer.DECLINE_SILENTLY)
    return Screen(
        text=words("deals-decline-why"),
        rows=(
            (Button(words.plain("deals-decline-silently-button"), silently),),
            (Button(words.plain("orders-back-button"), ShowProposal(deal=deal_id)),),
        ),
    )


def sent(words: Words, sheet: DealSheet, preview: Screen, until: datetime) -> Screen:
    """As its admin sees it while the merchant thinks."""
    head = words("deals-proposal-sent", merchant=sheet.merchant.name, when=words.moment(until))
    back = Button(words.plain("deals-take-back-button"), TakeBack(deal=sheet.deal.id))
    return Screen(text=f"{head}\n\n{preview.text}", rows=((back,),), picture=preview.picture)


def settled_for_shop(words: Words, sheet: DealSheet, status: ProposalStatus) -> Screen:
    title = sheet.product.title(words.language)
    rows: Rows = ()
    if status is ProposalStatus.APPROVED:
        look = ManageDeal(deal=sheet.deal.id, verb=Verb.SHOW)
        rows = ((Button(words.plain("deals-manage-button"), look),),)
    return Screen(
        text=words(
            "deals-proposal-settled", title=title, status=status.value, number=str(sheet.deal.id)
        ),
        rows=rows,
    )


def settled_for_admin(
    words: Words,
    sheet: DealSheet,
    status: ProposalStatus,
    *,
    group: Group,
    is_changed: bool,
    why: str = "",
) -> Screen:
    """The word back."""
    lines = [
        words(
            f"deals-proposal-{status.value}",
            title=sheet.product.title(words.language),
            merchant=sheet.merchant.name,
            group=group.title,
            changed=is_changed,
        )
    ]
    if why:
        lines.append(words("deals-proposal-why", why=why))
    rows: Rows = ()
    if status is ProposalStatus.APPROVED:
        pin = PinCard(deal=sheet.deal.id, group=group.id, on=True)
        rows = ((Button(words.plain("deals-pin-button", title=cut(group.title, LABEL)), pin),),)
    return Screen(text="\n\n".join(lines), rows=rows)


def row_of_own(words: Words, sheet: DealSheet, status: ProposalStatus) -> tuple[Button, ...]:
    mark = "✏️" if status is ProposalStatus.WRITTEN else "⏳"
    label = cut(f"{mark} {sheet.product.title(words.language)} – {sheet.merchant.name}", LABEL)
    return (Button(label, ShowProposal(deal=sheet.deal.id)),)


def row_to_answer(words: Words, sheet: DealSheet) -> tuple[Button, ...]:
    label = cut(f"✋ {sheet.product.title(words.language)}", LABEL)
    return (Button(label, ShowProposal(deal=sheet.deal.id)),)
