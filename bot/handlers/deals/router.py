from aiogram import Router

from bot.handlers.deals import (
    bargain_making,
    bargaining,
    handing_out,
    joining,
    listing,
    making,
    managing,
    sale_day_making,
    sale_days,
)

router = Router(name=__name__)
router.include_routers(
    joining.router,
    making.router,
    managing.router,
    handing_out.router,
    bargaining.router,
    bargain_making.router,
    sale_days.router,
    sale_day_making.router,
    listing.router,
)
