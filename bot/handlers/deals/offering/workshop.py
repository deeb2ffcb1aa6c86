from collections.abc import Collection

from bot.catalog.models import MerchantId
from bot.deals.offering.models import Offer
from bot.deals.packing import PackingLists
from bot.groups.models import GroupId
from bot.groups.service import GroupService
from bot.handlers.deals import place_views
from bot.handlers.deals.offering import views
from bot.handlers.deals.offering.callbacks import ChooseOfferTopic, OfferVerb, ToggleOfferGroup
from bot.handlers.deals.offering.faces import OfferFace, OfferFaces
from bot.handlers.deals.place_views import Placing
from bot.kit.clock import Clock
from bot.kit.texts import Words
from bot.telegram.replies import Button, Document, Screen


class OfferWorkshop:
    """Finds what a merchant sees while making offers and looking after them."""

    def __init__(
        self, faces: OfferFaces, packing: PackingLists, groups: GroupService, clock: Clock
    ) -> None:
        self._faces = faces
        self._packing = packing
        self._groups = groups
        self._clock = clock

    async def panel(self, words: Words, face: OfferFace, number: int, offer: Offer) -> Screen:
        terms = face.offers.terms_of(offer)
        return views.Panel(words, face.kind, number).draw(
            await face.card(words, number),
            [(term, terms) for term in face.terms],
            await self._placing(face, number, offer),
        )

    async def next(
        self,
        words: Words,
        face: OfferFace,
        number: int,
        offer: Offer,
        asked: GroupId | None,
    ) -> Screen:
        """The panel; but first the topic, where a group has several and none was named."""
        group = await self._groups.get(asked) if asked is not None else None
        if group is None or not place_views.has_topics(group):
            return await self.panel(words, face, number, offer)
        return place_views.which_topic(words, group, await self._placing(face, number, offer))

    async def management(self, words: Words, face: OfferFace, number: int, offer: Offer) -> Screen:
        """A draft is gone on with; what runs is looked after."""
        if offer.is_draft:
            return await self.panel(words, face, number, offer)
        verbs = [*face.verbs(offer)] if offer.is_running(self._clock.now()) else []
        if await face.orders(number):
            verbs.append(OfferVerb.LIST)
        card = await face.card(words, number)
        return views.management(words, face.kind, number, card, verbs)

    async def packing_list(
        self, words: Words, face: OfferFace, number: int, caption: str = ""
    ) -> Document:
        """What to pack for all that was bought."""
        content = await self._packing.csv(await face.orders(number), words.language)
        product = await face.product(number)
        title = product.title(words.language)
        return Document(
            name=f"{face.kind.value}-{number}.csv",
            content=content,
            caption=caption or words("deals-offer-list", title=title),
        )

    async def rows(
        self, words: Words, merchants: Collection[MerchantId]
    ) -> list[tuple[Button, ...]]:
        """A button for each offer of hers that runs, or is not posted yet."""
        return [
            views.manage_row(
                words,
                face.kind,
                "✏️" + face.mark if offer.is_draft else face.mark,
                number,
                await face.product(number),
            )
            for face in self._faces.all
            for number, offer in await face.led(merchants)
        ]

    async def _placing(self, face: OfferFace, number: int, offer: Offer) -> Placing:
        return Placing(
            groups=await face.offers.places(offer),
            chosen=await face.offers.chosen(offer),
            choose=lambda group: ToggleOfferGroup(kind=face.kind, offer=number, group=group),
            choose_topic=lambda group_id, thread: ChooseOfferTopic(
                kind=face.kind, offer=number, group=group_id, thread=thread
            ),
        )
