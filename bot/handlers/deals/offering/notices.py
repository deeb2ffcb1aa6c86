"""What a merchant hears when nothing of her offer can be bought any more."""

from bot.catalog.repository import MerchantRepository
from bot.deals.bargains.events import BargainOfferSettled
from bot.deals.bargains.repository import BargainRepository
from bot.deals.offering.models import Offer
from bot.deals.sale_days.events import SaleDaySettled
from bot.deals.sale_days.repository import SaleDayRepository
from bot.handlers.deals.newsroom import hers
from bot.handlers.deals.offering import views
from bot.handlers.deals.offering.callbacks import OfferKind
from bot.handlers.deals.offering.faces import OfferFaces
from bot.handlers.deals.offering.workshop import OfferWorkshop
from bot.people.repository import PersonRepository
from bot.telegram.replies import Post


class OfferNews:
    """Tells all who lead the shop how an offer went, with one list of what to pack."""

    def __init__(
        self,
        faces: OfferFaces,
        workshop: OfferWorkshop,
        merchants: MerchantRepository,
        people: PersonRepository,
    ) -> None:
        self._faces = faces
        self._workshop = workshop
        self._merchants = merchants
        self._people = people

    async def settled(self, kind: OfferKind, number: int, offer: Offer) -> tuple[Post, ...]:
        face = self._faces[kind]
        product, sold = await face.product(number), len(await face.orders(number))
        posts = []
        for member in await self._merchants.staff(offer.merchant_id):
            person = await self._people.find(member.person_id)
            if person is None or not person.can_be_written_to:
                continue
            words = hers(person)
            said = views.settled(words, kind, product, sold)
            document = None
            if sold:
                document = await self._workshop.packing_list(words, face, number, said.text)
            posts.append(Post(chat_id=person.id, screen=said, document=document))
        return tuple(posts)


async def tell_how_bargains_went(
    event: BargainOfferSettled, news: OfferNews, bargains: BargainRepository
) -> tuple[Post, ...]:
    offer = await bargains.offer(event.offer_id)
    return await news.settled(OfferKind.BARGAIN, offer.id, offer)


async def tell_how_sale_day_went(
    event: SaleDaySettled, news: OfferNews, sales: SaleDayRepository
) -> tuple[Post, ...]:
    sale = await sales.get(event.sale_id)
    return await news.settled(OfferKind.SALE_DAY, sale.id, sale)
