"""What people see while they choose, and what the buttons carry."""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Message

from bot.catalog.models import Merchant, Product, Variant, VariantPrice
from bot.handlers.orders.callbacks import Begun, Pay, Pick
from bot.handlers.orders.choice_views import variant_choice
from bot.handlers.orders.mine import order_number
from bot.kit.money import Currency, Money
from bot.kit.texts import Words
from bot.orders.choosing import choose, picks_of
from bot.orders.errors import UnknownOrder
from bot.telegram.filters import Linked
from bot.telegram.replies import Disabled, Screen

BEGUN = Begun(currency="EUR", group=3, thread=9)


def shoe(*variants: tuple[str, str, int]) -> Product:
    """A shoe by size, colour and number left."""
    return Product(
        id=7,
        merchant=Merchant(name="Lindenfaden", currencies=["EUR"]),
        titles={"en": "Red <Sneaker>"},
        handle="shoe",
        options=["size", "colour"],
        variants=[
            Variant(
                id=number,
                option_values={"size": size, "colour": colour},
                on_hand=left,
                reserved=0,
                unlimited=False,
                is_offered=True,
                prices=[VariantPrice(currency=Currency.EUR, minor=4500)],
            )
            for number, (size, colour, left) in enumerate(variants, 1)
        ],
    )


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def draw(
    product: Product, picks: tuple[int, ...], quantity: int = 1, language: str = "en"
) -> Screen:
    choice = choose(product, picks)
    price = choice.variant.price(Currency.EUR) if choice.variant else None
    return variant_choice(
        Words(language), product, choice, begun=BEGUN, quantity=quantity, price=price
    )


class TestChoosing:
    async def test_asks_for_one_option_after_the_other(self):
        product = shoe(("41", "red", 1), ("42", "red", 0), ("42", "blue", 5))

        first, second = draw(product, ()), draw(product, (1,))

        assert labels(first) == [["41", "42"], ["Close"]]
        assert labels(second) == [["41", "✓ 42"], ["red", "blue"], ["Close"]]
        assert isinstance(second.rows[1][0].opens, Disabled)
        assert second.rows[1][1].opens == Pick(
            product=7, picks="1-1", quantity=1, currency="EUR", group=3, thread=9
        )

    async def test_does_not_ask_what_has_one_answer(self):
        screen = draw(shoe(("41", "red", 2), ("42", "red", 2)), (1,))

        assert labels(screen)[1:] == [["−", "1", "+"], ["Pay €45.00"], ["Add to cart"], ["Close"]]
        assert screen.text == "<b>Red &lt;Sneaker&gt;</b>\n42 / red · €45.00\nOnly 2 left"

    async def test_never_offers_more_than_is_left(self):
        screen = draw(shoe(("41", "red", 2)), (), quantity=99)

        assert labels(screen)[0] == ["−", "2", "+"]
        assert isinstance(screen.rows[0][2].opens, Disabled)
        assert screen.rows[1][0].opens == Pay(
            variant=1, quantity=2, total=9000, currency="EUR", group=3, thread=9
        )

    async def test_says_when_the_choice_is_sold_out(self):
        assert labels(draw(shoe(("41", "red", 0)), ())) == [["Sold out"], ["Close"]]

    async def test_forgets_a_pick_that_does_not_exist_any_more(self):
        product = shoe(("41", "red", 1), ("42", "red", 1))

        assert choose(product, (5,)).variant is None
        assert choose(product, (-1,)).variant is None

    async def test_finds_the_way_to_a_variant(self):
        product = shoe(("41", "red", 1), ("42", "red", 0), ("42", "blue", 5))

        for variant in product.variants:
            assert choose(product, picks_of(product, variant)).variant is variant

    @pytest.mark.parametrize(("language", "pay"), [("de", "45,00 € zahlen"), ("zh", "支付 €45.00")])
    async def test_speaks_the_readers_language(self, language, pay):
        screen = draw(shoe(("41", "red", 2)), (), language=language)

        assert labels(screen)[1] == [pay.replace(" €", "\xa0€") if language == "de" else pay]


def said(text: str) -> Message:
    return Message(
        message_id=1,
        date=datetime(2026, 5, 4, tzinfo=UTC),
        chat=Chat(id=1, type="private"),
        text=text,
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("/start buy_7", 7),
        ("/start@tuan_bot buy_7", 7),
        ("/start buy_", None),
        ("/start buy_-7", None),
        ("/start buy_7 x", None),
        ("/start buy_" + "9" * 30, None),
        ("/start order_7", None),
        ("buy_7", None),
    ],
)
async def test_deep_links_are_read_strictly(text, number):
    found = await Linked("buy")(said(text))

    assert found == ({"number": number} if number else False)


@pytest.mark.parametrize("typed", ["-1", "1.5", "٣", "x", "9" * 40])
def test_an_order_number_is_a_number(typed):
    with pytest.raises(UnknownOrder):
        order_number(typed)


def test_money_on_the_button_is_the_total():
    screen = draw(shoe(("41", "red", 5)), (), quantity=3)

    assert labels(screen)[1] == [f"Pay {Words('en').money(Money(13500, Currency.EUR))}"]
