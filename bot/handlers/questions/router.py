from aiogram import Router

from bot.handlers.questions import asking, inline, merchants

router = Router(name=__name__)
# A merchant's reply to a question comes before everything else that may be said in private.
router.include_routers(merchants.router, asking.router, inline.router)
