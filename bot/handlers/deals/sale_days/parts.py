"""What sale days add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals.sale_days import jobs
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.events import (
    SaleDayBought,
    SaleDayChanged,
    SaleDayEndsSoon,
    SaleDayFrozen,
    SaleDayOpened,
    SaleDayOver,
    SaleDayPaidTooOften,
)
from bot.deals.sale_days.offers import SaleDayOffers
from bot.deals.sale_days.repository import SaleDayRepository
from bot.deals.sale_days.service import SaleDayService
from bot.handlers.deals.sale_days import notices
from bot.handlers.deals.sale_days.desk import SaleDayDesk
from bot.handlers.deals.sale_days.notices import SaleDayNews
from bot.kit.events import Event
from bot.telegram.feature import Job, Notice

SERVICES = (
    SaleDayDesk,
    SaleDayEnding,
    SaleDayNews,
    SaleDayOffers,
    SaleDayRepository,
    SaleDayService,
)
NOTICES: Mapping[type[Event], Notice] = {
    SaleDayOpened: notices.post_sale_day,
    SaleDayChanged: notices.redraw,
    SaleDayBought: notices.tell_of_purchase,
    SaleDayEndsSoon: notices.remind,
    SaleDayFrozen: notices.tell_of_freezing,
    SaleDayOver: notices.tell_of_end,
    SaleDayPaidTooOften: notices.tell_of_money_back,
}
JOBS: Mapping[Job, timedelta] = {
    jobs.end_due_sale_days: timedelta(seconds=15),
    jobs.remind_of_sale_days: timedelta(minutes=1),
}
