"""She types "42" where the buttons ask for a size: that is her choice, and no search."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import BaseFilter
from aiogram.types import Message
from dishka import AsyncContainer
from dishka.integrations.aiogram import CONTAINER_NAME, FromDishka

from bot.catalog.models import Product, ProductId
from bot.catalog.pending import PendingInputs
from bot.catalog.repository import CatalogRepository
from bot.handlers.orders.choosing import choice_screen
from bot.handlers.orders.origin import begun_by
from bot.handlers.orders.spoken_choice import Spoken, read_choice
from bot.kit.clock import Clock
from bot.orders.delivery import DeliveryService
from bot.people.models import PersonId
from bot.telegram.actor import Actor
from bot.telegram.buy_button import CHOICE
from bot.telegram.filters import Private
from bot.telegram.replies import Reply, Show, Subject
from bot.telegram.shown import ShownMessages

router = Router(name=__name__)
WAITS = timedelta(minutes=30)  # later than that she has something else on her mind


class TypesChoice(BaseFilter):
    """Private words right after we asked for a variant that can be read as one."""

    async def __call__(self, message: Message, **data: Any) -> bool | dict[str, Any]:  # noqa: ANN401 -- aiogram's
        if not message.text or message.text.startswith("/") or message.forward_origin:
            return False
        scope: AsyncContainer = data[CONTAINER_NAME]
        asked = await _asked(message, scope)
        if asked is None:
            return False
        product = await (await scope.get(CatalogRepository)).find(ProductId(asked.id))
        if product is None or not product.is_for_sale:
            return False
        picks = [int(number) for number in asked.part.split("-") if number.isdigit()]
        spoken = read_choice(product, picks, message.text)
        return {"product": product, "spoken": spoken} if spoken else False


async def _asked(message: Message, scope: AsyncContainer) -> Subject | None:
    """Find the choice that waits for her; None where something else was said or asked since."""
    shown = await scope.get(ShownMessages)
    newest = await shown.newest(message.chat.id)
    now = (await scope.get(Clock)).now()
    if newest is None or newest[0].feature != CHOICE or now - newest[1] > WAITS:
        return None
    if message.reply_to_message:
        about = await shown.find(message.chat.id, message.reply_to_message.message_id)
        return about if about and about.feature == CHOICE else None
    pending = await (await scope.get(PendingInputs)).find(PersonId(message.chat.id))
    return None if pending else newest[0]


@router.message(Private(), TypesChoice())
async def choose_by_words(
    _: Message,
    product: Product,
    spoken: Spoken,
    actor: FromDishka[Actor],
    delivery: FromDishka[DeliveryService],
) -> Reply:
    screen = await choice_screen(
        actor.words,
        product,
        spoken.picks,
        delivery,
        begun=begun_by(actor),
        quantity=spoken.quantity,
    )
    if not spoken.understood:
        screen = replace(screen, text=f"{actor.words('orders-tap-one')}\n\n{screen.text}")
    picks = "-".join(map(str, spoken.picks))
    return Show(screen, Subject(CHOICE, product.id, picks))
