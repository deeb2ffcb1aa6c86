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
    BeginNew,
    Field,
    OpenShelf,
)
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.telegram.asking import never_mind, question
from bot.telegram.deal_button import GroupBuyOf
from bot.telegram.option_words import label_name
from bot.telegram.product_card import cut, product_card
from bot.telegram.replies import Button, Rows, Screen

VARIANTS_PAGE = 20
_LABEL_LIMIT = 40
LINE_LIMIT = 120
_ADDRESS_LIMIT = 60
_VARIANTS_COUNTED = 12


def which_merchant(words: Words, merchants: Sequence[Merchant], what: Begin) -> Screen:
    rows = tuple(
        (Button(label(merchant.name), BeginFor(merchant=merchant.id, what=what, asked=True)),)
        for merchant in merchants
    )
    return Screen(text=words("catalog-which-merchant"), rows=rows)


def which_kind(words: Words, merchant: Merchant) -> Screen:
    """A new product travels in a parcel, or through the chat."""
    rows = tuple(
        (
            Button(
                words.plain(f"catalog-new-{kind}-button"),
                BeginNew(merchant=merchant.id, digital=digital),
            ),
        )
        for kind, digital in (("parcel", False), ("download", True))
    )
    return Screen(text=words("catalog-which-kind"), rows=(*rows, never_mind(words)))


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
            part
            for part in (
                note,
                " · ".join(filter(None, [f"<i>{status}</i>", stock_count(words, product)])),
                _no_stars(words, product),
                _handed_out(words, product),
                _troubles(words, product),
            )
            if part
        ),
        rows=(
            _price_and_stock(words, product),
            (_ask(words, product, Field.TITLE), _ask(words, product, Field.DESCRIPTION)),
            *_download_row(words, product),
            (_ask(words, product, Field.PICTURE), archive),
            *_together_row(words, product),
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


def price_question(words: Words, title: str, currency: Currency, *, is_digital: bool) -> Screen:
    key = "catalog-ask-stars" if is_digital else "catalog-ask-price"
    return question(words, key, title=title, currency=currency)


def stock_count(words: Words, product: Product) -> str:
    """Say how many there are of each variant: buyers read "In stock", a merchant counts."""
    variants = list(product.offered)
    if not variants or all(variant.unlimited for variant in variants):
        return ""
    if len(variants) == 1:
        return words("catalog-stock-count", count=variants[0].on_hand)
    named = [
        f"{label_name(words, variant.label)}: {_pieces(words, variant)}"
        for variant in variants[:_VARIANTS_COUNTED]
    ]
    more = [f"+{words.number(rest)}"] if (rest := len(variants) - _VARIANTS_COUNTED) > 0 else []
    return escape(" · ".join([*named, *more]))


def _pieces(words: Words, variant: Variant) -> str:
    return "∞" if variant.unlimited else words.number(variant.on_hand)


def _troubles(words: Words, product: Product) -> str:
    """Name the pictures that could not be had, and why."""
    return "\n".join(
        words(
            "catalog-picture-trouble",
            address=cut(picture.url or "", _ADDRESS_LIMIT),
            why=picture.trouble.value,
        )
        for picture in product.pictures
        if picture.trouble is not None
    )


def _no_stars(words: Words, product: Product) -> str:
    is_priced = any(variant.price(Currency.XTR) for variant in product.offered)
    return "" if product.needs_shipping or is_priced else words("catalog-stars-missing")


def _handed_out(words: Words, product: Product) -> str:
    """Say what buyers of a digital product get, or that nobody can buy it yet."""
    if product.needs_shipping:
        return ""
    if product.download:
        kept = product.download
        megabytes = words.number(Decimal(kept["size"]).scaleb(-6).quantize(Decimal("0.01")))
        return words("catalog-download-file", name=kept["name"], megabytes=megabytes)
    key = "catalog-download-text" if product.download_text else "catalog-download-missing"
    return words(key, text=cut(product.download_text or "", LINE_LIMIT))


def _price_and_stock(words: Words, product: Product) -> tuple[Button, ...]:
    price = _ask(words, product, Field.PRICE)
    is_endless = all(variant.unlimited for variant in product.variants)
    if is_endless and not product.needs_shipping:  # nobody counts the copies of a file
        return (price,)
    return (price, _ask(words, product, Field.STOCK))


def _download_row(words: Words, product: Product) -> Rows:
    return () if product.needs_shipping else ((_ask(words, product, Field.DOWNLOAD),),)


def _together_row(words: Words, product: Product) -> Rows:
    if not product.is_for_sale:
        return ()
    begin = GroupBuyOf(product=product.id)
    return ((Button(words.plain("catalog-group-buy-button"), begin),),)


def _ask(words: Words, product: Product, field: Field) -> Button:
    return Button(
        words.plain(f"catalog-{field.name.lower()}-button"),
        Ask(product=product.id, field=field),
    )


def _variant_button(words: Words, product: Product, asked: Ask, variant: Variant) -> Button:
    price = variant.price(product.paid_in(product.merchant.currency))
    facts = {
        Field.PRICE: words.money(price) if price else "–",
        Field.STOCK: _pieces(words, variant),
    }
    named = (
        f"{label_name(words, variant.label) or product.title(words.language)}: {facts[asked.field]}"
    )
    return Button(label(named), asked.model_copy(update={"variant": variant.id, "chosen": True}))


def label(text: str) -> str:
    return text if len(text) <= _LABEL_LIMIT else text[: _LABEL_LIMIT - 1] + "…"
