from aiogram import Router

from bot.handlers.people import choices, coming_and_going, own_data

router = Router(name=__name__)
router.include_routers(coming_and_going.router, choices.router, own_data.router)
