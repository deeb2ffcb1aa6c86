"""What bargains add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals import bargain_jobs
from bot.deals.bargain_ending import BargainEnding
from bot.deals.bargain_events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainHelped,
    BargainOfferClosed,
    BargainOffered,
    BargainPaidTwice,
)
from bot.deals.bargain_offers import BargainOffers
from bot.deals.bargain_repository import BargainRepository
from bot.deals.bargaining import BargainService
from bot.handlers.deals import bargain_notices
from bot.handlers.deals.bargain_desk import BargainDesk
from bot.handlers.deals.bargain_notices import BargainNews
from bot.handlers.deals.bargain_workshop import BargainWorkshop
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
    BargainOffered: bargain_notices.post_offer,
    BargainOfferClosed: bargain_notices.redraw_offer,
    BargainHelped: bargain_notices.redraw,
    BargainCompleted: bargain_notices.tell_of_completion,
    BargainEnded: bargain_notices.tell_of_end,
    BargainBought: bargain_notices.tell_of_purchase,
    BargainPaidTwice: bargain_notices.tell_of_second_payment,
}
JOBS: Mapping[Job, timedelta] = {bargain_jobs.end_due_bargains: timedelta(seconds=15)}
