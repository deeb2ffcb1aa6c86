"""Offers to bargain, and everybody's own bargain, as people see them."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TypeAlias

from bot.catalog.media import MediaStore
from bot.deals.bargains import rules
from bot.deals.bargains.models import (
    Bargain,
    BargainCut,
    BargainId,
    BargainOfferId,
    BargainOfferStatus,
    BargainStatus,
)
from bot.deals.bargains.service import OfferSheet
from bot.handlers.deals.bargains import buying_views
from bot.handlers.deals.bargains.callbacks import (
    AskForHelp,
    ExplainBargain,
    HelpBargain,
    NameBargain,
    ShowCuts,
    ShowOffer,
)
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.views import bar
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.telegram.product_card import product_picture
from bot.telegram.replies import Button, Disabled, Link, Rows, Screen, Subject

SHORT_SEAL = 16
Counts: TypeAlias = Mapping[BargainStatus, int]


def offer_card(
    words: Words,
    sheet: OfferSheet,
    counts: Counts,
    *,
    media: MediaStore,
    share: str = "",
    here: int | None = None,
    is_preview: bool = False,
) -> Screen:
    """What a group sees: anybody may ask for help."""
    offer = sheet.offer
    is_over = offer.status is BargainOfferStatus.CLOSED
    head = [
        f"<b>{escape(sheet.product.title(words.language))}</b>",
        words("deals-bargain-price", floor=offer.floor, start=sheet.shelf_price or offer.floor),
        words("deals-bargain-explain", helpers=offer.helpers),
        words("deals-bargain-rule", unit=Money(1, offer.currency)),
    ]
    running = counts.get(BargainStatus.RUNNING, 0)
    standing = [
        _counted(words, running, _made(counts), here),
        _offer_standing(words, sheet),
        words("catalog-card-seller", name=sheet.merchant.name),
    ]
    rows: Rows = ()
    if is_over:
        rows = ((Button(words.plain("deals-over-button"), Disabled()),),)
    elif not is_preview:
        ask = Button(words.plain("deals-bargain-ask-button"), AskForHelp(offer=offer.id))
        if sheet.is_sold_out:
            ask = Button(words.plain("orders-sold-out-button"), Disabled())
        how = Button(words.plain("deals-how-button"), ExplainBargain(offer=offer.id))
        rows = ((ask,), (how, *_pass_on(words, share)))
    return Screen(
        text="\n".join(head) + "\n\n" + "\n".join(standing),
        rows=rows,
        picture=product_picture(sheet.product, media),
    )


def bargain_card(
    words: Words,
    sheet: OfferSheet,
    bargain: Bargain,
    *,
    owner: str,
    media: MediaStore,
    share: str = "",
) -> Screen:
    """Her living card: price now, helpers, the rule and the seal that binds us to it."""
    title = sheet.product.title(words.language)
    if owner:
        head = words("deals-bargain-of", name=owner, title=title)
    else:
        head = words("deals-bargain-of-somebody", title=title)
    facts = {"helped": bargain.cuts, "helpers": bargain.helpers}
    is_extended = sheet.offer.extended_at is not None
    lines = [
        head,
        words("deals-bargain-now", now=bargain.price, start=bargain.start, floor=bargain.floor),
        f"{bar(bargain.cuts, bargain.helpers)} {words('deals-bargain-helped', **facts)}",
        _standing(
            words,
            bargain,
            is_extended=is_extended,
            is_called_off=sheet.offer.called_off_at is not None,
        ),
    ]
    if bargain.status is BargainStatus.RUNNING:
        lines.append(words("deals-bargain-rule", unit=Money(1, bargain.currency)))
        lines.append(words("deals-bargain-seal", seal=rules.seal(bargain.seed)[:SHORT_SEAL]))
    lines.append(words("catalog-card-seller", name=sheet.merchant.name))
    return Screen(
        text="\n".join(lines),
        rows=_bargain_rows(words, bargain, share),
        picture=product_picture(sheet.product, media),
    )


def may_it_name_you(words: Words, bargain: Bargain) -> Screen:
    """Asked of its owner alone."""
    yes = Button(words.plain("deals-bargain-name-button"), NameBargain(bargain=bargain.id))
    return Screen(text=words("deals-bargain-name-ask"), rows=((yes,),))


def named(words: Words) -> Screen:
    return Screen(text=words("deals-bargain-named"))


def offer_ends_soon(words: Words, sheet: OfferSheet) -> Screen:
    """News for a group."""
    offer = sheet.offer
    ask = Button(words.plain("deals-bargain-ask-button"), AskForHelp(offer=offer.id))
    text = words(
        "deals-bargain-offer-ends-soon",
        title=sheet.product.title(words.language),
        floor=offer.floor,
        when=offer.closes_at,
    )
    return Screen(text=text, rows=((ask,),))


def offer_ended(words: Words, sheet: OfferSheet, counts: Counts) -> Screen:
    """News for a group."""
    return Screen(
        text=words(
            "deals-bargain-offer-ended",
            title=sheet.product.title(words.language),
            made=_made(counts),
            calledoff=sheet.offer.called_off_at is not None,
        )
    )


def ends_soon(words: Words, sheet: OfferSheet, bargain: Bargain, share: str) -> Screen:
    """Told to its owner alone."""
    title = sheet.product.title(words.language)
    if bargain.status is BargainStatus.COMPLETE:
        text = words(
            "deals-bargain-buy-soon", title=title, floor=bargain.floor, when=bargain.ends_at
        )
        return Screen(text=text, rows=((buying_views.buy_button(words, bargain),),))
    text = words(
        "deals-bargain-ends-soon",
        title=title,
        now=bargain.price,
        missing=bargain.missing,
        when=bargain.ends_at,
    )
    return Screen(text=text, rows=(_pass_on(words, share),))


def explained(words: Words, sheet: OfferSheet) -> str:
    """What the question mark says (200 characters)."""
    return words.plain(
        "deals-bargain-how", helpers=sheet.offer.helpers, each=sheet.offer.helps_each
    )


def thanks(words: Words, bargain: Bargain, cut: BargainCut) -> str:
    """The helper's own line, on top of the chat."""
    return words.plain(
        "deals-bargain-thanks",
        cut=Money(cut.minor, bargain.currency),
        missing=bargain.missing,
        code=cut.code,
    )


def cuts(
    words: Words, bargain: Bargain, made: Sequence[BargainCut], mine: str | None = None
) -> Screen:
    """Every cut with its code; once it is over also the seed, so that anybody can recompute."""
    lines = []
    for cut in made:
        line = words(
            "deals-bargain-cut",
            nth=str(cut.nth),
            when=cut.at,
            cut=Money(cut.minor, bargain.currency),
            code=cut.code,
        )
        lines.append(f"<b>{line}</b> ◀" if mine == cut.code else line)
    parts = [
        words("deals-bargain-cuts-title", number=f"b{bargain.id}", helpers=bargain.helpers),
        "\n".join(lines) or words("deals-bargain-no-cuts"),
        words("deals-bargain-formula"),
        words("deals-bargain-seal", seal=rules.seal(bargain.seed)),
    ]
    if bargain.is_revealed:
        span = bargain.start_minor - bargain.floor_minor
        taken = [cut.minor for cut in made]
        follows = rules.follows_from(bargain.seed, span, bargain.helpers, taken)
        parts.append(words("deals-bargain-seed", seed=bargain.seed, span=span, follows=follows))
    return Screen(text="\n\n".join(parts))


def open_row(words: Words, sheet: OfferSheet) -> tuple[Button, ...]:
    """A line's button in the list of what runs here."""
    title = sheet.product.title(words.language)
    return (Button(words.plain("deals-open-button", title=title), ShowOffer(offer=sheet.offer.id)),)


def line(words: Words, sheet: OfferSheet) -> str:
    title = escape(sheet.product.title(words.language))
    offer = sheet.offer
    prices = words("deals-bargain-price", floor=offer.floor, start=sheet.shelf_price or offer.floor)
    return f"<b>{title}</b>\n{prices}\n{words('deals-line-ends', when=offer.closes_at)}"


def offer_subject(offer_id: BargainOfferId) -> Subject:
    return Subject(FEATURE, offer_id, "bargain-offer")


def bargain_subject(bargain_id: BargainId) -> Subject:
    return Subject(FEATURE, bargain_id, "bargain")


def _counted(words: Words, running: int, made: int, here: int | None) -> str:
    total = words("deals-bargain-count", running=running, made=made)
    if here is None or not running + made:
        return total
    return f"{total} ({words('deals-bargain-count-here', here=here)})"


def _offer_standing(words: Words, sheet: OfferSheet) -> str:
    offer = sheet.offer
    if offer.status is BargainOfferStatus.CLOSED:
        called_off = offer.called_off_at is not None
        return words("deals-bargain-offer-over", calledoff=called_off)
    is_extended = offer.extended_at is not None
    return words("deals-card-ends", when=offer.closes_at, extended=is_extended)


def _standing(words: Words, bargain: Bargain, *, is_extended: bool, is_called_off: bool) -> str:
    match bargain.status:
        case BargainStatus.RUNNING:
            return words("deals-card-ends", when=bargain.ends_at, extended=is_extended)
        case BargainStatus.COMPLETE:
            return words("deals-bargain-complete", when=bargain.ends_at)
        case BargainStatus.BOUGHT:
            return words("deals-bargain-bought")
        case BargainStatus.OVER:
            is_short = is_called_off and bargain.missing > 0
            return words("deals-bargain-over", calledoff=is_short)


def _bargain_rows(words: Words, bargain: Bargain, share: str) -> Rows:
    log = Button(words.plain("deals-bargain-cuts-button"), ShowCuts(bargain=bargain.id))
    match bargain.status:
        case BargainStatus.RUNNING:
            help_her = Button(
                words.plain("deals-bargain-help-button"), HelpBargain(bargain=bargain.id)
            )
            return ((help_her,), (log, *_pass_on(words, share)))
        case BargainStatus.COMPLETE:
            return ((buying_views.buy_button(words, bargain),), (log,))
        case BargainStatus.BOUGHT | BargainStatus.OVER:
            return ((log,),)


def _made(counts: Counts) -> int:
    return counts.get(BargainStatus.COMPLETE, 0) + counts.get(BargainStatus.BOUGHT, 0)


def _pass_on(words: Words, share: str) -> tuple[Button, ...]:
    return (Button(words.plain("deals-share-button"), Link(share)),) if share else ()
