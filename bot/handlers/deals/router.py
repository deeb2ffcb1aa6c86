from aiogram import Router

from bot.handlers.deals import joining, listing, making, managing

router = Router(name=__name__)
router.include_routers(joining.router, making.router, managing.router, listing.router)
