"""What there is of a product, and what is sold out."""

from collections.abc import Sequence

from bot.catalog.models import Product, Variant
from bot.questions import variants
from bot.questions.conversation import StockAnswer, VariantAnswer
from bot.questions.understanding import AskAttribute, AskDelivery, AskStock, AskVariant, Meaning


def measure_answer(product: Product, text: str, meaning: Meaning) -> VariantAnswer | None:
    """Answer "in 750 ml?" and "for 3 people?": values of options that are no plain size."""
    is_asked = isinstance(meaning, AskVariant | AskStock) or (
        isinstance(meaning, AskAttribute) and not meaning.names
    )
    measure = variants.measure_in(product, text) if is_asked else None
    if measure is None:
        return None
    colour = meaning.colour if isinstance(meaning, AskVariant) else None
    so_big = [v for v in product.offered if measure in v.option_values.values()]
    meant = variants.with_colour(so_big, colour) if colour else so_big
    wanted = " ".join(part for part in (measure, colour) if part)
    left = _left(meant)
    if meant and left != 0:
        return VariantAnswer(product_id=product.id, wanted=wanted, state="in_stock", left=left)
    others = variants.values(_in_stock(so_big), product, sizes=False) if colour else ()
    return VariantAnswer(
        product_id=product.id,
        wanted=wanted,
        state="sold_out" if meant else "not_offered",
        others=others or variants.siblings(_in_stock(product.offered), product, measure),
    )


def _in_stock(among: Sequence[Variant]) -> list[Variant]:
    return [variant for variant in among if not variant.is_sold_out]


def stock_answer(product: Product, meaning: AskStock | AskDelivery) -> StockAnswer:
    option = meaning.option if isinstance(meaning, AskStock) else None
    by_size = option != "colour" if option else variants.has_sizes(product)
    left = [variant for variant in product.offered if not variant.is_sold_out]
    had = variants.values(left, product, sizes=by_size)
    gone = variants.values(product.offered, product, sizes=by_size)
    return StockAnswer(
        product_id=product.id,
        others=had if option or len(had) > 1 else (),
        gone=tuple(value for value in gone if value not in had) if had else (),
    )


def variant_answer(product: Product, meaning: AskVariant) -> VariantAnswer:
    wanted = " ".join(part for part in (meaning.size, meaning.colour) if part)
    by_size = meaning.size is not None
    if (by_size and not variants.has_sizes(product) and not product.options) or (
        not by_size and not variants.has_colours(product)
    ):
        return VariantAnswer(product_id=product.id, wanted=wanted, state="not_made_so")

    meant = variants.with_size(product, meaning.size) if meaning.size else list(product.offered)
    if meaning.colour:
        meant = variants.with_colour(meant, meaning.colour)
    left = _left(meant)
    if not meant or left == 0:
        rest = [v for v in product.offered if v not in meant]
        had = variants.values([v for v in rest if not v.is_sold_out], product, sizes=by_size)
        offered = variants.values(rest, product, sizes=by_size)
        return VariantAnswer(
            product_id=product.id,
            wanted=wanted,
            state="sold_out" if meant else "not_offered",
            others=had,
            gone=tuple(value for value in offered if value not in had),
        )
    return VariantAnswer(product_id=product.id, wanted=wanted, state="in_stock", left=left)


def _left(meant: list[Variant]) -> int | None:
    pieces = [variant.left for variant in meant]
    return None if None in pieces else sum(piece for piece in pieces if piece is not None)
