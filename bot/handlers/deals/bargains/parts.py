"""What bargains add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals.bargains import jobs
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainHelped,
    BargainOfferClosed,
    BargainOffered,
    BargainPaidTwice,
)
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.handlers.deals.bargains import notices
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.bargains.notices import BargainNews
from bot.handlers.deals.bargains.workshop import BargainWorkshop
from bot.kit.events import Event
from bot.telegram.feature import Job, Notice

SERVICES = (
    BargainDesk,
    BargainEnding,
    BargainNews,
    BargainOffers,
    BargainRepository,
    BargainService,
    BargainWorkshop,
)
NOTICES: Mapping[type[Event], Notice] = {
    BargainOffered: notices.post_offer,
    BargainOfferClosed: notices.redraw_offer,
    BargainHelped: notices.redraw,
    BargainCompleted: notices.tell_of_completion,
    BargainEnded: notices.tell_of_end,
    BargainBought: notices.tell_of_purchase,
    BargainPaidTwice: notices.tell_of_second_payment,
}
JOBS: Mapping[Job, timedelta] = {jobs.end_due_bargains: timedelta(seconds=15)}
