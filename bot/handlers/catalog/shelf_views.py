"""A merchant's shelf, page by page."""

from collections.abc import Sequence
from html import escape

from bot.catalog.models import Merchant, Product
from bot.handlers.catalog.callbacks import Begin, BeginFor, FetchPictures, OpenProduct, OpenShelf
from bot.handlers.catalog.views import LINE_LIMIT, label, stock_count
from bot.kit.texts import Html, Words
from bot.telegram.product_card import cut, price_line
from bot.telegram.replies import Button, Rows, Screen

PAGE = 8


def shelf(
    words: Words,
    merchants: Sequence[Merchant],
    here: OpenShelf,
    products: Sequence[Product],
    total: int,
    *,
    missing_pictures: int = 0,
) -> Screen:
    """Draw a page of a merchant's products. ``merchants`` are all that the reader acts for."""
    merchant = next(one for one in merchants if one.id == here.merchant)
    head = "catalog-shelf-archived" if here.archived else "catalog-shelf"
    lines = [_shelf_line(words, merchant, product) for product in products]
    empty = words("catalog-shelf-empty-archived" if here.archived else "catalog-shelf-empty")
    missing = (
        [words("catalog-pictures-missing", count=missing_pictures)] if missing_pictures else []
    )
    again = Button(
        words.plain("catalog-pictures-again-button"), FetchPictures(merchant=merchant.id)
    )
    text = [words(head, name=merchant.name, count=total), "", *(lines or [empty])]
    return Screen(
        text="\n".join([*text, *(["", *missing] if missing else [])]),
        rows=(
            *(_product_button(words, product) for product in products),
            *_turning(here, total),
            *(((again,),) if missing else ()),
            _shelf_switch(words, here),
            *_other_shelves(merchants, here),
        ),
    )


def _shelf_line(words: Words, merchant: Merchant, product: Product) -> str:
    title = escape(cut(product.title(words.language), LINE_LIMIT))
    status = words(f"catalog-status-{product.status.value}")
    facts = [
        price_line(words, product, merchant.currency),
        stock_count(words, product) if product.is_active else status,
    ]
    return f"• <b>{title}</b> – {Html(', '.join(fact for fact in facts if fact))}"


def _product_button(words: Words, product: Product) -> tuple[Button, ...]:
    return (Button(label(product.title(words.language)), OpenProduct(product=product.id)),)


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
        (Button(label(f"→ {merchant.name}"), OpenShelf(merchant=merchant.id)),)
        for merchant in merchants
        if merchant.id != here.merchant
    )
