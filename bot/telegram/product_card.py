"""A product as people see it in a chat: picture, words, price, what is left."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from html import escape

from bot.catalog.media import MediaStore
from bot.catalog.models import Product, Variant
from bot.catalog.repository import Rating
from bot.kit.money import Currency, Money
from bot.kit.texts import Html, Words
from bot.telegram.option_words import label_name, option_name, value_name
from bot.telegram.replies import Picture, Rows, Screen

CAPTION_LIMIT = 1024
_TITLE_LIMIT = 150
_VARIANTS_LIMIT = 200
_SHORTEST_DESCRIPTION = 40
_FEW = 10  # from here on the number left is worth saying


def product_card(
    words: Words,
    product: Product,
    *,
    currency: Currency,
    media: MediaStore,
    rows: Rows = (),
    rating: Rating | None = None,
    variant: Variant | None = None,
    note: str = "",
    seller: str = "",
) -> Screen:
    """Draw a product, or one ``variant`` of it. ``note`` is HTML that stands above the rest.

    ``seller`` is named wherever somebody may buy: the contract is with that merchant.
    """
    wanted = [variant] if variant else list(product.offered)
    lines = [
        note and f"{note}\n",
        f"<b>{escape(cut(product.title(words.language), _TITLE_LIMIT))}</b>",
        price_line(words, product, currency, wanted),
        _variants_line(words, product, variant),
        stock_line(words, wanted),
        _rating_line(words, rating),
        seller and words("catalog-card-seller", name=seller),
    ]
    head = "\n".join(line for line in lines if line)
    return Screen(
        text=_with_description(head, product.description(words.language)),
        rows=rows,
        picture=product_picture(product, media),
    )


def product_picture(product: Product, media: MediaStore) -> Picture | None:
    for picture in product.pictures:
        if picture.sha256 and picture.file:
            return Picture(sha256=picture.sha256, path=media.path(picture.file))
        if picture.url and picture.trouble is None:
            return Picture(sha256=sha256(picture.url.encode()).hexdigest(), url=picture.url)
    return None


def price_line(
    words: Words,
    product: Product,
    currency: Currency,
    variants: Sequence[Variant] | None = None,
) -> str:
    """Say what it costs, or what those ``variants`` of it do.

    In the group's currency, or in one it has where it lacks that; a download in Stars alone.
    """
    variants = product.offered if variants is None else variants
    shown = product.paid_in(currency)
    if shown is not Currency.XTR:
        shown = _currency_of(variants, shown)
    prices = [price for v in variants if (price := v.price(shown)) is not None]
    if not prices:
        return words("catalog-card-no-price")
    lowest = min(prices, key=lambda price: price.minor)
    if any(price != lowest for price in prices):
        return words("catalog-card-price-from", price=lowest)
    before = _before(variants, shown)
    if before is None:
        return escape(words.money(lowest))
    return f"{escape(words.money(lowest))} <s>{escape(words.money(before))}</s>"


def stock_line(words: Words, variants: Sequence[Variant]) -> str:
    left = [variant.left for variant in variants]
    if None in left:
        return ""
    total = sum(number for number in left if number is not None)
    if total == 0:
        return words("catalog-card-sold-out")
    if total > _FEW:
        return words("catalog-card-in-stock")
    return words("catalog-card-left", left=total)


def cut(text: str, limit: int) -> str:
    """Shorten at a word, with an ellipsis, so that the HTML of it is ``limit`` long at most."""
    if _weight(text) <= limit:
        return text
    kept = text
    while kept and _weight(kept) > limit - 1:
        # Escaping makes it longer, never shorter: what is over has to go at least.
        over = (_weight(kept) - (limit - 1) + _HEAVIEST - 1) // _HEAVIEST
        kept = kept[: -max(over, 1)]
    at_a_word = kept.rsplit(maxsplit=1)[0] if " " in kept.strip() else kept
    # Chinese has no spaces: a long last "word" is cut where the room ends.
    shortened = at_a_word if len(at_a_word) > len(kept) // 2 else kept
    return shortened.rstrip(" ,;:.–-") + "…"


_HEAVIEST = 6  # &quot;


def _weight(text: str) -> int:
    """Telegram counts UTF-16 units; markup and escapes are counted too, to be on the safe side."""
    return len(escape(text).encode("utf-16-le")) // 2


def _variants_line(words: Words, product: Product, variant: Variant | None) -> str:
    if variant:
        return escape(label_name(words, variant.label))
    parts = []
    for option in product.options:
        values = dict.fromkeys(v.option_values.get(option, "") for v in product.offered)
        named = [value_name(words, value) for value in values if value]
        if named:
            listed = words.plain("catalog-card-comma").join(named)
            name = option_name(words, option)
            parts.append(words.plain("catalog-card-option", name=name, values=listed))
    return escape(cut(" · ".join(parts), _VARIANTS_LIMIT))


def _rating_line(words: Words, rating: Rating | None) -> str:
    if rating is None:
        return ""
    stars = Html(words.number(rating.average.quantize(Decimal("0.1"))))
    return words("catalog-card-rating", stars=stars, count=rating.count)


def _with_description(head: str, description: str) -> str:
    room = CAPTION_LIMIT - len(head.encode("utf-16-le")) // 2 - len("\n\n")
    if not description or room < _SHORTEST_DESCRIPTION:
        return head
    return f"{head}\n\n{escape(cut(description, room))}"


def _currency_of(variants: Sequence[Variant], wanted: Currency) -> Currency:
    sold_in = [row.currency for variant in variants for row in variant.prices]
    return wanted if wanted in sold_in or not sold_in else sold_in[0]


def _before(variants: Sequence[Variant], currency: Currency) -> Money | None:
    """The crossed-out price, where it is the same for all of them."""
    before = {variant.compare_at(currency) for variant in variants}
    return before.pop() if len(before) == 1 else None
