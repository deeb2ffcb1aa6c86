"""What sale days add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals import sale_day_jobs
from bot.deals.sale_day_ending import SaleDayEnding
from bot.deals.sale_day_events import (
    SaleDayChanged,
    SaleDayFrozen,
    SaleDayOpened,
    SaleDayOver,
    SaleDayPaidTooOften,
)
from bot.deals.sale_day_offers import SaleDayOffers
from bot.deals.sale_day_repository import SaleDayRepository
from bot.deals.sale_days import SaleDayService
from bot.handlers.deals import sale_day_notices
from bot.handlers.deals.sale_day_desk import SaleDayDesk
from bot.handlers.deals.sale_day_notices import SaleDayNews
from bot.handlers.deals.sale_day_workshop import SaleDayWorkshop
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
    SaleDayOpened: sale_day_notices.post_sale_day,
    SaleDayChanged: sale_day_notices.redraw,
    SaleDayFrozen: sale_day_notices.tell_of_freezing,
    SaleDayOver: sale_day_notices.tell_of_end,
    SaleDayPaidTooOften: sale_day_notices.tell_of_money_back,
}
JOBS: Mapping[Job, timedelta] = {sale_day_jobs.end_due_sale_days: timedelta(seconds=15)}
