"""What making offers adds to the feature of buying together."""

from collections.abc import Mapping

from bot.deals.bargains.events import BargainOfferSettled
from bot.deals.offering.offers import Bench
from bot.deals.packing import PackingLists
from bot.deals.posting import Posting
from bot.deals.sale_days.events import SaleDaySettled
from bot.handlers.deals.offering import notices
from bot.handlers.deals.offering.faces import BargainFace, OfferFaces, SaleDayFace
from bot.handlers.deals.offering.notices import OfferNews
from bot.handlers.deals.offering.workshop import OfferWorkshop
from bot.kit.events import Event
from bot.telegram.feature import Notice

SERVICES = (
    BargainFace,
    Bench,
    OfferFaces,
    OfferNews,
    OfferWorkshop,
    PackingLists,
    Posting,
    SaleDayFace,
)
NOTICES: Mapping[type[Event], Notice] = {
    BargainOfferSettled: notices.tell_how_bargains_went,
    SaleDaySettled: notices.tell_how_sale_day_went,
}
