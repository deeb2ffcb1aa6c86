from collections.abc import Sequence
from decimal import Decimal
from html import escape

from bot.catalog.media import MediaStore
from bot.catalog.models import Merchant, Product, ProductStatus, Variant
from bot.handlers.catalog.callbacks import (
    Archive,
    Ask,
    Begin,
    BeginFor,
    Field,
    ForgetQuestion,
    OpenProduct,
    OpenShelf,
)
from bot.kit.texts import Html, Words
from bot.telegram.product_card import cut, price_line, product_card, stock_line
from bot.telegram.replies import Button, Rows, Screen

PAGE = 8
VARIANTS_PAGE = 20
_LABEL_LIMIT = 40
_LINE_LIMIT = 120


def which_merchant(words: Words, merchants: Sequence[Merchant], what: Begin) -> Screen:
    rows = tuple(
        (Button(_label(merchant.name), BeginFor(merchant=merchant.id, what=what)),)
        for merchant in merchants
    )
    return Screen(text=words("catalog-which-merchant"), rows=rows)


def shelf(
    words: Words,
    merchants: Sequence[Merchant],
    here: OpenShelf,
    products: Sequence[Product],
    total: int,
) -> Screen:
    """Draw a page of a merchant's products. ``merchants`` are all that the reader acts for."""
    merchant = next(one for one in merchants if one.id == here.merchant)
    head = "catalog-shelf-archived" if here.archived else "catalog-shelf"
    lines = [_shelf_line(words, merchant, product) for product in products]
    empty = words("catalog-shelf-empty-archived" if here.archived else "catalog-shelf-empty")
    text = "\n".join([words(head, name=merchant.name, count=total), "", *(lines or [empty])])
    return Screen(
        text=text,
        rows=(
            *(_product_button(words, product) for product in products),
            *_turning(here, total),
            _shelf_switch(words, here),
            *_other_shelves(merchants, here),
        ),
    )


def panel(
    words: Words, product: Product, media: MediaStore, *, note: str = "", may_undo: bool = False
) -> Screen:
    """Draw a product as its merchant sees it, with everything that can be changed."""
    status = words(f"catalog-status-{product.status.value}")
    is_archived = product.status is ProductStatus.ARCHIVED
    back = "catalog-undo-button" if may_undo else "catalog-restore-button"
    archive = Button(
        words.plain(back if is_archived else "catalog-archive-button"),
        Archive(product=product.id, archived=not is_archived),
    )
    return product_card(
        words,
        product,
        currency=product.merchant.currency,
        media=media,
        note="\n".join(
            part for part in (note, f"<i>{status}</i>", _handed_out(words, product)) if part
        ),
        rows=(
            (_ask(words, product, Field.PRICE), _ask(words, product, Field.STOCK)),
            (_ask(words, product, Field.TITLE), _ask(words, product, Field.DESCRIPTION)),
            *_download_row(words, product),
            (_ask(words, product, Field.PICTURE), archive),
            (
                Button(
                    words.plain("catalog-shelf-button"),
                    OpenShelf(merchant=product.merchant_id, archived=is_archived),
                ),
            ),
        ),
    )


def which_variant(words: Words, product: Product, asked: Ask) -> Screen:
    variants = list(product.variants)
    start = asked.page * VARIANTS_PAGE
    shown = variants[start : start + VARIANTS_PAGE]
    buttons = [_variant_button(words, product, asked, variant) for variant in shown]
    pairs = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    rows: Rows = ()
    if asked.field is Field.PRICE:
        everything = asked.model_copy(update={"chosen": True, "variant": 0})
        rows = ((Button(words.plain("catalog-all-variants-button"), everything),),)
    turning: list[Button] = []
    if asked.page > 0:
        turning.append(Button("‹", asked.model_copy(update={"page": asked.page - 1})))
    if start + VARIANTS_PAGE < len(variants):
        turning.append(Button("›", asked.model_copy(update={"page": asked.page + 1})))
    text = words("catalog-which-variant", title=product.title(words.language))
    return Screen(text=text, rows=(*rows, *pairs, *((tuple(turning),) if turning else ())))


def question(words: Words, key: str, **facts: object) -> Screen:
    """Ask for something to be sent, with a way out."""
    stop = Button(words.plain("catalog-never-mind-button"), ForgetQuestion())
    return Screen(text=words(key, **facts), rows=((stop,),))


def _shelf_line(words: Words, merchant: Merchant, product: Product) -> str:
    title = escape(cut(product.title(words.language), _LINE_LIMIT))
    facts = [
        price_line(words, product, merchant.currency),
        stock_line(words, product.offered) if product.is_active else _status(words, product),
    ]
    return f"• <b>{title}</b> – {Html(', '.join(fact for fact in facts if fact))}"


def _handed_out(words: Words, product: Product) -> str:
    """Say what buyers of a digital product get, or that nobody can buy it yet."""
    if product.needs_shipping:
        return ""
    if product.download:
        kept = product.download
        megabytes = words.number(Decimal(kept["size"]).scaleb(-6).quantize(Decimal("0.01")))
        return words("catalog-download-file", name=kept["name"], megabytes=megabytes)
    key = "catalog-download-text" if product.download_text else "catalog-download-missing"
    return words(key, text=cut(product.download_text or "", _LINE_LIMIT))


def _download_row(words: Words, product: Product) -> Rows:
    return () if product.needs_shipping else ((_ask(words, product, Field.DOWNLOAD),),)


def _status(words: Words, product: Product) -> str:
    return words(f"catalog-status-{product.status.value}")


def _product_button(words: Words, product: Product) -> tuple[Button, ...]:
    return (Button(_label(product.title(words.language)), OpenProduct(product=product.id)),)


def _turning(here: OpenShelf, total: int) -> Rows:
    pages = -(-total // PAGE)
    if pages <= 1:
        return ()
    row: list[Button] = []
    if here.page > 0:
        row.append(Button("‹", here.model_copy(update={"page": here.page - 1})))
    if here.page + 1 < pages:
        row.append(
            Button(f"{here.page + 1}/{pages} ›", here.model_copy(update={"page": here.page + 1}))
        )
    return (tuple(row),)


def _shelf_switch(words: Words, here: OpenShelf) -> tuple[Button, ...]:
    other = "catalog-shelf-active-button" if here.archived else "catalog-shelf-archived-button"
    there = OpenShelf(merchant=here.merchant, archived=not here.archived)
    new = BeginFor(merchant=here.merchant, what=Begin.NEW)
    return (Button(words.plain(other), there), Button(words.plain("catalog-new-button"), new))


def _other_shelves(merchants: Sequence[Merchant], here: OpenShelf) -> Rows:
    return tuple(
        (Button(_label(f"→ {merchant.name}"), OpenShelf(merchant=merchant.id)),)
        for merchant in merchants
        if merchant.id != here.merchant
    )


def _ask(words: Words, product: Product, field: Field) -> Button:
    return Button(
        words.plain(f"catalog-{field.name.lower()}-button"),
        Ask(product=product.id, field=field),
    )


def _variant_button(words: Words, product: Product, asked: Ask, variant: Variant) -> Button:
    price = variant.price(product.paid_in(product.merchant.currency))
    facts = {
        Field.PRICE: words.money(price) if price else "–",
        Field.STOCK: "∞" if variant.unlimited else words.number(variant.on_hand),
    }
    label = f"{variant.label or product.title(words.language)}: {facts[asked.field]}"
    return Button(_label(label), asked.model_copy(update={"variant": variant.id, "chosen": True}))


def _label(text: str) -> str:
    return text if len(text) <= _LABEL_LIMIT else text[: _LABEL_LIMIT - 1] + "…"
