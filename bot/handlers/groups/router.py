from aiogram import Router

from bot.handlers.groups import living_there, setting_up

router = Router(name=__name__)
router.include_routers(living_there.router, setting_up.router)
