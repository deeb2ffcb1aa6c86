from aiogram import Router

from bot.handlers.deals import handing_out, joining, listing, making, managing, pinning
from bot.handlers.deals.bargains import taking_part as bargaining
from bot.handlers.deals.offering import making as offering
from bot.handlers.deals.proposals import answering
from bot.handlers.deals.proposals import making as proposal_making
from bot.handlers.deals.sale_days import taking_part as sale_days

router = Router(name=__name__)
router.include_routers(
    joining.router,
    making.router,
    managing.router,
    pinning.router,
    proposal_making.router,
    answering.router,
    handing_out.router,
    bargaining.router,
    sale_days.router,
    offering.router,
    listing.router,
)
