"""A sale day as people see it: while it counts, while it sells, and after."""

from collections.abc import Sequence
from html import escape

from bot.catalog.media import MediaStore
from bot.catalog.models import Product
from bot.deals.sale_days.models import (
    SaleDay,
    SaleDayGroup,
    SaleDayId,
    SaleDayJoin,
    SaleDayLink,
    SaleDayStatus,
)
from bot.deals.sale_days.proof import JoinLog
from bot.deals.sale_days.service import Counted, SaleDaySheet
from bot.groups.models import GroupId
from bot.handlers.deals import buying_views
from bot.handlers.deals.filters import FEATURE
from bot.handlers.deals.sale_days.callbacks import (
    BuyOnSaleDay,
    CountMeIn,
    ExplainSaleDay,
    ShowJoins,
    ShowSaleDay,
    TakeLink,
)
from bot.handlers.deals.views import bar
from bot.kit.money import Money
from bot.kit.texts import Words
from bot.orders.buying import ToPay
from bot.orders.models import OrderId
from bot.telegram.product_card import product_picture
from bot.telegram.replies import Button, Disabled, Invoice, Link, Rows, Screen, Subject

LINES = 20


def card(
    words: Words,
    sheet: SaleDaySheet,
    groups: Sequence[SaleDayGroup],
    *,
    media: MediaStore,
    here: GroupId | None = None,
    is_preview: bool = False,
) -> Screen:
    sale = sheet.sale
    lines = [
        f"<b>{escape(sheet.product.title(words.language))}</b>",
        _price(words, sale),
        _formula(words, sale) if sale.status is not SaleDayStatus.OVER else "",
        "",
        *_standing(words, sheet, groups, here),
        words("catalog-card-seller", name=sheet.merchant.name),
    ]
    return Screen(
        text="\n".join(lines).replace("\n\n\n", "\n\n"),
        rows=() if is_preview else _rows(words, sheet),
        picture=product_picture(sheet.product, media),
    )


def own_link(words: Words, sheet: SaleDaySheet, link: SaleDayLink, share: str) -> Screen:
    """Seen by her alone."""
    text = words(
        "deals-saleday-your-link",
        title=sheet.product.title(words.language),
        joins=link.joins,
        percent=sheet.sale.percent,
        when=sheet.sale.until,
    )
    pass_on = Button(words.plain("deals-saleday-send-link-button"), Link(share))
    return Screen(text=text, rows=((pass_on,),))


def invitation(words: Words, sheet: SaleDaySheet, link: SaleDayLink, drawn: Screen) -> Screen:
    """What somebody sees who opened a friend's link: the card, and a way to be counted."""
    rows: Rows = drawn.rows
    if sheet.sale.status is SaleDayStatus.COUNTING:
        count = Button(words.plain("deals-saleday-count-button"), CountMeIn(code=link.code))
        rows = ((count,),)
    return Screen(text=drawn.text, rows=rows, picture=drawn.picture)


def counted(words: Words, found: Counted) -> Screen:
    sale = found.sale
    text = words("deals-saleday-counted", price=sale.price, when=sale.until, code=found.join.code)
    return Screen(text=text)


def ends_soon(words: Words, sheet: SaleDaySheet) -> Screen:
    """News for a group: the counting does."""
    sale = sheet.sale
    text = words(
        "deals-saleday-ends-soon",
        title=sheet.product.title(words.language),
        price=sale.price,
        joins=sale.joins,
        when=sale.until,
    )
    link = Button(words.plain("deals-saleday-link-button"), TakeLink(sale=sale.id))
    return Screen(text=text, rows=((link,),))


def log(words: Words, found: JoinLog, *, page: int, mine: str | None) -> Screen:
    """Twenty lines at a time, the newest page last; each can be recomputed by anybody."""
    pages = max(1, -(-len(found.joins) // LINES))
    page = max(0, min(page, pages - 1))
    sale = found.sale
    head = words("deals-saleday-log-title", number=f"s{sale.id}", joins=sale.joins)
    lines = [_log_line(words, one, mine) for one in found.joins[page * LINES :][:LINES]]
    whole = words("deals-proof-whole" if found.is_whole else "deals-proof-broken")
    parts = [
        head,
        "\n".join(lines) or words("deals-saleday-log-empty"),
        words("deals-proof-yours", code=mine) if mine else "",
        f"{whole} <code>{found.joins[-1].digest[:16]}</code>" if found.joins else "",
    ]
    turn = []
    if page:
        turn.append(Button("‹", ShowJoins(sale=sale.id, page=page - 1)))
    if page + 1 < pages:
        turn.append(Button("›", ShowJoins(sale=sale.id, page=page + 1)))
    return Screen(text="\n\n".join(filter(None, parts)), rows=(tuple(turn),) if turn else ())


def frozen(words: Words, sheet: SaleDaySheet) -> Screen:
    """News for a group, and for everybody who took part."""
    sale = sheet.sale
    text = words(
        "deals-saleday-frozen",
        title=sheet.product.title(words.language),
        joins=sale.joins,
        price=sale.price,
        when=sale.until,
    )
    return Screen(text=text, rows=((_buy_button(words, sale),),))


def ended(words: Words, sheet: SaleDaySheet) -> Screen:
    title = sheet.product.title(words.language)
    text = words("deals-saleday-ended", title=title, sold=sheet.sale.sold, how=_how(sheet.sale))
    return Screen(text=text)


def paid_too_often(words: Words) -> Screen:
    return Screen(text=words("deals-saleday-paid-too-often"))


def explained(words: Words, sale: SaleDay) -> str:
    """What the question mark says (200 characters)."""
    return words.plain("deals-saleday-how", percent=sale.percent, cap=sale.cap_per_group)


def which_variant(words: Words, product: Product, sale: SaleDay) -> Screen:
    rows = buying_views.variants(
        words, product, lambda variant: BuyOnSaleDay(sale=sale.id, variant=variant.id)
    )
    return Screen(text=words("deals-saleday-which", price=sale.price), rows=rows)


def terms(words: Words, sale: SaleDay, variant: int) -> Screen:
    return buying_views.terms(words, BuyOnSaleDay(sale=sale.id, variant=variant, accept=True))


def invoice(words: Words, to_pay: ToPay, sale: SaleDay, provider_token: str) -> Invoice:
    what = buying_views.ordered(words, to_pay)
    return buying_views.form(
        words,
        to_pay,
        provider_token,
        description=words.plain("deals-saleday-invoice", merchant=to_pay.merchant.name, what=what),
        screen=buying_views.pay_now(words, to_pay),
        subject=invoice_of(to_pay.order.id),
        start=f"saleday_{sale.id}",
    )


def bought(words: Words, price: Money) -> Screen:
    """Where the form to pay was."""
    return Screen(text=words("deals-saleday-bought", price=price))


def invoice_of(order_id: OrderId) -> Subject:
    return Subject(FEATURE, order_id, "saleday-invoice")


def open_row(words: Words, sheet: SaleDaySheet) -> tuple[Button, ...]:
    """A line's button in the list of what runs here."""
    title = sheet.product.title(words.language)
    return (Button(words.plain("deals-open-button", title=title), ShowSaleDay(sale=sheet.sale.id)),)


def line(words: Words, sheet: SaleDaySheet) -> str:
    title = escape(sheet.product.title(words.language))
    ends = words("deals-line-ends", when=sheet.sale.until)
    return f"<b>{title}</b>\n{_price(words, sheet.sale)}\n{ends}"


def subject(sale_id: SaleDayId) -> Subject:
    return Subject(FEATURE, sale_id, "saleday")


def _price(words: Words, sale: SaleDay) -> str:
    how = "start" if sale.price == sale.start else "now"
    if sale.price_minor is not None:
        how = "frozen"
    return words("deals-saleday-price", start=sale.start, price=sale.price, how=how)


def _formula(words: Words, sale: SaleDay) -> str:
    return words(
        "deals-saleday-formula",
        percent=sale.percent,
        joins=sale.joins,
        start=sale.start,
        floor=sale.floor,
        cap=sale.cap_per_group,
    )


def _log_line(words: Words, join: SaleDayJoin, mine: str | None) -> str:
    line = words("deals-saleday-log-line", nth=str(join.nth), when=join.at, code=join.code)
    return f"<b>{line}</b> ◀" if mine == join.code else line


def _how(sale: SaleDay) -> str:
    """How it ended."""
    if sale.called_off_at is not None:
        return "called-off"
    return "sold" if sale.price_minor is not None else "nobody"


def _standing(
    words: Words, sheet: SaleDaySheet, groups: Sequence[SaleDayGroup], here: GroupId | None
) -> list[str]:
    sale, is_extended = sheet.sale, sheet.sale.extended_at is not None
    if sale.status is SaleDayStatus.OVER:
        return [words("deals-saleday-over", sold=sale.sold, how=_how(sale))]
    if sale.status is SaleDayStatus.SELLING:
        facts = {"when": sale.until, "each": sale.per_person, "most": sale.most or 0}
        return [
            words("deals-saleday-joined", joins=sale.joins, groups=len(groups)),
            *([words("deals-saleday-frozen-early")] if sale.frozen_early else ()),
            words("deals-saleday-selling", **facts, extended=is_extended),
            *([words("deals-saleday-sold-out")] if sheet.is_sold_out else ()),
        ]
    lines = [words("deals-saleday-joined", joins=sale.joins, groups=len(groups))]
    for place in groups:
        if place.group_id == here or len(groups) == 1:
            facts = {"joins": place.joins, "cap": sale.cap_per_group}
            lines.append(
                f"{bar(place.joins, sale.cap_per_group)} {words('deals-saleday-here', **facts)}"
            )
    if sale.most is not None:
        lines.append(words("deals-saleday-most", most=sale.most))
    return [*lines, words("deals-saleday-freezes", when=sale.until, extended=is_extended)]


def _rows(words: Words, sheet: SaleDaySheet) -> Rows:
    sale = sheet.sale
    joined = Button(words.plain("deals-saleday-log-button"), ShowJoins(sale=sale.id))
    how = Button(words.plain("deals-how-button"), ExplainSaleDay(sale=sale.id))
    match sale.status:
        case SaleDayStatus.COUNTING:
            link = Button(words.plain("deals-saleday-link-button"), TakeLink(sale=sale.id))
            return ((link,), (how, joined))
        case SaleDayStatus.SELLING if sheet.is_sold_out:
            gone = Button(words.plain("orders-sold-out-button"), Disabled())
            return ((gone,), (how, joined))
        case SaleDayStatus.SELLING:
            return ((_buy_button(words, sale),), (how, joined))
        case SaleDayStatus.OVER | SaleDayStatus.DRAFT:
            return ((Button(words.plain("deals-over-button"), Disabled()), joined),)


def _buy_button(words: Words, sale: SaleDay) -> Button:
    label = words.plain("deals-bargain-buy-button", floor=sale.price)
    return Button(label, BuyOnSaleDay(sale=sale.id))
