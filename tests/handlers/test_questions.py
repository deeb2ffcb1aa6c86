"""When the bot speaks, and how its answers look."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Chat, Message, MessageEntity, MessageOriginUser, User

from bot.catalog.media import MediaSettings, MediaStore
from bot.catalog.merchants import ShippingOption
from bot.catalog.models import ProductId
from bot.catalog.search.shopwords import COLOURS
from bot.handlers.questions import views
from bot.handlers.questions.address import Address, ForUs, ForwardedCard, product_on_buttons
from bot.handlers.questions.callbacks import Leaf
from bot.kit.money import Currency
from bot.kit.texts import LANGUAGES, Words
from bot.questions.conversation import FactAnswer, ProductsFound, Quote, VariantAnswer
from bot.questions.models import Question, QuestionId, SearchId
from bot.questions.topics import TOPICS
from bot.telegram.drawing import keyboard
from bot.telegram.product_card import CAPTION_LIMIT
from tests.catalog import make
from tests.telegram_line import ME, PretendLine, bot_on

WORDS = Words("en")
SHOE = ProductId(1)
GROUP = Chat(id=-1001, type="supergroup", title="Market")
ANA = User(id=7, is_bot=False, first_name="Ana")
SOMEBODY_ELSE = User(id=99, is_bot=True, first_name="Other", username="other_bot")


def message(text: str, **facts: Any) -> Message:
    fields: dict[str, Any] = {"chat": GROUP, "from_user": ANA}
    return Message(
        message_id=1, date=datetime(2026, 5, 4, tzinfo=UTC), text=text, **(fields | facts)
    )


def mention(text: str, name: str) -> Message:
    entity = MessageEntity(type="mention", offset=text.index(name), length=len(name))
    return message(text, entities=[entity])


async def hears(said: Message) -> Address | None:
    heard = await ForUs()(said, bot_on(PretendLine()))
    return heard["address"] if isinstance(heard, dict) else None


class TestForUs:
    async def test_private_words(self):
        private = Chat(id=7, type="private")

        assert await hears(message("red shoes", chat=private)) == Address("red shoes", True)

    async def test_our_name_anywhere_in_a_text(self):
        assert await hears(mention("@tuan_bot red shoes", "@tuan_bot")) == Address(
            "red shoes", True
        )
        assert await hears(mention("any red shoes @Tuan_Bot ?", "@Tuan_Bot")) == Address(
            "any red shoes   ?", True
        )

    async def test_our_name_behind_a_link(self):
        entity = MessageEntity(type="text_mention", offset=0, length=4, user=ME)

        assert await hears(message("Tuan shoes", entities=[entity])) == Address("shoes", True)

    async def test_a_reply_to_us_may_be_talk(self):
        ours = message("a card", from_user=ME)

        assert await hears(message("42?", reply_to_message=ours)) == Address("42?", False)

    @pytest.mark.parametrize(
        "said",
        [
            message("does anybody know where to buy red shoes?"),
            mention("@other_bot red shoes", "@other_bot"),
            message("@tuan_bot without an entity"),
            message("42?", reply_to_message=message("I want shoes")),
            message("42?", reply_to_message=message("a card", from_user=SOMEBODY_ELSE)),
            message("@tuan_bot shoes", from_user=SOMEBODY_ELSE),
            message("/price @tuan_bot"),
            message("a card", via_bot=ME),
            message(
                "@tuan_bot shoes",
                forward_origin=MessageOriginUser(
                    date=datetime(2026, 5, 4, tzinfo=UTC), sender_user=ANA
                ),
            ),
        ],
    )
    async def test_nothing_else(self, said: Message):
        assert await hears(said) is None

    async def test_not_one_line_of_real_talk(self, real_talk: list[str]):
        bot = bot_on(PretendLine())

        heard = [line for line in real_talk if await ForUs()(_line(line), bot)]

        assert len(real_talk) > 1000
        assert heard == []


@pytest.fixture
def real_talk() -> list[str]:
    data = os.environ.get("TUAN_DATA")
    if data is None:
        pytest.skip("TUAN_DATA names no folder with group chats")
    files = sorted(Path(data, "group_chat").glob("*.tsv"))
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


def _line(line: str) -> Message:
    """A line of talk as an admin bot hears it: everything, in answer to the one before."""
    number, _, text = line.partition("\t")
    speaker = User(id=1000 + sum(map(ord, number)), is_bot=False, first_name=number)
    return message(text or "…", from_user=speaker, reply_to_message=message("…"))


async def test_a_card_of_ours_that_was_forwarded_to_us():
    date = datetime(2026, 5, 4, tzinfo=UTC)
    ours = MessageOriginUser(date=date, sender_user=ME)
    private = Chat(id=7, type="private")
    bot = bot_on(PretendLine())

    assert await ForwardedCard()(message("a card", chat=private, forward_origin=ours), bot)
    assert not await ForwardedCard()(message("a card", forward_origin=ours), bot)
    assert not await ForwardedCard()(message("a card", chat=private), bot)


async def test_an_inline_card_tells_its_product_by_its_button(session, tmp_path):
    product = await make.product(session)
    screen = views.card(
        WORDS,
        product,
        currency=Currency.EUR,
        media=MediaStore(MediaSettings(folder=tmp_path)),
        rating=None,
    )

    card = message("Red Sneaker", reply_markup=keyboard(screen.rows))

    assert product_on_buttons(card) == product.id
    assert product_on_buttons(message("no buttons")) is None
    assert product_on_buttons(None) is None


FOUND = ProductsFound(search_id=SearchId(3), product_id=SHOE, total=12)


class TestViews:
    def test_pages_are_joined_at_their_ends(self):
        back, at, on = views.leaves(WORDS, FOUND)[0]

        assert (back.opens, on.opens) == (Leaf(search=3, at=11), Leaf(search=3, at=1))
        assert at.label == "1 of 12"
        assert (
            views.leaves(WORDS, ProductsFound(search_id=SearchId(3), product_id=SHOE, total=1))
            == ()
        )

    async def test_corrections_and_misses_are_said(self, session):
        product = await make.product(session)
        missed = ProductsFound(
            search_id=SearchId(3),
            product_id=SHOE,
            total=1,
            corrected="<red> sneaker",
            missed="price",
            min_price=make.money("20.00 EUR"),
            max_price=make.money("40.00 EUR"),
        )

        assert views.found_note(WORDS, missed, product, Currency.EUR) == (
            "Showing results for <b>&lt;red&gt; sneaker</b>.\n"
            "Nothing between €20.00 and €40.00. The closest:"
        )
        assert views.found_note(WORDS, FOUND, product, Currency.EUR) == ""

    def test_variants(self):
        answer = VariantAnswer(product_id=SHOE, wanted="42", state="in_stock", left=1)
        gone = VariantAnswer(product_id=SHOE, wanted="M", state="sold_out", others=("S", "<L>"))

        assert views.variant_note(WORDS, answer, "42") == "Yes, there is one left in 42."
        assert views.variant_note(WORDS, gone, "M") == (
            "M is sold out at the moment. There is: S, &lt;L&gt;."
        )

    def test_facts(self):
        yes = FactAnswer(product_id=SHOE, name="waterproof", yes=True)
        own = FactAnswer(product_id=SHOE, name="heel_height", value="3", unit="cm")

        assert views.fact_note(Words("de"), yes) == "Wasserdicht: <b>ja</b>, laut Produktblatt."
        assert views.fact_note(WORDS, own) == "Heel height: <b>3 cm</b>"

    def test_quotes_name_their_source(self):
        quote = Quote(product_id=SHOE, source="buyer", text="It <b>shrinks</b>.", asked="Shrink?")

        assert views.quote_note(WORDS, quote) == (
            "<i>Asked before: Shrink?</i>\nA buyer says: “It &lt;b&gt;shrinks&lt;/b&gt;.”"
        )

    def test_delivery(self):
        options = [
            ShippingOption(
                code="standard",
                names={"en": "Standard", "de": "Standardversand"},
                prices={"EUR": 490},
                countries=["DE", "AT"],
                days_min=2,
                days_max=4,
            ),
            ShippingOption(code="pickup", names={}, prices={"EUR": 0}, countries=[], days_max=1),
        ]

        assert views.delivery_note(WORDS, options, Currency.EUR, "Shop") == (
            "<b>Standard</b>: €4.90 · 2–4 days · DE, AT\n<b>pickup</b>: free · 1 day"
        )
        assert views.delivery_note(WORDS, [], Currency.EUR, "<Shop>").startswith("&lt;Shop&gt;")

    async def test_a_long_quote_leaves_the_card_within_its_limit(self, session, tmp_path):
        product = await make.product(session, "T" * 150, descriptions={"en": "d" * 4000})
        note = views.quote_note(
            WORDS, Quote(product_id=SHOE, source="review", text="&" * 900, asked="<" * 900)
        )

        screen = views.card(
            WORDS,
            product,
            currency=Currency.EUR,
            media=MediaStore(MediaSettings(folder=tmp_path)),
            rating=None,
            note=note,
        )

        assert len(screen.text) <= CAPTION_LIMIT

    async def test_what_the_merchant_reads_is_escaped(self, session):
        product = await make.product(session, "<Shoe>")
        question = Question(id=QuestionId(5), text="<b>?", answer="<i>!")

        asked = views.question_for_merchant(WORDS, question, product, None)
        answered = views.merchant_answered(WORDS, question, product, views.mention(7, "<Ana>"))

        assert asked.text.startswith("Somebody asks about <b>&lt;Shoe&gt;</b>:")
        assert "“&lt;b&gt;?”" in asked.text
        assert '<a href="tg://user?id=7">&lt;Ana&gt;</a>' in answered.text
        assert "“&lt;i&gt;!”" in answered.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_attribute_and_colour_has_a_name(language: str):
    words = Words(language)

    assert all(views.attribute_name(words, name) for name in TOPICS)
    assert all(words.plain(f"questions-colour-{colour}") for colour in COLOURS)
