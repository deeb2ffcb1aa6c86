"""What sale days add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals.sale_days import jobs
from bot.deals.sale_days.ending import SaleDayEnding
from bot.deals.sale_days.events import (
    SaleDayChanged,
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
from bot.handlers.deals.sale_days.workshop import SaleDayWorkshop
from bot.kit.events import Event
from bot.telegram.feature import Job, Notice

SERVICES = (
    SaleDayDesk,
    SaleDayEnding,
    SaleDayNews,
    SaleDayOffers,
    SaleDayRepository,
    SaleDayService,
    SaleDayWorkshop,
)
NOTICES: Mapping[type[Event], Notice] = {
    SaleDayOpened: notices.post_sale_day,
    SaleDayChanged: notices.redraw,
    SaleDayFrozen: notices.tell_of_freezing,
    SaleDayOver: notices.tell_of_end,
    SaleDayPaidTooOften: notices.tell_of_money_back,
}
JOBS: Mapping[Job, timedelta] = {jobs.end_due_sale_days: timedelta(seconds=15)}
