"""From a text to a reply, and from an answer to what people see."""

from collections.abc import Sequence

from bot.catalog.media import MediaStore
from bot.catalog.models import MerchantId, Product, ProductId
from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.catalog.search.ordering import Order
from bot.catalog.search.shopwords import colour_of
from bot.groups.service import GroupService
from bot.groups.settings import GroupDefaults
from bot.handlers.questions import views
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.questions.conversation import (
    Answer,
    Asked,
    Conversation,
    DeliveryAnswer,
    DontKnow,
    FactAnswer,
    NothingFound,
    PriceAnswer,
    ProductIsGone,
    ProductsFound,
    Quote,
    SmallTalk,
    StockAnswer,
    VariantAnswer,
)
from bot.questions.finding import ProductFinder
from bot.questions.understanding import Search
from bot.telegram.actor import Actor
from bot.telegram.replies import Rows, Screen, Show, Subject

PRODUCT = "product"  # cards of every feature are remembered under this name


class AnswerDesk:
    def __init__(
        self,
        conversation: Conversation,
        finder: ProductFinder,
        *,
        catalog: CatalogRepository,
        merchants: MerchantRepository,
        groups: GroupService,
        media: MediaStore,
        defaults: GroupDefaults,
    ) -> None:
        self._conversation = conversation
        self._finder = finder
        self._catalog = catalog
        self._merchants = merchants
        self._groups = groups
        self._media = media
        self._defaults = defaults

    async def answer(
        self,
        actor: Actor,
        text: str,
        *,
        product_id: ProductId | None = None,
        expects_answer: bool = True,
    ) -> Sequence[Answer]:
        return await self._conversation.reply(
            await self._asked(actor, text, product_id=product_id, expects_answer=expects_answer)
        )

    async def popular(self, actor: Actor) -> Sequence[Answer]:
        """Show what people like, to somebody whose words named nothing."""
        answer = await self._finder.find(
            await self._asked(actor, "", product_id=None, expects_answer=True),
            Search(order=Order.POPULAR),
        )
        return () if answer is None else (answer,)

    async def draw(self, actor: Actor, answers: Sequence[Answer]) -> tuple[Show, ...]:
        return tuple([await self._draw(actor, answer) for answer in answers])

    async def leaf(self, actor: Actor, found: ProductsFound) -> Screen:
        return (await self._found(actor, found)).screen

    def currency(self, actor: Actor) -> Currency:
        return actor.group.currency if actor.group else self._defaults.currency

    async def sellers(self, actor: Actor) -> frozenset[MerchantId] | None:
        return await self._groups.sellers(actor.group) if actor.group else None

    async def _asked(
        self, actor: Actor, text: str, *, product_id: ProductId | None, expects_answer: bool
    ) -> Asked:
        return Asked(
            text=text,
            person_id=actor.id,
            language=actor.public_words.language,
            currency=self.currency(actor),
            group_id=actor.group.id if actor.group else None,
            thread_id=actor.place.thread_id,
            product_id=product_id,
            merchants=await self.sellers(actor),
            expects_answer=expects_answer,
        )

    async def _draw(self, actor: Actor, answer: Answer) -> Show:
        words = actor.public_words
        match answer:
            case ProductsFound():
                return await self._found(actor, answer)
            case NothingFound():
                return Show(views.nothing_found(words, answer.words))
            case SmallTalk():
                return Show(views.small_talk(words, answer))
            case ProductIsGone():
                return Show(views.product_gone(words))
            case DontKnow():
                product = await self._catalog.get(answer.product_id)
                screen = views.dont_know(words, product, answer.question_id)
                return Show(screen, subject=Subject(PRODUCT, product.id))
            case _:
                return await self._about(actor, answer)

    async def _about(
        self,
        actor: Actor,
        answer: VariantAnswer | FactAnswer | Quote | PriceAnswer | StockAnswer | DeliveryAnswer,
    ) -> Show:
        words = actor.public_words
        product = await self._catalog.get(answer.product_id)
        note, question_id = "", None
        match answer:
            case VariantAnswer():
                note = views.variant_note(words, answer, _wanted(words, answer))
            case FactAnswer():
                note = views.fact_note(words, answer)
            case Quote():
                note = views.quote_note(words, answer)
                question_id = answer.question_id
            case DeliveryAnswer():
                note = await self._delivery(actor, product)
            case PriceAnswer():
                note = views.price_note(words, product, self.currency(actor))
            case StockAnswer():
                note = views.stock_note(words, product, answer)
        screen = views.about(words, product, note, self.currency(actor), question_id)
        return Show(screen, subject=Subject(PRODUCT, product.id))

    async def _found(self, actor: Actor, found: ProductsFound) -> Show:
        words = actor.public_words
        product = await self._catalog.get(found.product_id)
        note = views.found_note(words, found, product, self.currency(actor))
        return await self._card(actor, product, note, views.leaves(words, found))

    async def _card(self, actor: Actor, product: Product, note: str, more: Rows = ()) -> Show:
        screen = views.card(
            actor.public_words,
            product,
            currency=self.currency(actor),
            media=self._media,
            rating=await self._catalog.rating(product.id),
            note=note,
            more=more,
        )
        return Show(screen, subject=Subject(PRODUCT, product.id))

    async def _delivery(self, actor: Actor, product: Product) -> str:
        merchant = await self._merchants.get(product.merchant_id)
        return views.delivery_note(
            actor.public_words, merchant.shipping, self.currency(actor), merchant.name
        )


def _wanted(words: Words, answer: VariantAnswer) -> str:
    """Say what was asked for in the reader's language: colours are kept in English."""
    parts = [
        words.plain(f"questions-colour-{part}") if colour_of(part) == part else part
        for part in answer.wanted.split()
    ]
    return " ".join(parts)
