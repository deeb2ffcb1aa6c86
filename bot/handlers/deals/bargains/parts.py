"""What bargains add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals.bargains import jobs
from bot.deals.bargains.ending import BargainEnding
from bot.deals.bargains.events import (
    BargainBought,
    BargainCompleted,
    BargainEnded,
    BargainEndsSoon,
    BargainHelped,
    BargainNamed,
    BargainOfferChanged,
    BargainOfferClosed,
    BargainOffered,
    BargainOfferEndsSoon,
    BargainPaidTwice,
    BargainStarted,
)
from bot.deals.bargains.offers import BargainOffers
from bot.deals.bargains.repository import BargainRepository
from bot.deals.bargains.service import BargainService
from bot.handlers.deals.bargains import notices
from bot.handlers.deals.bargains.desk import BargainDesk
from bot.handlers.deals.bargains.notices import BargainNews
from bot.kit.events import Event
from bot.telegram.feature import Job, Notice

SERVICES = (
    BargainDesk,
    BargainEnding,
    BargainNews,
    BargainOffers,
    BargainRepository,
    BargainService,
)
NOTICES: Mapping[type[Event], Notice] = {
    BargainOffered: notices.post_offer,
    BargainOfferChanged: notices.redraw_offer,
    BargainOfferClosed: notices.tell_of_offers_end,
    BargainOfferEndsSoon: notices.remind_groups,
    BargainStarted: notices.count_one_more,
    BargainNamed: notices.redraw,
    BargainHelped: notices.redraw,
    BargainEndsSoon: notices.remind_owner,
    BargainCompleted: notices.tell_of_completion,
    BargainEnded: notices.tell_of_end,
    BargainBought: notices.tell_of_purchase,
    BargainPaidTwice: notices.tell_of_second_payment,
}
JOBS: Mapping[Job, timedelta] = {
    jobs.end_due_bargains: timedelta(seconds=15),
    jobs.remind_of_bargains: timedelta(minutes=1),
}
